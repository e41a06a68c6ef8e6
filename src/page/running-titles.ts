import type { View } from '../paper/view.ts'
import { isolateInStyle } from './isolate.ts'

/**
 * The title of the section at the head of every page of a paper that is printed with its contents. Chromium knows
 * neither `string-set` nor `@page :nth()`, and a named page would begin a new one with each section; but pages are
 * counted, and a style of counting may write for each number the title that stands there: of the first section that
 * begins on the page, or else of the one that goes on.
 */
export function runningTitles(
  { contents, head }: View,
  pages: ReadonlyMap<string, number> = new Map(),
): string {
  const begun = contents.rows.flatMap(({ id, number, title }) => {
    const page = pages.get(id)
    return page === undefined ? [] : [{ page, text: isolateInStyle(`${number}. ${title}`) }]
  })
  const last = begun.at(-1)
  if (last === undefined) return ''
  const symbols = Array.from({ length: last.page }, (_, index) => {
    const here = begun.find(({ page }) => page === index + 1)
    return (here ?? begun.findLast(({ page }) => page <= index))?.text ?? isolateInStyle(head.title)
  })
  return `@counter-style running{system:fixed;symbols:${symbols.join(' ')};fallback:last-running}
@counter-style last-running{system:cyclic;symbols:${last.text}}
:root{--doc-running:counter(page,running)}`
}

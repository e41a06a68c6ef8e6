/** Texts whose runs of foreign direction are set apart, in markup and in the strings of a style sheet. */
import { directionRuns } from '../persian/bidi.ts'
import type { TokenKind } from '../persian/bidi.ts'
import { cssString, escapeMarkup } from './escape.ts'

const unbroken = new Set<TokenKind>(['phone', 'card', 'letterNo', 'unit', 'money', 'isoDate'])

/** Whether a line must not end in it, though a space or a slash would let it. */
export const isUnbroken = (run: string, kind: TokenKind | undefined): boolean =>
  kind !== undefined && unbroken.has(kind) && /[\s/]/.test(run)

/** Escaped text whose runs of foreign direction are isolated. */
export function isolate(text: string): string {
  return directionRuns(text)
    .map(({ text: run, dir, kind }) => {
      if (dir === null) return escapeMarkup(run)
      const name = isUnbroken(run, kind) ? ' class="nowrap"' : ''
      return `<bdi dir="${dir}"${name}>${escapeMarkup(run)}</bdi>`
    })
    .join('')
}

/** The same for the strings of CSS, which know no markup: isolated by invisible characters. */
export function isolateInStyle(text: string): string {
  const open = { ltr: '\u2066', rtl: '\u2067' }
  const runs = directionRuns(text)
  return cssString(runs.map((r) => (r.dir === null ? r.text : `${open[r.dir]}${r.text}\u2069`)).join(''))
}

/** Imported rows → files of the register: one for each council, none longer than a list may be. */
import type { WrittenRow } from './import-rows.ts'
import { registerText } from './register-text.ts'

export interface ImportedFile {
  name: string
  text: string
  rows: number
}

/** Half of what a list may hold: an office adds to it. */
const mostRowsOfFile = 1000

/** @param taken whether a name is in use already; no file is written over */
export function filesOf(
  rows: readonly WrittenRow[],
  about: { slug: string; day: string; body?: string | undefined; comment: string },
  taken: (name: string) => boolean,
): ImportedFile[] {
  const used = new Set<string>()
  const freeName = (): string => {
    const base = `${about.slug}-${about.day.replaceAll('/', '-')}`
    for (let copy = 1; ; copy++) {
      const name = copy === 1 ? `${base}.yaml` : `${base}-${copy}.yaml`
      if (used.has(name) || taken(name)) continue
      used.add(name)
      return name
    }
  }
  return [...Map.groupBy(rows, ({ body }) => about.body ?? body)].flatMap(([body, own]) =>
    Array.from({ length: Math.ceil(own.length / mostRowsOfFile) }, (_, part) => {
      const some = own.slice(part * mostRowsOfFile, (part + 1) * mostRowsOfFile)
      const head = { ...(body !== '' && { body }), date: about.day }
      const text = registerText(
        about.comment,
        head,
        some.map(({ written }) => written),
      )
      return { name: freeName(), text, rows: some.length }
    }),
  )
}

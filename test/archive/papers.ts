// Small papers: enough of a PDF for a store that takes bytes, with its source inside for a judge of the tests.
import type { Paper } from '../../src/archive/store.ts'

export const noon = new Date('2026-11-25T08:30:00.000Z')

/** A paper whose content follows from its id and its words; `pdf` may be another one. */
export function paperOf(id: string, words = 'متن', more: Partial<Paper> = {}): Paper {
  const source = Buffer.from(`meeting: { title: جلسهٔ ${id}, status: final }\n# ${words}\n`)
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), source])
  const about = { id, kind: 'minutes', title: `جلسهٔ ${id}`, body: 'شورای نمونه', session: 1, class: 'normal' }
  return { ...about, date: { y: 1405, m: 9, d: 4 }, source, pdf, annexes: [], ...more }
}

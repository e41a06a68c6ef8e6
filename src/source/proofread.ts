/** Proofreading of a meeting file: what an editor would mark, where it stands, and the edits that would mend it. */
import { warning } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import { corrected, proofread } from '../persian/proofread/proofread.ts'
import { sourceTexts } from './edit.ts'
import type { TextEdit } from './edit.ts'

/** Texts of the author's own words: their paths, and the places of all paths, as the source stage gives them. */
export interface Prose {
  prose: string[]
  spans: ReadonlyMap<string, Span>
}

/**
 * Findings as warnings `proofread/<rule>` in the order of the file, and for each text that can be mended one edit.
 * `words` silences a rule for a word (see `proofread`).
 */
export function proofreadSource(
  source: string,
  file: string,
  { prose, spans }: Prose,
  words: ReadonlySet<string>,
): { faults: Fault[]; edits: TextEdit[] } {
  const texts = sourceTexts(source, file, spans)
  const faults: Fault[] = []
  const edits: TextEdit[] = []
  for (const path of prose) {
    const text = texts.get(path)
    if (text === undefined) continue
    for (const { rule, start, end, suggestion, values } of proofread(text.value, words)) {
      const found = text.value.slice(start, end)
      const all = { found, ...values, ...(suggestion !== undefined && { suggestion }) }
      faults.push(warning(`proofread/${rule}`, text.place(start, end), all))
    }
    const edit = difference(path, text.value, corrected(text.value, words))
    if (edit) edits.push(edit)
  }
  return { faults, edits }
}

/** The one stretch in which two texts differ. */
function difference(path: string, before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let tail = 0
  const most = Math.min(before.length, after.length) - start
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { path, start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}

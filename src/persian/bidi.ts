/**
 * Splits text into runs by the direction they must be isolated in, and adds the marks
 * of the measured table in persian.md §1.3. Linear in the length of the text.
 */
import { LRM, RLM, WJ } from './invisible.ts'

/** Text to isolate as 'ltr' or 'rtl', or (null) to leave in the flow. */
export type DirectionRun = { text: string; dir: 'ltr' | 'rtl' | null }

const D = '[0-9\\u06f0-\\u06f9\\u0660-\\u0669]'
const re = (source: string): RegExp => new RegExp(`^(?:${source})$`)
const LTR: RegExp[] = [
  re(`(?:\\+|00)${D}{1,4}(?:-?${D}{2,14}){0,5}`), // phone, international
  re(`0${D}{1,4}-${D}{3,8}|[0\\u06f0\\u0660]${D}{1,4}-${D}{3,8}(?:-${D}{1,8})?`), // phone, national
  re(`[0\\u06f0\\u0660][9\\u06f9\\u0669]${D}{9}`), // mobile
  re(`${D}{5}-${D}{5}`), // postal code
  re(`${D}{4}(?:-${D}{4}){3}`), // bank card
  re(`${D}{4}-${D}{2}-${D}{2}`), // ISO date
  re(`${D}{1,3}(?:\\.${D}{1,3}){3}`), // IP
]
const LETTER_NO =
  /^(?=.*[\u0620-\u06d3])(?=.*[0-9\u06f0-\u06f9\u0660-\u0669])[\u0620-\u06d30-9\u06f0-\u06f9]+(?:\/[\u0620-\u06d30-9\u06f0-\u06f9]+)+$/
const NUMBER = `${D}+(?:[.,:/\\u066b\\u066c]${D}+)*`
const SIGNED = re(`[-\\u2212]${NUMBER}[%\\u066a]?`)
const PERCENT = re(`${NUMBER}[%\\u066a]`)
const SECTION = re(`${D}{1,3}(?:-${D}{1,3}){2,6}`)
const RANGE = re(`${NUMBER}[-\\u2013]${NUMBER}[%\\u066a]?`)
const OPENING = /^[([{«"'“،؛:]+/
const ABBREVIATION = /^(?:Co|Inc|Ltd|Corp|St|Dr|Mr|Mrs|No|vs|etc|[A-Za-z](?:\.[A-Za-z])+)\.$/
const LATIN = /[A-Za-z\u00c0-\u024f]/
const CLOSERS = new Set(')]}»"\'”،؛؟?!.,:;')

/** The runs of the text. Joined, and with the inserted LRM, RLM and WJ removed, they are the text. */
export function directionRuns(text: string): DirectionRun[] {
  const runs: DirectionRun[] = []
  for (const part of text.split(/(\s+)/)) {
    if (part === '') continue
    if (/^\s/.test(part)) runs.push({ text: part, dir: null })
    else runs.push(...wordRuns(part))
  }
  return joinPlain(joinLatin(runs))
}

/** One word: its punctuation outside, its core classified. */
function wordRuns(word: string): DirectionRun[] {
  const open = OPENING.exec(word)?.[0] ?? ''
  let end = word.length
  while (end > open.length && CLOSERS.has(word.charAt(end - 1))) end--
  if (ABBREVIATION.test(word.slice(open.length, end + 1))) end++
  const runs: DirectionRun[] = []
  if (open !== '') runs.push({ text: open, dir: null })
  if (end > open.length) runs.push(...coreRuns(word.slice(open.length, end)))
  if (end < word.length) runs.push({ text: word.slice(end), dir: null })
  return runs
}

function coreRuns(core: string): DirectionRun[] {
  if (LTR.some((r) => r.test(core))) return [{ text: core, dir: 'ltr' }]
  if (LATIN.test(core)) return latinRuns(core)
  if (core.includes('/') && LETTER_NO.test(core)) return [{ text: core, dir: 'rtl' }]
  return [{ text: marked(core), dir: null }]
}

/** A word with Latin in it: wholly ltr (URL, e-mail, file, unit…), or its Latin pieces only. */
function latinRuns(core: string): DirectionRun[] {
  if (
    /^https?:\/\/|@/.test(core) ||
    !/[\u0620-\u064a\u066e-\u06d3]/.test(core) ||
    /_.*\.[A-Za-z0-9]{1,5}$/.test(core)
  ) {
    return [{ text: core, dir: 'ltr' }]
  }
  return core
    .split(/([0-9A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f+#&.]*)/)
    .filter((t) => t !== '')
    .map((t) => ({ text: t, dir: LATIN.test(t) ? 'ltr' : null }))
}

/** Percent, range, section and negative numbers with their marks. */
function marked(core: string): string {
  if (PERCENT.test(core)) return core.slice(0, -1) + RLM + core.slice(-1)
  if (SIGNED.test(core)) return LRM + core.replace(/[%\u066a]$/, (c) => RLM + c)
  if (SECTION.test(core)) return core.replaceAll('-', `${RLM}-${RLM}`)
  if (!RANGE.test(core)) return core
  // A hyphen between digits is a number separator (UAX 9 W4), so WJ alone would not order it.
  return core
    .replace('\u2013', `${WJ}\u2013${WJ}`)
    .replace('-', `${RLM}-${RLM}`)
    .replace(/[%\u066a]$/, (c) => RLM + c)
}

/** «ISO 9001:2015», «ABC Co.», «+98 21 8800»: ltr words a space apart are one run, as are digits after them. */
function joinLatin(runs: DirectionRun[]): DirectionRun[] {
  const out: DirectionRun[] = []
  for (const run of runs) {
    const space = out.at(-1)
    const left = out.at(-2)
    const joins =
      left?.dir === 'ltr' && space !== undefined && /^[ \u00a0]$/.test(space.text) && follows(left.text, run)
    if (!joins) {
      out.push({ ...run })
      continue
    }
    out.length -= 2
    out.push({ text: left.text + space.text + run.text, dir: 'ltr' })
  }
  return out
}

function follows(left: string, run: DirectionRun): boolean {
  if (run.dir === 'ltr') return LATIN.test(run.text) || left.startsWith('+')
  return (
    run.dir === null &&
    (/^[0-9][0-9.:/-]*$/.test(run.text) || (left.startsWith('+') && re(`${D}+`).test(run.text)))
  )
}

/** Neighbouring plain runs as one. */
function joinPlain(runs: DirectionRun[]): DirectionRun[] {
  const out: DirectionRun[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && last.dir === null && run.dir === null) last.text += run.text
    else out.push(run)
  }
  return out
}

/**
 * The flow read backwards: finished PDF → its source → what that says → what is printed. What does not agree is a fault with
 * the name of the thing, so that whoever holds the file knows what to ask for.
 */
import type { Inspection, Unknown } from './finish/inspect.ts'
import { inspectPdf } from './finish/inspect.ts'
import { fault } from './model/fault.ts'
import type { Fault } from './model/fault.ts'
import { factsOf } from './paper/facts.ts'
import type { Fact } from './paper/facts.ts'
import { printedFacts } from './paper/facts.ts'
import { factsName, toBriefing } from './pipeline.ts'

export interface Verdict {
  inspection: Inspection | { unknown: Unknown }
  /** How many facts of the source were looked for in print. */
  facts: number
  faults: Fault[]
}

/** Judges a paper by itself; signatures and other programs' verdicts come on top. */
export function judge(pdf: Uint8Array, file: string): Verdict {
  const inspection = inspectPdf(pdf)
  if ('unknown' in inspection) {
    return { inspection, facts: 0, faults: [fault(inspection.unknown, undefined, { file })] }
  }
  const { intact, enclosed, broken, claims } = inspection
  const faults: Fault[] = []
  if (!intact) faults.push(fault('verify/changed', undefined, { file }))
  for (const { name, sound } of enclosed) {
    if (!sound) faults.push(fault('verify/enclosed', undefined, { file, name }))
  }
  for (const { name, detail } of broken) {
    faults.push(fault('verify/claim', undefined, { file, name, detail: detail || '-' }))
  }
  const { looked, missing, unreadable } = compareFacts(inspection)
  if (unreadable || (claims.includes('archive') && looked === undefined))
    faults.push(fault('verify/source', undefined, { file }))
  for (const { name, text } of missing.slice(0, mostFacts))
    faults.push(fault('verify/fact', undefined, { file, name, text: shortened(text) }))
  if (missing.length > mostFacts)
    faults.push(fault('verify/facts', undefined, { file, count: String(missing.length - mostFacts) }))
  return { inspection, facts: looked ?? 0, faults }
}

/** The first facts say enough. */
const mostFacts = 12
const longestFact = 80
const shortened = (text: string): string =>
  text.length > longestFact ? `${text.slice(0, longestFact)}…` : text

/** The meeting file inside. */
export const sourceOf = ({ enclosed }: Inspection): Inspection['enclosed'][number] | undefined =>
  enclosed.find(({ relationship }) => relationship === 'Source')

/** Which of the facts that were printed at the time of issue the pages do not say. */
function compareFacts(inspection: Inspection): { looked?: number; missing: Fact[]; unreadable: boolean } {
  const source = sourceOf(inspection)
  const list = inspection.enclosed.find(({ name }) => name === factsName)
  if (source === undefined || list === undefined) return { missing: [], unreadable: false }
  const text = new TextDecoder().decode(source.bytes)
  const paths = pathsOf(list.bytes)
  // What is due when, and what is late, is none of these facts: any day serves.
  const clock = { today: { y: 1400, m: 1, d: 1 }, holidays: [] }
  const { briefing } = toBriefing(text, source.name, {}, clock)
  if (briefing === undefined || paths === undefined) return { missing: [], unreadable: true }
  const facts = factsOf(briefing)
  const known = new Map(facts.map((fact) => [fact.path, fact]))
  const wanted = paths.map((path) => known.get(path) ?? { path, name: path, text: path })
  const said = new Set(printedFacts(wanted, inspection.printed))
  return { looked: wanted.length, missing: wanted.filter((fact) => !said.has(fact)), unreadable: false }
}

function pathsOf(bytes: Uint8Array): string[] | undefined {
  try {
    const paths: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return Array.isArray(paths) ? paths.map(String) : undefined
  } catch {
    return undefined
  }
}

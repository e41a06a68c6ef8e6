/** The stretches of a text that are not Persian prose: Latin words, codes, addresses, file names, letter numbers. */
import { directionRuns } from '../bidi.ts'
import { arabicQuotations } from '../normalize.ts'

export interface Zone {
  start: number
  end: number
}

const NAME = /[@\\_]|:\/\/|\.[A-Za-z0-9]{1,5}$|^(?=.*[A-Za-z])(?=.*[0-9])/
const LETTER_NUMBER = /[0-9\u0660-\u0669\u06f0-\u06f9]/

/** Ordered, disjoint stretches a rule does not touch. */
export function zonesOf(text: string): Zone[] {
  const zones = [...isolated(text), ...arabicQuotations(text)]
  for (const { index, 0: token } of text.matchAll(/[^\s«»()]+/g)) {
    const isLetterNumber = /[/\\-]/.test(token) && LETTER_NUMBER.test(token) && /[\u0620-\u06d3]/.test(token)
    if (isLetterNumber || NAME.test(token)) zones.push({ start: index, end: index + token.length })
  }
  return merged(zones)
}

/** Runs that print isolated, by their place in the text: the marks added for printing are not in it. */
function isolated(text: string): Zone[] {
  const zones: Zone[] = []
  let at = 0
  for (const run of directionRuns(text)) {
    const start = at
    for (const unit of run.text.split('')) if (unit === text[at]) at++
    if (run.dir !== null) zones.push({ start, end: at })
  }
  return zones
}

function merged(zones: Zone[]): Zone[] {
  const ordered = zones.toSorted((a, b) => a.start - b.start)
  const out: Zone[] = []
  for (const zone of ordered) {
    const last = out.at(-1)
    if (last && zone.start <= last.end) last.end = Math.max(last.end, zone.end)
    else out.push({ ...zone })
  }
  return out
}

/**
 * Finds what an editor would mark in official Persian. It suggests and never rewrites on its own; where a rule
 * cannot be sure it is silent.
 */
import { digitRules } from './digits.ts'
import { halfSpaceRules } from './half-space.ts'
import { letterRules } from './letters.ts'
import { punctuationRules } from './punctuation.ts'
import { quoteRules } from './quotes.ts'
import type { Finding, Rule } from './rule.ts'
import { sentenceRules } from './sentences.ts'
import { doubledWord } from './doubled.ts'
import { zonesOf } from './zones.ts'

export type { Finding } from './rule.ts'

/** Every rule, in the order in which findings at one place are given. */
export const proofreadingRules: readonly Rule[] = [
  ...letterRules,
  ...halfSpaceRules,
  ...punctuationRules,
  ...quoteRules,
  ...digitRules,
  doubledWord,
  ...sentenceRules,
]

/** More passes than any text has needed; what a pass uncovers is at most the next rule's. */
const mostPasses = 12

/**
 * The findings, in the order of the text. An entry of `words` is a word or phrase that is right as it stands,
 * the same after the id of the one rule it is meant for, or the id alone: that rule is off.
 */
export function proofread(text: string, words: ReadonlySet<string> = new Set()): Finding[] {
  const zones = zonesOf(text)
  const findings: Finding[] = []
  for (const rule of proofreadingRules) {
    if (words.has(rule.id)) continue
    let zone = 0
    for (const match of rule.find(text).toSorted((a, b) => a.start - b.start)) {
      while ((zones[zone]?.end ?? Infinity) <= match.start) zone++
      const inside = (zones[zone]?.start ?? Infinity) < match.end
      // A whole sentence may well have a Latin word in it.
      const whole = rule.id.startsWith('sentence/')
      if (inside && !rule.anywhere && !whole) continue
      if (!whole && isSilenced(text.slice(match.start, match.end), match.suggestion, rule.id, words)) continue
      findings.push({ rule: rule.id, ...match })
    }
  }
  return findings.toSorted((a, b) => a.start - b.start)
}

function isSilenced(
  found: string,
  suggestion: string | undefined,
  rule: string,
  words: ReadonlySet<string>,
): boolean {
  if (words.size === 0) return false
  const named = [found, ...found.split(/\s+/), suggestion ?? ''].filter((word) => word !== '')
  return named.some((word) => words.has(word) || words.has(`${rule} ${word}`))
}

/** The findings whose suggestions can all be made at once: of those that overlap, the first. */
export function compatible(findings: readonly Finding[]): Finding[] {
  const chosen: Finding[] = []
  let free = 0
  for (const finding of findings) {
    if (finding.suggestion === undefined || finding.start < free) continue
    chosen.push(finding)
    free = Math.max(finding.end, finding.start + 1)
  }
  return chosen
}

/** The text with the suggestions of these findings, which must not overlap, written in. */
export function withSuggestions(text: string, findings: readonly Finding[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, suggestion } of findings) {
    if (suggestion === undefined) continue
    pieces.push(text.slice(at, start), suggestion)
    at = end
  }
  pieces.push(text.slice(at))
  return pieces.join('')
}

/** The text with every suggestion made, those that only the first ones uncover as well. */
export function corrected(text: string, words?: ReadonlySet<string>): string {
  let now = text
  for (let pass = 0; pass < mostPasses; pass++) {
    const after = withSuggestions(now, compatible(proofread(now, words)))
    if (after === now) break
    now = after
  }
  return now
}

/**
 * Words for every fault, by its permanent code: what is wrong, and how to mend it. `{name}` is filled from the
 * fault's values; `~` in Persian is a half-space. To add a message, add its code to the table of its stage.
 */
import type { Fault } from '../model/fault.ts'
import { toLatinDigits, toPersianDigits } from '../persian/digits.ts'
import { withHalfSpaces } from '../persian/fa.ts'
import { annexWording } from './wording-annex.ts'
import { archiveWording } from './wording-archive.ts'
import { catalogueWording } from './wording-catalogue.ts'
import { characterKinds } from './wording-characters.ts'
import { differencesWording } from './wording-differences.ts'
import { mailWording } from './wording-mail.ts'
import { packWording } from './wording-pack.ts'
import { paperWording } from './wording-paper.ts'
import { peopleWording } from './wording-people.ts'
import { proofreadWording } from './wording-proofread.ts'
import { registerWording } from './wording-register.ts'
import { signWording } from './wording-sign.ts'
import { sourceWording } from './wording-source.ts'
import { systemReasons, systemWording } from './wording-system.ts'
import { verifyWording } from './wording-verify.ts'

export type Language = 'fa' | 'en'

/** What is wrong and how to mend it, in Persian and in English. */
export interface Wording {
  fa: [what: string, cure: string]
  en: [what: string, cure: string]
}

const table: Record<string, Wording> = {
  ...sourceWording,
  ...annexWording,
  ...proofreadWording,
  ...paperWording,
  ...packWording,
  ...mailWording,
  ...differencesWording,
  ...registerWording,
  ...peopleWording,
  ...archiveWording,
  ...signWording,
  ...verifyWording,
  ...catalogueWording,
  ...systemWording,
}

/** Every code that has words. */
export const wordedCodes: readonly string[] = Object.keys(table)

const registers: Record<string, Record<Language, string>> = {
  person: { fa: 'شخص', en: 'person' },
  body: { fa: 'دستگاه', en: 'body' },
  annex: { fa: 'پیوست', en: 'annex' },
  resolution: { fa: 'مصوبه', en: 'resolution' },
  source: { fa: 'منبع', en: 'source' },
  agenda: { fa: 'بند دستور جلسه', en: 'agenda item' },
}

const unset: Record<Language, string> = { fa: 'تنظیم نشده', en: 'not set' }

/** The sentences for a fault. Throws RangeError for a code without words: a bug of ours. */
export function wordFault(fault: Fault, language: Language): { what: string; cure: string } {
  const wording = table[fault.code]
  if (wording === undefined) throw new RangeError(`no wording for ${fault.code}`)
  const [what, cure] = wording[language].map((sentence) => fill(sentence, fault.values, language)) as [
    string,
    string,
  ]
  if (fault.values.suggestion === undefined) return { what, cure }
  const suggestion = shown(fault.values.suggestion)
  return { what, cure: guess(suggestion, fault.code.startsWith('proofread/'), language) }
}

function guess(suggestion: string, proofreading: boolean, language: Language): string {
  if (proofreading) return language === 'fa' ? `بنویسید «${suggestion}»` : `Write "${suggestion}".`
  return language === 'fa' ? `منظورتان «${suggestion}» بود؟` : `Did you mean "${suggestion}"?`
}

function fill(sentence: string, values: Record<string, string>, language: Language): string {
  const half = language === 'fa' ? withHalfSpaces(sentence) : sentence
  return half.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    if (name === 'register') return registers[value]?.[language] ?? value
    if (name === 'kind' || name === 'kinds') {
      const words = value.split(' ').map((kind) => characterKinds[kind]?.[language] ?? kind)
      return withHalfSpaces(words.join(language === 'fa' ? '، ' : ', '))
    }
    if (name === 'asked' && value === '') return unset[language]
    const reason = name === 'reason' ? systemReasons[value]?.[language] : undefined
    if (reason !== undefined) return withHalfSpaces(`${reason}${language === 'fa' ? '،' : ','} ${value}`)
    if (language === 'en') return shown(/^[۰-۹/]+$/.test(value) ? toLatinDigits(value) : value)
    return /^\d+(?:\.\d+)?$/.test(value) ? toPersianDigits(value).replace('.', '٫') : shown(value)
  })
}

/** Text of a file as a terminal may show it: control characters would move its cursor. */
export function shown(text: string, most = 120): string {
  const short = text.length > most ? `${text.slice(0, most)}…` : text
  // oxlint-disable-next-line no-control-regex -- making control characters harmless is the purpose
  return short.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

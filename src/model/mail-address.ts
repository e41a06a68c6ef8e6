/** One bare e-mail address, as an author typed it. */
import { domainToASCII } from 'node:url'
import { toLatinDigits } from '../persian/digits.ts'
import { bad, good } from '../persian/result.ts'
import type { Parsed } from '../persian/result.ts'

/** RFC 5321 §4.5.3.1.1 and §4.5.3.1.3, the latter without the angle brackets; in octets. */
const longest = { local: 64, address: 254 }
/** What a fault shows of it. */
const longestShown = 80

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
const dotAtom = new RegExp(`^${atom}(?:\\.${atom})*$`)
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
/** The last label is no number: that would be an address of a network. */
const domainName = new RegExp(`^(?:${label}\\.)+(?=[a-z0-9-]*[a-z])${label}$`)

/**
 * The address in ASCII, a Persian domain as xn--. Persian digits are what a Persian keyboard gives and become Western ones,
 * but in a label of a domain that is Persian anyway. Spaces around it are dropped, and nothing else is mended.
 * Faults: `mail/address-character`, `-several`, `-space`, `-form`, `-local`, `-domain`, `-long`.
 */
export function parseMailAddress(raw: string): Parsed<string> {
  const text = raw.replace(/^[ \t\u00a0]+|[ \t\u00a0]+$/g, '')
  const values = { text: safely(text) }
  // The half-space is a letter of Persian domains; it is judged with the domain.
  const character = /[\p{C}\u2028\u2029]/u.exec(text.replace(/\u200c(?=[^@]*$)/g, ''))?.[0]
  if (character !== undefined)
    return bad('mail/address-character', { ...values, character: codePointName(character) })
  if (/[,،;؛]/.test(text) || text.split('@').length > 2) return bad('mail/address-several', values)
  if (/\s/.test(text)) return bad('mail/address-space', values)
  const [typed = '', place = ''] = text.split('@')
  if (typed === '' || place === '') return bad('mail/address-form', values)
  const local = toLatinDigits(typed)
  if (/[^\0-\x7f]/.test(local)) return bad('mail/address-local', { ...values, local: safely(local) })
  // What looks like an encoded word some reader would decode, line ends included (RFC 2047 §5 has none in an address).
  if (!dotAtom.test(local) || local.includes('=?')) return bad('mail/address-form', values)
  const domain = asciiDomain(place)
  if (domain === undefined) return bad('mail/address-domain', { ...values, domain: safely(place) })
  const address = `${local}@${domain}`
  if (local.length > longest.local || address.length > longest.address)
    return bad('mail/address-long', {
      ...values,
      local: String(longest.local),
      address: String(longest.address),
    })
  return good(address)
}

/** Lower case. Undefined for what no mail can be sent to: a bare name, a number, a label of another form. */
function asciiDomain(place: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.\u200c-]+$/u.test(place)) return undefined
  const labels = place.split('.').map((one) => {
    const folded = toLatinDigits(one)
    return /[^\0-\x7f]/.test(folded) ? one : folded
  })
  const domain = domainToASCII(labels.join('.'))
  return domainName.test(domain) ? domain : undefined
}

const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** What a terminal, a log or a header may show. */
function safely(text: string): string {
  const short = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
  return short.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd')
}

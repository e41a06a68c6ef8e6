/** Who a message is from and to. */
import { parseMailAddress } from '../model/mail-address.ts'
import { good } from '../persian/result.ts'
import type { Parsed } from '../persian/result.ts'
import type { Mailbox } from './message.ts'

/** Longer names are cut: some readers lose a letter where an encoded name is continued. In characters. */
const longestName = 60

/** Faults: those of `parseMailAddress`. A name that says nothing is left out. */
export function mailboxOf(address: string, name = ''): Parsed<Mailbox> {
  const parsed = parseMailAddress(address)
  if (!parsed.ok) return parsed
  const shown = displayName(name)
  return good(shown === '' ? { address: parsed.value } : { name: shown, address: parsed.value })
}

/** One line of visible text: without controls and what steers the direction; half-spaces stay. */
export const displayName = (name: string): string => cut(headerText(name), longestName)

/** A subject, a name: what may stand in a header as a reader sees it. */
export function headerText(text: string): string {
  return (
    text
      .replace(/[\s\p{Cc}]/gu, ' ')
      .replace(/(?!\u200c)\p{C}/gu, '')
      .replace(/ +/g, ' ')
      .normalize('NFC')
      // What looks like an encoded word would be decoded into another text.
      .replace(/=\?+/g, '=')
      .trim()
  )
}

/** At a word, where one ends in the last third. */
function cut(text: string, longest: number): string {
  const characters = [...text]
  if (characters.length <= longest) return text
  const short = characters.slice(0, longest - 1).join('')
  const atWord = short.replace(/\s+\S*$/, '')
  return `${atWord.length > (short.length * 2) / 3 ? atWord : short}…`
}

/** Names that a message keeps for good: of its delivery, of itself, of the council it comes from. */
import { createHash } from 'node:crypto'
import { searchKey } from '../persian/search-key.ts'

export type DeliveryKind = 'pack' | 'supplement' | 'reminder'

/** What is sent only once. */
export interface DeliveryKey {
  /** By which the workspace knows the meeting; of reminders, the day. */
  meeting: string
  edition: number
  kind: DeliveryKind
  /** As `parseMailAddress` gives it. */
  address: string
}

/** SHA-256 in hexadecimal; the same for the same delivery, whenever it is composed. */
export const deliveryId = ({ meeting, edition, kind, address }: DeliveryKey): string =>
  // One mailbox, however it is written: better one message too few than one twice.
  hash(JSON.stringify([meeting, edition, kind, address.toLowerCase()]))

/** A header of one line for domains of up to 28 letters. */
const idLength = 32

/** Message-ID without its brackets. @param domain of the sender */
export const messageIdOf = (delivery: string, domain: string): string =>
  `${delivery.slice(0, idLength)}@${domain}`

/** List-Id (RFC 2919): the council's name, and a name in ASCII that is the same however the other is spelled. */
export const listOf = (council: string, domain: string): { name: string; id: string } => ({
  name: council,
  id: `c${hash(searchKey(council).replaceAll(' ', '')).slice(0, 12)}.${domain}`,
})

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** One message to one recipient, and what became of it. */

/**
 * queued → sending → sent, failed or unknown; cancelled before it left. `unknown` left whole and was not answered: the
 * server may have it or not, and nothing but a person, or a report from the server, ends that.
 */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled'

/** Of one that is being sent: with a sender, or about to be ended by its dot (RFC 5321 §4.1.1.4) and so the server's. */
export type DeliveryStage = 'claimed' | 'dot'

/** What is queued: everything of it is made and checked before. */
export interface NewDelivery {
  /** Hexadecimal; the same for the same meeting, edition, kind and mailbox. */
  id: string
  /** By which the workspace knows it; of reminders, the day. */
  meeting: string
  edition: number
  kind: 'pack' | 'supplement' | 'reminder'
  name: string
  address: string
  /** Without its brackets. */
  messageId: string
  /** SHA-256 of the message as it is kept, in hexadecimal. */
  eml: string
  /** Of it, in bytes. */
  size: number
  /** Of what is in it. */
  class: string
  /** Reminders: what is told in it, each as a key of resolution, deadline and offset. No mailbox is told one twice. */
  subjects?: readonly string[]
}

export interface Delivery extends Omit<NewDelivery, 'subjects'> {
  state: DeliveryState
  stage?: DeliveryStage
  /** How often a sender took it; with `owner` it fences what an earlier one may still write. */
  attempt: number
  /** How often in a row it was put off: see `settle`. */
  putOff: number
  /** Sent again by a person's word though it may have arrived. */
  again: boolean
  /** ISO 8601, in UTC. */
  queuedAt: string
  changedAt: string
  notBefore?: string
  owner?: string
  leaseUntil?: string
  /** The server's last words. */
  response?: string
  error?: string
}

/** One line of the history of a delivery, which is only ever added to. */
export interface DeliveryEvent {
  at: string
  /** A sender, a person, a program. */
  by: string
  what: EventName
  attempt: number
  /** A reply, an error, a report. */
  detail?: string
}

export type EventName =
  | 'queued'
  | 'claimed'
  | 'dot'
  | 'sent'
  | 'failed'
  | 'put-off'
  | 'released'
  | 'unknown'
  | 'lease-over'
  | 'cancelled'
  | 'marked-sent'
  | 'again'
  | 'dropped'
  | 'reported'

/** What came of one attempt. */
export type Outcome =
  | { state: 'sent'; response: string }
  | { state: 'failed'; response?: string; error?: string }
  | { state: 'retry'; notBefore: Date; response?: string; error?: string }
  | { state: 'unknown'; error: string }
  /** Given back before anything of it left. */
  | { state: 'released' }

/** By which a server's report names a delivery (RFC 3461 §4.4): the beginning of its id. */
export const envelopeIdOf = (id: string): string => id.slice(0, 32)

/** A message as it is composed: one for each recipient, with all that decides its bytes. */

export interface Mailbox {
  /** Display name, as `displayName` lets it pass. */
  name?: string
  /** In ASCII, as `parseMailAddress` gives it. */
  address: string
}

/** A file of the message: what it holds, or where it lies; then it is read only while the message is. */
export interface MailAttachment {
  name: string
  /** MIME type, with its parameters. */
  type: string
  /** In bytes. */
  size: number
  /** Absolute. */
  path?: string
  content?: string | Uint8Array
}

export interface Message {
  /** The delivery's. */
  id: string
  /** Without its brackets. */
  messageId: string
  /** When it was approved. */
  date: Date
  from: Mailbox
  replyTo?: Mailbox
  to: Mailbox
  subject: string
  text: string
  html: string
  attachments: readonly MailAttachment[]
  /** By which a mail program can file what comes from one council. */
  list?: { name: string; id: string }
  /** Message-IDs of what it follows, without brackets, the first one first. */
  references?: readonly string[]
  /** Address that takes nobody's reminders any more; of reminders only. */
  unsubscribe?: string
  /** Sent without a person who released it. */
  automatic?: boolean
  /** To be opened in a mail program and sent from there. */
  draft?: boolean
}

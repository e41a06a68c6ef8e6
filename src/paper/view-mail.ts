/** What a mail says, in the language of its recipient; '' and [] mean that there is nothing to say. */
import type { Text } from './view.ts'

export interface MailFact {
  label: Text
  value: Text
}

/** A file that is attached. */
export interface MailFile {
  title: Text
  name: Text
  /** Its pages and size. */
  detail: Text
}

/** A file that is too big for mail. */
export interface MailDownload {
  title: Text
  detail: Text
  url: string
  /** SHA-256 in hexadecimal, by which what was fetched is compared. */
  sha256: string
}

/** Something that is asked of the recipient's body. */
export interface MailAsk {
  n: Text
  text: Text
  /** Amount, legal basis. */
  detail: Text
}

export interface MailResolution {
  n: Text
  text: Text
  /** The meeting that decided it, its id. */
  detail: Text
  deadline: Text
  /** How late it is, or how much time is left; in reminders only. */
  standing: Text
  late: boolean
}

/** Titles of the parts of a mail and heads of its columns, in its language. */
export interface MailWords {
  attached: Text
  downloads: Text
  asks: Text
  resolutions: Text
  resolution: Text
  deadline: Text
  download: Text
  file: Text
  checksum: Text
  reply: Text
}

export interface MailView {
  lang: 'fa' | 'en'
  dir: 'rtl' | 'ltr'
  /** The side on which lines begin, for `align` and `text-align`. */
  side: 'right' | 'left'
  /** #rrggbb of the office. */
  accent: string
  words: MailWords
  subject: Text
  /** What a list of mail shows of it. */
  preview: Text
  invocation: Text
  office: Text[]
  /** «بستهٔ جلسه». */
  kind: Text
  title: Text
  /** Above normal only. */
  class: Text
  /** Form of address and name, post, body. */
  addressed: Text[]
  greeting: Text
  opening: Text
  facts: MailFact[]
  files: MailFile[]
  downloads: MailDownload[]
  asks: MailAsk[]
  resolutions: MailResolution[]
  notes: Text[]
  /** How what is of a class is handled. */
  caution: Text
  closing: Text
  signature: Text[]
  /** Address for answers. */
  reply: string
}

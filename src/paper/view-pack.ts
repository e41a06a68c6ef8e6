/** What the parts of a pack say that are no papers of a meeting: its front, its slip sheets, its sheet of changes. */
import type { Ask, DraftResolution, Text } from './view.ts'

/** A section of a paper of the pack, with its page of the pack. */
export interface PackSectionRow {
  number: Text
  title: Text
  page: Text
  /** A link within the pack. */
  href: string
}

/** A part of the pack: a paper, or an annex with its slip sheet. */
export interface PackContentsRow {
  /** «پیوست ۳»; nothing for a paper. */
  label: Text
  title: Text
  /** Its class and how many pages it has. */
  detail: Text
  page: Text
  href: string
  sections: PackSectionRow[]
}

/** Who gets the pack, in the language in which he is addressed. */
export interface PackRecipient {
  lang: 'fa' | 'en'
  dir: 'rtl' | 'ltr'
  /** Name with the form of address, post, body. */
  lines: Text[]
  /** «نسخهٔ ۳». */
  copy: Text
}

export interface PackFront {
  /** One entry in a personal copy, else none. */
  recipients: PackRecipient[]
  /** «متمم ویرایش ۱»: what a supplement adds to. */
  supplement: Text
  /** What was left out, where the office lets it be said. */
  told: Text
  /** Asks that are made of the recipient's body. */
  asks: Ask[]
  /** Resolutions that name his body. */
  resolutions: DraftResolution[]
  contents: PackContentsRow[]
}

/** The sheet before an annex. */
export interface SlipSheet {
  /** «پیوست ۳». */
  label: Text
  title: Text
  fields: { label: Text; value: Text }[]
}

/** A piece that is not what it was in an earlier edition. */
export interface PieceChange {
  /** Whether it is new, another or gone. */
  change: Text
  title: Text
  /** What is other in it. */
  lines: Text[]
}

export interface Supplement {
  /** «تغییرات نسبت به ویرایش ۱». */
  title: Text
  groups: { title: Text; rows: PieceChange[] }[]
}

export interface PackView {
  pack: PackFront
  slip: SlipSheet
  supplement: Supplement
}

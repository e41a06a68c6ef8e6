/** Facts of a pack → what its front, slip sheets and sheet of changes print. */
import type { Briefing } from '../insight/insight.ts'
import { classes } from '../model/choices.ts'
import type { Class } from '../model/choices.ts'
import { lowestClass, meetingClass } from '../model/class.ts'
import type { Labels } from '../model/glossary.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { belongingOf } from './annexes.ts'
import { askRows, resolutionRows } from './asked-rows.ts'
import type { Directory } from './directory.ts'
import type { House, MoneyWords } from './head.ts'
import type { Ask, DraftResolution } from './view.ts'
import type {
  PackContentsRow,
  PackFront,
  PackRecipient,
  PackView,
  SlipSheet,
  Supplement,
} from './view-pack.ts'

/** A part of a pack as its contents list it; pages are those of the pack, counted from 1. */
export interface ListedPart {
  /** Its place among the parts, counted from 1. */
  part: number
  title: string
  page?: number
  /** The number of an annex. */
  annex?: number
  class?: Class
  pages?: number
  /** With pages of the part itself, counted from 1. */
  sections: { number: string; title: string; page: number }[]
}

/** What a pack is besides its meeting; every paper in a pack has it. */
export interface PackFacts {
  recipient?: { name: string; honorific?: string; post?: string; body?: string; language: 'fa' | 'en' }
  /** Number of the copy. */
  copy?: number
  /** The edition that a supplement adds to. */
  since?: number
  told?: string
  parts?: readonly ListedPart[]
  /** The annex of a slip sheet, and how many pages it has. */
  slip?: { id: string; pages: number }
  changes?: Supplement['groups']
}

const number = (n: number): string => toPersianDigits(String(n))

export const annexLabel = (n: number): string => `پیوست ${number(n)}`

/** «نسخهٔ ۳», «Copy 3». */
export const copyWords = (copy: number, language: 'fa' | 'en'): string =>
  language === 'fa' ? `نسخه\u0654 ${number(copy)}` : `Copy ${copy}`

/** «جناب آقای دکتر …». */
export const addressedName = ({ honorific, name }: NonNullable<PackFacts['recipient']>): string =>
  [honorific, name].filter(Boolean).join(' ')

export function packView(
  { pack: facts = {}, settings }: House,
  briefing: Briefing,
  names: Directory,
  labels: Labels,
  money: MoneyWords,
): PackView {
  return {
    pack: front(facts, briefing, names, labels, money),
    slip: slip(facts, briefing, names, labels, settings.class),
    supplement: {
      title: facts.since === undefined ? '' : `تغییرات نسبت به ${labels.edition} ${number(facts.since)}`,
      groups: facts.changes ?? [],
    },
  }
}

function front(
  { recipient, copy, since, told = '', parts = [] }: PackFacts,
  briefing: Briefing,
  names: Directory,
  labels: Labels,
  money: MoneyWords,
): PackFront {
  // A supplement says only what is new.
  const body = since === undefined ? recipient?.body : undefined
  return {
    recipients: recipient ? [addressOf(recipient, copy)] : [],
    supplement: since === undefined ? '' : `متمم ${labels.edition} ${number(since)}`,
    told,
    asks: body === undefined ? [] : ownAsks(briefing, body, names, money),
    resolutions: body === undefined ? [] : ownResolutions(briefing, body, names, money),
    contents: parts.map(contentsRow),
  }
}

function addressOf(recipient: NonNullable<PackFacts['recipient']>, copy: number | undefined): PackRecipient {
  const { post = '', body = '', language } = recipient
  return {
    lang: language,
    dir: language === 'fa' ? 'rtl' : 'ltr',
    lines: [addressedName(recipient), post, post.includes(body) ? '' : body].filter(Boolean),
    copy: copy === undefined ? '' : copyWords(copy, language),
  }
}

function contentsRow({
  part,
  title,
  page,
  annex,
  class: level,
  pages,
  sections,
}: ListedPart): PackContentsRow {
  const detail = [level && classes[level], pages !== undefined && `${number(pages)} صفحه`]
  return {
    label: annex === undefined ? '' : annexLabel(annex),
    title,
    detail: detail.filter(Boolean).join('، '),
    page: page === undefined ? '' : number(page),
    href: `jalaseh:part/${part}`,
    sections: sections.map((section) => ({
      number: section.number,
      title: section.title,
      page: page === undefined ? '' : number(page + section.page - 1),
      href: `jalaseh:part/${part}/page/${section.page}`,
    })),
  }
}

/** What is asked of a body, by its name. */
export function ownAsks({ meeting }: Briefing, body: string, names: Directory, money: MoneyWords): Ask[] {
  const own = (meeting.asks ?? []).filter(({ to }) => names.body(to) === body)
  return askRows(own, names, money)
}

/** Resolutions that a body is to carry out, alone or with others. */
export function ownResolutions(
  { meeting, calendar }: Briefing,
  body: string,
  names: Directory,
  money: MoneyWords,
): DraftResolution[] {
  const own = (meeting.resolutions ?? []).filter(({ responsible, cooperating = [] }) =>
    [responsible, ...cooperating].some((one) => names.body(one) === body),
  )
  return resolutionRows(own, names, money, calendar)
}

function slip(
  { slip: of }: PackFacts,
  briefing: Briefing,
  names: Directory,
  labels: Labels,
  unsaid: Class = lowestClass,
): SlipSheet {
  const annexes = briefing.meeting.annexes ?? []
  const index = annexes.findIndex(({ id }) => id === of?.id)
  const annex = annexes[index]
  if (of === undefined || annex === undefined) return { label: '', title: '', fields: [] }
  const source = names.sources.find(({ mark }) => mark !== '' && mark === names.mark(annex.source))
  const fields = [
    { label: labels.belongs_to, value: belongingOf(briefing.meeting, annex.id) },
    {
      label: labels.annex_source,
      value: source ? [source.title, source.detail].filter(Boolean).join('، ') : (annex.source ?? ''),
    },
    { label: labels.classification, value: classes[annex.class ?? meetingClass(briefing.meeting, unsaid)] },
    { label: labels.pages, value: number(of.pages) },
  ]
  return {
    label: annexLabel(index + 1),
    title: annex.title,
    fields: fields.filter(({ value }) => value !== ''),
  }
}

/** A delivery to one recipient → what its mail says. */
import type { Briefing } from '../insight/insight.ts'
import { isAbove, lowestClass } from '../model/class.ts'
import type { Class } from '../model/choices.ts'
import type { Meeting } from '../model/meeting.ts'
import { toLatinDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { directory } from './directory.ts'
import { accentOf, labelsOf, meetingWords, moneyWords, office } from './head.ts'
import type { House } from './head.ts'
import { copyLabel, englishLabels, mailForms, mailWords } from './mail-words.ts'
import { addressedName, ownAsks, ownResolutions } from './pack.ts'
import type { PackFacts } from './pack.ts'
import type { MailAsk, MailFact, MailResolution, MailView } from './view-mail.ts'

/** A file of the delivery. */
export interface MailedFile {
  title: string
  /** Under which it is attached, or fetched. */
  name: string
  pages?: number
  /** In bytes. */
  size: number
}

export interface Downloadable extends MailedFile {
  url: string
  /** In hexadecimal. */
  sha256: string
}

export interface Correspondence {
  recipient: NonNullable<PackFacts['recipient']>
  /** Address for answers. */
  replyTo: string
}

/** What is delivered. The meeting is given as the recipient may see it. */
export interface MailFacts extends Correspondence {
  content: 'full' | 'summary' | 'excerpt'
  /** The edition that it adds to; of supplements. */
  since?: number
  /** Number of the copy. */
  copy?: number
  /** Class of the pack. */
  class: Class
  files: readonly MailedFile[]
  /** Name of the calendar entry, where one is attached. */
  calendar?: string
  /** What is too big for mail. */
  downloads: readonly Downloadable[]
  /** What was left out, where the office lets it be said. */
  told?: string
}

/** Mail is read at a glance, and Gmail cuts it at 102 kB: whatever is longer stands in the papers. */
const mostRows = 30
const longestText = 240
const longestSubject = 140

const contents = {
  fa: { full: 'بستهٔ مدارک', summary: 'خلاصهٔ مدارک', excerpt: 'ابلاغیهٔ مصوبات' },
  en: { full: 'meeting papers', summary: 'summary of the papers', excerpt: 'resolutions' },
} as const

export function mailView(facts: MailFacts, briefing: Briefing, house: House): MailView {
  const { recipient, content, since, class: level } = facts
  const { language } = recipient
  const { meeting } = briefing.meeting
  const forms = mailForms[language]
  const names = directory(briefing.meeting)
  const what = contents[language][content]
  const meetingName = language === 'fa' ? meetingWords(meeting) : meeting.title
  const day = meeting.date === undefined ? '' : forms.date(meeting.date)
  const own = recipient.body === undefined || since !== undefined ? undefined : recipient.body
  const money = moneyWords(house)
  const subject = subjectOf(facts, meetingName, day, what)
  const opening = openingOf(facts, meetingName, day, what)
  return {
    ...framed(facts, briefing.meeting, house),
    subject: isAbove(level, lowestClass) ? `${forms.class(level)}: ${subject}` : subject,
    preview: opening,
    kind:
      language === 'fa'
        ? [since === undefined ? '' : 'متمم', what].filter(Boolean).join(' ')
        : since === undefined
          ? capital(what)
          : `Supplement to the ${what}`,
    title: meeting.title,
    class: isAbove(level, lowestClass) ? forms.class(level) : '',
    opening,
    facts: factRows(facts, briefing.meeting, house),
    files: [
      ...facts.files.map((file) => ({ title: file.title, name: file.name, detail: detailOf(file, facts) })),
      ...(facts.calendar === undefined
        ? []
        : [
            {
              title: language === 'fa' ? 'رویداد جلسه برای تقویم' : 'The meeting as a calendar entry',
              name: facts.calendar,
              detail: '',
            },
          ]),
    ],
    downloads: facts.downloads.map((file) => ({
      title: file.title,
      detail: detailOf(file, facts),
      url: file.url,
      sha256: file.sha256,
    })),
    asks: own === undefined ? [] : askRows(ownAsks(briefing, own, names, money), facts),
    resolutions: own === undefined ? [] : resolutionRows(ownResolutions(briefing, own, names, money), facts),
    notes: [facts.told ?? ''].filter(Boolean),
    caution: isAbove(level, lowestClass) ? cautionOf(level, language) : '',
  }
}

/** All that is the same in every mail of an office to this recipient. */
export function framed(
  { recipient, replyTo }: Correspondence,
  meeting: Pick<Meeting, 'meeting' | 'office'>,
  house: House,
): Omit<MailView, 'subject' | 'preview' | 'kind' | 'title' | 'opening'> {
  const { language, post = '', body = '' } = recipient
  const isPersian = language === 'fa'
  const { lines, invocation } = office(meeting, house)
  const from = secretariat(meeting.meeting.body, lines, isPersian)
  return {
    lang: language,
    dir: isPersian ? 'rtl' : 'ltr',
    side: isPersian ? 'right' : 'left',
    accent: accentOf(meeting, house),
    words: mailWords[language],
    invocation: isPersian ? invocation : '',
    office: lines,
    class: '',
    addressed: [
      isPersian ? addressedName(recipient) : `Dear ${addressedName(recipient)},`,
      ...(isPersian ? [post, post.includes(body) ? '' : body] : []),
    ].filter(Boolean),
    greeting: isPersian ? labelsOf(house).greeting : '',
    facts: [],
    files: [],
    downloads: [],
    asks: [],
    resolutions: [],
    notes: [],
    caution: '',
    closing: isPersian ? 'با تشکر و احترام' : 'Yours sincerely,',
    signature: [from].filter(Boolean),
    reply: replyTo,
  }
}

/** The office that writes: the secretariat its letterhead names, else that of the council. */
function secretariat(council: string | undefined, lines: readonly string[], isPersian: boolean): string {
  const named = lines.find((line) => line.startsWith('دبیرخانه')) ?? lines.at(-1) ?? ''
  if (named.startsWith('دبیرخانه') || council === undefined) return named
  return isPersian ? `دبیرخانه\u0654 ${council}` : `Secretariat, ${council}`
}

function subjectOf({ recipient, since }: MailFacts, meeting: string, day: string, what: string): string {
  const added =
    recipient.language === 'fa'
      ? [since === undefined ? '' : 'متمم', what, meeting].filter(Boolean).join(' ')
      : `${since === undefined ? capital(what) : `Supplement to the ${what}`}: ${meeting}`
  const rest = day && `${recipient.language === 'fa' ? '، ' : ', '}${day}`
  return `${shortened(added, longestSubject - rest.length)}${rest}`
}

function openingOf(
  { recipient, since, files, downloads }: MailFacts,
  meeting: string,
  day: string,
  what: string,
): string {
  const at = day && ` (${day})`
  if (recipient.language === 'en') {
    const of = `the ${since === undefined ? '' : 'supplement to the '}${what} of “${meeting}”`
    const on = day && `, ${day}`
    if (downloads.length === 0) return `Please find attached ${of}${on}.${sinceWords(since, 'en')}`
    if (files.length === 0)
      return `You can fetch ${of}${on} at the address below, as it is too large for mail.${sinceWords(since, 'en')}`
    return `Please find attached a part of ${of}${on}; what is too large for mail can be fetched at the address below.${sinceWords(since, 'en')}`
  }
  const of = `${since === undefined ? '' : 'متمم '}${what} ${meeting}${at}`
  if (downloads.length === 0) return fa`${of} به پیوست تقدیم می~شود.${sinceWords(since, 'fa')}`
  if (files.length === 0)
    return fa`${of}، که از اندازهٔ رایانامه بزرگ~تر است، از نشانی زیر دریافت می~شود.${sinceWords(since, 'fa')}`
  return fa`بخشی از ${of} به پیوست تقدیم می~شود و آنچه از اندازهٔ رایانامه بزرگ~تر است از نشانی زیر دریافت می~شود.${sinceWords(since, 'fa')}`
}

function sinceWords(since: number | undefined, language: 'fa' | 'en'): string {
  if (since === undefined) return ''
  return language === 'fa'
    ? ` این متمم تنها تغییرات نسبت به ویرایش ${mailForms.fa.number(since)} را دارد.`
    : ` It holds only what has changed since edition ${since}.`
}

function factRows(facts: MailFacts, { meeting }: Meeting, house: House): MailFact[] {
  const { recipient, copy, class: level, files, downloads } = facts
  const { language } = recipient
  const forms = mailForms[language]
  const labels = language === 'fa' ? labelsOf(house) : englishLabels
  const pages = [...files, ...downloads].reduce((sum, file) => sum + (file.pages ?? 0), 0)
  const { edition = 1 } = meeting
  return [
    { label: labels.meeting_date, value: meeting.date === undefined ? '' : forms.date(meeting.date) },
    { label: labels.hours, value: forms.hours(meeting.start, meeting.end) },
    { label: labels.place, value: forms.place(meeting) },
    {
      label: labels.session_number,
      value: meeting.session === undefined ? '' : forms.number(meeting.session),
    },
    { label: labels.classification, value: forms.class(level) },
    { label: labels.edition, value: edition < 2 ? '' : forms.number(edition) },
    { label: copyLabel[language], value: copy === undefined ? '' : forms.number(copy) },
    { label: labels.pages, value: pages === 0 ? '' : forms.number(pages) },
  ].filter(({ value }) => value !== '')
}

function detailOf({ pages, size }: MailedFile, { recipient }: MailFacts): string {
  const forms = mailForms[recipient.language]
  return forms.list([pages === undefined ? '' : forms.pages(pages), forms.size(size)])
}

function askRows(rows: ReturnType<typeof ownAsks>, { recipient }: MailFacts): MailAsk[] {
  const forms = mailForms[recipient.language]
  return rows.slice(0, mostRows).map(({ n, text, amount, legalBasis }) => ({
    n: numbered(n, recipient.language),
    text: shortened(text, longestText),
    detail: forms.list([amount, shortened(legalBasis, longestText)]),
  }))
}

function resolutionRows(rows: ReturnType<typeof ownResolutions>, { recipient }: MailFacts): MailResolution[] {
  return rows.slice(0, mostRows).map(({ n, text, credit, deadline }) => ({
    n: numbered(n, recipient.language),
    text: shortened(text, longestText),
    detail: credit,
    deadline,
    standing: '',
    late: false,
  }))
}

const numbered = (n: string, language: 'fa' | 'en'): string => (language === 'fa' ? n : toLatinDigits(n))

function cautionOf(level: Class, language: 'fa' | 'en'): string {
  return language === 'fa'
    ? fa`این پیام و پیوست~های آن «${mailForms.fa.class(level)}» و تنها برای گیرندهٔ آن است؛ بازفرستادن، رونوشت و چاپ آن تابع مقررات اسناد طبقه~بندی~شده است.`
    : `This message and what is attached to it are ${mailForms.en.class(level).toLowerCase()} and for its recipient alone; it is not to be forwarded.`
}

const capital = (text: string): string => text.replace(/^./, (first) => first.toUpperCase())

/** At a word. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`
}

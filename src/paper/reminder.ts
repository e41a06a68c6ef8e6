/** Resolutions whose deadline is near or past → the mail that reminds of them: one for each recipient and day. */
import type { JalaliDate } from '../persian/calendar.ts'
import { dayNumber } from '../persian/calendar.ts'
import { fa } from '../persian/fa.ts'
import { count } from './head.ts'
import type { House } from './head.ts'
import { framed, shortened } from './mail.ts'
import type { Correspondence } from './mail.ts'
import { mailForms } from './mail-words.ts'
import type { MailView } from './view-mail.ts'

export interface DueResolution {
  id: string
  text: string
  /** The meeting that decided it. */
  origin: string
  due: JalaliDate
}

export interface ReminderFacts extends Correspondence {
  /** Council whose resolutions they are, where all are of one. */
  council?: string
  today: JalaliDate
  resolutions: readonly DueResolution[]
  /** Address that takes no more reminders. */
  unsubscribe?: string
}

const mostRows = 40
const longestText = 240

/** The latest first. */
export function reminderView(facts: ReminderFacts, house: House): MailView {
  const { recipient, council, today, unsubscribe } = facts
  const { language } = recipient
  const forms = mailForms[language]
  const sorted = facts.resolutions
    .map((row) => ({ ...row, days: dayNumber(row.due) - dayNumber(today) }))
    .toSorted((a, b) => a.days - b.days || a.id.localeCompare(b.id))
  const late = sorted.filter(({ days }) => days < 0).length
  const said = { rows: sorted.length, late, day: forms.date(today), council }
  const { subject, opening, kind } = language === 'fa' ? persianWords(said) : englishWords(said)
  const left = sorted.length - mostRows
  return {
    ...framed(facts, { meeting: { title: '', ...(council !== undefined && { body: council }) } }, house),
    subject,
    preview: opening,
    kind,
    title: council ?? '',
    opening,
    resolutions: sorted.slice(0, mostRows).map(({ id, text, origin, due, days }, index) => ({
      n: forms.number(index + 1),
      text: shortened(text, longestText),
      detail: forms.list([origin, id]),
      deadline: forms.day(due),
      standing: forms.left(days),
      late: days < 0,
    })),
    notes: [
      ...(left > 0
        ? [language === 'fa' ? fa`و ${forms.number(left)} مصوبهٔ دیگر` : `and ${left} more resolutions`]
        : []),
      ...(unsubscribe === undefined
        ? []
        : [
            language === 'fa'
              ? fa`اگر این یادآوری به شما مربوط نیست، به ${unsubscribe} بنویسید تا دیگر فرستاده نشود.`
              : `If these reminders do not concern you, write to ${unsubscribe} and they will stop.`,
          ]),
    ],
  }
}

interface Said {
  rows: number
  late: number
  day: string
  council: string | undefined
}
type Words = Pick<MailView, 'subject' | 'opening' | 'kind'>

function persianWords({ rows, late, day, council }: Said): Words {
  const of = council === undefined ? '' : `\u0654 ${council}`
  const whose = late < rows ? `${count(late)} مصوبه` : rows === 1 ? 'آن' : fa`همه\u0654 آن~ها`
  const passed = late === 0 ? '' : `؛ مهلت ${whose} گذشته است`
  return {
    kind: 'یادآوری مصوبات',
    subject: `یادآوری ${mailForms.fa.number(rows)} مصوبه${of}، ${day}`,
    opening: fa`${count(rows)} مصوبه${of} که اجرای آن با شماست در فهرست زیر آمده است${passed}. خواهشمند است دستور فرمایید نتیجهٔ اقدام به دبیرخانه اعلام شود.`,
  }
}

function englishWords({ rows, late, day, council }: Said): Words {
  const what = rows === 1 ? '1 resolution' : `${rows} resolutions`
  const of = council === undefined ? '' : ` of ${council}`
  return {
    kind: 'Reminder of resolutions',
    subject: `Reminder: ${what}${of}, ${day}`,
    opening: `This is a reminder of ${what}${of} in your charge${late > 0 ? `, ${late} of them past the deadline` : ''}. Please let the secretariat know how they stand.`,
  }
}

/** The story as an office writes it: a briefing before each meeting, and minutes filled in after it. */
import { isMap, isSeq, parseDocument } from 'yaml'
import type { Document, YAMLMap, YAMLSeq } from 'yaml'
import { dateOf } from './calendar.ts'
import { bodies } from './story.ts'
import type { Decision, Report, Session } from './story.ts'

export const council = 'کارگروه نمونهٔ توسعهٔ بازار'
const two = (n: number): string => String(n).padStart(2, '0')
/** Base name of the files of a meeting. */
export const nameOf = (month: number): string => `market-1405-${two(month)}`

const members = [
  { id: 'm1', name: 'عضو نمونهٔ یکم', post: 'رئیس کارگروه نمونه' },
  { id: 'm2', name: 'عضو نمونهٔ دوم', post: 'دبیر کارگروه نمونه' },
  { id: 'm3', name: 'عضو نمونهٔ سوم', post: 'نمایندهٔ ادارهٔ کل نمونهٔ راه' },
  { id: 'm4', name: 'عضو نمونهٔ چهارم', post: 'نمایندهٔ بانک فرضی توسعه' },
]

/** Keys in Persian and English by turns, for both are the same to the product. */
export function briefingText({ month, day, decisions, rejected, figures }: Session): string {
  const persian = month % 2 === 1
  const key = (fa: string, en: string): string => (persian ? fa : en)
  const decision = ({ id, was, text, body, deadline, credit }: Decision): string =>
    [
      `  - ${key('شناسه', 'id')}: "${id}"`,
      ...(was === undefined ? [] : [`    was: "${was}"`]),
      `    ${key('متن', 'text')}: ${text}`,
      `    ${key('دستگاه مسئول', 'responsible')}: ${body}`,
      ...(deadline === '' ? [] : [`    ${key('مهلت', 'deadline')}: ${deadline}`]),
      ...(credit === undefined ? [] : [`    ${key('اعتبار', 'credit')}: ${credit} میلیارد تومان`]),
    ].join('\n')
  const figure = ({ key: name, label, value, months }: Session['figures'][number]): string =>
    [
      `  - label: ${label}`,
      `    key: ${name}`,
      '    unit: میلیون دلار',
      `    value: ${value}`,
      `    period: ${months} ماههٔ نخست ۱۴۰۵`,
      '    source: خبرنامهٔ فرضی',
    ].join('\n')
  return `# Fictional: every body, person and figure here is made up for tests.
${key('جلسه', 'meeting')}:
  ${key('عنوان', 'title')}: نشست ماهانهٔ کارگروه نمونه
  ${key('کارگروه', 'body')}: ${council}
  ${key('شمارهٔ جلسه', 'session')}: ${month}
  ${key('تاریخ', 'date')}: ${dateOf(day)}
  ${key('ساعت شروع', 'start')}: "09:00"
  ${key('محل', 'place')}: تالار آزمایشی
  ${key('رئیس جلسه', 'chair')}: m1
  ${key('دبیر جلسه', 'secretary')}: m2
  ${key('شمارهٔ نامه', 'letter_number')}: ۱۴۰۵/${month}/الف
  ${key('وضعیت', 'status')}: ${key('پیش‌نویس', 'draft')}

${key('دستگاه‌ها', 'bodies')}:
${Object.entries(bodies)
  .map(([id, name]) => `  - { id: ${id}, name: ${name} }`)
  .join('\n')}

${key('اشخاص', 'people')}:
${members.map(({ id, name, post }) => `  - { id: ${id}, name: ${name}, post: ${post} }`).join('\n')}

${key('شرکت‌کنندگان', 'attendees')}: [m1, m2, m3, m4]

${key('دستور جلسه', 'agenda')}:
  - ${key('موضوع', 'topic')}: پیگیری مصوبات جلسات قبل
    ${key('ارائه‌دهنده', 'presenter')}: m2
  - بررسی پیشنهادهای تازه
${figures.length === 0 ? '' : `\nstatistics:\n${figures.map(figure).join('\n')}\n`}
${key('مصوبات', 'resolutions')}:
${[...decisions, ...rejected].map(decision).join('\n')}
`
}

/** Minutes as `new minutes` began them, with what the meeting said. Throws where they have no place for it. */
export function filledIn(skeleton: string, session: Session): string {
  const file = parseDocument(skeleton, { schema: 'failsafe' })
  const meeting = part(file, ['جلسه', 'meeting'], isMap)
  write(meeting, ['وضعیت', 'status'], 'final')
  write(meeting, ['ساعت خاتمه', 'end'], '11:00')
  for (const [n, row] of rowsOf(file, ['شرکت‌کنندگان', 'attendees']).entries())
    write(row, ['حضور', 'attendance'], n === 3 ? 'absent' : 'present')
  for (const row of rowsOf(file, ['دستور جلسه', 'agenda']))
    write(row, ['خلاصهٔ مذاکرات', 'discussion'], 'گزارش دبیر شنیده و دربارهٔ آن گفت‌وگو شد.')
  report(file, session.reports)
  const rejected = new Set(session.rejected.map(({ id }) => id))
  if (rejected.size > 0) {
    const list = part(file, ['مصوبات', 'resolutions'], isSeq)
    list.items = list.items.filter((row) => !rejected.has(read(row as YAMLMap, ['شناسه', 'id'])))
  }
  return file.toString({ lineWidth: 0 })
}

function report(file: Document, reports: Report[]): void {
  if (reports.length === 0) return
  const list = part(file, ['پیگیری‌ها', 'followups'], isSeq)
  const rows = new Map(list.items.map((row) => [read(row as YAMLMap, ['شناسه', 'id']), row as YAMLMap]))
  for (const { id, status, progress, deadline, absorbed, into, note } of reports) {
    const row = rows.get(id)
    if (row === undefined) throw new Error(`the minutes have no place for a report on ${id}`)
    if (status !== undefined) write(row, ['وضعیت', 'status'], status)
    if (progress !== undefined) write(row, ['درصد پیشرفت', 'progress'], String(progress))
    if (deadline !== undefined) write(row, ['مهلت', 'deadline'], deadline)
    if (absorbed !== undefined) write(row, ['جذب‌شده', 'absorbed'], `${absorbed} میلیارد تومان`)
    if (into !== undefined) row.set('into', into)
    write(row, ['توضیح', 'note'], note)
  }
  const told = new Set(reports.map(({ id }) => id))
  list.items = list.items.filter((row) => told.has(read(row as YAMLMap, ['شناسه', 'id'])))
}

/** Ids of the open resolutions that minutes ask about. */
export function askedIn(skeleton: string): string[] {
  const file = parseDocument(skeleton, { schema: 'failsafe' })
  const list = ['پیگیری‌ها', 'followups'].map((key) => file.get(key)).find(isSeq)
  return (list?.items ?? []).map((row) => read(row as YAMLMap, ['شناسه', 'id']))
}

function part<T>(file: Document, keys: string[], is: (node: unknown) => node is T): T {
  const found = keys.map((key): unknown => file.get(key)).find(is)
  if (found === undefined) throw new Error(`the minutes have no ${keys.join(' or ')}`)
  return found
}

const rowsOf = (file: Document, keys: string[]): YAMLMap[] =>
  part(file, keys, isSeq as (node: unknown) => node is YAMLSeq).items as YAMLMap[]

/** Writes over what is there; a key that is not there is an error of the minutes. */
function write(row: YAMLMap, keys: string[], value: string): void {
  const key = keys.find((one) => row.has(one))
  if (key === undefined) throw new Error(`the minutes have no ${keys.join(' or ')} to fill in`)
  row.set(key, value)
}

const read = (row: YAMLMap, keys: string[]): string =>
  String(keys.map((key) => row.get(key)).find((value) => value !== undefined) ?? '')

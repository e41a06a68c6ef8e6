import { describe, expect, it } from 'vitest'
import { missingNeeds } from '../../src/paper/paper.ts'
import { toView } from '../../src/paper/view-of.ts'
import type { View } from '../../src/paper/view.ts'
import { definition } from '../page/files.ts'
import { briefingOf, formsView, plain } from './briefing-of.ts'

const house = { settings: {}, emblem: '' }
const paper = definition('minutes')
const view = (yaml: string): View => toView(paper, briefingOf(yaml), house)
const people = `people:
  - { id: a, name: عضو یکم, honorific: جناب آقای, post: رئیس نمونه, body: b }
  - { id: c, name: عضو دوم, post: کارشناس, body: b }
bodies: [{ id: b, name: نمونه }]
`

describe('the minutes of the synthetic meeting', () => {
  const forms = formsView('minutes')

  it('have a head with every fact', () => {
    expect(forms.minutes.map(({ label, value }) => plain(`${label}: ${value}`))).toEqual([
      'برگزارکننده: شورای نمونهٔ استان',
      'شمارهٔ جلسه: ۵',
      'تاریخ جلسه: چهارشنبه ۴ آذر ۱۴۰۵',
      'محل: سالن جلسات شمارهٔ ۱ (نمونه)، حضوری',
      'ساعت شروع: ۹:۰۰',
      'ساعت خاتمه: ۱۱:۰۰',
      'رئیس جلسه: جناب آقای عضو یکم، رئیس شورای نمونه',
      'دبیر جلسه: سرکار خانم عضو دوم، دبیر شورای نمونه',
    ])
  })

  it('give a row to sign to those who were there, a representative in his own name', () => {
    expect(forms.attendance.title).toBe('حاضران')
    expect(forms.attendance.rows.map((row) => plain(Object.values(row).join('|')))).toEqual([
      '۱|جناب آقای عضو یکم||رئیس شورای نمونه|',
      '۲|سرکار خانم عضو دوم||دبیر شورای نمونه|',
      '۳|جناب آقای عضو سوم||رئیس سازمان نمونهٔ یکم|',
      '۴|جناب آقای عضو پنجم|به نمایندگی از سرکار خانم عضو چهارم، مدیرکل|کارشناس|ادارهٔ نمونهٔ دوم',
    ])
  })

  it('name the others, each list under its word', () => {
    expect(
      forms.attendance.others.map(({ label, names }) => plain(`${label}: ${names.join(' + ')}`)),
    ).toEqual([
      'غایبان: عضو ششم، نایب~رئیس',
      'غایبان موجه: سرکار خانم عضو چهارم، مدیرکل (نماینده: جناب آقای عضو پنجم) + جناب آقای عضو هفتم',
      'مدعوان: جناب آقای مهمان یکم، استاد مدعو',
    ])
  })

  it('tell the discussion of every item and keep its place where there is none', () => {
    expect(
      forms.discussion.items.map(({ n, topic, presenter, text }) => [
        n,
        plain(topic),
        presenter,
        text !== '',
      ]),
    ).toEqual([
      ['۱', 'گزارش پیشرفت طرح نمونه', 'عضو سوم', true],
      ['۲', 'منابع مرحلهٔ دوم', 'عضو پنجم', true],
      ['۳', 'تصویب زمان~بندی', '', false],
    ])
  })

  it('have the resolutions under their own title, numbered in the order of the sections', () => {
    expect(
      forms.decisions.rows.map((row) =>
        plain([row.n, row.responsible, row.cooperating, row.deadline, row.credit].join('|')),
      ),
    ).toEqual([
      '۱|سازمان نمونهٔ یکم|ادارهٔ نمونهٔ دوم|۱۴۰۵/۰۹/۲۰|',
      '۲|ادارهٔ نمونهٔ دوم|سازمان نمونهٔ یکم و اتاق نمونهٔ سوم|تا جلسهٔ بعد|۱۲ میلیارد تومان',
      '۳|اتاق نمونهٔ سوم|||',
      '۴|سازمان نمونهٔ یکم||مستمر|',
    ])
    const { attendance, agenda, discussion, decisions } = forms
    expect(
      [attendance, agenda, discussion, decisions].map(({ number, title }) => `${number} ${title}`),
    ).toEqual(['۱ حاضران', '۲ دستور جلسه', '۳ خلاصهٔ مذاکرات', '۴ مصوبات'])
  })

  it('close with the next meeting, the signatures and the copies', () => {
    expect(plain(`${forms.nextMeeting.label}: ${forms.nextMeeting.value}`)).toBe(
      'تاریخ جلسهٔ بعدی: چهارشنبه ۲ دی ۱۴۰۵',
    )
    expect(plain(forms.signatures.statement)).toBe(
      'صورت~جلسهٔ پنجمین جلسهٔ شورای نمونهٔ استان با چهار مصوبه تنظیم شد و به امضای زیر رسید.',
    )
    expect(forms.signatures.officers).toEqual([
      { name: 'جناب آقای عضو یکم', post: 'رئیس شورای نمونه', role: 'رئیس جلسه' },
      { name: 'سرکار خانم عضو دوم', post: 'دبیر شورای نمونه', role: 'دبیر جلسه' },
    ])
    expect(forms.signatures.members.map(({ name }) => name)).toEqual([
      'جناب آقای عضو سوم',
      'جناب آقای عضو پنجم',
    ])
    expect(forms.copies.map(({ to, purpose }) => [to, purpose])).toEqual([
      ['مقام نمونهٔ استان', 'جهت استحضار'],
      ['سرکار خانم عضو چهارم، مدیرکل', 'جهت اقدام'],
      ['بایگانی نمونه', ''],
    ])
  })
})

describe('what a file leaves open', () => {
  it('is blank', () => {
    const { minutes, nextMeeting, signatures } = view('attendees: [عضو یکم]')
    expect(minutes.filter(({ blank }) => blank)).toHaveLength(8)
    expect(nextMeeting.blank).toBe(true)
    expect(plain(signatures.statement)).toBe('صورت~جلسهٔ جلسه تنظیم شد و به امضای زیر رسید.')
    expect(signatures.officers).toEqual([
      { name: '', post: '', role: 'رئیس جلسه' },
      { name: '', post: '', role: 'دبیر جلسه' },
    ])
  })

  it('has no section', () => {
    const { discussion, decisions, copies } = view('attendees: [عضو یکم]\nagenda: [الف]')
    expect([discussion.items, decisions.title, copies]).toEqual([[], '', []])
  })
})

describe('attendance', () => {
  it('that is not recorded yet is a form for everyone who was asked', () => {
    const { attendance } = view(
      `${people}attendees: [a, { person: c }, { person: عضو سوم, attendance: invited }]`,
    )
    expect(plain(attendance.title)).toBe('دعوت~شدگان')
    expect(attendance.rows.map(({ name, body }) => [name, body])).toEqual([
      ['جناب آقای عضو یکم', ''],
      ['عضو دوم', 'نمونه'],
    ])
    expect(attendance.others).toEqual([{ label: 'مدعوان', names: ['عضو سوم'] }])
  })

  it('names those of whom nothing is recorded once it is of others', () => {
    const { attendance } = view(`${people}attendees: [{ person: a, attendance: present }, c]`)
    expect(attendance.rows.map(({ name }) => name)).toEqual(['جناب آقای عضو یکم'])
    expect(attendance.others.map(({ label, names }) => [plain(label), names])).toEqual([
      ['دعوت~شدگان', ['عضو دوم، کارشناس']],
    ])
  })

  it('is what minutes cannot do without', () => {
    expect(missingNeeds(paper, briefingOf('agenda: [الف]'))).toEqual(['attendees'])
    expect(missingNeeds(paper, briefingOf('attendees: [عضو یکم]'))).toEqual([])
  })
})

describe('signatures', () => {
  const crowd = (n: number): string =>
    `attendees: [${Array.from({ length: n }, (_, i) => `{ person: عضو شمارهٔ ${i}, attendance: present }`).join(', ')}]`

  it('of up to twelve members stand in the block, of more in the table of attendance', () => {
    expect(view(crowd(12)).signatures.members).toHaveLength(12)
    expect(view(crowd(12)).signatures.note).toBe('')
    expect(view(crowd(13)).signatures.members).toEqual([])
    expect(view(crowd(13)).signatures.note).toBe('امضای سایر حاضران در جدول حاضران آمده است.')
  })

  it('are those the file names', () => {
    const briefing = briefingOf(`${people}attendees: [{ person: a, attendance: present }]`)
    briefing.meeting.meeting.chair = 'a'
    briefing.meeting.meeting.signatories = ['c', 'a']
    const { signatures } = toView(paper, briefing, house)
    expect(signatures.officers.map(({ name, role }) => [name, role])).toEqual([
      ['عضو دوم', ''],
      ['جناب آقای عضو یکم', 'رئیس جلسه'],
    ])
    expect(signatures.members).toEqual([])
  })
})

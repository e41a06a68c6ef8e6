import { describe, expect, it } from 'vitest'
import { deriveBriefing } from '../../src/insight/insight.ts'
import { toView } from '../../src/paper/view-of.ts'
import { withCarried } from '../../src/register/carry-over.ts'
import { deriveRegister } from '../../src/register/register.ts'
import type { RegisteredMeeting } from '../../src/register/register.ts'
import { definition } from '../page/files.ts'
import { plain } from '../paper/briefing-of.ts'
import { calendar, meetingOf } from './meetings.ts'

const ninth = meetingOf(
  'ninth',
  `
resolutions:
  - { id: 9-1, text: خط آب تکمیل شود, responsible: شرکت آب شهر, issued: 1405/02/01, deadline: 1405/07/30, credit: ۱۲۰ میلیارد تومان }
  - { id: 9-2, text: سامانه گشوده شود, status: done }
  - { id: 9-3, text: پل ساخته شود }
`,
  'session: 9, date: 1405/02/01, body: کارگروه نمونه',
)
const tenth = meetingOf(
  'tenth',
  `
followups:
  - { id: 9-1, date: 1405/04/01, deadline: 1405/08/30, absorbed: ۴۵ میلیارد تومان }
  - { id: 9-1, date: 1405/05/01, deadline: 1405/12/01, progress: 62.5 }
  - 9-3
`,
  'session: 10, date: 1405/05/01, body: كارگروه  نمونه',
)
const other = meetingOf(
  'other',
  'resolutions: [{ id: k-1, text: گزارش داده شود }, { id: k-2, text: نامه نوشته شود }]',
  'session: 3, date: 1405/03/01, body: کمیتهٔ دیگر',
)

function earlierOf(yaml: string, meetings: RegisteredMeeting[] = [ninth, tenth, other]): string[][] {
  const { meeting } = meetingOf('next', yaml, 'body: کارگروه نمونه')
  const briefing = deriveBriefing(meeting, {}, calendar)
  const view = toView(definition('briefing'), withCarried(briefing, deriveRegister(meetings)), {
    settings: {},
    emblem: '',
  })
  return view.earlier.rows.map(({ text, responsible, status, history }) =>
    [text, responsible, status.word, history].map((words) => plain(words).replaceAll('\u200f', '')),
  )
}

describe('a briefing', () => {
  it.each([
    ['of the minutes', 'class: محرمانه', ''],
    ['of the resolution itself', '', ', class: محرمانه'],
  ])('has the class of what it brings: %s', (_, head, own) => {
    const before = meetingOf(
      'before',
      `resolutions: [{ id: 1, text: کاری شود${own} }]`,
      `body: کارگروه${head && `, ${head}`}`,
    )
    const { meeting } = meetingOf('next', '', 'body: کارگروه')
    const briefing = deriveBriefing(meeting, {}, calendar)
    expect(briefing.class).toBe('normal')
    expect(withCarried(briefing, deriveRegister([before])).class).toBe('confidential')
  })

  it('brings the open resolutions of its own body, with their line of history, pace and credit', () => {
    expect(earlierOf('')).toEqual([
      [
        'خط آب تکمیل شود',
        'شرکت آب شهر',
        'در دست اقدام',
        'جلسهٔ نهم؛ در ۲ جلسه مطرح، ۲ بار تمدید؛ پیشرفت ۶۲٫۵ درصد، در ۷۰٪ مدت، ۸ واحد درصد عقب؛ اعتبار ۱۲۰ میلیارد تومان، جذب ۳۷٫۵٪',
      ],
      ['پل ساخته شود', '', 'شروع~نشده', 'جلسهٔ نهم؛ در ۲ جلسه مطرح'],
    ])
  })

  it('brings those of other bodies that it names, and says whose they are', () => {
    expect(earlierOf('followups: [k-2]').map(([text, , , history]) => [text, history])).toEqual([
      ['خط آب تکمیل شود', expect.stringContaining('جلسهٔ نهم؛')],
      ['پل ساخته شود', 'جلسهٔ نهم؛ در ۲ جلسه مطرح'],
      ['نامه نوشته شود', 'جلسهٔ سوم کمیتهٔ دیگر؛ در ۱ جلسه مطرح'],
    ])
  })

  it('leaves those that it writes itself to it, and adds how often they were raised', () => {
    const own = `earlier_resolutions:
  - { id: ۹-۱, text: خط آب, progress: 70 }
  - { text: پل ساخته شود., meeting: جلسهٔ نهم }`
    expect(earlierOf(own)).toEqual([
      ['خط آب', '', '', 'در ۲ جلسه مطرح؛ پیشرفت ۷۰ درصد'],
      ['پل ساخته شود.', '', '', 'جلسهٔ نهم؛ در ۲ جلسه مطرح'],
    ])
  })

  it('is as it was where there is nothing to bring', () => {
    expect(earlierOf('earlier_resolutions: [{ text: خط آب, progress: 70 }]', [])).toEqual([
      ['خط آب', '', '', 'پیشرفت ۷۰ درصد'],
    ])
    const { meeting } = meetingOf('next', 'agenda: [بند]')
    const briefing = deriveBriefing(meeting, {}, calendar)
    expect(withCarried(briefing, deriveRegister([ninth]))).toEqual(briefing)
  })
})

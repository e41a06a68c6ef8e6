import { describe, expect, it } from 'vitest'
import { meetingWords } from '../../src/paper/head.ts'
import { letterMarks } from '../../src/paper/letters.ts'
import { folderName, safeName } from '../../src/paper/file-name.ts'
import { copiesOf, missingNeeds } from '../../src/paper/paper.ts'
import { glossary } from '../../src/model/glossary.ts'
import { toView } from '../../src/paper/view-of.ts'
import type { View } from '../../src/paper/view.ts'
import { ZWNJ } from '../../src/persian/invisible.ts'
import { definition } from '../page/files.ts'
import { briefingOf, formsBriefing, formsView, plain } from './briefing-of.ts'

const house = { settings: {}, emblem: '' }
const fields = (rows: View['cover']): string[] => rows.map(({ label, value }) => plain(`${label}: ${value}`))

describe('the invitation of the synthetic meeting', () => {
  const { invitation, letter, copies } = formsView('invitation', { person: 'm3' })

  it('is addressed and worded as a letter', () => {
    expect(invitation.to).toEqual(['جناب آقای عضو سوم', 'رئیس سازمان نمونهٔ یکم'])
    expect(invitation.subject).toBe('دعوت به پنجمین جلسهٔ شورای نمونهٔ استان')
    expect(invitation.paragraphs.map(plain)).toEqual([
      'بدین~وسیله از جنابعالی دعوت می~شود در پنجمین جلسهٔ شورای نمونهٔ استان که با مشخصات زیر برگزار می~شود شرکت فرمایید.',
    ])
    expect(plain(invitation.closing)).toBe(
      'خواهشمند است در صورت عدم امکان حضور، نمایندهٔ تام~الاختیار معرفی شود.',
    )
    expect(invitation.signer).toEqual({ name: 'سرکار خانم عضو دوم', post: 'دبیر شورای نمونه', role: '' })
    expect(copies).toHaveLength(3)
  })

  it('has its own day and number, and the facts of the meeting', () => {
    expect(fields(letter)).toEqual(['تاریخ: ۱۴۰۵/۰۸/۲۸', 'شماره: ۱۲۳/ن/۴۵۶', 'پیوست: ندارد'])
    expect(fields(invitation.facts)).toEqual([
      'جلسه: بررسی طرح آزمایشی نمونه',
      'تاریخ جلسه: چهارشنبه ۴ آذر ۱۴۰۵',
      'ساعت: ۹:۰۰ تا ۱۱:۰۰',
      'محل: سالن جلسات شمارهٔ ۱ (نمونه)، حضوری',
      'رئیس جلسه: جناب آقای عضو یکم، رئیس شورای نمونه',
    ])
  })

  it('says when each item begins and ends', () => {
    expect(invitation.rows.map(({ n, start, end, minutes }) => [n, start, end, minutes])).toEqual([
      ['۱', '۹:۰۰', '۹:۴۰', '۴۰'],
      ['۲', '۹:۴۰', '۱۰:۳۰', '۵۰'],
      ['۳', '۱۰:۳۰', '۱۱:۰۰', '۳۰'],
    ])
  })

  it.each([
    ['m4', 'سرکار عالی'],
    ['m1', 'جنابعالی'],
    ['m6', 'شما'],
    ['مهمان بی نام', 'شما'],
  ])('addresses %s as %s', (person, word) => {
    expect(formsView('invitation', { person }).invitation.paragraphs[0]).toContain(` از ${word} دعوت `)
  })

  it('names the body of a person whose post does not', () => {
    expect(formsView('invitation', { person: 'm4' }).invitation.to).toEqual([
      'سرکار خانم عضو چهارم',
      'مدیرکل',
      'ادارهٔ نمونهٔ دوم',
    ])
  })
})

describe('an invitation to a meeting of which little is known', () => {
  const { invitation, letter } = toView(
    definition('invitation'),
    briefingOf('attendees: [عضو یکم]\nannexes: [{ id: a, title: نقشهٔ نمونه, file: a.pdf }]'),
    house,
    undefined,
    { person: 'عضو یکم' },
  )

  it('has blanks for day, hour, place, and for its own day and number', () => {
    expect(invitation.facts.map(({ label, blank }) => [label, blank])).toEqual([
      ['تاریخ جلسه', true],
      ['ساعت', true],
      ['محل', true],
    ])
    expect(letter.map(({ value }) => value)).toEqual(['', '', 'دارد'])
    expect(invitation.signer).toEqual({ name: '', post: '', role: 'دبیر جلسه' })
  })

  it('lists its annexes', () => expect(invitation.annexes).toEqual(['نقشهٔ نمونه']))
})

describe('the excerpt of the synthetic meeting', () => {
  const of = (body: string): View => formsView('excerpt', { body })

  it('has only the resolutions that name the body, with their numbers in the minutes', () => {
    const { excerpt } = of('سازمان نمونهٔ یکم')
    expect(excerpt.to).toEqual(['جناب آقای عضو سوم', 'رئیس سازمان نمونهٔ یکم'])
    expect(excerpt.subject).toBe('ابلاغ مصوبات پنجمین جلسهٔ شورای نمونهٔ استان')
    expect(
      excerpt.rows.map((row) => plain([row.n, row.role, row.others, row.deadline, row.credit].join('|'))),
    ).toEqual([
      '۱|مسئول|با همکاری ادارهٔ نمونهٔ دوم|۱۴۰۵/۰۹/۲۰|',
      '۲|همکار|مسئول: ادارهٔ نمونهٔ دوم؛ با همکاری اتاق نمونهٔ سوم|تا جلسهٔ بعد|۱۲ میلیارد تومان',
      '۴|مسئول||مستمر|',
    ])
    expect(excerpt.paragraphs.map(plain)).toEqual([
      'پیرو برگزاری پنجمین جلسهٔ شورای نمونهٔ استان، مصوبات مربوط به آن دستگاه به شرح زیر برای اجرا ابلاغ می~شود.',
    ])
    expect(plain(excerpt.closing)).toBe(
      'خواهشمند است دستور فرمایید نسبت به اجرای مصوبات در مهلت مقرر اقدام و گزارش پیشرفت آن تا پیش از جلسهٔ بعدی (۱۴۰۵/۱۰/۰۲) به دبیرخانهٔ شورای نمونهٔ استان ارسال شود.',
    )
    expect(fields(excerpt.facts)).toEqual([
      'جلسه: بررسی طرح آزمایشی نمونه',
      'تاریخ جلسه: چهارشنبه ۴ آذر ۱۴۰۵',
      'رئیس جلسه: جناب آقای عضو یکم، رئیس شورای نمونه',
    ])
  })

  it('goes to the body itself where nobody is said to head it', () => {
    expect(of('ادارهٔ نمونهٔ دوم').excerpt.to).toEqual(['ادارهٔ نمونهٔ دوم'])
    expect(of('ادارهٔ نمونهٔ دوم').excerpt.rows.map(({ n }) => n)).toEqual(['۱', '۲'])
  })

  it('asks a body that only helps to help', () => {
    const { excerpt } = toView(
      definition('excerpt'),
      briefingOf('resolutions: [{ text: الف, responsible: ب, cooperating: [پ] }]'),
      house,
      undefined,
      { body: 'پ' },
    )
    expect(excerpt.paragraphs[0]).toContain('برای همکاری در اجرا ابلاغ')
    expect(plain(excerpt.closing)).toBe(
      'خواهشمند است دستور فرمایید نسبت به همکاری با دستگاه~های مسئول اقدام و گزارش پیشرفت آن به دبیرخانهٔ جلسه ارسال شود.',
    )
  })

  it('has the day on which all its resolutions were sent out, and no number of another letter', () => {
    const marks = (yaml: string): string[] =>
      letterMarks('body', briefingOf(yaml), glossary).map(({ value }) => value)
    const row = (issued: string): string => `{ text: الف, responsible: ب${issued && `, issued: ${issued}`} }`
    expect(marks(`resolutions: [${row('1405/09/10')}, ${row('1405/09/10')}]`)).toEqual([
      '۱۴۰۵/۰۹/۱۰',
      '',
      'ندارد',
    ])
    expect(marks(`resolutions: [${row('1405/09/10')}, ${row('1405/09/11')}]`)[0]).toBe('')
    expect(marks(`resolutions: [${row('1405/09/10')}, ${row('')}]`)[0]).toBe('')
    expect(fields(of('اتاق نمونهٔ سوم').letter)).toEqual(['تاریخ: ', 'شماره: ', 'پیوست: ندارد'])
  })
})

describe('the name of a meeting in a letter', () => {
  it.each([
    [{ title: 'بررسی طرح' }, 'جلسهٔ بررسی طرح'],
    [{ title: 'نشست هماهنگی' }, 'نشست هماهنگی'],
    [{ title: 'جلسهٔ هماهنگی', session: 1 }, 'نخستین جلسهٔ هماهنگی'],
    [{ title: 'الف', body: 'شورای ب', session: 23 }, 'بیست و سومین جلسهٔ شورای ب'],
    [{ title: 'الف', body: 'شورای ب', session: 1234 }, 'جلسهٔ شمارهٔ ۱۲۳۴ شورای ب'],
  ])('%o', (meeting, words) => expect(meetingWords(meeting)).toBe(words))
})

describe('copies', () => {
  const names = (kind: string, briefing = formsBriefing()): string[] =>
    copiesOf(definition(kind), briefing).map(({ name }) => name)

  it('of a paper for the meeting are one, under its kind', () => {
    expect(copiesOf(definition('minutes'), formsBriefing())).toEqual([{ name: 'minutes' }])
  })

  it('of an invitation go to everyone who was asked but the one who signs', () => {
    expect(names('invitation')).toEqual([
      'invitation/1-عضو-یکم',
      'invitation/2-عضو-سوم',
      'invitation/3-عضو-چهارم',
      'invitation/4-عضو-ششم',
      'invitation/5-عضو-هفتم',
      'invitation/6-مهمان-یکم',
    ])
    expect(copiesOf(definition('invitation'), formsBriefing())[1]?.for).toEqual({ person: 'm3' })
  })

  it('go once to a person who is listed twice, and to the signer where there is nobody else', () => {
    const people = 'people: [{ id: a, name: عضو یکم }]\n'
    expect(names('invitation', briefingOf(`${people}attendees: [a, عضو یکم, عضو دوم]`))).toEqual([
      'invitation/1-عضو-یکم',
      'invitation/2-عضو-دوم',
    ])
    const alone = briefingOf(`${people}attendees: [a]`)
    alone.meeting.meeting.secretary = 'عضو یکم'
    expect(names('invitation', alone)).toEqual(['invitation/1-عضو-یکم'])
  })

  it('of an excerpt go to every body a standing resolution names', () => {
    expect(names('excerpt')).toEqual([
      'excerpt/1-سازمان-نمونهٔ-یکم',
      'excerpt/2-ادارهٔ-نمونهٔ-دوم',
      'excerpt/3-اتاق-نمونهٔ-سوم',
    ])
    const cancelled = 'resolutions: [{ text: الف, responsible: ب, status: cancelled }, { text: پ }]'
    expect(missingNeeds(definition('excerpt'), briefingOf(cancelled))).toEqual(['addressed'])
    expect(names('excerpt', briefingOf(cancelled))).toEqual([])
  })

  it('are counted in as many digits as the last one has', () => {
    const ten = `attendees: [${Array.from({ length: 10 }, (_, i) => `عضو شمارهٔ ${i}`).join(', ')}]`
    expect(names('invitation', briefingOf(ten))[0]).toBe('invitation/01-عضو-شمارهٔ-۰')
  })
})

describe('a safe name', () => {
  it.each([
    ['عضو یکم', 'عضو-یکم'],
    [`نایب${ZWNJ}رئیس`, `نایب${ZWNJ}رئیس`],
    [`الف ${ZWNJ} ب${ZWNJ}`, 'الف-ب'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\\b:c*d?"<>|\u0000\n', 'a-b-c-d'],
    ['«سازمان» (استان)', 'سازمان-استان'],
    ['', '-'],
    ['…', '-'],
    ['CON', 'CON-'],
    ['lpt1', 'lpt1-'],
    ['COM\u00b9', 'COM\u00b9-'],
    ['lpt\u00b3', 'lpt\u00b3-'],
    ['console', 'console'],
    ['نقطه. ', 'نقطه'],
    ['\u202eevil', 'evil'],
  ])('%j is %j', (text, name) => expect(safeName(text)).toBe(name))

  it.each(['CONIN$', 'conout$', 'COM\u00b2.a', 'LPT\u00b9'])('%j is no folder', (text) => {
    expect(folderName(text)).not.toBe(text)
    expect(folderName(text)).toMatch(/^[^.]+-[0-9a-f]{8}$/)
  })

  it('is at most sixty characters and no half of one', () => {
    expect(safeName('ا'.repeat(100))).toHaveLength(60)
    expect(safeName(`${'a'.repeat(59)}𐤀𐤀`)).toBe('a'.repeat(59))
    expect(safeName(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
  })
})

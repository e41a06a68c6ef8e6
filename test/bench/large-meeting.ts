/** A meeting file of any size, of synthetic Persian content, for benchmarks and tests. */
import { fa } from '../../src/persian/fa.ts'

export interface MeetingSize {
  /** Rows of every list; 120 make a briefing of about a hundred pages, 2,000 are the most a file may have. */
  rows?: number
  /** Tells files of one size apart; stands in the title and in the figures. */
  number?: number
}

const levels = ['provincial', 'national']
const natures = ['emphasis', 'request', 'commitment', 'warning', 'opportunity', 'report']
const states = ['issued', 'in-progress', 'partly-done', 'done', 'suspended']
const themes = 8
const bodies = 12

const clauses = [
  fa`گزارش نمونه نشان می~دهد که کار طبق برنامه پیش می~رود`,
  fa`بخشی از منابع پیش~بینی~شده هنوز در اختیار دستگاه نیست`,
  fa`هماهنگی میان دستگاه~ها باید در سطح استان انجام شود`,
  fa`نتیجه در جلسهٔ بعد با ذکر رقم گزارش خواهد شد`,
  fa`فرایند کنونی چند مرحلهٔ تکراری دارد که می~توان آن~ها را یکی کرد`,
  fa`مهلت~ها با توجه به زمان تأمین اعتبار تنظیم شده است`,
  fa`بازدید میدانی برای سنجش پیشرفت در دستور کار است`,
]

/** YAML of a meeting that has every list, each of `rows` rows. */
export function largeMeeting({ rows = 120, number = 1 }: MeetingSize = {}): string {
  const list = (key: string, row: (n: number) => Record<string, unknown>): string =>
    [`${key}:`, ...Array.from({ length: rows }, (_, index) => `  - ${JSON.stringify(row(index + 1))}`)].join(
      '\n',
    )
  const people = Math.min(rows, 40)
  const body = (n: number): string => `body-${(n % bodies) + 1}`
  const person = (n: number): string => `person-${(n % people) + 1}`
  const common = { source: 'sample' }
  return `${[
    'meeting:',
    `  title: ${fa`جلسهٔ نمونهٔ شمارهٔ`} ${number}`,
    `  objective: ${prose(number, 2)}`,
    '  status: draft',
    'bodies:',
    ...Array.from(
      { length: bodies },
      (_, n) => `  - { id: body-${n + 1}, name: ${fa`دستگاه نمونهٔ`} ${n + 1} }`,
    ),
    'people:',
    ...Array.from(
      { length: people },
      (_, n) => `  - { id: person-${n + 1}, name: ${fa`کارشناس نمونهٔ`} ${n + 1}, body: ${body(n)} }`,
    ),
    'background:',
    ...Array.from({ length: rows }, (_, n) => `  - ${prose(n, 4)}`),
    'talking_points:',
    ...Array.from({ length: Math.min(rows, 6) }, (_, n) => `  - ${prose(n, 1)}`),
    'sources:',
    `  - { id: sample, title: ${fa`گزارش نمونه`} }`,
    list('agenda', (n) => ({ topic: prose(n, 1), presenter: person(n), minutes: '10' })),
    list('statistics', (n) => statistic(n, number)),
    list('statements', (n) => ({
      speaker: person(n),
      theme: fa`محور نمونهٔ ${n % themes}`,
      level: pick(levels, n),
      nature: pick(natures, n),
      text: prose(n, 2),
      ...common,
    })),
    list('obstacles', (n) => ({
      text: prose(n, 2),
      level: pick(levels, n),
      body: body(n),
      effect: prose(n + 3, 1),
      ...common,
    })),
    list('asks', (n) => ({ text: prose(n, 1), to: body(n), effect: prose(n + 1, 1), ...common })),
    list('earlier_resolutions', (n) => ({
      id: `earlier-${n}`,
      text: prose(n, 2),
      responsible: body(n),
      status: pick(states, n),
      progress: String((n * 7) % 101),
      ...common,
    })),
    list('resolutions', (n) => ({
      id: `resolution-${n}`,
      text: prose(n + 2, 2),
      responsible: body(n),
      cooperating: [body(n + 1)],
      deadline: fa`۳۰ روز`,
      ...common,
    })),
  ].join('\n')}\n`
}

/** Every kind of statistic in turn: a target with what was reached, a series, parts, a plain value. */
function statistic(n: number, number: number): Record<string, unknown> {
  const row = { label: fa`شاخص نمونهٔ ${n}`, unit: fa`فقره`, source: 'sample' }
  const value = (step: number): string => String(1000 + number * 10 + ((n * 37 + step * 53) % 900))
  switch (n % 4) {
    case 1:
      return {
        ...row,
        target: { value: '2400', period: fa`سال جاری` },
        actual: { value: value(0), period: fa`۹ ماههٔ نخست سال جاری` },
      }
    case 2:
      return {
        ...row,
        series: [1, 2, 3, 4, 5].map((step) => ({ label: String(1398 + step), value: value(step) })),
      }
    case 3:
      return {
        ...row,
        breakdown: [1, 2, 3, 4].map((step) => ({ label: fa`بخش نمونهٔ ${step}`, value: value(step) })),
      }
    default:
      return { ...row, value: value(0), period: fa`سال جاری` }
  }
}

function prose(n: number, sentences: number): string {
  return `${Array.from({ length: sentences }, (_, index) => pick(clauses, n + index)).join(fa`؛ `)}.`
}

function pick(words: readonly string[], n: number): string {
  return words[n % words.length] ?? ''
}

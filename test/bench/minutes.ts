/** Synthetic minutes of about 7,000 characters, as many as are wanted; the same numbers give the same texts. */
import { fa, withHalfSpaces } from '../../src/persian/fa.ts'

/** A word that stands in every one of them. */
export const everywhere = 'مصوبه'
/** Two words that stand next to each other in some of them. */
export const phrase = fa`برنامهٔ سرمایه~گذاری`

const written = withHalfSpaces(
  'برنامهٔ سرمایه~گذاری استان صادرات اعتبار مصوب پیگیری دستگاه~های اجرایی گزارش پیشرفت طرح توسعهٔ زیرساخت ' +
    'می~شود نمی~تواند باید شرکت~ها تولیدکنندگان گمرک بانک تسهیلات مهلت تعیین هماهنگی سازمان صنعت معدن تجارت ' +
    'و در به از که این را با برای آن تا بر شهرستان واحد تعاونی کشاورزی صنایع تبدیلی رفع موانع تولید کارگروه',
).split(' ')
const heads = 'بار کار دان سر نام پای راه گفت سود شهر زمین آب نیک روز دید خوش رو باز پیش هم'.split(' ')
const tails = 'ستان گاه مند زار بان ور گر نده کده سار فام وند یار چه دار پذیر سنج بخش آور خیز'.split(' ')
const middles = 'ا ی و ن ش م ت د ر ه ک ل ب ز س گ'.split(' ')
/** Some 6,000 words, of which the first are the most frequent. */
const vocabulary = [
  ...written,
  ...heads.flatMap((head) => middles.flatMap((middle) => tails.map((tail) => `${head}${middle}${tail}`))),
]

/** YAML of minutes; `number` decides everything in it. */
export function syntheticMinutes(number: number): string {
  const next = randomFrom(number + 1)
  const below = (most: number): number => Math.floor(next() * most)
  // Word ranks fall as they do in language: the logarithm is even.
  const word = (): string => vocabulary[Math.floor(vocabulary.length ** next()) - 1]!
  const prose = (count: number): string => Array.from({ length: count }, word).join(' ')
  const body = below(40)
  const date = `${1390 + below(16)}/${1 + below(12)}/${1 + below(29)}`
  const bodies = Array.from({ length: 6 }, (_, n) => `body-${(body + n * 7) % 60}`)
  return [
    'meeting:',
    `  title: ${fa`جلسهٔ کارگروه شمارهٔ`} ${body} ${prose(3)}`,
    `  body: ${fa`کارگروه شمارهٔ`} ${body}`,
    `  session: ${1 + below(80)}`,
    `  date: ${date}`,
    '  status: final',
    'bodies:',
    ...bodies.map((id) => `  - { id: ${id}, name: ${fa`دستگاه شمارهٔ`} ${id.slice(5)} }`),
    'people:',
    ...Array.from({ length: 8 }, (_, n) => `  - { id: p${n}, name: ${fa`کارشناس شمارهٔ`} ${below(900)} }`),
    'background:',
    ...Array.from({ length: 5 }, () => `  - ${prose(60)}`),
    'statements:',
    ...Array.from({ length: 8 }, (_, n) => `  - { speaker: p${n}, theme: ${prose(2)}, text: ${prose(34)} }`),
    'resolutions:',
    ...Array.from({ length: 4 }, (_, n) =>
      [
        `  - id: m${number}-${n + 1}`,
        `    text: ${everywhere} ${prose(40)}`,
        `    responsible: ${bodies[n]}`,
        `    deadline: ${date}`,
        '    status: in-progress',
      ].join('\n'),
    ),
    '',
  ].join('\n')
}

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

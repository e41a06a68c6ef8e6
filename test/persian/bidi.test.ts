import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionRuns } from '../../src/persian/bidi.ts'
import type { TokenKind } from '../../src/persian/bidi.ts'
import { LRI, LRM, NBSP, PDI, RLI, RLM, WJ, ZWNJ } from '../../src/persian/invisible.ts'
import { longRun, runs } from './runs.ts'

const ALM = '\u061c'
const joined = (text: string): string =>
  directionRuns(text)
    .map((run) => run.text)
    .join('')
const bare = (text: string): string => text.replace(/[\u200e\u200f\u2060]/g, '')

const tokens: [TokenKind, ...string[]][] = [
  ['phone', '۰۲۱-۸۸۰۰۱۲۳۴', '021-88001234', '۰۲۱-۸۸۰۰۱۲۳۴-۶', '+۹۸۲۱۸۸۰۰۱۲۳۴', '+98-21-8800-1234'],
  ['phone', '+98 21 8800 1234', '+98(21)88001234', '0098 21 8800 1234', '۰۰۹۸۲۱۸۸۰۰۱۲۳۴', '+1 202 555 0143'],
  ['phone', '۰۹۱۲۱۲۳۴۵۶۷', '۰۹۱۲ ۱۲۳ ۴۵۶۷', '۰۹۱۲-۱۲۳-۴۵۶۷', '0912 123 45 67', `۰۲۱${NBSP}۸۸۰۰۱۲۳۴`],
  ['phone', '(۰۲۱) ۸۸۰۰۱۲۳۴', '(021)88001234', '۰۲۱ ۸۸۰۰ ۱۲۳۴', '۰۴۱ ۳۳۳۳ ۱۲۳۴'],
  ['postal', '۱۲۳۴۵-۶۷۸۹۰', '51368-14567'],
  ['card', '۶۰۳۷-۹۹۱۱-۲۲۳۳-۴۴۵۵', '۶۰۳۷ ۹۹۱۱ ۲۲۳۳ ۴۴۵۵', '6037-99**-****-4455'],
  ['iban', 'IR12 3456 7890', 'IR820540102680020817909002', 'IR82 0540 1026 8002 0817 9090 02', 'ir۸۲ ۰۵۴۰'],
  ['isoDate', '2026-11-22', '۲۰۲۶-۱۱-۲۲', '۱۴۰۵-۹-۱', '22-11-2026', '2026-11-22/2026-12-01'],
  ['ip', '192.168.1.1', '۱۹۲.۱۶۸.۱.۱:۸۰۸۰', '10.0.0.0/8'],
  ['version', '1.2.3', '10.20.30', 'v2', 'v2.0.1', 'V۲.۱'],
  ['percent', '٪۱۲', '%12', '-٪۱۲'],
  ['money', '$۱۲۳', '$123', '€1,234.5', '-$5', '$10-$15', '£10–20', '₺۵'],
  ['unit', '۲۵°C', '37.5°C', '°C', 'km/h', 'kg/m³', '25kg', '۲۵°', '35°41′22″', '-5°C', 'mg'],
  ['unit', '25 °C', '۲۵ °C', '-5 °C', '50 km/h', `25${NBSP}kg`, '−5 °C', '1,234.5 kWh'],
  ['formula', '۲+۳=۵', '2*(3+4)=14', '۱۲÷۴=۳'],
  ['code', '#۵', '#12', '۰۰۱-۲۳۴۵۶۷-۸', 'REG-1405-001', 'COVID-19', 'A4', 'a_b', 'x=y', '۵G', 'C:x\\y'],
  ['email', 'info@example.ir', 'a.b+c@d-e.co.ir', 'نام@مثال.ایران.ir'],
  ['url', 'https://example.ir/', 'www.example.ir', 'example.ir', 'example.com/a', 'mailto:a', 'ftp://x'],
  [
    'url',
    'https://example.ir/درباره',
    'http://example.org/a_(b)',
    'example.ir:8080',
    'https://example.ir/?a=1&b=2',
  ],
  ['file', 'report_1404.pdf', 'a.b.DOCX', 'C:\\Users\\علی', '\\\\server\\share', '/home/گزارش.csv'],
  ['latin', 'C++', 'C#', 'ABC Co.', 'Inc.', 'U.S.', 'e.g.', 'R&D', '.NET', 'f(x)', 'a[i]', 'Łódź', 'Москва'],
  [
    'latin',
    'ISO 9001:2015',
    'v2.0 (beta)',
    'Apple, Inc.',
    'R & D',
    'C + D',
    'Windows 11',
    'Power BI Pro 10-12',
  ],
  ['latin', 'See https://example.ir now', 'GitHub info@example.ir', 'A; B', 'Dr. Smith', 'ABC (DEF GHI)'],
]

describe('isolates from left to right', () => {
  const each = tokens.flatMap(([kind, ...texts]) => texts.map((text) => [kind, text] as const))
  it.each(each)('%s %s', (kind, text) => {
    expect(directionRuns(text)).toEqual([{ text, dir: 'ltr', kind }])
    expect(directionRuns(`سیب ${text} گل`)).toEqual([
      { text: 'سیب ', dir: null },
      { text, dir: 'ltr', kind },
      { text: ' گل', dir: null },
    ])
    expect(directionRuns(`«${text}»، گل`)).toEqual([
      { text: '«', dir: null },
      { text, dir: 'ltr', kind },
      { text: '»، گل', dir: null },
    ])
  })
})

it.each([
  ['letterNo', '۱۲۳/ص/۴۵۶'],
  ['letterNo', '۱۴۰۵/د/۱۲۳'],
  ['letterNo', 'د/۱۴۰۵/۱۲۳'],
  ['letterNo', '123/د/1405'],
  ['letterNo', '۱۴۰۵-ص-۱۲'],
  ['file', 'گزارش.pdf'],
  ['file', 'گزارش_۱۴۰۴.xlsx'],
])('isolates from right to left: %s %s', (kind, text) => {
  expect(directionRuns(`سیب ${text}، گل`)).toEqual([
    { text: 'سیب ', dir: null },
    { text, dir: 'rtl', kind },
    { text: '، گل', dir: null },
  ])
})

it('isolates numbers whose digits are of two kinds', () => {
  expect(directionRuns('۱/٢')).toEqual([{ text: '۱/٢', dir: 'ltr', kind: 'number' }])
  expect(directionRuns('١-۵')).toEqual([{ text: `١${RLM}-${RLM}۵`, dir: 'rtl', kind: 'number' }])
  expect(directionRuns('۱\u066b/۲')).toEqual([{ text: '۱\u066b/۲', dir: 'rtl', kind: 'number' }])
})

describe('leaves in the flow, with marks', () => {
  const dash = `${RLM}-${RLM}`
  const long = `${WJ}–${WJ}`
  it.each([
    ['۱۲٪', `۱۲${RLM}٪`],
    ['12%', `12${RLM}%`],
    ['۱۲‰', `۱۲${RLM}‰`],
    ['۱۲$', `۱۲${RLM}$`],
    ['-۵', `${LRM}-۵${RLM}`],
    ['−۵', `${LRM}−۵${RLM}`],
    ['+۵', `${LRM}+۵${RLM}`],
    ['±۵', `${LRM}±۵${RLM}`],
    ['+۱۲۳۴۵۶', `${LRM}+۱۲۳۴۵۶${RLM}`],
    ['-۱۲٫۵٪', `${LRM}-۱۲٫۵${RLM}٪`],
    ['(-۵)', `(${LRM}-۵${RLM})`],
    ['۱۰-۱۵', `۱۰${dash}۱۵`],
    ['۱۰−۱۵', `۱۰${RLM}−${RLM}۱۵`],
    ['۱۰+۱۵', `۱۰${RLM}+${RLM}۱۵`],
    ['۱۰–۱۵', `۱۰${long}۱۵`],
    ['۱۰—۱۵', `۱۰${WJ}—${WJ}۱۵`],
    ['۱۰-۱۵٪', `۱۰${dash}۱۵${RLM}٪`],
    ['۱۰٪-۱۵٪', `۱۰${RLM}٪${dash}۱۵${RLM}٪`],
    ['۱۰٪–۱۵٪', `۱۰${RLM}٪${long}۱۵${RLM}٪`],
    ['-۵–۱۰', `${LRM}-۵${RLM}${long}۱۰`],
    ['۱۰–-۵', `۱۰${long}${LRM}-۵${RLM}`],
    ['۱۰--۵', `۱۰${dash}${LRM}-۵${RLM}`],
    ['۸:۳۰-۱۰:۰۰', `۸:۳۰${dash}۱۰:۰۰`],
    ['۱۴۰۵/۰۹/۰۱–۱۴۰۵/۰۹/۱۵', `۱۴۰۵/۰۹/۰۱${long}۱۴۰۵/۰۹/۱۵`],
    ['۱۰۰۰۰-۲۰۰۰۰', `۱۰۰۰۰${dash}۲۰۰۰۰`],
    ['۱-۲-۳', `۱${dash}۲${dash}۳`],
    ['۱.۲.۳', `۱${RLM}.${RLM}۲${RLM}.${RLM}۳`],
    ['۱،۲،۳', `۱${RLM}،۲${RLM}،۳`],
    ['۵-۲ب', `۵${dash}۲ب`],
  ])('%s', (text, marked) => {
    expect(directionRuns(text)).toEqual([{ text: marked, dir: null }])
    expect(joined(`سیب ${text} گل`)).toBe(`سیب ${marked} گل`)
  })
})

it.each([
  '۱۴۰۵/۰۹/۰۱',
  '۱۰:۳۰',
  '۱٬۲۳۴٫۵',
  '1,234.5',
  '۱۰×۲۰',
  '۵۰۰+',
  '۱۰ - ۱۵',
  '۱۲۳ $',
  'کووید-۱۹',
  'صنعت/معدن',
  'ص.۱۲',
  '-',
  '–',
  '«»،',
  '+ ۵',
  '@کاربر',
  'رقم-',
  '۱-',
])('leaves %s as it is', (text) => expect(directionRuns(text)).toEqual([{ text, dir: null }]))

it('an ISO range is two days with the first at the right', () => {
  expect(directionRuns('2026-11-22–2026-12-01')).toEqual([
    { text: '2026-11-22', dir: 'ltr', kind: 'isoDate' },
    { text: `${WJ}–${WJ}`, dir: null },
    { text: '2026-12-01', dir: 'ltr', kind: 'isoDate' },
  ])
})

it('the word before tells a version from a section', () => {
  expect(directionRuns('نسخه\u0654 ۱.۲.۳')[1]).toEqual({ text: '۱.۲.۳', dir: 'ltr', kind: 'version' })
  expect(directionRuns('ویرایش ۲')[1]).toEqual({ text: '۲', dir: 'ltr', kind: 'version' })
  expect(directionRuns('بند ۱.۲.۳')).toHaveLength(1)
})

describe('Latin pieces', () => {
  const parts = (text: string): string[] =>
    directionRuns(text).map(({ text: run, dir }) => (dir === null ? run : `[${run}]`))
  it.each([
    ['APIها', ['[API]', 'ها']],
    [`API${ZWNJ}ها`, ['[API]', `${ZWNJ}ها`]],
    ['C++ی', ['[C++]', 'ی']],
    ['صنعت/industry', ['صنعت/', '[industry]']],
    ['کد:A-12ب', ['کد:', '[A-12]', 'ب']],
    ['۱۲٪ABCب', [`۱۲${RLM}٪`, '[ABC]', 'ب']],
    ['(IEG)', ['(', '[IEG]', ')']],
    ['(ABC Co.)', ['(', '[ABC Co.]', ')']],
    ['ABC Co.،', ['[ABC Co.]', '،']],
    ['در Review Vol. 12 است', ['در ', '[Review Vol. 12]', ' است']],
    ['Fig. 3، pp. 4', ['[Fig. 3]', '، ', '[pp. 4]']],
    ['A (B) ج', ['[A (B)]', ' ج']],
    ['A (B)، ج', ['[A (B)]', '، ج']],
    ['A (ب)', ['[A]', ' (ب)']],
    ['A (B ج)', ['[A]', ' (', '[B]', ' ج)']],
    ['ISO ۹۰۰۱', ['[ISO]', ' ۹۰۰۱']],
    ['۵۰ km/h', ['۵۰ ', '[km/h]']],
    ['50 ABC', ['50 ', '[ABC]']],
    ['A، B', ['[A]', '، ', '[B]']],
    ['A  B', ['[A]', '  ', '[B]']],
    ['A\nB', ['[A]', '\n', '[B]']],
    ['ا, B', ['ا, ', '[B]']],
    ['ا & B', ['ا & ', '[B]']],
    ['A & ب', ['[A]', ' & ب']],
    ['a@b.ir c@d.ir', ['[a@b.ir]', ' ', '[c@d.ir]']],
    ['گزارش.pdf ABC', ['[گزارش.pdf]', ' ', '[ABC]']],
    ['۰۲۱-۸۸۰۰۱۲۳۴ ABC', ['[۰۲۱-۸۸۰۰۱۲۳۴]', ' ', '[ABC]']],
    ['f(x)، g(y)', ['[f(x)]', '، ', '[g(y)]']],
    ['see).', ['[see]', ').']],
    ['+98 21 8800 1234 1405', ['[+98 21 8800 1234]', ' 1405']],
    ['+1 202 555 0143 12345678', ['[+1 202 555 0143]', ' 12345678']],
    ['+98 21', [`${LRM}+98${RLM} 21`]],
    ['۰۲۱ ۸۸۰۰ ۱۲۳۴-۵۶۷۸۹', [`۰۲۱ ۸۸۰۰ ۱۲۳۴${RLM}-${RLM}۵۶۷۸۹`]],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected))
})

describe('marks and isolates of the author', () => {
  it.each([
    `۱۲${RLM}٪`,
    `${LRM}−۵${RLM}`,
    `${LRM}−۳${RLM}٪`,
    `۱۰${WJ}–${WJ}۱۵`,
    `۱${RLM}-${RLM}۲`,
    `۱${RLM}.${RLM}۲`,
    `${LRI}۰۲۱-۸۸۰۰۱۲۳۴${PDI}`,
    `(${LRI}IEG${PDI})`,
    `${RLI}ABC ${LRI}-۵${PDI} ۱۲٪${PDI}`,
    `${LRI}${PDI}`,
    PDI,
  ])('%j stays as it is', (text) => expect(directionRuns(text)).toEqual([{ text, dir: null }]))
  it('are added to where one is missing', () => {
    expect(joined(`${ALM}۱۲٪`)).toBe(`${ALM}۱۲${RLM}٪`)
    expect(joined(`${LRM}−۵`)).toBe(`${LRM}−۵${RLM}`)
    expect(joined(`۱۰${WJ}–۱۵`)).toBe(`۱۰${WJ}–${WJ}۱۵`)
    expect(joined(`${RLM}(−۵${RLM})،`)).toBe(`${RLM}(${LRM}−۵${RLM})،`)
  })
  it('an open isolate ends nowhere', () => {
    expect(directionRuns(`${LRI}ABC`)).toEqual([
      { text: LRI, dir: null },
      { text: 'ABC', dir: 'ltr', kind: 'latin' },
    ])
  })
})

const examples = tokens.flatMap(([, ...texts]) => texts)
const marks = [ZWNJ, RLM, LRM, WJ, ALM, LRI, RLI, PDI, NBSP, '\u202b', '\u0640', '\u0654', '\ud800', '\u0000']
const pieces = [
  ...'ابهیي۱۲۳۰۹٣45Azv .،:/-–٪%$#°()«»@_\n\t+−±=*&',
  ...marks,
  '۱۲٪',
  '-۵',
  'ISO',
  '۱۰-۱۵',
  ...examples,
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(' ')),
)

describe('of any text', () => {
  it('loses nothing and leaves no run empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = directionRuns(text)
        expect(bare(joined(text))).toBe(bare(text))
        expect(found.filter((run) => run.text === '')).toEqual([])
        expect(found.filter((run, n) => run.dir === null && found[n + 1]?.dir === null)).toEqual([])
      }),
      runs,
    )
  })
  it('adds no mark twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(joined(joined(text))).toBe(joined(text))
      }),
      runs,
    )
  })
  it('a token has its runs whatever Persian words stand around it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ابپتدرزسشکگلمنوهی'), minLength: 1, maxLength: 8 })
    const token = fc.constantFrom(...examples, '۱۲٪', '-۵', '۱۰–۱۵', '۱-۲-۳', '۱۲۳/ص/۴۵۶', '۱۴۰۵/۰۹/۰۱')
    fc.assert(
      fc.property(token, word, word, (middle, before, after) => {
        fc.pre(!/^(?:نسخه|ویرایش|ویراست)/.test(before))
        const own = directionRuns(middle)
        const plain = (text: string): { text: string; dir: null } => ({ text, dir: null })
        const only = own[0]?.dir === null ? own[0].text : undefined
        const expected =
          only === undefined
            ? [plain(`${before} `), ...own, plain(` ${after}`)]
            : [plain(`${before} ${only} ${after}`)]
        expect(directionRuns(`${before} ${middle} ${after}`)).toEqual(expected)
      }),
      runs,
    )
  })
})

it.each([
  'a',
  '۱-',
  '1',
  'a@',
  '1/',
  'ا/',
  ' a',
  '.',
  '(',
  '(a',
  'a)',
  '+1 ',
  LRI,
  PDI,
  RLM,
  'a, ',
  '۱۲۳۴ ',
  '-۵',
  '«۱٪',
])('ends on a long run of %j', (unit) => {
  const text = unit.repeat(longRun)
  expect(bare(joined(text)) === bare(text)).toBe(true)
})

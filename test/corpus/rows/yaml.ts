/** A: what a meeting file may hold, and what a clerk's keyboard and other programs make of it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { browsers, until } from '../../e2e/cli.ts'
import type { LeftOut, PrintedRow, Row } from '../row.ts'

const head = (...lines: string[]): string =>
  `meeting:\n  title: x\n${lines.map((line) => `  ${line}\n`).join('')}`
const points = (...lines: string[]): string =>
  `meeting: x\ntalking_points:\n${lines.map((line) => `  - ${line}\n`).join('')}`
const bad = (id: string, what: string, meeting: Row['meeting'], ...faults: string[]): Row => ({
  id,
  what,
  meeting: meeting ?? '',
  expect: { exit: 1, faults },
})
const fine = (id: string, what: string, meeting: Row['meeting'], ...warnings: string[]): Row => ({
  id,
  what,
  meeting: meeting ?? '',
  expect: { exit: 0, warnings },
})

const pipe =
  (name: string): Row['make'] =>
  ({ desk }) => {
    execFileSync('mkfifo', [join(desk.folder, name)])
  }

export const rows: Row[] = [
  bad(
    'A03',
    'a number of twenty digits where a count is expected',
    head('session: 12345678901234567890'),
    '3:12 number/whole',
  ),
  ...['no', 'yes', 'on', 'خیر'].map((word) =>
    bad(
      'A04',
      `«${word}» where one word of a list is expected`,
      head(`status: ${word}`),
      '3:11 choice/unknown',
    ),
  ),
  fine(
    'A04',
    'the words of a list in both languages',
    `${head('status: final')}people: [{ id: a, name: b, class: عادی }]\n`,
  ),
  bad('A05', 'an hour past midnight', head('start: 25:00'), '3:10 time/format'),
  bad('A07', 'the last day of a leap year in a common one', head('date: 1405/12/30'), '3:9 date/impossible'),
  fine('A07', 'the last day of a leap year', head('date: 1403/12/30')),
  fine('A08', 'a number sign that cuts a text', points('بررسی قرارداد #۳ و مصوبات'), 'yaml/comment'),
  fine('A08', 'a remark after a text is none', points('بررسی  # بعداً کامل می‌شود')),
  bad('A09', 'a colon in a text', 'meeting:\n  title: جلسه: بررسی\n', '2:10 yaml/syntax'),
  ...['@ الف', '` الف', '% الف', '"گفت" او', '| الف', '> الف'].map((text) =>
    bad('A10', `a text that begins with ${text[0]}`, `meeting:\n  title: ${text}\n`, 'yaml/syntax'),
  ),
  bad('A10', 'a text that begins with &', 'meeting:\n  title: &شرکا حاضر\n', '2:10 yaml/anchor'),
  bad('A10', 'a text that begins with *', 'meeting:\n  title: *مهم\n', '2:10 yaml/alias'),
  bad('A10', 'a text that begins with !', 'meeting:\n  title: !فوری جلسه\n', '2:11 yaml/syntax', 'yaml/tag'),
  bad('A11', 'tabs as indentation', 'meeting:\n\ttitle: x\n', '2:1 yaml/tab'),
  fine('A11', 'a tab after the dash of a row', points('\tالف')),
  bad(
    'A12',
    'no-break spaces as indentation',
    'meeting:\n\u00a0\u00a0title: x\n',
    '1:1 field/missing',
    '2:1 yaml/no-break-space',
  ),
  bad('A12', 'a no-break space after a colon', 'meeting:\n  title:\u00a0x\n', '2:3 yaml/colon'),
  bad('A12', 'a full-width colon', 'meeting:\n  title： x\n', '2:3 yaml/colon'),
  fine('A13', 'a byte order mark in the middle', 'meeting: x\n\ufefftalking_points: y\n'),
  fine('A13', 'marks that are not seen, in and before keys', '\ufeffmeeting:\n  \u200ftit\u200cle: x\n'),
  fine(
    'A14',
    'lines that end as in Windows',
    'meeting:\r\n  title: x\r\ntalking_points:\r\n  - |\r\n    a\r\n    b\r\n',
  ),
  fine('A14', 'lines that end as on old Macs', 'meeting:\r  title: x\rtalking_points:\r  - a\r'),
  bad('A15', 'UTF-16', Buffer.from('\ufeffmeeting: جلسه\n', 'utf16le'), '1:1 source/not-utf8'),
  bad(
    'A15',
    'Windows-1256',
    Buffer.from([...Buffer.from('meeting: '), 0xcc, 0xe1, 0xd3, 0xe5, 0x0a]),
    '1:10 source/not-utf8',
  ),
  bad(
    'A15',
    'a sequence that is no UTF-8',
    Buffer.from([...Buffer.from('meeting: '), 0xc3, 0x28, 0x0a]),
    '1:10 source/not-utf8',
  ),
  bad('A15', 'a NUL', 'meeting: x\0y\n', '1:10 text/strange'),
  bad('A16', 'a key twice', 'meeting:\n  title: x\n  title: y\n', '3:3 yaml/duplicate-key'),
  bad(
    'A16',
    'a key twice, once in Arabic letters',
    'meeting:\n  title: x\n  تاریخ: 1405/9/1\n  تاري\u062e: 1405/9/2\n',
    '4:3 field/twice',
  ),
  bad(
    'A16',
    'a key twice, once decomposed',
    'meeting:\n  title: x\noffice: { آرم: a.png, ا\u0653رم: b.png }\n',
    'field/twice',
    'file/missing',
  ),
  bad('A17', 'a key that is near another', 'meeting: x\nمصوبه: y\n', '2:1 field/unknown'),
  ...['__proto__', 'constructor', 'prototype', '"__proto__"', 'toString'].map((key) =>
    bad('A18', `the key ${key}`, `meeting: x\n${key}: { polluted: yes }\n`, '2:1 field/unknown'),
  ),
  bad(
    'A18',
    '__proto__ deep inside',
    'meeting: { title: x, __proto__: { polluted: yes } }\npeople: [{ id: a, name: b, constructor: { prototype: { polluted: yes } } }]\n',
    '1:22 field/unknown',
    '2:28 field/unknown',
  ),
  {
    id: 'A18',
    what: '__proto__ in the settings',
    meeting: 'meeting: x\n',
    files: {
      'jalaseh.yaml':
        '__proto__: { polluted: yes }\nlabels: { constructor: { prototype: { polluted: yes } } }\n',
    },
    expect: { exit: 1, faults: ['1:1 field/unknown', '2:11 field/unknown'] },
  },
  {
    id: 'A19',
    what: 'aliases that double and double',
    meeting: `meeting: x\na: &a [x, x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *${n ? `b${n - 1}` : 'a'}]`).join('\n')}\n`,
    within: 5000,
    expect: { exit: 1, faults: ['2:4 yaml/anchor', '3:5 yaml/anchor', '3:10 yaml/alias'] },
  },
  bad(
    'A19',
    'one harmless alias',
    'meeting: &a x\ntalking_points: [*a]\n',
    '1:10 yaml/anchor',
    '2:18 yaml/alias',
  ),
  bad(
    'A19',
    'a list inside itself',
    'meeting: x\ntalking_points: &a [*a]\n',
    '2:17 yaml/anchor',
    '2:21 yaml/alias',
  ),
  bad('A19', 'an alias of nothing', 'meeting: x\ntalking_points: [*a]\n', '2:18 yaml/alias'),
  {
    id: 'A20',
    what: 'two thousand brackets, ten times over',
    files: Object.fromEntries(
      Array.from({ length: 10 }, (_, n) => [`m${n}.yaml`, `meeting: ${'['.repeat(2000)}\n`]),
    ),
    args: ['check', ...Array.from({ length: 10 }, (_, n) => `m${n}.yaml`), '--json'],
    expect: { exit: 1, faults: Array.from({ length: 10 }, () => 'yaml/depth') },
  },
  ...(
    [
      ['maps in maps', '{a: '.repeat(5000)],
      ['rows in rows', '- '.repeat(20_000)],
      ['keys in keys', '? '.repeat(5000)],
      ['blocks in blocks', Array.from({ length: 1000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
    ] as const
  ).map(([what, meeting]): Row => ({
    id: 'A21',
    what,
    meeting,
    within: 10_000,
    expect: { exit: 1, faults: ['yaml/depth'] },
  })),
  {
    id: 'A22',
    what: 'twenty thousand keys',
    meeting: `meeting: x\n${Array.from({ length: 20_000 }, (_, n) => `k${n}: a\n`).join('')}`,
    within: 10_000,
    expect: { exit: 1, faults: ['yaml/too-many-keys'] },
  },
  {
    id: 'A22',
    what: '5 MB',
    meeting: `meeting: x\ntalking_points:\n${'  - الف\n'.repeat(600_000)}`,
    within: 10_000,
    expect: { exit: 1, faults: ['1:1 source/too-large'] },
  },
  bad('A22', '2 MB in one text', `meeting:\n  title: ${'ا'.repeat(1_000_000)}\n`, '2:10 text/too-long'),
  {
    id: 'A22',
    what: 'two hundred thousand rows',
    meeting: `meeting: x\ntalking_points:\n${'  - a\n'.repeat(200_000)}`,
    within: 20_000,
    expect: { exit: 1, faults: ['2003:5 list/too-long'] },
  },
  ...[
    '!!js/function "a"',
    '!!python/object/apply:os.system [ls]',
    '!!binary aGVsbG8=',
    '!!timestamp 2001-12-14',
    '!foo a',
    '!!str a',
  ].map((value) =>
    bad('A23', value.split(' ')[0] ?? '', `meeting: x\ntalking_points: ${value}\n`, '2:17 yaml/tag'),
  ),
  bad('A23', 'a tag of its own', '%TAG ! tag:evil.example,2000:\n---\nmeeting: !a x\n', 'yaml/tag'),
  bad('A24', 'YAML 1.1 has no other words', `%YAML 1.1\n---\n${head('status: no')}`, '5:11 choice/unknown'),
  bad('A24', 'YAML 1.1 merges', '%YAML 1.1\n---\nmeeting: x\n<<: { office: a }\n', '4:1 field/unknown'),
  bad('A25', 'two documents', 'meeting: x\n---\nmeeting: y\n', '2:1 yaml/many-documents'),
  bad('A25', 'words after the end of the document', 'meeting: x\n...\njunk\n', 'yaml/many-documents'),
  bad(
    'A25',
    'a mark of documents inside a text',
    'meeting: x\ntalking_points:\n  - |\n    a\n---\nb\n',
    '5:1 yaml/many-documents',
  ),
  bad('A26', 'no title', 'meeting:\n  title:\n', '2:3 field/missing'),
  bad('A26', 'an empty title', 'meeting:\n  title: ""\n', 'field/missing'),
  bad('A26', '~ for a title', 'meeting:\n  title: ~\n', 'field/missing'),
  bad('A26', 'null for a title', 'meeting:\n  title: null\n', 'field/missing'),
  bad('A26', 'nothing but spaces for a title', 'meeting:\n  title: "  \u200c \u200f"\n', 'field/missing'),
  bad(
    'A27',
    'rows that begin with a dash of print',
    'meeting: x\ntalking_points:\n  – الف\n  – ب\n',
    '3:3 yaml/bullet',
  ),
  bad(
    'A27',
    'rows without a space after the hyphen',
    'meeting: x\ntalking_points:\n  -الف\n  -ب\n',
    '3:3 yaml/bullet',
  ),
  bad(
    'A27',
    'rows that begin with a dot',
    'meeting: x\ntalking_points:\n  • الف\n  • ب\n',
    '3:3 yaml/bullet',
  ),
  fine('A28', 'a bell and an escape', points('"a\\x07b\\x1bc"'), 'text/dropped'),
  bad('A28', 'half of a pair', points('"a\\ud800b"'), 'text/strange'),
  bad('A28', 'a code point that is no character', points('"a\\uffffb"'), 'text/strange'),
  fine(
    'A29',
    'a direction turned round',
    'meeting: x\npeople: [{ id: a, name: "گزارش\u202egpj.exe" }]\n',
    'text/dropped',
  ),
  bad('A30', 'a word of a million letters', points('ا'.repeat(1_000_000)), '3:5 text/too-long'),
  bad('A31', 'an empty file', '', '1:1 source/empty'),
  bad('A31', 'nothing but remarks', '# a\n# b\n', '1:1 source/empty'),
  bad('A31', 'a list', '- a\n- b\n', '1:1 type/map-expected'),
  bad('A31', 'a text', 'a\n', '1:1 type/map-expected'),
  {
    id: 'A32',
    what: 'four hundred faults',
    meeting: `meeting: x\n${Array.from({ length: 400 }, (_, n) => `strange${n}: a\n`).join('')}`,
    args: ['check', 'm.yaml', '--lang', 'en'],
    expect: { exit: 1, told: ['400 errors'] },
    look: (_, { stderr }) => expect(stderr.match(/field\/unknown/g)?.length).toBe(20),
  },
  {
    id: 'A33',
    what: 'file and emblem are changed while they are printed',
    make: ({ desk }) => {
      const line = 'گزارش نمونه از روند کار در سطح استان. '.repeat(12)
      const texts = Array.from(
        { length: 500 },
        () => `  - { speaker: سخنران نمونه, text: "${line}" }\n`,
      ).join('')
      desk.put(
        'm.yaml',
        `meeting: { title: نخستین, status: final }\noffice: { emblem: a.svg }\nstatements:\n${texts}`,
      )
      desk.put(
        'a.svg',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
      )
    },
    run: async ({ desk }, env) => {
      const running = desk.start(['build', 'm.yaml', '--kind', 'briefing', '--json'], env)
      await until(
        () =>
          running.child.exitCode !== null ||
          browsers(desk.temporary).some(({ type, ticks }) => type === 'renderer' && ticks > 15),
      )
      const kept = ['m.yaml', 'a.svg'].map((name) => [name, readFileSync(join(desk.folder, name))] as const)
      desk.put('m.yaml', 'meeting: دیگر\n')
      desk.put('a.svg', 'gone')
      const ended = await running.ended
      // For the comparison of what is there with what was.
      for (const [name, content] of kept) desk.put(name, content)
      return ended
    },
    expect: { exit: 0, printed: ['نخستین'], absent: ['دیگر'] },
  },
  {
    id: 'A34',
    what: 'a folder',
    make: ({ desk }) => mkdirSync(join(desk.folder, 'm.yaml')),
    expect: { exit: 1, faults: ['source/folder'] },
  },
  {
    id: 'A34',
    what: 'a pipe',
    make: pipe('m.yaml'),
    within: 5000,
    expect: { exit: 1, faults: ['source/not-file'] },
  },
  {
    id: 'A34',
    what: 'an endless file',
    args: ['check', '/dev/zero', '--json'],
    within: 5000,
    expect: { exit: 1, faults: ['source/not-file'] },
  },
  {
    id: 'A34',
    what: 'standard input that is closed',
    args: ['check', '/dev/stdin', '--json'],
    within: 5000,
    expect: { exit: 1, faults: ['source/not-file'] },
  },
  {
    id: 'A34',
    what: 'links in a circle',
    make: ({ desk }) => symlinkSync('m.yaml', join(desk.folder, 'm.yaml')),
    within: 5000,
    expect: { exit: 1, faults: ['source/unreadable'] },
  },
  {
    id: 'A34',
    what: 'settings that are a pipe',
    meeting: 'meeting: x\n',
    make: pipe('jalaseh.yaml'),
    within: 5000,
    expect: { exit: 1, faults: ['source/not-file'] },
  },
]

/** Printed together, each under its own name. */
export const printed: PrintedRow[] = [
  {
    id: 'A01',
    what: 'a telephone number keeps its zero',
    meeting: `${head('letter_number: 09121234567')}talking_points: [تلفن دبیرخانه 02133445566]\n`,
    printed: ['09121234567', '۰۲۱۳۳۴۴۵۵۶۶'],
  },
  {
    id: 'A02',
    what: 'what looks like a number is a text',
    meeting: points('نسخهٔ 1.10', 'کد 12e5', 'شناسهٔ 0777', 'کد 0x1F', 'ضریب .5', 'تلفن +98912'),
    printed: ['۱.۱۰', '12e5', '۰۷۷۷', '0x1F', '.5', '۹۸۹۱۲'],
    absent: ['1200000'],
  },
  {
    id: 'A03',
    what: 'a number of twenty digits in a text',
    meeting: points('کد 12345678901234567890'),
    printed: ['۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶۷۸۹۰'],
  },
  ...['1405-09-01', '1405/9/1', '۱۴۰۵/۰۹/۰۱', '۱ آذر ۱۴۰۵'].map((date) => ({
    id: 'A05',
    what: `the day ${date}, the hour 12:30`,
    meeting: head(`date: ${date}`, 'start: 12:30'),
    printed: ['۱آذر۱۴۰۵', '۱۲:۳۰'],
    absent: ['۷۵۰'],
  })),
  ...[
    ['۱۲', '۱۲'],
    ['١٢', '۱۲'],
    ['۱٬۲۰۰', '۱٬۲۰۰'],
    ['1۲', '۱۲'],
  ].map(([written = '', shown = '']) => ({
    id: 'A06',
    what: `${written} as a count`,
    meeting: `meeting: x\nstatistics: [{ label: شمار پرونده, unit: فقره, value: ${written} }]\n`,
    printed: [shown],
  })),
  {
    id: 'A08',
    what: 'a number sign inside quotes',
    meeting: points('"بررسی قرارداد #۳ و مصوبات"'),
    printed: ['قرارداد#۳ومصوبات'],
  },
  {
    id: 'A28',
    what: 'lines parted by NEL and LS',
    meeting: points('"سطر یک\\u0085سطر دو\\u2028سطر سه"'),
    printed: ['سطریک', 'سطردو', 'سطرسه'],
  },
  {
    id: 'A29',
    what: 'a direction turned round in the title',
    meeting: 'meeting: "گزارش\u202egpj.exe \u2066ab"\n',
    printed: ['گزارش'],
    warnings: ['text/dropped'],
  },
  {
    id: 'A30',
    what: 'a word of two thousand letters',
    meeting: points('آزمایش'.repeat(333)),
    printed: ['آزمایشآزمایش'],
  },
]

export const leftOut: LeftOut[] = []

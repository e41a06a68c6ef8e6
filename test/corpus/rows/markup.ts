/** B: markup, styles and addresses in what is written in a meeting file. */
import type { LeftOut, PrintedRow, Row } from '../row.ts'
import { template } from '../template.ts'

const points = (...lines: string[]): string =>
  `meeting: x\ntalking_points:\n${lines.map((line) => `  - ${JSON.stringify(line)}\n`).join('')}`
const printedAsIs = (id: string, what: string, ...lines: string[]): PrintedRow => ({
  id,
  what,
  meeting: points(...lines),
  printed: lines,
})

const addresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<b>a</b>',
  'file:///etc/passwd',
  'smb://h/s',
  '//evil.example/a',
  String.raw`\\h\s`,
  'http:evil.example',
  'https://evil.example/a',
  'mailto:a@b.ir?cc=x@evil.example&body=a',
]

export const printed: PrintedRow[] = [
  printedAsIs(
    'B01',
    'elements',
    "<script>document.title='x'</script>",
    '<img src=x onerror=alert(1)>',
    '</td></table><h1>a',
  ),
  printedAsIs(
    'B02',
    'words of templates',
    '{{constructor.constructor}}',
    '{{> secret}}',
    '{{{x}}}',
    '{{#each a}}b{{/each}}',
  ),
  {
    id: 'B03',
    what: 'the end of a style, in the title that every page bears',
    meeting: `meeting: ${JSON.stringify('</style><style>*{display:none}*/ body{color:red}')}\ntalking_points: [سالم]\n`,
    printed: ['</style><style>*{display:none}*/body{color:red}', 'سالم'],
  },
  {
    id: 'B03',
    what: 'quotes and a backslash in the title',
    meeting: `meeting: ${JSON.stringify('a";} b{} \\22 \' c')}\ntalking_points: [سالم]\n`,
    printed: ['سالم'],
  },
  {
    id: 'B04',
    what: 'addresses that lead anywhere',
    meeting: `meeting: x\nsources:\n${addresses.map((address, n) => `  - { id: s${n}, title: منبع, address: ${JSON.stringify(address)} }\n`).join('')}`,
    printed: ['javascript:alert(1)'],
  },
  {
    id: 'B05',
    what: 'the address of a file',
    meeting: 'meeting: x\nsources: [{ id: s, title: منبع, address: پیوست/a.pdf }]\n',
    absent: ['.invalid'],
  },
  {
    id: 'B06',
    what: 'an address with more than an address',
    meeting: 'meeting: x\npeople: [{ id: a, name: الف, email: "a@b.ir?cc=x@evil.example&body=z" }]\n',
  },
  printedAsIs(
    'B09',
    'signs of rich text',
    '**الف',
    '[x](javascript:alert(1))',
    '![](http://127.0.0.1:9/canary)',
    '<b>b</b>',
  ),
  { id: 'B09', what: 'five thousand brackets', meeting: points('['.repeat(5000)), printed: ['['.repeat(40)] },
  printedAsIs('B10', 'names of characters', '&lt;b&gt;', '&#x202e;', '&amp;amp;'),
]

export const rows: Row[] = [
  {
    id: 'B07',
    what: 'a style in place of a colour',
    make: ({ desk, canary }) => {
      desk.put(
        'm.yaml',
        `meeting: x\noffice: { accent: "red;background:url(http://${canary.host}/colour)" }\n`,
      )
      desk.put('jalaseh.yaml', `office: { accent: "#14505c;background:url(http://${canary.host}/colour)" }\n`)
    },
    args: ['build', 'm.yaml', '--json'],
    expect: { exit: 1, faults: ['1:19 colour/format', '2:19 colour/format'] },
  },
  ...[
    ['a value without quotes', '<p class={{head.title}}>a</p>', '1:10 template/forbidden'],
    ['a value in a tag', '<p {{head.title}}>a</p>', '1:4 template/forbidden'],
    ['a value in a style', '<p style="color:{{head.title}}">a</p>', '1:17 template/forbidden'],
    ['a value in a style sheet', '<style>p{color:{{head.title}} }</style>', 'template/forbidden'],
    ['a value as an address', '<a href="{{head.title}}">a</a>', '1:10 template/forbidden'],
    ['a value in a comment', '<!-- {{head.title}} -->', '1:6 template/forbidden'],
    ['a handler', '<p onmouseover="alert(1)">a</p>', 'template/forbidden'],
  ].map(([what = '', page = '', fault = '']): Row => ({
    id: 'B08',
    what,
    meeting: 'meeting: x" onmouseover="alert(1)\n',
    files: template({ html: page }),
    expect: { exit: 1, faults: [fault] },
  })),
  {
    id: 'B11',
    what: 'tables and lists where a text is expected',
    meeting: 'meeting:\n  title: [a, b]\n  place: { a: 1 }\npeople: [{ id: a, name: { a: 1 } }]\n',
    expect: {
      exit: 1,
      faults: ['2:10 type/text-expected', '3:10 type/text-expected', '4:25 type/text-expected'],
    },
  },
  {
    id: 'B12',
    what: 'a template that is a value',
    meeting: 'meeting:\n  title: { type: Program, body: [{ type: MustacheStatement }] }\n',
    files: template({ html: "{{> (lookup . 'head')}}" }),
    expect: { exit: 1, faults: ['1:1 template/forbidden', '2:10 type/text-expected'] },
  },
]

export const leftOut: LeftOut[] = []

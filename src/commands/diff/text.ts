/** A report of differences as lines for a person: a section for each kind of change, nothing for what stayed. */
import type { Piece } from '../../insight/word-changes.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import { formatNumber } from '../../persian/number.ts'
import type { Language } from '../../report/wording.ts'
import { shown } from '../../report/wording.ts'
import type {
  DiffReport,
  FieldReport,
  FigureReport,
  ResolutionReport,
  RowReport,
  StateReport,
} from '../../paper/differences/report.ts'

const words = {
  fa: {
    from: 'از',
    to: 'به',
    same: 'در معنا یکی است.',
    fresh: 'مصوبات تازه',
    closed: 'مصوبات بسته~شده',
    reopened: 'مصوبات بازگشوده',
    slipped: 'مصوبات عقب~افتاده',
    advanced: 'مصوبات پیش~رفته',
    reworded: 'مصوبات با متن یا شرایط دیگر',
    dropped: 'مصوبات باز که دیگر در پرونده نیست',
    settled: 'مصوبات بسته~شده که دیگر در پرونده نیست',
    figures: 'رقم~ها',
    head: 'مشخصات جلسه',
    target: 'هدف',
    new: 'تازه',
    lost: 'دیگر نیامده است',
    incomparable: 'با دو واحد آمده است و سنجیدنی نیست',
    later: 'روز دیرتر',
    late: 'روز تأخیر',
    due: 'مهلت',
    progress: 'پیشرفت',
    session: 'جلسهٔ',
    was: 'پیش~تر',
    none: 'خالی',
    done: 'انجام~شده',
    running: 'در دست اقدام',
    open: 'آغازنشده',
    late_state: 'مهلت گذشته',
    stopped: 'متوقف',
    percent: '٪',
  },
  en: {
    from: 'from',
    to: 'to',
    same: 'The same in meaning.',
    fresh: 'new resolutions',
    closed: 'closed resolutions',
    reopened: 'reopened resolutions',
    slipped: 'slipped resolutions',
    advanced: 'resolutions further on',
    reworded: 'resolutions with other words or terms',
    dropped: 'open resolutions no longer in the file',
    settled: 'closed resolutions no longer in the file',
    figures: 'figures',
    head: 'meeting',
    target: 'target',
    new: 'new',
    lost: 'no longer there',
    incomparable: 'in two units, not to be compared',
    later: 'days later',
    late: 'days late',
    due: 'due',
    progress: 'progress',
    session: 'session',
    was: 'was',
    none: 'none',
    done: 'done',
    running: 'in progress',
    open: 'not begun',
    late_state: 'overdue',
    stopped: 'stopped',
    percent: '%',
  },
}

const order: ResolutionReport['change'][] = [
  'fresh',
  'closed',
  'slipped',
  'advanced',
  'reopened',
  'reworded',
  'dropped',
  'settled',
]
const marks = { added: '+', removed: '-', changed: '*' }

export function diffLines(report: DiffReport, language: Language): string[] {
  const say = Object.fromEntries(
    Object.entries(words[language]).map(([key, word]) => [key, withHalfSpaces(word)]),
  ) as (typeof words)['fa']
  const n = (value: number | string): string =>
    language === 'fa' ? formatNumber(String(value)) : String(value)
  const comma = language === 'fa' ? '، ' : ', '
  const quoted = (text: string): string => (language === 'fa' ? `«${shown(text)}»` : `"${shown(text)}"`)
  const signed = (value: string): string => (value.startsWith('-') ? n(value) : `+${n(value)}`)
  const section = (title: string, lines: string[][]): string[] =>
    lines.length === 0 ? [] : ['', `${title} (${n(lines.length)})`, ...lines.flat()]

  const side = ({ file, title, session, date }: DiffReport['now']): string =>
    [file, title, session === undefined ? '' : `${say.session} ${n(session)}`, date]
      .filter(Boolean)
      .join(' | ')
  const field = ({ label, before, now, words: pieces }: FieldReport): string =>
    pieces
      ? `      ${label}: ${pieceText(pieces)}`
      : `      ${label}: ${say.from} ${quoted(before ?? say.none)} ${say.to} ${quoted(now ?? say.none)}`

  const state = ({ standing, status, progress }: StateReport): string =>
    [
      status ?? say[standing === 'late' ? 'late_state' : standing],
      progress === undefined ? '' : n(progress) + say.percent,
    ]
      .filter(Boolean)
      .join(comma)
  const called = ({ id, was }: ResolutionReport): string => {
    const names = [id, was && `${say.was} ${was}`].filter(Boolean)
    return names.length === 0 ? '' : `[${names.join(comma)}] `
  }
  const course = ({ change, before, now, days, responsible }: ResolutionReport): string => {
    if (change === 'fresh' || change === 'dropped') {
      const { deadline = '' } = (now ?? before) as StateReport
      return [responsible, deadline && `${say.due}: ${deadline}`].filter(Boolean).join(comma)
    }
    if (!before || !now) return ''
    if (change === 'slipped')
      return days === undefined
        ? `${say.due} ${now.due ?? ''}: ${n(now.late ?? 0)} ${say.late}`
        : `${say.due} ${say.from} ${before.due ?? ''} ${say.to} ${now.due ?? ''}: ${n(days)} ${say.later}`
    if (change === 'reworded') return ''
    return `${say.from} ${quoted(state(before))} ${say.to} ${quoted(state(now))}`
  }
  const resolution = (row: ResolutionReport): string[] => [
    `  ${called(row)}${shown(row.text)}`,
    ...[course(row)].filter(Boolean).map((line) => `      ${line}`),
    ...row.fields.map(field),
  ]
  const figure = (row: FigureReport): string[] => {
    const name = row.of === 'target' ? `${say.target}: ${row.label}` : row.label
    const value = (number: string | undefined, unit = row.unit): string =>
      [number === undefined || number === '' ? '' : n(number), unit].filter(Boolean).join(' ')
    const during = (period: string | undefined): string =>
      period === undefined || row.period === row.periodBefore ? '' : ` (${period})`
    if (row.change === 'moved') {
      const growth = row.growth === undefined ? '' : `${comma}${n(row.growth)}${say.percent}`
      const [from, to] = [
        n(row.before ?? '0') + during(row.periodBefore),
        value(row.now) + during(row.period),
      ]
      return [
        `  ${name}: ${say.from} ${from} ${say.to} ${to}${comma}${signed(row.difference ?? '0')}${growth}`,
      ]
    }
    const told =
      row.change === 'incomparable'
        ? `${value(row.before, row.unitBefore)} / ${value(row.now)}`
        : value(row.now ?? row.before, row.unit ?? row.unitBefore)
    return [`  ${name}: ${told} (${say[row.change]})`]
  }
  const tableRow = ({ change, name, fields }: RowReport): string[] => [
    `  ${marks[change]} ${shown(name)}`,
    ...fields.map(field),
  ]

  const top = [`- ${side(report.before)}`, `+ ${side(report.now)}`]
  if (report.same) return [...top, '', say.same]
  return [
    ...top,
    ...order.flatMap((kind) =>
      section(say[kind], report.resolutions.filter(({ change }) => change === kind).map(resolution)),
    ),
    ...section(say.figures, report.figures.map(figure)),
    ...section(
      say.head,
      report.head.map((row) => [field(row).slice(4)]),
    ),
    ...report.tables.flatMap(({ label, rows }) => section(label, rows.map(tableRow))),
  ]
}

/** Words around a change that show where it is. */
const context = 4

/** «… خط انتقال [-آب-] {+گاز+} شهرک …». */
function pieceText(pieces: Piece[]): string {
  return pieces
    .map(({ kind, text }, index) => {
      if (kind === 'removed') return `[-${shown(text, 400)}-]`
      if (kind === 'added') return `{+${shown(text, 400)}+}`
      const all = text.split(' ')
      const head = index === 0 ? [] : all.slice(0, context)
      const tail = index === pieces.length - 1 ? [] : all.slice(Math.max(head.length, all.length - context))
      const gap = head.length + tail.length < all.length ? ['…'] : []
      return shown([...head, ...gap, ...tail].join(' '), 400)
    })
    .join(' ')
}

/** The register of resolutions in words, tables and charts. */
import Big from 'big.js'
import type { Briefing } from '../insight/insight.ts'
import type { BodyStanding, CreditSum, FollowUp, RegisterEntry } from '../insight/follow-up.ts'
import { standingOrder } from '../insight/follow-up.ts'
import type { Labels } from '../model/glossary.ts'
import type { EarlierResolution } from '../model/meeting.ts'
import { compareDates } from '../persian/calendar.ts'
import { formatDate } from '../persian/date-format.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { percentSign } from '../persian/number.ts'
import { joinList } from '../persian/words.ts'
import { exact, percent, points } from './amount.ts'
import { assumptionNote, deadlineText } from './deadlines.ts'
import type { Directory } from './directory.ts'
import { count } from './head.ts'
import type { MoneyWords } from './head.ts'
import { standingWords, statusOf } from './standing-words.ts'
import { timelineCharts } from './timeline.ts'
import type { Section } from './view.ts'
import type { BulletChart, FollowUpView, LeagueRow, RegisterGroup, RegisterRow } from './view-follow-up.ts'

const digits = (n: number): string => toPersianDigits(String(n))
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const rateRule = fa`درصد تحقق، سهم انجام~شده از مصوباتی است که متوقف یا لغو نشده~اند؛ ترتیب از بهترین است.`

export function followUpView(
  { followUp: register, calendar }: Briefing,
  names: Directory,
  labels: Labels,
  money: MoneyWords,
): FollowUpView {
  const { counts, entries, bodies } = register
  const some = counts.all > 0
  const titled = (id: string, title: string, printed: boolean): Section => ({
    id,
    number: '',
    title: printed ? title : '',
  })
  const day = formatDate(calendar.today, 'long')
  const all = entries.map(({ resolution }) => resolution)
  // A table of one body, or of none, ranks nothing.
  const ranked = bodies.filter(({ body }) => body !== undefined).length > 1
  const charts = timelineCharts(register, calendar.today, labels)
  return {
    totals: {
      ...titled('totals', labels.register_totals, some),
      asOf: some ? `${labels.as_of} ${day}` : '',
      message: some ? message(register, names) : '',
      figures: some ? figures(register, labels) : [],
      charts: some
        ? [
            {
              title: message(register, names),
              description: standingOrder
                .filter((shape) => counts[shape] > 0)
                .map((shape) => `${standingWords(labels)[shape]}: ${digits(counts[shape])}`)
                .join('؛ '),
              parts: (['done', 'running', 'open', 'late', 'stopped'] as const).flatMap((shape) =>
                counts[shape] === 0
                  ? []
                  : [
                      {
                        label: standingWords(labels)[shape],
                        value: counts[shape],
                        valueLabel: digits(counts[shape]),
                        shape,
                      },
                    ],
              ),
            },
          ]
        : [],
      remarks: some ? remarks(register, money) : [],
    },
    register: {
      ...titled('register', labels.register, some),
      groups: groups(register, names, labels, money, (row) => deadlineText(row, calendar)),
      note: assumptionNote(all, calendar),
    },
    league: {
      ...titled('league', labels.league, ranked),
      rows: ranked ? bodies.map((row, index) => leagueRow(row, index, names, labels)) : [],
      note: ranked ? rateRule : '',
    },
    timeline: {
      ...titled('timeline', labels.timeline, charts.length > 0),
      charts,
      note: charts.length > 0 ? withoutDay(register) : '',
    },
  }
}

/** «از ۱۴ مصوبه، ۵ مصوبه انجام شده و ۴ مصوبه از مهلت گذشته است؛ …». */
function message({ counts, rate, entries }: FollowUp, names: Directory): string {
  // Beside the number of all, a share of fewer would look wrong.
  const rated = rate && counts.stopped === 0 ? ` (${percent(rate)})` : ''
  const none = counts.done === 0 ? fa`هیچ~یک از ${count(counts.all)} مصوبه انجام نشده است` : ''
  const done =
    counts.done === counts.all
      ? `هر ${count(counts.all)} مصوبه انجام شده است`
      : none || `از ${count(counts.all)} مصوبه، ${count(counts.done)} مصوبه انجام شده است${rated}`
  const worst = entries[0]
  if (!worst || worst.lateDays === 0) return fa`${done}؛ هیچ مصوبه~ای از مهلت نگذشته است.`
  const body = worst.resolution.responsible
  const whose = body === undefined ? '' : `، در ${names.body(body)}`
  const of =
    counts.late === 1
      ? fa`یک مصوبه ${digits(worst.lateDays)} روز`
      : fa`${count(counts.late)} مصوبه از مهلت گذشته و دیرترین آن~ها ${digits(worst.lateDays)} روز`
  return fa`${done}؛ ${of} عقب است${whose}.`
}

function figures({ counts, rate }: FollowUp, labels: Labels): FollowUpView['totals']['figures'] {
  const words = standingWords(labels)
  const figure = (
    value: string,
    label: string,
    comparison = '',
  ): FollowUpView['totals']['figures'][number] => ({
    value,
    unit: '',
    label,
    comparison,
  })
  const owed = counts.all - counts.stopped
  const base = counts.stopped > 0 ? fa`از ${digits(owed)}، بی متوقف~ها` : ''
  return [
    figure(digits(counts.all), labels.all_resolutions),
    figure(rate ? percentSign(exact(rate, 1)) : '–', labels.completion_rate, base),
    ...(['done', 'running', 'open', 'late', 'stopped'] as const).flatMap((shape) =>
      // Those that need no word where there are none are left out; the overdue are always told.
      counts[shape] === 0 && shape !== 'late' && shape !== 'done'
        ? []
        : [figure(digits(counts[shape]), words[shape])],
    ),
  ]
}

/** Credits with their absorption, and the mean progress: only of what is told. */
function remarks({ credits, meanProgress, entries }: FollowUp, money: MoneyWords): string[] {
  const slips = entries.filter(({ extended }) => extended > 0)
  const times = slips.reduce((all, { extended }) => all + extended, 0)
  return [
    ...credits.map((credit) => creditSentence(credit, money)),
    ...(meanProgress
      ? [
          fa`میانگین پیشرفت ${percent(meanProgress.value)} است (${count(meanProgress.of)} مصوبه~ای که پیشرفت آن گفته شده است).`,
        ]
      : []),
    ...(slips.length > 0
      ? [fa`مهلت ${count(slips.length)} مصوبه، روی هم ${count(times)} بار، تمدید شده است.`]
      : []),
  ]
}

function creditSentence({ unit, amount, absorbed, toldOf, rate }: CreditSum, money: MoneyWords): string {
  const written = (value: Big): string => money({ amount: value.toFixed(), unit })
  const whole = `اعتبار مصوبات ${written(amount)} است`
  if (rate === undefined) return fa`${whole}؛ جذب آن گفته نشده است.`
  const part = toldOf.eq(amount) ? '' : ` از ${written(toldOf)} که جذب آن گفته شده است`
  return `${whole}؛ ${written(absorbed)} (${percent(rate)})${part} جذب شده است.`
}

/** Those without a day of their own are not in the chart, and are told under it. */
function withoutDay({ entries }: FollowUp): string {
  const left = entries.filter(({ due }) => due === undefined).length
  return left === 0 ? '' : fa`${count(left)} مصوبه روز معینی برای مهلت ندارد و در نمودار نیست.`
}

function groups(
  { entries, counts }: FollowUp,
  names: Directory,
  labels: Labels,
  money: MoneyWords,
  deadline: (row: EarlierResolution) => string,
): RegisterGroup[] {
  let n = 0
  return standingOrder.flatMap((shape) => {
    const own = entries.filter(({ standing }) => standing === shape)
    if (own.length === 0) return []
    const rows = own.map((entry) => registerRow(entry, (n += 1), names, labels, money, deadline))
    return [{ title: `${standingWords(labels)[shape]} (${digits(counts[shape])})`, rows }]
  })
}

function registerRow(
  entry: RegisterEntry,
  n: number,
  names: Directory,
  labels: Labels,
  money: MoneyWords,
  deadline: (row: EarlierResolution) => string,
): RegisterRow {
  const { resolution, elapsed, progress, gap, absorption, lateDays } = entry
  const { credit, cooperating = [], issued, responsible } = resolution
  return {
    n: digits(n),
    text: resolution.text,
    id: resolution.id ?? '',
    origin: resolution.meeting ?? '',
    report: lastReport(resolution),
    responsible: names.body(responsible),
    cooperating: joinList(cooperating.map(names.body)),
    issued: issued ? formatDate(issued, 'numeric') : '',
    deadline: deadline(resolution),
    slips: slipWords(entry),
    bullets: bullets(entry),
    progress: progress ? percentSign(exact(progress, 1)) : '',
    pace: gap && elapsed ? paceWords(gap, elapsed) : '',
    credit: credit ? money(credit.amount) : '',
    absorption: absorption ? `${labels.absorption} ${percentSign(exact(absorption, 1))}` : '',
    status: statusOf(entry, labels),
    delay: lateDays > 0 ? `${digits(lateDays)} روز` : '',
  }
}

/** The last event that says something: «۱۴۰۵/۰۸/۱۵: شرح (سند)». */
function lastReport({ history = [] }: EarlierResolution): string {
  const told = history.filter(({ note, evidence }) => note ?? evidence)
  const last = told.toSorted((a, b) => compareDates(a.date, b.date)).at(-1)
  if (last === undefined) return ''
  const { note, evidence } = last
  const what = note && evidence ? `${note} (${evidence})` : (note ?? evidence)
  return `${formatDate(last.date, 'numeric')}: ${what}`
}

/** «۲ بار تمدید، ۶۰ روز». */
export function slipWords({ extended, slipped }: Pick<RegisterEntry, 'extended' | 'slipped'>): string {
  const days = slipped !== undefined && slipped > 0 ? `${digits(slipped)} روز` : ''
  return [extended > 0 && `${count(extended)} بار تمدید`, days].filter(Boolean).join('، ')
}

/** «در ۸۰٪ مدت، ۳۵ واحد درصد عقب». */
export function paceWords(gap: Big, elapsed: Big): string {
  const shown = new Big(exact(gap, 0))
  const when = `در ${percentSign(exact(elapsed, 0))} مدت`
  if (shown.eq(0)) return fa`${when}، هم~گام`
  return `${when}، ${points(shown)} ${shown.lt(0) ? 'عقب' : 'جلو'}`
}

function bullets({ progress, elapsed, standing, gap }: RegisterEntry): BulletChart[] {
  if (progress === undefined) return []
  const owed = gap !== undefined && elapsed !== undefined
  const time = owed ? fa`${percent(elapsed)} مدت سپری شده است` : ''
  return [
    {
      title: owed ? paceWords(gap, elapsed) : `پیشرفت ${percent(progress)}`,
      description: [`پیشرفت ${percent(progress)}`, time].filter(Boolean).join('؛ '),
      done: progress.div(100).toNumber(),
      marks: owed && standing !== 'done' ? [elapsed.div(100).toNumber()] : [],
    },
  ]
}

function leagueRow(
  { body, counts, rate }: BodyStanding,
  index: number,
  names: Directory,
  labels: Labels,
): LeagueRow {
  const name = body === undefined ? labels.without_body : names.body(body)
  const owed = counts.all - counts.stopped
  const rated = rate ? percentSign(exact(rate, 1)) : '–'
  return {
    n: digits(index + 1),
    body: name,
    all: digits(counts.all),
    done: digits(counts.done),
    late: digits(counts.late),
    rate: rated,
    bar: {
      title: rate ? `${name}: ${percent(rate)}` : name,
      description: `${labels.done}: ${digits(counts.done)}؛ ${labels.overdue}: ${digits(counts.late)}؛ ${labels.all_resolutions}: ${digits(counts.all)}`,
      done: share(counts.done, owed),
      late: share(counts.late, owed),
    },
  }
}

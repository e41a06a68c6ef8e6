/**
 * A year of a working group that does not exist: twelve meetings at which resolutions are decided, reported on, put off, done,
 * given up, merged and renumbered. The same every time it is told, and counted while it is told.
 */
import { dateOf, dayOf } from './calendar.ts'
import { Ledger } from './ledger.ts'
import type { Account } from './ledger.ts'

export interface Decision {
  id: string
  /** The number it had, where it is decided anew. */
  was?: string
  text: string
  body: string
  deadline: string
  credit?: number
}

export interface Report {
  id: string
  status?: 'in-progress' | 'done' | 'cancelled'
  progress?: number
  deadline?: string
  absorbed?: number
  into?: string
  note: string
}

export interface Figure {
  key: string
  label: string
  value: number
  /** The first so many months of the year. */
  months: number
}

export interface Session {
  month: number
  day: number
  /** In the briefing as drafts; those rejected are not in the minutes. */
  decisions: Decision[]
  rejected: Decision[]
  reports: Report[]
  figures: Figure[]
  /** Numbers of the resolutions that were open before it. */
  openBefore: string[]
}

export const bodies = {
  depot: 'شرکت فرضی انبار شمال',
  roads: 'ادارهٔ کل نمونهٔ راه',
  trade: 'سازمان آزمایشی بازرگانی',
  bank: 'بانک فرضی توسعه',
  customs: 'گمرک نمونهٔ مرز',
}
const bodyIds = Object.keys(bodies)

const works = [
  'سردخانهٔ مرزی',
  'جادهٔ دسترسی پایانه',
  'سامانهٔ ثبت درخواست',
  'آزمایشگاه همکار استاندارد',
  'نمایشگاه دائمی کالا',
  'خط اعتباری صادرکنندگان',
  'دفتر خدمات مرزی',
]
const places = ['شهرک یکم', 'شهرک دوم', 'پایانهٔ شمالی', 'پایانهٔ جنوبی', 'منطقهٔ ویژهٔ فرضی', 'بازارچهٔ نمونه']
const verbs = ['تکمیل شود', 'راه‌اندازی شود', 'تجهیز شود', 'بازنگری شود', 'تمدید شود']

/** Meetings at which an open resolution is decided anew under a number of the day. */
const renumbering = new Set([5, 9])
/** At this one a figure of an earlier briefing is told otherwise. */
export const contradiction = { month: 10, key: 'exports', months: 5, told: 10 * 5 + 3 }

export const finalDay = dayOf(12, 25)

/** @param months how much of the year is told */
export function tell(months = 12): { sessions: Session[]; ledger: Ledger } {
  const draw = drawing(1405)
  const ledger = new Ledger()
  const sessions: Session[] = []
  for (let month = 1; month <= months; month++) {
    const day = dayOf(month, 5)
    const openBefore = ledger.open().map(({ id }) => id)
    const reports = openBefore.flatMap((id) => report(ledger, ledger.get(id), { month, day, draw }))
    const decisions = Array.from({ length: 3 + draw(2) }, (_, n) => decide(ledger, month, day, n + 1, draw))
    if (renumbering.has(month)) {
      const told = new Set(reports.flatMap(({ id, into }) => [id, into]))
      const isFree = ({ id, month: at, due }: Account): boolean =>
        at < month && due !== undefined && !told.has(id)
      const old = ledger.open().find(isFree)
      if (old) decisions.push(renumber(old, month, decisions.length + 1))
    }
    const rejected = month % 4 === 0 ? [drafted(`${month}-90`, month, 90)] : []
    sessions.push({ month, day, decisions, rejected, reports, figures: figuresOf(month), openBefore })
  }
  return { sessions, ledger }
}

interface Moment {
  month: number
  day: number
  draw: (below: number) => number
}

function decide(ledger: Ledger, month: number, day: number, n: number, draw: Moment['draw']): Decision {
  const plan = drafted(`${month}-${n}`, month, n)
  const kind = draw(10)
  const due = kind === 0 ? undefined : day + 25 + draw(120)
  // A deadline in days, as a day, or none that is one.
  const span = kind === 1 || kind === 2
  const deadline =
    due === undefined ? (n % 2 === 0 ? 'مستمر' : 'تا جلسهٔ بعد') : span ? `ظرف ${due - day} روز` : dateOf(due)
  const credit = draw(3) === 0 ? 20 + 10 * draw(9) : 0
  ledger.accounts.push({
    id: plan.id,
    former: [],
    month,
    text: plan.text,
    state: 'open',
    ...(due !== undefined && { firstDue: due, due }),
    extensions: 0,
    promised: credit,
    raised: new Set([month]),
  })
  return { ...plan, deadline, ...(credit > 0 && { credit }) }
}

function drafted(id: string, month: number, n: number): Decision {
  const work = works[(month * 3 + n) % works.length] ?? ''
  const place = places[(month + n * 2) % places.length] ?? ''
  const verb = verbs[(month + n) % verbs.length] ?? ''
  return {
    id,
    text: `${work} در ${place} ${verb}؛ کار شمارهٔ ${persian(month * 100 + n)}.`,
    body: bodyIds[(month + n) % bodyIds.length] ?? '',
    deadline: '',
  }
}

const persian = (n: number): string =>
  String(n).replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '')

function renumber(account: Account, month: number, n: number): Decision {
  const was = account.id
  account.former.push(was)
  account.id = `${month}-${n}`
  account.raised.add(month)
  return {
    id: account.id,
    was,
    text: account.text,
    body: bodyOf(account),
    deadline: dateOf(account.due ?? 0),
    ...(account.promised > 0 && { credit: account.promised }),
  }
}

/** The one that was given it when it was first decided. */
function bodyOf({ former, id }: Account): string {
  const [month = 0, n = 0] = (former[0] ?? id).split('-').map(Number)
  return bodyIds[(month + n) % bodyIds.length] ?? ''
}

function report(ledger: Ledger, account: Account, { month, day, draw }: Moment): Report[] {
  const lot = draw(20)
  if (lot < 6) return []
  account.raised.add(month)
  const { id } = account
  if (lot < 7) {
    account.state = 'stopped'
    return [{ id, status: 'cancelled', note: 'موضوع آن از میان رفت' }]
  }
  const other = ledger.open().find((one) => one !== account && one.month < month)
  if (lot < 8 && other) {
    account.state = 'stopped'
    return [{ id, into: other.id, note: 'با مصوبهٔ دیگر یکی شد' }]
  }
  if (lot < 11) {
    account.state = 'done'
    // Now and then more is done than was promised.
    account.progress = lot === 10 ? 110 : 100
    return [{ id, status: 'done', progress: account.progress, ...absorb(account, draw), note: 'تحویل شد' }]
  }
  if (lot < 14 && account.due !== undefined) {
    account.due = Math.max(account.due, day) + 20 + draw(50)
    account.extensions++
    return [{ id, deadline: dateOf(account.due), note: 'پیمانکار مهلت خواست' }]
  }
  account.progress = Math.min(95, (account.progress ?? 0) + 5 + draw(30))
  return [
    { id, status: 'in-progress', progress: account.progress, ...absorb(account, draw), note: 'کار پیش رفت' },
  ]
}

/** More of the credit than before, at times more than there is. */
function absorb(account: Account, draw: Moment['draw']): Pick<Report, 'absorbed'> {
  if (account.promised === 0) return {}
  account.absorbed = (account.absorbed ?? 0) + 5 + draw(20)
  return { absorbed: account.absorbed }
}

/** What was reached in the months that have passed, and once a value of the past that is another than it was told. */
function figuresOf(month: number): Figure[] {
  const exports = (months: number): Figure => ({
    key: 'exports',
    label: 'صادرات استان فرضی',
    value: 10 * months,
    months,
  })
  const own = month > 1 ? [exports(month - 1)] : []
  const { month: at, months, told } = contradiction
  return month === at ? [...own, { ...exports(months), value: told }] : own
}

/** Whole numbers from 0, the same for a seed on every machine (mulberry32). */
function drawing(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

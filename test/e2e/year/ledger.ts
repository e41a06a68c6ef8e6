/** What became of every resolution, in plain numbers: the count that the product's own figures must agree with. */
export interface Account {
  /** The number it goes by, and those it had. */
  id: string
  former: string[]
  month: number
  text: string
  state: 'open' | 'done' | 'stopped'
  /** Days, where it has a deadline that is a day. */
  firstDue?: number
  due?: number
  extensions: number
  progress?: number
  /** Thousand million tomans. */
  promised: number
  absorbed?: number
  /** Meetings that heard of it, its own with them. */
  raised: Set<number>
}

export interface Totals {
  all: number
  done: number
  stopped: number
  /** Neither done nor stopped, the overdue with them. */
  open: number
  overdue: number
  extensions: number
  /** Resolutions of which the last deadline is later than the first, and by how many days together. */
  slipped: number
  slippedDays: number
  promised: number
  absorbed: number
}

export class Ledger {
  readonly accounts: Account[] = []

  get(id: string): Account {
    const account = this.accounts.find((one) => one.id === id)
    if (account === undefined) throw new Error(`there is no resolution ${id}`)
    return account
  }

  open(): Account[] {
    return this.accounts.filter(({ state }) => state === 'open')
  }

  totals(day: number): Totals {
    const all = this.accounts
    const slips = all.map(({ firstDue, due }) => (firstDue === undefined ? 0 : (due ?? 0) - firstDue))
    const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
    return {
      all: all.length,
      done: all.filter(({ state }) => state === 'done').length,
      stopped: all.filter(({ state }) => state === 'stopped').length,
      open: this.open().length,
      overdue: this.open().filter(({ due }) => due !== undefined && due < day).length,
      extensions: sum(all.map(({ extensions }) => extensions)),
      slipped: slips.filter((days) => days > 0).length,
      slippedDays: sum(slips),
      promised: sum(all.map(({ promised }) => promised)),
      absorbed: sum(all.map(({ absorbed = 0 }) => absorbed)),
    }
  }
}

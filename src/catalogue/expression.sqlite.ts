/** What is sought → an expression of FTS5 (sqlite.org/fts5.html §3). Words of the search key hold letters, marks and digits only. */
import { searchKey } from '../persian/search-key.ts'
import { waysOf } from './alternatives.ts'
import type { Sought } from './alternatives.ts'
import { mostBetween, superseded, tokenOf } from './write-index.sqlite.ts'

/** Names of which any is wanted; none for no matter which. */
export interface Filters {
  bodies: string[]
  people: string[]
  kinds: string[]
  states: string[]
  /** Earlier revisions, too. */
  revisions: boolean
}

/** What must be found, and what must not; undefined for nothing. */
export interface Expression {
  match?: string
  except?: string
}

export function expressionOf(sought: Sought[], filters: Filters): Expression {
  const match = [
    ...sought.filter(({ not }) => !not).map(inText),
    ...named('bodies', filters.bodies),
    ...named('people', filters.people),
    ...tokens('kinds', filters.kinds),
    ...tokens('states', filters.states),
  ]
  const except = [
    ...sought.filter(({ not }) => not).map(inText),
    ...(filters.revisions ? [] : tokens('states', [superseded])),
  ]
  return {
    ...(match.length > 0 && { match: match.join(' AND ') }),
    ...(except.length > 0 && { except: except.join(' OR ') }),
  }
}

const quoted = (words: string[]): string => `"${words.join(' ')}"`

function inText({ ways, beginning }: Sought): string {
  const phrases = ways.map((words) => `${quoted(words)}${beginning ? ' *' : ''}`)
  return `({title main joined} : (${phrases.join(' OR ')}))`
}

/** The words of a name near each other, for there is a post or a middle name between them. */
function named(column: string, names: string[]): string[] {
  const ways = names.flatMap((name) => waysOf(searchKey(name).split(' ').filter(Boolean)))
  const near = ways.map((words) => `NEAR(${words.map((word) => quoted([word])).join(' ')}, ${mostBetween})`)
  return near.length === 0 ? [] : [`({${column}} : (${near.join(' OR ')}))`]
}

function tokens(column: string, names: string[]): string[] {
  return names.length === 0
    ? []
    : [`({${column}} : (${names.map((name) => quoted([tokenOf(name)])).join(' OR ')}))`]
}

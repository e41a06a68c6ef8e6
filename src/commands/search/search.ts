/** `jalaseh search <words>`: over the archive and the meeting files of the workspace. */
import { resolve } from 'node:path'
import { guesses, soughtOf } from '../../catalogue/alternatives.ts'
import { expressionOf } from '../../catalogue/expression.sqlite.ts'
import { CatalogueFailure } from '../../catalogue/failure.ts'
import { parseQuery } from '../../catalogue/query.ts'
import type { Query } from '../../catalogue/query.ts'
import type { Refreshed } from '../../catalogue/refresh.ts'
import { kindsOf, knownWords, search as ask } from '../../catalogue/search.sqlite.ts'
import type { Found } from '../../catalogue/search.sqlite.ts'
import { snippets } from '../../catalogue/snippet.ts'
import type { Snippet } from '../../catalogue/snippet.ts'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { nearestFolder } from '../../workspace/read-workspace.ts'
import { tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { readFilters } from './filters.ts'
import type { SearchOptions } from './filters.ts'
import { hasMinutes, withIndex } from '../search-index.ts'
import { tellFound } from './tell-found.ts'

/** What is shown of one document. */
export interface Result {
  document: Found['documents'][number]
  hits: Snippet[]
}

const hitsShown = 2
const hitsInJson = 5

export async function search(words: string[], options: SearchOptions, host: Host): Promise<ExitCode> {
  const query = parseQuery(words.join(' '))
  const wanted = readFilters(options)
  if ('fault' in wanted) return refuse(wanted.fault, options, host)
  const narrowed = Object.values(wanted.filters)
    .flat()
    .some((one) => typeof one === 'string')
  if (query.parts.length === 0 && !narrowed && wanted.from === undefined && wanted.to === undefined)
    return refuse(remarks(query)[0] ?? fault('search/nothing'), options, host)
  const workspace = nearestFolder(host.cwd) ?? resolve(host.cwd)
  if (!(await hasMinutes(workspace)))
    return refuse(fault('search/no-minutes', undefined, { folder: workspace }), options, host)
  const sort = query.common ? 'new' : wanted.sort
  try {
    return await withIndex(workspace, host, async (db, index) => {
      const known = await kindsOf(db)
      const strange = wanted.filters.kinds.find((kind) => !known.includes(kind))
      if (strange !== undefined) {
        const values = { name: strange, known: known.join('، ') }
        return refuse(fault('search/kind', undefined, values), options, host)
      }
      const words = await knownWords(db, guesses(query))
      const sought = soughtOf(query, (word) => words.has(word))
      const found = await ask(db, expressionOf(sought, wanted.filters), { ...wanted, sort })
      const most = options.json ? hitsInJson : hitsShown
      const results = found.documents.map((document) => ({
        document,
        hits: snippets(document.passages, sought, most),
      }))
      const faults = [...index.faults, ...remarks(query)]
      answer({ total: found.total, sort, results, faults, index }, options, host)
      return 0
    })
  } catch (error) {
    if (error instanceof CatalogueFailure) return refuse(error.fault, options, host)
    throw error
  }
}

function remarks({ common, ignored }: Query): Fault[] {
  return [
    ...(common ? [warning('search/common')] : []),
    ...(ignored > 0 ? [warning('search/too-long', undefined, { count: String(ignored) })] : []),
  ]
}

interface Answer {
  total: number
  sort: 'rank' | 'new'
  results: Result[]
  faults: Fault[]
  index: Refreshed
}

function answer({ total, sort, results, faults, index }: Answer, { json }: SearchOptions, host: Host): void {
  if (!json) {
    tell(host, faults, new Map())
    tellFound(total, results, host)
    return
  }
  const { read, removed } = index
  const told = faults.map((one) => toJson(one, host.language))
  host.out(
    JSON.stringify(
      { total, sort, results: results.map(toEntry), index: { read, removed }, faults: told },
      null,
      2,
    ),
  )
}

/** A result as one object of `--json`. */
function toEntry({ document, hits }: Result): Record<string, unknown> {
  const { path: file, pdf, origin, kind, meeting, revision, date, title, body, session, state } = document
  const latest = document.latest === 1
  return { file, pdf, origin, kind, meeting, revision, latest, date, title, body, session, state, hits }
}

function refuse(told: Fault, { json }: SearchOptions, host: Host): ExitCode {
  if (json)
    host.out(JSON.stringify({ total: 0, results: [], faults: [toJson(told, host.language)] }, null, 2))
  else tell(host, [told], new Map())
  return 2
}

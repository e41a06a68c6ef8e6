/** A workspace in a folder of its own, indexed and searched by the real components. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { guesses, soughtOf } from '../../src/catalogue/alternatives.ts'
import type { ArchiveSource } from '../../src/catalogue/candidates.ts'
import { expressionOf } from '../../src/catalogue/expression.sqlite.ts'
import type { Filters } from '../../src/catalogue/expression.sqlite.ts'
import { withCatalogue } from '../../src/catalogue/open.ts'
import type { Catalogue } from '../../src/catalogue/open.ts'
import { parseQuery } from '../../src/catalogue/query.ts'
import { refresh } from '../../src/catalogue/refresh.ts'
import type { Refreshed } from '../../src/catalogue/refresh.ts'
import { knownWords, search } from '../../src/catalogue/search.sqlite.ts'
import type { Page } from '../../src/catalogue/search.sqlite.ts'
import { searchSchema } from '../../src/catalogue/tables.sqlite.ts'
import type { SearchTables } from '../../src/catalogue/tables.sqlite.ts'

/** Later than any file of a test was written, so that its state counts as settled. */
export const settled = (): number => Date.now() + 60_000

export class Workspace implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  readonly catalogue = join(this.folder, 'archive', 'catalogue.sqlite')
  archive: ArchiveSource | undefined

  put(name: string, text: string): void {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }

  remove(name: string): void {
    rmSync(join(this.folder, name), { recursive: true })
  }

  open<T>(work: (catalogue: Catalogue<SearchTables>) => Promise<T>): Promise<T> {
    return withCatalogue(this.catalogue, [searchSchema], work)
  }

  index(now = settled()): Promise<Refreshed> {
    return this.open((catalogue) => refresh(catalogue, this.folder, this.archive, now))
  }

  /** Paths of what is found, the best or the newest first. */
  async find(text: string, filters: Partial<Filters> = {}, page: Partial<Page> = {}): Promise<string[]> {
    const found = await this.open(async ({ db }) => {
      const query = parseQuery(text)
      const words = await knownWords(db, guesses(query))
      const sought = soughtOf(query, (word) => words.has(word))
      const expression = expressionOf(sought, { ...noFilters, ...filters })
      return search(db, expression, { sort: 'rank', limit: 1000, ...page })
    })
    return found.documents.map(({ path }) => path)
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const noFilters: Filters = { bodies: [], people: [], kinds: [], states: [], revisions: false }

/** The least a meeting file must say, with a paragraph of text. */
export const minutes = (text: string, head: Record<string, string> = {}): string =>
  [
    'meeting:',
    ...Object.entries({ title: 'جلسه', ...head }).map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
    'background:',
    `  - ${JSON.stringify(text)}`,
    '',
  ].join('\n')

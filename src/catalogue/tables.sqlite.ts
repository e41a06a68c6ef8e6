/** The tables of the search index. */
import type { Schema } from './schemas.sqlite.ts'

/** Every YAML file that was looked at, so that only those that changed are read again. */
export interface SourceRow {
  /** From the folder of the workspace, with slashes. */
  path: string
  /** What the file system said of it, or for the archive, which never changes, the hash of the manifest. */
  stamp: string
  /** Milliseconds: when it was read. */
  seen: number
  sha256: string
  /** Absent for a file that is about no meeting. */
  document: number | null
}

export interface DocumentRow {
  /** Grows with the day of the meeting: see `firstIdOf`. */
  id: number
  /** As `SourceRow.path`. */
  path: string
  origin: 'archive' | 'data'
  /** Base name of the file. */
  meeting: string
  revision: number | null
  latest: number
  kind: string
  /** The paper, from the folder of the workspace. */
  pdf: string | null
  /** 1405/09/04, or '' where the day is open. */
  date: string
  title: string
  body: string
  session: string
  state: string
}

export interface TextRow {
  document: number
  /** Passages as JSON. */
  passages: string
}

export interface SearchTables {
  search_source: SourceRow
  search_document: DocumentRow
  search_text: TextRow
}

/**
 * The text is kept as it was written, for snippets; the full-text index holds keys only and no copy. Its tokens are made by
 * `searchKey`, so the tokenizer only cuts at spaces. `named…` and `states` are there to filter.
 */
export const searchSchema: Schema = {
  name: 'search',
  version: 1,
  ddl: [
    `create table search_source (path text primary key, stamp text not null, seen integer not null,
      sha256 text not null, document integer) strict, without rowid`,
    'create index search_source_sha256 on search_source (sha256)',
    `create table search_document (id integer primary key, path text not null unique, origin text not null,
      meeting text not null, revision integer, latest integer not null, kind text not null, pdf text,
      date text not null, title text not null, body text not null, session text not null,
      state text not null) strict`,
    'create table search_text (document integer primary key, passages text not null) strict',
    `create virtual table search_index using fts5(title, main, joined, bodies, people, kinds, states,
      content = '', contentless_delete = 1, tokenize = 'ascii')`,
    'create virtual table search_word using fts5vocab(search_index, instance)',
  ],
}

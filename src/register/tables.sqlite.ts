/** The register in the catalogue of a workspace: made again from the files at any time, never the truth. */

export interface FileRow {
  /** SHA-256 of the manifest: what is in the archive never changes. */
  stamp: string
  /** What of the file the register needs, as JSON. */
  extract: string
}

export interface ResolutionRow {
  key: string
  id: string
  meeting: string
  body: string | null
  text: string
  /** Days as 1405/09/01; the deadline as it was first written. */
  decided: string | null
  issued: string | null
  deadline: string | null
  status: string | null
  progress: string | null
  credit: string | null
  absorbed: string | null
  into_id: string | null
}

export interface PartyRow {
  resolution: string
  name: string
  role: string
}

export interface EventRow {
  id: string
  resolution: string
  /** Its place among the events of its resolution. */
  place: number
  kind: string
  day: string | null
  source: string
  /** The event as JSON. */
  data: string
}

export interface EvidenceRow {
  event: string
  path: string
  sha256: string | null
}

export interface RegisterTables {
  register_file: FileRow
  register_resolution: ResolutionRow
  register_party: PartyRow
  register_event: EventRow
  register_evidence: EvidenceRow
}

/** Raise the version, too, when meetings are read otherwise: extracts are meetings as they were read. */
export const registerTables = {
  name: 'register',
  version: 1,
  ddl: [
    'create table register_file (stamp text primary key, extract text not null) strict, without rowid',
    `create table register_resolution (key text primary key, id text not null, meeting text not null, body text,
      text text not null, decided text, issued text, deadline text, status text, progress text, credit text,
      absorbed text, into_id text) strict, without rowid`,
    'create index register_resolution_id on register_resolution (id)',
    `create table register_party (resolution text not null, name text not null, role text not null,
      primary key (resolution, role, name)) strict, without rowid`,
    'create index register_party_name on register_party (name)',
    `create table register_event (id text primary key, resolution text not null, place integer not null,
      kind text not null, day text, source text not null, data text not null) strict, without rowid`,
    'create index register_event_resolution on register_event (resolution, place)',
    `create table register_evidence (event text not null, path text not null, sha256 text,
      primary key (event, path)) strict, without rowid`,
  ],
} as const

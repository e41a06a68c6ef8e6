/** The tables of the ledger. They are never made anew: a later shape comes as one more step of `migrations`. */
import type { Generated } from 'kysely'

/** Times are milliseconds since 1970. */
export interface DeliveryRow {
  id: string
  meeting: string
  edition: number
  kind: string
  name: string
  address: string
  /** The address in small letters: one mailbox, however it is written. */
  mailbox: string
  message_id: string
  eml: string
  size: number
  class: string
  state: string
  stage: string | null
  attempt: number
  put_off: number
  again: number
  queued_at: number
  changed_at: number
  not_before: number | null
  owner: string | null
  lease_until: number | null
  lease: number | null
  response: string | null
  error: string | null
}

export interface EventRow {
  /** Their order, whatever the clock says. */
  seq: Generated<number>
  delivery: string
  at: number
  by: string
  what: string
  attempt: number
  detail: string | null
}

export interface SubjectRow {
  mailbox: string
  subject: string
  delivery: string
}

export interface LedgerTables {
  delivery: DeliveryRow
  delivery_event: EventRow
  delivery_subject: SubjectRow
}

/** In the head of the file: «jlsh». A file without it is not ours to write in. */
export const applicationId = 0x6a6c7368

/** By the version they lead to, from 1. */
export const migrations: readonly (readonly string[])[] = [
  [
    `create table delivery (id text primary key, meeting text not null, edition integer not null,
      kind text not null check (kind in ('pack', 'supplement', 'reminder')), name text not null,
      address text not null, mailbox text not null, message_id text not null, eml text not null,
      size integer not null, class text not null,
      state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'unknown', 'cancelled')),
      stage text check (stage in ('claimed', 'dot')), attempt integer not null, put_off integer not null,
      again integer not null, queued_at integer not null, changed_at integer not null, not_before integer,
      owner text, lease_until integer, lease integer, response text, error text,
      unique (meeting, kind, mailbox, edition)) strict, without rowid`,
    'create index delivery_state on delivery (state, not_before)',
    'create index delivery_message on delivery (message_id)',
    `create table delivery_event (seq integer primary key, delivery text not null references delivery (id),
      at integer not null, by text not null, what text not null, attempt integer not null, detail text) strict`,
    'create index delivery_event_delivery on delivery_event (delivery, seq)',
    `create trigger delivery_event_kept before update on delivery_event
      begin select raise(abort, 'history is not rewritten'); end`,
    `create trigger delivery_event_stays before delete on delivery_event
      begin select raise(abort, 'history is not rewritten'); end`,
    `create table delivery_subject (mailbox text not null, subject text not null,
      delivery text not null references delivery (id), primary key (mailbox, subject)) strict, without rowid`,
  ],
]

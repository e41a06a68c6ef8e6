/** The first word on a resolution: what was decided, by whom and where. */
import { formatMoney } from '../persian/money.ts'
import type { Entry, Statement } from './identity.ts'
import { namesOf, partiesOf } from './parties.ts'
import type { RegisteredResolution } from './register.ts'

export type RowStatement = Extract<Statement, { kind: 'row' }>

export function decisionOf(
  { row, by, own }: RowStatement,
  ids: Pick<Entry, 'key' | 'id' | 'former'>,
): RegisteredResolution {
  const { meeting } = by.meeting
  const decided = own ? (meeting.date ?? row.issued) : row.issued
  return {
    ...ids,
    origin: own
      ? {
          meeting: by.id,
          title: meeting.title,
          ...(meeting.body && { body: meeting.body }),
          ...(meeting.session && { session: meeting.session }),
          ...(meeting.date && { date: meeting.date }),
        }
      : { meeting: by.id, title: row.meeting ?? '', ...(meeting.body && { body: meeting.body }) },
    text: row.text,
    parties: partiesOf(row, by.meeting),
    ...(decided && { decided }),
    ...((row.issued ?? (own && decided)) && { issued: row.issued ?? decided! }),
    ...(row.deadline && { deadline: row.deadline }),
    ...(row.credit && { credit: { promised: row.credit.amount } }),
    events: [],
    raised: [],
  }
}

/** What was decided, as changes from nothing: the events alone tell the whole. */
export function beginningOf({
  text,
  parties,
  credit,
}: RegisteredResolution): Record<string, [string, string]> {
  const owner = namesOf(parties, 'owner')
  const cooperating = namesOf(parties, 'cooperating')
  return {
    text: ['', text],
    ...(owner !== '' && { responsible: ['', owner] }),
    ...(cooperating !== '' && { cooperating: ['', cooperating] }),
    ...(credit && { credit: ['', formatMoney(credit.promised)] }),
  }
}

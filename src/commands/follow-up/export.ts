/** `jalaseh follow-up export`: the register for spreadsheets, calendars and other programs. */
import { join, relative, resolve } from 'node:path'
import { fault } from '../../model/fault.ts'
import { toRecord } from '../../register/record.ts'
import type { Standing } from '../../register/standing.ts'
import { columns, harmless, tableRows } from '../../register/table.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import { chosen } from './list.ts'
import type { Asked, FollowUpOptions } from './follow-up.ts'
import { exitCode, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { openRegister } from '../open-register.ts'

type Write = (standings: Standing[], host: Host) => Promise<string | Uint8Array>

const formats: Record<string, Write> = { csv: toCsv, xlsx: toWorkbook, json: toJsonText, ics: toFeed }

export async function exportRegister(asked: Asked, options: FollowUpOptions, host: Host): Promise<ExitCode> {
  const { format = 'csv' } = options
  const write = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (write === undefined) {
    tell(host, [fault('usage/option', undefined, { option: '--format', verb: 'follow-up' })], new Map())
    return 2
  }
  const open = await openRegister(host)
  tell(host, open.faults, open.sources)
  const path = resolve(host.cwd, options.out ?? join('out', 'register', `resolutions.${format}`))
  try {
    await writeWhole(path, await write(chosen(open, asked), host))
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error
    tell(host, [error.fault], new Map())
    return exitCode([error.fault])
  }
  host.out(relative(host.cwd, path) || path)
  return 0
}

/** With a byte order mark, without which Excel takes Persian for something else. */
async function toCsv(standings: Standing[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  const cell = (value: string | number | null): string =>
    typeof value === 'string' ? harmless(value) : (value ?? '').toString()
  const rows = tableRows(standings.map(toRecord)).map((row) => row.map(cell))
  return stringify(rows, { bom: true, record_delimiter: 'windows' })
}

async function toWorkbook(standings: Standing[]): Promise<Uint8Array> {
  const { default: writeSheet } = await import('write-excel-file/node')
  const [header = [], ...rows] = tableRows(standings.map(toRecord))
  // Every text is told to be one, so that none is taken for a formula.
  const cell = (value: string | number | null) =>
    value === null
      ? null
      : typeof value === 'number'
        ? { value, type: Number }
        : { value, type: String, wrap: true, alignVertical: 'top' as const }
  const head = header.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const }))
  const sheet = writeSheet([head, ...rows.map((row) => row.map(cell))], {
    sheet: 'مصوبات',
    columns: columns.map(({ width }) => ({ width })),
    rightToLeft: true,
    stickyRowsCount: 1,
  })
  return await sheet.toBuffer()
}

async function toJsonText(standings: Standing[]): Promise<string> {
  const list = standings.map((one) => ({ ...toRecord(one), history: one.registered.events }))
  return `${JSON.stringify({ resolutions: list }, null, 2)}\n`
}

async function toFeed(standings: Standing[], { now }: Host): Promise<string> {
  const { toCalendar } = await import('../../register/calendar-feed.ts')
  return toCalendar(standings, now)
}

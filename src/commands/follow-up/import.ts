/** `jalaseh follow-up import <csv|xlsx>`: resolutions of an office's table, written as files of its register. */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { ArchiveFailure, failingAt } from '../../archive/failure.ts'
import { withLock } from '../../archive/lock.sqlite.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { formatDate } from '../../persian/date-format.ts'
import { toLatinDigits, toPersianDigits } from '../../persian/digits.ts'
import { fa } from '../../persian/fa.ts'
import { filesOf } from '../../register/files-of.ts'
import { importRows } from '../../register/import-rows.ts'
import { newRows } from '../../register/new-rows.ts'
import { readTable } from '../../register/read-table.ts'
import type { Table } from '../../register/read-table.ts'
import { resolutionTable } from '../../register/resolution-table.ts'
import { readRegisterFile } from '../../source/source.ts'
import { WriteFailure, writeTogether } from '../../workspace/write.ts'
import type { FollowUpOptions } from './follow-up.ts'
import { cellFault } from '../cell-fault.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { openRegister } from '../open-register.ts'
import { readGrid } from '../read-grid.ts'

export async function importTable(path: string, options: FollowUpOptions, host: Host): Promise<ExitCode> {
  const read = await readGrid(path, host)
  if ('fault' in read) return told([read.fault], [], 0, options, host)
  const table = readTable(read.grid, resolutionTable)
  if ('fault' in table)
    return told(
      [fault(table.fault.code, undefined, { ...table.fault.values, file: path })],
      [],
      0,
      options,
      host,
    )
  const archive = join((await openRegister(host)).workspace.folder, 'archive')
  try {
    if (options['dry-run']) return await bring(path, table, read.faults, options, host)
    await failingAt(archive, () => mkdir(archive, { recursive: true }))
    return await withLock(archive, () => bring(path, table, read.faults, options, host), host.signal)
  } catch (error) {
    if (!(error instanceof ArchiveFailure || error instanceof WriteFailure)) throw error
    return told([error.fault], [], 0, options, host)
  }
}

async function bring(
  path: string,
  table: Table,
  before: Fault[],
  options: FollowUpOptions,
  host: Host,
): Promise<ExitCode> {
  const open = await openRegister(host)
  const { today } = open.calendar
  const slug = basename(path, extname(path))
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
  const { good, faults } = importRows(table.rows, { slug: slug || 'table', today })
  const faulty = [...table.faults, ...faults].toSorted((a, b) => a.row - b.row)
  const badRows = new Set(faulty.map(({ row }) => row))
  const rows = good.filter(({ row }) => !badRows.has(row))
  const valid = options['valid-only'] ?? false
  const said = { path, left: valid, language: host.language }
  const notes = [...before, ...table.notes, ...faulty.map((one) => cellFault(one, table, said))]
  if (badRows.size > 0 && !valid) {
    const values = { faulty: String(badRows.size), all: String(table.rows.length) }
    return told([...notes, fault('import/faulty', undefined, values)], [], 0, options, host)
  }
  const { fresh, clashes } = newRows(rows, open.meetings, { body: options.body, today })
  const clashing = clashes.map((one) => cellFault(one, table, said))
  if (clashing.length > 0 && !valid) {
    const values = { faulty: String(clashing.length), all: String(table.rows.length) }
    return told([...notes, ...clashing, fault('import/faulty', undefined, values)], [], 0, options, host)
  }
  const folder = join(open.workspace.folder, 'data')
  const day = toLatinDigits(formatDate(today, 'numeric'))
  const comment = fa`از جدول «${basename(path)}»، ${day}؛ ردیف~ها را می~توان در همین پرونده ویرایش کرد.`
  const files = filesOf(fresh, { slug: slug || 'table', day, body: options.body, comment }, (name) =>
    existsSync(join(folder, name)),
  )
  for (const { name, text } of files) checkText(name, text)
  if (!options['dry-run'] && files.length > 0)
    await writeTogether(files.map(({ name, text }) => ({ path: join(folder, name), content: text })))
  const shown = files.map(({ name, rows: count }) => ({
    name: relative(host.cwd, join(folder, name)) || name,
    rows: count,
  }))
  return told([...notes, ...clashing], shown, table.rows.length, options, host)
}

/** What we write must be read: anything else is a bug, or a table made to be one. */
function checkText(name: string, text: string): void {
  const { faults } = readRegisterFile(text, name)
  const [first] = faults.filter(({ severity }) => severity === 'error')
  if (first) throw new Error(`the imported file would not be read: ${first.code} in line ${first.span?.line}`)
}

function told(
  faults: Fault[],
  files: { name: string; rows: number }[],
  all: number,
  options: FollowUpOptions,
  host: Host,
): ExitCode {
  const dry = options['dry-run'] ?? false
  if (options.json) {
    const list = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ rows: all, files, written: !dry && files.length > 0, faults: list }, null, 2))
    return exitCode(faults)
  }
  tell(host, faults, new Map())
  for (const { name } of files) host.out(name)
  if (exitCode(faults) !== 0) return exitCode(faults)
  const count = files.reduce((sum, { rows }) => sum + rows, 0)
  const say = {
    fa: fa`${toPersianDigits(`از ${all} ردیف، ${count}`)} ردیف خبر تازه داشت${dry ? '؛ چیزی نوشته نشد' : ''}.`,
    en: `${count} of ${all} rows say something new${dry ? '; nothing was written' : ''}.`,
  }
  host.err(say[host.language])
  return 0
}

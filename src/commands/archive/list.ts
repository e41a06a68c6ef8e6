/** `jalaseh archive list`: what is archived, the newest revision of each paper, in the order it was stored. */
import { readArchive } from '../../archive/entries.ts'
import { healIfIdle } from '../../archive/heal.ts'
import { warning } from '../../model/fault.ts'
import { toPersianDigits } from '../../persian/digits.ts'
import { fa } from '../../persian/fa.ts'
import { disk } from '../../workspace/disk.ts'
import type { ArchiveOptions } from './archive.ts'
import { isWithin, readRange } from './range.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

export async function listArchive(
  folder: string,
  { json, from, to }: ArchiveOptions,
  host: Host,
): Promise<ExitCode> {
  const range = readRange({ from, to })
  if ('code' in range) {
    tell(host, [range], new Map())
    return 2
  }
  await healIfIdle(folder, disk)
  const { entries: all, faults } = await readArchive(folder)
  const entries = all.filter(({ latest, date }) => latest && isWithin(date, range))
  if (json) {
    const papers = entries.map(({ id, revision, kind, date, body, title, line }) => ({
      id,
      revision,
      kind,
      date,
      body,
      title,
      path: line.path,
      seq: line.seq,
    }))
    const told = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ papers, faults: told }, null, 2))
    return exitCode(faults)
  }
  for (const { id, revision, date, body, title } of entries) {
    const later =
      revision === 1 ? '' : host.language === 'fa' ? fa` (نسخه\u0654 ${revision})` : ` (revision ${revision})`
    const line = [date, `${id}${later}`, body, title].filter(Boolean).join(' · ')
    host.out(host.language === 'fa' ? toPersianDigits(line) : line)
  }
  if (entries.length === 0) faults.push(warning('archive/none'))
  tell(host, faults, new Map())
  return exitCode(faults)
}

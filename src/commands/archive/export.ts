/** `jalaseh archive export --bag`: a part of the archive to be handed over, as a bag that any `sha256sum -c` can check. */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { writeBag } from '../../archive/bag.ts'
import { readArchive } from '../../archive/entries.ts'
import { healIfIdle } from '../../archive/heal.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { disk } from '../../workspace/disk.ts'
import { readWorkspace, settingsName } from '../../workspace/read-workspace.ts'
import type { ArchiveOptions } from './archive.ts'
import { isWithin, readRange } from './range.ts'
import { exitCode, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

export async function exportBag(
  folder: string,
  { bag, out = 'archive-bag', from, to }: ArchiveOptions,
  host: Host,
): Promise<ExitCode> {
  const faults = await exported(folder, { bag, out, from, to }, host)
  tell(host, faults, new Map())
  if (faults.length === 0) host.out(out)
  return exitCode(faults)
}

async function exported(
  folder: string,
  { bag, out, from, to }: Pick<ArchiveOptions, 'bag' | 'from' | 'to'> & { out: string },
  host: Host,
): Promise<Fault[]> {
  if (!bag) return [fault('usage/option', undefined, { option: '--bag', verb: 'archive export' })]
  const range = readRange({ from, to })
  if ('code' in range) return [range]
  const target = resolve(host.cwd, out)
  if (existsSync(target)) return [fault('output/exists', undefined, { path: out })]
  await healIfIdle(folder, disk)
  const { entries: all, faults } = await readArchive(folder)
  // A bag from which something is missing would say that there was no more.
  if (faults.length > 0) return faults
  const entries = all.filter(({ date }) => isWithin(date, range))
  if (entries.length === 0) return [fault('archive/none')]
  const { settings } = await readWorkspace(resolve(dirname(folder), settingsName), host.cwd)
  const organization = settings.office?.lines?.join(', ').replace(/\s+/g, ' ')
  const day = host.now.toISOString().slice(0, 'yyyy-mm-dd'.length)
  const written = await writeBag({
    archive: folder,
    target,
    entries,
    disk,
    day,
    organization,
    signal: host.signal,
  })
  return Array.isArray(written) ? written : []
}

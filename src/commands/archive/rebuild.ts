/** `jalaseh archive rebuild`: everything that the catalogue knows, made again from the files, which are the truth. */
import { dirname, join } from 'node:path'
import { healIfIdle } from '../../archive/heal.ts'
import { CatalogueFailure } from '../../catalogue/failure.ts'
import { cataloguePath, withCatalogue } from '../../catalogue/open.ts'
import type { Fault } from '../../model/fault.ts'
import { toPersianDigits } from '../../persian/digits.ts'
import { fa } from '../../persian/fa.ts'
import { clearRegister } from '../../register/store.ts'
import { registerTables } from '../../register/tables.sqlite.ts'
import type { RegisterTables } from '../../register/tables.sqlite.ts'
import { disk } from '../../workspace/disk.ts'
import { exitCode, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { openRegister } from '../open-register.ts'
import { rebuildIndex } from '../search-index.ts'

/** @param folder the archive */
export async function rebuild(folder: string, host: Host): Promise<ExitCode> {
  const faults: Fault[] = []
  const sources = new Map<string, string>()
  const workspace = dirname(folder)
  try {
    await healIfIdle(folder, disk)
    const index = await rebuildIndex(workspace, host)
    const file = join(workspace, ...cataloguePath)
    await withCatalogue<RegisterTables, void>(file, [registerTables], (catalogue) =>
      catalogue.immediate(clearRegister),
    )
    const { register, faults: found, sources: read } = await openRegister(host)
    faults.push(...index.faults, ...found)
    for (const [name, text] of read) sources.set(name, text)
    const [files, resolutions] = [index.read, register.resolutions.length]
    host.out(
      host.language === 'fa'
        ? toPersianDigits(fa`${files} پرونده و ${resolutions} مصوبه از نو نمایه شد`)
        : `${files} files and ${resolutions} resolutions indexed anew`,
    )
  } catch (error) {
    if (!(error instanceof CatalogueFailure)) throw error
    faults.push(error.fault)
  }
  tell(host, faults, sources)
  return exitCode(faults)
}

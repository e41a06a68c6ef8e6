/** `jalaseh pack <file>`: one numbered PDF with its annexes, for the office or for each recipient. */
import { join, relative } from 'node:path'
import { exitCode } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { openFiles } from '../open-files.ts'
import { makePacks } from '../packing/make-packs.ts'
import type { PackOptions } from '../packing/options.ts'
import { prepare } from '../prepare.ts'
import { tellPacks } from './report.ts'

export interface PackCommand extends PackOptions {
  open?: boolean | undefined
  json?: boolean | undefined
}

export async function pack(file: string, options: PackCommand, host: Host): Promise<ExitCode> {
  const run = await makePacks(await prepare(file, host), options, host)
  tellPacks(run, options, host)
  if (options.open) {
    const paths = run.entries.flatMap((entry) => entry.files.map(({ name }) => join(run.folder, name)))
    openFiles(
      paths.map((path) => relative(host.cwd, path)),
      host,
    )
  }
  return exitCode(run.faults)
}

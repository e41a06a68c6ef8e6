/** `jalaseh build <file…>`: the papers of meeting files, as PDFs under `out/`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ExitCode, Host } from '../host.ts'
import type { PaperOptions } from '../make-papers.ts'
import { openPress } from '../press.ts'
import { withoutReminders } from '../reminders.ts'

export interface BuildOptions extends PaperOptions {
  watch: boolean
  open: boolean
  json: boolean
}

export async function build(files: string[], options: BuildOptions, host: Host): Promise<ExitCode> {
  // The browser starts while the sources are read, unless it is clear that nothing will be printed.
  await using press = openPress(host.signal)
  if (files.every((file) => existsSync(resolve(host.cwd, file)))) press.warm()
  const [{ exitCode, tell, toJson }, { makePapers }] = await Promise.all([
    import('../host.ts'),
    import('../make-papers.ts'),
  ])
  const { made, faults, sources } = await makePapers(files, options, host, press)
  if (options.json) {
    const list = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ papers: made, faults: list }, null, 2))
  } else {
    tell(host, withoutReminders(faults), sources)
    for (const { file } of made) host.out(file)
  }
  if (options.open) {
    const { openFiles } = await import('../open-files.ts')
    openFiles(
      made.map(({ file }) => file),
      host,
    )
  }
  if (!options.watch) return exitCode(faults)
  const { watch } = await import('./watch.ts')
  return await watch(files, options, host, press)
}

/** `build --watch`: builds again in the warm browser whenever a source, template, style or font changes. */
import { existsSync, watch as watchFolder } from 'node:fs'
import { join } from 'node:path'
import { fontsFolder, templatesFolder } from '../../workspace/read-look.ts'
import type { BuildOptions } from './build.ts'
import { tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { makePapers } from '../make-papers.ts'
import type { Press } from '../press.ts'
import { foldersOf } from '../prepare.ts'

/** Editors write a file in several steps; a build begins when they have been quiet for so long. */
const quietMilliseconds = 10

/** Runs until the signal ends it. A broken file is reported and waited for; the last good papers stay. */
export async function watch(
  files: string[],
  options: BuildOptions,
  host: Host,
  press: Press,
): Promise<ExitCode> {
  const work = new AbortController()
  const stop = AbortSignal.any([host.signal, work.signal])
  let changed = Promise.withResolvers<void>()
  let timer: NodeJS.Timeout | undefined
  const onChange = (_: unknown, name: string | null): void => {
    if (name !== null && /(?:^|[\\/])\.|\.tmp$|^out(?:[\\/]|$)/.test(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => changed.resolve(), quietMilliseconds)
  }
  const folders = foldersOf(files, host.cwd)
  for (const folder of [...folders, fontsFolder]) watchFolder(folder, { signal: stop }, onChange)
  // What an office has of its own; a folder made later is seen with the next run.
  const own = folders.flatMap((folder) => ['templates', 'fonts'].map((name) => join(folder, name)))
  for (const folder of [templatesFolder, ...own.filter((path) => existsSync(path))])
    watchFolder(folder, { signal: stop, recursive: true }, onChange)
  const ended = new Promise<void>((resolve) =>
    stop.addEventListener('abort', () => resolve(), { once: true }),
  )
  if (!options.json)
    host.err(
      host.language === 'fa' ? 'در انتظار تغییر… (پایان: Ctrl-C)' : 'Waiting for changes… (Ctrl-C ends)',
    )

  while (!stop.aborted) {
    await Promise.race([changed.promise, ended])
    if (stop.aborted) break
    changed = Promise.withResolvers()
    const started = performance.now()
    const { made, faults, sources } = await makePapers(files, options, host, press)
    const milliseconds = Math.round(performance.now() - started)
    if (options.json) {
      host.out(
        JSON.stringify({
          papers: made,
          faults: faults.map((one) => toJson(one, host.language)),
          milliseconds,
        }),
      )
      continue
    }
    tell(
      host,
      faults.filter(({ severity }) => severity === 'error'),
      sources,
    )
    for (const { file } of made) host.out(`${file} (${milliseconds} ms)`)
  }
  return 0
}

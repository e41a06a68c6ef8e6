/** `jalaseh build <file…>`: the papers of meeting files, as PDFs under `out/`. */
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { Fault } from '../model/fault.ts'
import { fault } from '../model/fault.ts'
import type { ExitCode, Host } from './host.ts'
import type { Prepared } from './prepare.ts'
import { openPress } from './press.ts'
import type { Press } from './press.ts'

export interface BuildOptions {
  /** Kinds of paper; empty for what the state of the file calls for. */
  kinds: string[]
  out: string
  watch: boolean
  html: boolean
  open: boolean
  json: boolean
}

/** A paper written. */
export interface Built {
  file: string
  kind: string
  pages: number
}

export async function build(files: string[], options: BuildOptions, host: Host): Promise<ExitCode> {
  // The browser starts while the sources are read, unless it is clear that nothing will be printed.
  await using press = openPress(host.signal)
  if (files.every((file) => existsSync(resolve(host.cwd, file)))) press.warm()
  const { exitCode, tell, toJson } = await import('./host.ts')
  const { built, faults, sources } = await buildOnce(files, options, host, press)
  if (options.json) {
    const list = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ papers: built, faults: list }, null, 2))
  } else {
    tell(host, withoutReminders(faults), sources)
    for (const { file } of built) host.out(file)
  }
  if (options.open) await openFiles(built, host)
  if (!options.watch) return exitCode(faults)
  const { watch } = await import('./watch.ts')
  return watch(files, options, host, press)
}

/** Everything is read and checked before anything is printed, and a file's papers are written all or none. */
export async function buildOnce(
  files: string[],
  options: BuildOptions,
  host: Host,
  press: Press,
): Promise<{ built: Built[]; faults: Fault[]; sources: Map<string, string> }> {
  const [{ prepare }, { checkTemplates, toPage }, { readLook, templateSources }, { kinds: known, isKind }] =
    await Promise.all([
      import('./prepare.ts'),
      import('../pipeline.ts'),
      import('../workspace/read-look.ts'),
      import('../paper/paper.ts'),
    ])
  const unknown = options.kinds.filter((kind) => !isKind(kind))
  const kinds = options.kinds.length > 0 ? options.kinds.filter(isKind) : [...known]
  const [look, ...prepared] = await Promise.all([readLook(), ...files.map((file) => prepare(file, host))])
  const faults = [
    ...unknown.map((kind) => fault('usage/kind', undefined, { kind, kinds: known.join('، ') })),
    ...checkTemplates(kinds, look),
    ...sameNames(prepared),
    ...prepared.flatMap((one) => one.faults),
  ]
  const sources = new Map([...templateSources(look), ...prepared.flatMap((one) => [...one.sources])])
  const rest = { faults, sources }
  if (faults.some(({ severity }) => severity === 'error')) return { built: [], ...rest }

  const results = await press.run(
    prepared.map((one) => async (print) => {
      const { briefing, house, fonts } = one.ready ?? bug()
      const pages = kinds.map((kind) => ({
        kind,
        html: toPage(kind, briefing, house, { ...look, fonts: { ...look.fonts, ...fonts } }),
      }))
      const printed = await Promise.all(pages.map(({ kind, html }) => print(kind, html)))
      const failed = printed.flatMap((result) => ('fault' in result ? [result.fault] : []))
      if (failed.length > 0) return { built: [], faults: failed }
      const { writeWhole, WriteFailure } = await import('../workspace/write.ts')
      const built: Built[] = []
      const folder = resolve(host.cwd, options.out, one.slug)
      try {
        for (const [index, { kind, html }] of pages.entries()) {
          const result = printed[index]
          if (result === undefined || 'fault' in result) continue
          const file = join(folder, `${kind}.pdf`)
          await writeWhole(file, result.pdf)
          if (options.html) await writeWhole(join(folder, `${kind}.html`), html)
          built.push({ file: relative(host.cwd, file) || file, kind, pages: result.pages })
        }
      } catch (error) {
        if (error instanceof WriteFailure) return { built, faults: [error.fault] }
        throw error
      }
      return { built, faults: [] }
    }),
  )
  return {
    built: results.flatMap((result) => result.built),
    ...rest,
    faults: [...faults, ...results.flatMap((result) => result.faults)],
  }
}

function bug(): never {
  throw new Error('a file without faults has no briefing')
}

/** Two files of one name would write over each other's papers. */
function sameNames(prepared: Prepared[]): Fault[] {
  const names = prepared.map(({ slug }) => slug)
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return [...twice].map((name) => fault('output/twice', undefined, { name }))
}

/** While building, open facts are not news: `check` lists them, and they print as blanks. */
function withoutReminders(faults: Fault[]): Fault[] {
  return faults.filter(({ code }) => !code.startsWith('fact/'))
}

async function openFiles(built: Built[], host: Host): Promise<void> {
  const { spawn } = await import('node:child_process')
  const openers: Record<string, [string, string[]]> = {
    darwin: ['open', []],
    win32: ['explorer.exe', []],
  }
  const [command, args] = openers[process.platform] ?? ['xdg-open', []]
  for (const { file } of built) {
    const child = spawn(command, [...args, resolve(host.cwd, file)], { detached: true, stdio: 'ignore' })
    child.on('error', () => host.err(`${command}: ${file}`))
    child.unref()
  }
}

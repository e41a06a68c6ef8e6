/** Makes packs of a workspace in this process, as the command does, so that a single step of it can be another one. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Host } from '../../src/commands/host.ts'
import { findAnnexes, openAnnexes } from '../../src/commands/packing/annexes.ts'
import { makeDue } from '../../src/commands/packing/make-due.ts'
import { planPacks } from '../../src/commands/packing/plan.ts'
import { seenBy } from '../../src/commands/packing/seen.ts'
import { prepare } from '../../src/commands/prepare.ts'
import type { Class } from '../../src/model/choices.ts'
import { readMeeting } from '../../src/source/source.ts'
import { allClasses } from './canaries.ts'
import { recipientOf } from './canary-workspace.ts'

export type See = NonNullable<Parameters<typeof planPacks>[3]>

/** What one recipient gets. */
export interface Files {
  pack: Buffer
  archive: Buffer
}

export class Mill implements Disposable {
  readonly #base = mkdtempSync(join(tmpdir(), 'mill-'))
  readonly #meeting: string
  readonly #host: Host

  /** @param name of the meeting file among the files, without its ending */
  constructor(files: Record<string, string | Uint8Array>, name: string) {
    chmodSync(this.#base, 0o755)
    for (const [path, content] of Object.entries(files)) {
      const to = join(this.#base, path)
      mkdirSync(dirname(to), { recursive: true })
      writeFileSync(to, content)
    }
    this.#meeting = join('data', `${name}.yaml`)
    this.#host = {
      cwd: this.#base,
      now: new Date('2026-11-25T08:00:00Z'),
      language: 'en',
      signal: new AbortController().signal,
      out: () => {},
      err: () => {},
      confirm: async () => false,
      terminal: false,
    }
  }

  /** Packs of these papers for one recipient of each of the classes, in one run. */
  async packs(
    levels: readonly Class[],
    kinds: readonly string[],
    see: See = seenBy,
  ): Promise<Map<Class, Files>> {
    const prepared = await prepare(this.#meeting, this.#host)
    const { ready } = prepared
    if (ready === undefined) throw new Error(JSON.stringify(prepared.faults))
    const { spans } = readMeeting(ready.from.text, prepared.name)
    const { files } = await findAnnexes(ready.briefing.meeting, ready.from, spans)
    const look = { ...prepared.look.look, fonts: { ...prepared.look.look.fonts, ...ready.fonts } }
    const options = { for: ['all'], kinds: [...kinds], out: 'out', archival: true }
    const targets = levels.map((clearance) => ({
      recipient: {
        copy: allClasses.indexOf(clearance) + 1,
        name: recipientOf(clearance),
        clearance,
        pack: 'full' as const,
        language: 'fa' as const,
        groups: [],
        ids: [],
        place: { file: 'meeting', path: 'distribution.0' } as const,
      },
      name: clearance,
    }))
    const due = await planPacks(
      targets,
      { prepared, look, options, files, since: undefined },
      this.#host,
      see,
    )
    const folder = mkdtempSync(join(this.#base, 'packs-'))
    const annexes = due.flatMap(({ plan }) => plan?.shared.content.annexes ?? [])
    const { open } = await openAnnexes([...new Set(annexes)], {}, this.#host)
    const at = { folder, everyone: undefined, house: ready.house, look, options, prepared, edition: 1 }
    const { failed } = await makeDue(due, { at, open, journal: { add: async () => {} } }, this.#host)
    if (failed.length > 0) throw new Error(JSON.stringify(failed))
    const read = (name: string): Buffer => readFileSync(join(folder, `${name}.pdf`))
    return new Map(levels.map((level) => [level, { pack: read(level), archive: read(`${level}-archive`) }]))
  }

  [Symbol.dispose](): void {
    rmSync(this.#base, { recursive: true, force: true })
  }
}

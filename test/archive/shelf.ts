// An archive of small papers in a folder that goes away.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JudgePaper } from '../../src/archive/check-papers.ts'
import { store } from '../../src/archive/store.ts'
import type { Paper, Stored } from '../../src/archive/store.ts'
import { verifyArchive } from '../../src/archive/verify.ts'
import type { ArchiveReport } from '../../src/archive/verify.ts'
import type { Fault } from '../../src/model/fault.ts'
import { disk as realDisk } from '../../src/workspace/disk.ts'
import type { Disk } from '../../src/workspace/disk.ts'
import { noon } from './papers.ts'

/** What is inside is what follows the first line; «head 3:ab…» in it is what the paper shows. */
export const judgePaper: JudgePaper = (pdf) => {
  const text = Buffer.from(pdf).toString()
  const source = text.slice(text.indexOf('\n') + 1)
  const [, seq, hash = ''] = /head (\d+):([0-9a-f]+)/.exec(text) ?? []
  return {
    faults: [],
    source: Buffer.from(source),
    head: seq === undefined ? undefined : { seq: Number(seq), hash },
  }
}

export class Shelf implements Disposable {
  readonly base = mkdtempSync(join(tmpdir(), 'shelf-'))
  readonly archive = join(this.base, 'archive')

  add(paper: Paper, reason?: string, disk: Disk = realDisk): Promise<Stored | Fault> {
    return store(this.archive, paper, { disk, now: noon, reason })
  }

  verify(): Promise<ArchiveReport> {
    return verifyArchive(this.archive, { judgePaper, judged: new Map() })
  }

  /** What verifying tells: codes with their values. */
  async told(): Promise<string[]> {
    const { faults } = await this.verify()
    return faults.map(({ code, values }) => [code, ...Object.values(values)].join(' ')).toSorted()
  }

  [Symbol.dispose](): void {
    rmSync(this.base, { recursive: true, force: true })
  }
}

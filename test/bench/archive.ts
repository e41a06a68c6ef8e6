/** (e) The archive: storing a paper beside printing it, and verifying what is stored, against the bare `sha256sum`. */
import { randomFillSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextLine, origin, sha256 } from '../../src/archive/chain.ts'
import type { ChainLine } from '../../src/archive/chain.ts'
import type { JudgePaper } from '../../src/archive/check-papers.ts'
import { manifestText } from '../../src/archive/manifest.ts'
import { dayText, revisionPath } from '../../src/archive/names.ts'
import { recordOf, sourceFiles, store } from '../../src/archive/store.ts'
import type { Paper } from '../../src/archive/store.ts'
import { verifyArchive } from '../../src/archive/verify.ts'
import { judge } from '../../src/verdict.ts'
import { disk } from '../../src/workspace/disk.ts'
import { finished, inClone, inTurn, median, run, startCli, timed, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'

const revisions = 10_000
/** Of which so many have a paper of the usual size; those of the others are small, to be done in time. */
const usual = 2_000
const rounds = 5
const now = new Date('2026-11-25T08:30:00Z')

function paperOf(n: number, size: number): Paper {
  const source = Buffer.from(
    `meeting: { title: جلسهٔ ${n} }\n# ${'متن '.repeat(size > 10_000 ? 1_500 : 10)}\n`,
  )
  const pdf = randomFillSync(Buffer.alloc(size))
  const date = { y: 1395 + (n % 10), m: 1 + (n % 12), d: 1 + (n % 28) }
  return {
    id: `paper-${n}`,
    kind: 'minutes',
    title: `جلسهٔ ${n}`,
    date,
    class: 'normal',
    source,
    pdf,
    annexes: [],
  }
}

/** The archive as `store` would have made it, without a flush for each of its steps. */
function fill(archive: string): number {
  const lines: ChainLine[] = []
  let bytes = 0
  for (let n = 1; n <= revisions; n++) {
    const paper = paperOf(n, n <= usual ? 120_000 : 1_000)
    const { id, kind, title, date, pdf } = paper
    const files = [...sourceFiles(paper), { path: `${kind}.pdf`, bytes: pdf }]
    const path = revisionPath(date, id, 1)
    mkdirSync(join(archive, path), { recursive: true })
    const about = { title, date: dayText(date), class: 'normal', issued: now.toISOString() }
    const text = manifestText({ format: 1, id, revision: 1, kind, ...about, files: files.map(recordOf) })
    for (const file of [...files, { path: 'manifest.json', bytes: Buffer.from(text) }]) {
      writeFileSync(join(archive, path, file.path), file.bytes)
      bytes += file.bytes.length
    }
    const content = { at: now.toISOString(), path, manifest: sha256(text) }
    lines.push(nextLine(lines.at(-1) ?? origin, content))
  }
  writeFileSync(join(archive, 'chain.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return bytes / 1_000_000
}

export function archive(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const place = join(folder, 'archive')
    mkdirSync(place)
    const megabytes = fill(place)
    const sound: JudgePaper = () => ({ faults: [], source: undefined })
    // Every paper was judged before, as in an archive that is verified from time to time.
    const judged = { has: () => true, get: () => undefined } as unknown as Map<string, undefined>
    const verify = async (): Promise<void> => {
      const { faults } = await verifyArchive(place, { judgePaper: sound, judged })
      if (faults.length > 0) throw new Error(faults[0]?.code)
    }
    const bare = (): Promise<void> =>
      run('sh', ['-c', 'find . -type f -print0 | xargs -0 sha256sum > /dev/null'], { cwd: place })
    await verify()
    const [own = NaN, peer = NaN] = await inTurn(rounds, [verify, bare])
    const adds: number[] = []
    for (let n = 1; n <= 40; n++) {
      const paper = paperOf(revisions + n, 120_000)
      adds.push(await timed(() => store(place, paper, { disk, now })))
    }
    const meeting = join(folder, 'm.yaml')
    writeFileSync(meeting, readFileSync(join(import.meta.dirname, '../data/forms.yaml')))
    await finished(startCli(['build', meeting, '--kind', 'minutes'], folder, inClone))
    const pdf = readFileSync(join(folder, 'out/m/minutes.pdf'))
    const judgements: number[] = []
    for (let n = 0; n < 20; n++) judgements.push(await timed(async () => judge(pdf, 'm')))
    return [
      {
        name: 'storing a paper, beside printing it',
        value: median(adds),
        unit: 'ms',
        aim: { of: 'value', most: 20 },
        note: `of 120 kB, into an archive of ${revisions}, every step flushed`,
      },
      {
        name: 'verifying a megabyte of the archive',
        value: own / megabytes,
        unit: 'ms',
        peer: { name: 'sha256sum', value: peer / megabytes },
        aim: { of: 'value', most: 5 },
        note: `${Math.round(megabytes)} MB in ${revisions} revisions; 5 ms are 200 MB/s`,
      },
      {
        name: 'comparing a paper with its source, the first time it is verified',
        value: median(judgements),
        unit: 'ms',
        note: 'three pages',
      },
    ]
  })
}

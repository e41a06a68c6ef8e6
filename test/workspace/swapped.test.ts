// A file that becomes a link out of the workspace while it is read: it is read from inside, or not at all.
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bytesOf } from '../../src/commands/packing/annexes.ts'
import { liesIn, openFile } from '../../src/workspace/open-file.ts'
import { digestFile, isFault, readAgain } from '../../src/workspace/read-files.ts'
import { readText } from '../../src/workspace/read-text.ts'
import { readAssets } from '../../src/workspace/read-workspace.ts'
import { png } from '../corpus/pictures.ts'
import { rawPages } from '../annex/raw-pdf.ts'

vi.setConfig({ testTimeout: 20_000 })

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'swapped-'))
  mkdirSync(join(base, 'work/in'), { recursive: true })
  mkdirSync(join(base, 'outside'))
})
afterEach(() => {
  rmSync(base, { recursive: true, force: true })
})

/** A file in the folder `in`, and one of the same name outside. */
function put(name: string, ours: string | Uint8Array, theirs: string | Uint8Array): void {
  writeFileSync(join(base, 'work/in', name), ours)
  writeFileSync(join(base, 'outside', name), theirs)
}

/** What goes on beside the reading, as the body of a loop. */
const swaps: Record<string, (name: string) => string> = {
  'the file': (name) => `
    symlinkSync('${base}/outside/${name}', 'new'); renameSync('new', 'in/${name}')
    linkSync('kept', 'new'); renameSync('new', 'in/${name}')`,
  'its folder': () => `
    renameSync('in', 'away'); symlinkSync('${base}/outside', 'in')
    unlinkSync('in'); renameSync('away', 'in')`,
}

/** Reads again and again while files are swapped; counts what came of it. */
async function among(
  body: string,
  name: string,
  read: () => Promise<'ours' | 'theirs' | 'refused'>,
): Promise<Record<'ours' | 'theirs' | 'refused', number>> {
  linkSync(join(base, 'work/in', name), join(base, 'work/kept'))
  const worker = new Worker(
    `const { linkSync, renameSync, symlinkSync, unlinkSync } = require('node:fs')
    const { parentPort, workerData } = require('node:worker_threads')
    const at = (path) => path.startsWith('/') ? path : workerData + '/' + path
    const on = (call) => (a, b) => call(at(a), b === undefined ? undefined : at(b))
    ;((linkSync, renameSync, symlinkSync, unlinkSync) => {
      parentPort.postMessage('begun')
      for (;;) { ${body} }
    })(on(linkSync), on(renameSync), on(symlinkSync), on(unlinkSync))`,
    { eval: true, workerData: join(base, 'work') },
  )
  const counts = { ours: 0, theirs: 0, refused: 0 }
  try {
    await new Promise((resolve) => worker.once('message', resolve))
    const end = performance.now() + 8000
    for (let n = 0; n < 1000 || counts.ours === 0 || counts.refused === 0; n++) {
      if (performance.now() > end) break
      counts[await read()]++
    }
  } finally {
    await worker.terminate()
  }
  return counts
}

const sound = {
  ours: expect.toSatisfy((n: number) => n > 0),
  theirs: 0,
  refused: expect.toSatisfy((n: number) => n > 0),
}

test.each(Object.entries(swaps))('a picture, when %s is swapped', async (_, body) => {
  const [ours, theirs] = [png(9, 9), png(7, 7)]
  put('a.png', ours, theirs)
  const mention = {
    path: 'office.emblem',
    text: 'in/a.png',
    span: { file: 'm.yaml', line: 1, column: 1, length: 1 },
  }
  const work = join(base, 'work')
  const counts = await among(body('a.png'), 'a.png', async () => {
    const { emblem } = await readAssets([{ files: [mention], base: work }], work)
    if (emblem === '') return 'refused'
    return emblem.endsWith(ours.toString('base64')) ? 'ours' : 'theirs'
  })
  expect(counts).toEqual(sound)
})

test.each(Object.entries(swaps))('an annex, when %s is swapped', async (_, body) => {
  const [ours, theirs] = ['ours', 'secret'].map((word) => rawPages([{ content: `(${word})` }]))
  put('a.pdf', ours!, theirs!)
  const mention = {
    path: 'annexes.0.file',
    text: 'in/a.pdf',
    span: { file: 'm.yaml', line: 1, column: 1, length: 1 },
  }
  const work = join(base, 'work')
  const counts = await among(body('a.pdf'), 'a.pdf', async () => {
    const file = await digestFile(mention, work, work)
    const bytes = isFault(file) ? undefined : await readAgain(file)
    if (bytes === undefined) return 'refused'
    return bytes.includes('secret') ? 'theirs' : 'ours'
  })
  expect(counts).toEqual(sound)
})

test.each(Object.entries(swaps))('a text, when %s is swapped', async (_, body) => {
  put('a.hbs', 'ours', 'secret')
  const work = join(base, 'work')
  const counts = await among(body('a.hbs'), 'a.hbs', async () => {
    const read = await readText(join(work, 'in/a.hbs'), work)
    return 'fault' in read ? 'refused' : read.text === 'ours' ? 'ours' : 'theirs'
  })
  expect(counts).toEqual(sound)
})

test.each([
  ['longer', 'ours and more'],
  ['another', 'ourz'],
])('an annex that is %s than when it was found is not packed', async (_, text) => {
  const ours = rawPages([{ content: '(ours)' }])
  put('a.pdf', ours, '')
  const span = { file: 'm.yaml', line: 1, column: 1, length: 1 }
  const work = join(base, 'work')
  const file = await digestFile({ path: 'annexes.0.file', text: 'in/a.pdf', span }, work, work)
  if (isFault(file)) throw new Error(file.code)
  const found = { ...file, row: { id: 'a', title: 't', file: 'in/a.pdf' } as never, span }
  expect(await bytesOf(found)).toEqual(ours)
  writeFileSync(join(work, 'in/a.pdf'), ours.toString('latin1').replace('ours', text))
  expect(await bytesOf(found)).toMatchObject({ code: 'file/changed', span, values: { path: 'in/a.pdf' } })
})

test('a text outside is told by its path in the workspace', async () => {
  put('a.txt', '', '')
  const work = join(base, 'work')
  symlinkSync(join(base, 'outside/a.txt'), join(work, 'in/b.txt'))
  expect(await readText(join(work, 'in/b.txt'), work)).toMatchObject({
    fault: { code: 'file/outside', values: { path: join('in', 'b.txt') } },
  })
})

// Some Windows tell another disk by the handle than by the path.
test.each([
  ['win32', 7n, true],
  ['darwin', 7n, false],
  ['darwin', 0n, true],
] as const)('on %s a file on disk %s by its handle lies inside: %s', async (platform, dev, lies) => {
  put('a.txt', '', '')
  const path = join(base, 'work/in/a.txt')
  await using handle = await openFile(path)
  const held = Object.assign(await handle.stat({ bigint: true }), { dev })
  vi.spyOn(handle, 'stat').mockResolvedValue(held as never)
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
  try {
    expect(await liesIn(handle, path, join(base, 'work'))).toBe(lies)
    vi.mocked(handle.stat).mockResolvedValue(Object.assign(held, { ino: held.ino + 1n }) as never)
    expect(await liesIn(handle, path, join(base, 'work'))).toBe(false)
  } finally {
    vi.restoreAllMocks()
  }
})

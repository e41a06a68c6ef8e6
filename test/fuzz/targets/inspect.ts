/** A paper that somebody hands us: said to be ours and what it holds, or what it is. */
import assert from 'node:assert/strict'
import { finishPdf } from '../../../src/finish/finish.ts'
import { inspectPdf } from '../../../src/finish/inspect.ts'
import { run, skiaFile } from '../../finish/skia.ts'
import { changedPdf } from '../changed-pdf.ts'
import { printed } from '../printed.ts'
import type { Target } from '../target.ts'

const own = finishPdf(skiaFile(run(500, 700, ['م', 'ا', 'ل'])), {
  metadata: { language: 'fa-IR', title: 'x', fields: {} },
}).pdf
const seeds = [own, ...printed('finished')]

export const inspect: Target = {
  make: (random) => changedPdf(random.pick(seeds) ?? own, random),
  check(bytes) {
    const read = inspectPdf(bytes)
    if ('unknown' in read) assert.match(read.unknown, /^verify\//)
    else {
      assert.ok(read.end <= bytes.length)
      assert.match(read.seal, /^[0-9a-f]{64}$/)
    }
  },
}

/**
 * A printed file that is damaged. It comes from our own browser, so that what is thrown at it is a mistake of ours to be
 * told; but it ends, soon and in bounds, and what is no file of the browser's comes back as it was.
 */
import assert from 'node:assert/strict'
import { finishPdf } from '../../../src/finish/finish.ts'
import { run, skiaFile } from '../../finish/skia.ts'
import { changedPdf } from '../changed-pdf.ts'
import { printed } from '../printed.ts'
import type { Target } from '../target.ts'

const seeds = [skiaFile(run(500, 700, ['م', 'ا', 'ل'])), ...printed('raw')]

export const finish: Target = {
  make: (random) => changedPdf(random.pick(seeds) ?? seeds[0]!, random),
  check(bytes) {
    let finished: ReturnType<typeof finishPdf>
    try {
      finished = finishPdf(bytes, { metadata: { language: 'fa-IR', title: 'x' } })
    } catch {
      return
    }
    const { pdf, report } = finished
    if (!report.finished) assert.equal(pdf, bytes)
  },
}

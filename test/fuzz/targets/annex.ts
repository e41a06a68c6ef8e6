/** A file of others: refused, or an annex of which a pack can be made. */
import assert from 'node:assert/strict'
import { assemble, openAnnex } from '../../../src/annex/assemble.ts'
import { isRefused, readAnnex } from '../../../src/annex/read-annex.ts'
import { readAnnexSafely } from '../../../src/annex/read-safely.ts'
import { changedAnnex } from '../annexes.ts'
import type { Target } from '../target.ts'

export const annex: Target = {
  make: changedAnnex,
  async check(bytes) {
    const read = await readAnnex(bytes, 'annex.pdf')
    if (isRefused(read)) return assert.match(read.fault.code, /^annex\//)
    assert.ok(read.pages.length > 0)
    for (const { width, height } of read.pages) assert.ok(width > 0 && height > 0)
    const part = { kind: 'annex', annex: await openAnnex(read), title: 'a' } as const
    const { pdf } = await assemble([part, { ...part, fit: true }], { title: 'fuzz' })
    assert.ok(pdf.length > 0)
  },
}

/** The same through the thread that the product reads them in. */
export const annexThread: Target = {
  make: changedAnnex,
  async check(bytes) {
    const read = await readAnnexSafely(bytes, 'annex.pdf')
    if (!isRefused(read)) return assert.ok(read.pages.length > 0)
    assert.match(read.fault.code, /^annex\//)
    assert.doesNotMatch(read.fault.code, /too-slow|too-heavy/)
  },
}

import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readAnnexSafely, type SafeReading } from '../../src/annex/read-safely.ts'
import { flate, rawPages, rawPdf, stream } from './raw-pdf.ts'
import { seen } from './reading.ts'

const codeOf = async (bytes: Uint8Array, reading?: SafeReading): Promise<string> => {
  const read = await readAnnexSafely(bytes, 'annex.pdf', reading)
  return 'fault' in read ? read.fault.code : `read, ${read.pages.length} pages`
}

/** Objects that inflate to as many bytes, behind a filter that hides it from whoever only looks. */
const hidden = (bytes: number): Buffer => {
  const hex = Buffer.from(deflateSync(Buffer.alloc(bytes, ' ')).toString('hex'))
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
    stream(hex, '/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]'),
  ])
}

const heavy = hidden(200_000_000)
const unlimited = { stream: 1e9, inflated: 1e9 }

describe('readAnnexSafely', () => {
  it('reads an annex as it is read without a thread', async () => {
    const bytes = rawPages([{}])
    const before = Buffer.from(bytes)
    const read = await readAnnexSafely(bytes, 'annex.pdf')
    if ('fault' in read) throw new Error(read.fault.code)
    expect(read).toMatchObject({ format: 'pdf', pages: [{ width: 595, height: 842 }], warnings: [] })
    expect(await seen(read.pdf)).toMatchObject([{ words: [{ text: 'word' }] }])
    expect(bytes.equals(before)).toBe(true)
  })

  it('takes bytes that are handed over, unless they are a part of others', async () => {
    const whole = Uint8Array.from(rawPages([{}]))
    expect(await codeOf(whole, { handOver: true })).toBe('read, 1 pages')
    expect(whole.length).toBe(0)
    const part = Buffer.concat([Buffer.alloc(8), rawPages([{}])]).subarray(8)
    expect(await codeOf(part, { handOver: true })).toBe('read, 1 pages')
    expect(part.equals(rawPages([{}]))).toBe(true)
  })

  it('gives back what the reading refuses, with the name of the file', async () => {
    const read = await readAnnexSafely(Buffer.from('no'), 'نقشه.pdf')
    expect(read).toMatchObject({
      fault: { code: 'annex/format', severity: 'error', values: { file: 'نقشه.pdf' } },
    })
  })

  it('ends a reading that takes too much', async () => {
    expect(await codeOf(hidden(1000))).toBe('read, 1 pages')
    expect(await codeOf(heavy, { limits: { ...unlimited, megabytes: 120 } })).toBe('annex/too-heavy')
  })

  it('ends a reading that takes too long', async () => {
    expect(await codeOf(heavy, { limits: { ...unlimited, seconds: 0.2 } })).toBe('annex/too-slow')
  })

  it('is no heavier than the bomb it refuses', async () => {
    const bomb = rawPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      flate(Buffer.alloc(150_000_000), '/Type/ObjStm/N 1/First 4'),
    ])
    expect(bomb.length).toBeLessThan(200_000)
    expect(await codeOf(bomb)).toBe('annex/bomb')
  })

  it('ends when it is told to', async () => {
    const stop = new AbortController()
    const reading = readAnnexSafely(heavy, 'annex.pdf', { limits: unlimited, signal: stop.signal })
    stop.abort(new Error('enough'))
    await expect(reading).rejects.toThrow('enough')
    await expect(readAnnexSafely(rawPages([{}]), 'annex.pdf', { signal: stop.signal })).rejects.toThrow(
      'enough',
    )
  })
})

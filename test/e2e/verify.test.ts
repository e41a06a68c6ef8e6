// `jalaseh verify` and `extract`: a paper for archives, and what was done to it, by accident and on purpose.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type PdfFile,
  pageNumbers,
  readPdfFile,
  streamBytes,
  writePdfFile,
} from '../../src/finish/pdf-file.ts'
import { noSeal, seal, unsealedId } from '../../src/finish/seal.ts'
import { judge } from '../../src/verdict.ts'
import { tagTree } from '../finish/tag-tree.ts'
import { key } from '../sign/documents.ts'
import { Desk, root } from './cli.ts'
import type { Told } from './cli.ts'

const source = readFileSync(join(root, 'data/export-working-group.yaml'), 'utf8')
let desk: Desk
let paper: Buffer

beforeAll(async () => {
  desk = new Desk()
  desk.put('meeting.yaml', source)
  const built = await desk.run(['build', 'meeting.yaml', '--kind', 'minutes,summary'])
  expect(built).toMatchObject({ code: 0 })
  paper = readFileSync(join(desk.folder, 'out/meeting/minutes.pdf'))
})
afterAll(() => {
  desk[Symbol.dispose]()
})

const codes = (pdf: Uint8Array): string[] => [...new Set(judge(pdf, 'a.pdf').faults.map(({ code }) => code))]
const text = (): string => paper.toString('latin1')

/** The same file with other bytes at a place, as many as were there. */
function overwritten(at: number, bytes: string): Buffer {
  const pdf = Buffer.from(paper)
  pdf.write(bytes, at, 'latin1')
  return pdf
}
/** A byte in the middle of the stream of an object. */
function spoiled(object: number): Buffer {
  const at = text().indexOf('stream\n', text().indexOf(`\n${object} 0 obj\n`)) + 60
  return overwritten(at, String.fromCharCode(paper[at]! ^ 0x41))
}
/** A forger's work: changed with our own tools and sealed again. */
function forged(change: (file: PdfFile) => void): Buffer {
  const file = readPdfFile(paper)!
  change(file)
  for (const [number, { value, stream }] of file.objects) {
    if (!/\/Subtype \/XML/.test(value)) continue
    const packet = Buffer.from(stream!)
      .toString('utf8')
      .replace(/(<jalaseh:seal>)\w+/, `$1${noSeal}`)
    file.objects.set(number, {
      value: value.replace(/\/Length \d+/, `/Length ${Buffer.byteLength(packet)}`),
      stream: Buffer.from(packet),
    })
  }
  file.trailer = file.trailer.replace(/\/ID \[[^\]]*\]/, unsealedId)
  return seal(writePdfFile(file))
}
const objectOf = (pattern: RegExp): number =>
  [...readPdfFile(paper)!.objects].find(([, { value }]) => pattern.test(value))![0]
const content = (page: number): number =>
  Number(
    /\/Contents (\d+)/.exec(
      readPdfFile(paper)!.objects.get(pageNumbers(readPdfFile(paper)!)[page]!)!.value,
    )![1],
  )
function edited(pattern: RegExp, replacement: string): (file: PdfFile) => void {
  return ({ objects }) => {
    const [number, object] = [...objects].find(([, { value }]) => pattern.test(value))!
    objects.set(number, { ...object, value: object.value.replace(pattern, replacement) })
  }
}
/** Another source inside, with the checksum that is right for it. */
function withSource(change: (yaml: string) => string): (file: PdfFile) => void {
  return ({ objects }) => {
    const [number, object] = [...objects].find(([, { value }]) => value.includes('/application#2fyaml'))!
    const bytes = Buffer.from(change(streamBytes(object)!.toString('utf8')))
    const stream = deflateSync(bytes)
    const value = object.value
      .replace(/\/Length \d+/, `/Length ${stream.length}`)
      .replace(/\/Size \d+/, `/Size ${bytes.length}`)
      .replace(/\/CheckSum <\w+>/, `/CheckSum <${createHash('md5').update(bytes).digest('hex')}>`)
    objects.set(number, { value, stream })
  }
}

test('a paper as it was issued', async () => {
  expect(codes(paper)).toEqual([])
  const said = await desk.run([
    'verify',
    'out/meeting/minutes.pdf',
    'out/meeting/summary.pdf',
    '--lang',
    'en',
  ])
  expect(said).toMatchObject({ code: 0, stderr: '' })
  expect(said.stdout.match(/This paper is as it was issued\./g)).toHaveLength(2)
  expect(said.stdout).toContain('PDF/UA-1, PDF/A-3a')
  expect(Number(/compared with the source: (\d+)/.exec(said.stdout)![1])).toBeGreaterThan(20)
})

describe('what was done to it', () => {
  const cases: [what: string, made: () => Uint8Array, codes: string[]][] = [
    ['a byte of a page', () => spoiled(content(0)), ['verify/damaged']],
    ['a byte of a font', () => spoiled(objectOf(/\/Length1 /)), ['verify/changed']],
    ['a byte of the source inside', () => spoiled(objectOf(/\/application#2fyaml/)), ['verify/damaged']],
    [
      'its class in the metadata',
      () => overwritten(text().indexOf('<jalaseh:kind>') + 14, 'briefs'),
      ['verify/changed'],
    ],
    ['its title', () => overwritten(text().indexOf('/Title <FEFF') + 12, '0641'), ['verify/changed']],
    ['its seal', () => overwritten(text().indexOf('<jalaseh:seal>') + 14, '0000'), ['verify/changed']],
    ['its identifier', () => overwritten(text().lastIndexOf('/ID [<') + 6, '0000'), ['verify/changed']],
    ['its version', () => overwritten(5, '1.6'), ['verify/changed']],
    [
      'where its table begins',
      () => overwritten(text().lastIndexOf('startxref\n') + 10, '1'),
      ['verify/damaged'],
    ],
    ['the second half cut off', () => paper.subarray(0, paper.length / 2), ['verify/truncated']],
    ['its last bytes cut off', () => paper.subarray(0, paper.length - 3), ['verify/truncated']],
    ['a word appended', () => Buffer.concat([paper, Buffer.from('x')]), []],
    [
      'the source exchanged, and sealed again',
      () => forged(withSource((yaml) => yaml.replace('موانع موجود برداشته شود', 'موانع موجود بماند'))),
      ['verify/fact'],
    ],
    ['the source broken, and sealed again', () => forged(withSource(() => 'meeting: {')), ['verify/source']],
    [
      'the source taken out, and sealed again',
      () => forged(edited(/\n\/AF \[[^\]]*\]/, '')),
      ['verify/source'],
    ],
    [
      'the checksum of the source, and sealed again',
      () => forged(edited(/\/CheckSum <..../, '/CheckSum <0000')),
      ['verify/enclosed'],
    ],
    [
      'a page emptied, and sealed again',
      () =>
        forged(({ objects }) =>
          objects.set(content(1), { value: '<</Length 1>>', stream: Buffer.from(' ') }),
        ),
      ['verify/claim', 'verify/fact', 'verify/facts'],
    ],
    [
      'the last page taken out, and sealed again',
      () => forged(edited(/\/Kids \[(\d+ 0 R \d+ 0 R) \d+ 0 R\]/, '/Kids [$1]')),
      ['verify/claim', 'verify/fact'],
    ],
    [
      'the tags taken out, and sealed again',
      () => forged(edited(/\/StructTreeRoot \d+ 0 R/, '')),
      ['verify/claim', 'verify/fact', 'verify/facts'],
    ],
    [
      'a script put in, and sealed again',
      () => forged(edited(/\/Type \/Catalog/, '/Type /Catalog\n/OpenAction <</S /JavaScript\n/JS (1)>>')),
      ['verify/claim'],
    ],
    [
      'its fonts unreadable, and sealed again',
      () => forged(edited(/\/ToUnicode \d+ 0 R/, '')),
      ['verify/claim'],
    ],
    ['another PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), ['verify/foreign']],
    ['no PDF', () => Buffer.from('meeting:\n'), ['verify/not-pdf']],
    ['nothing', () => new Uint8Array(), ['verify/not-pdf']],
  ]
  test.each(cases)('%s', (_, made, expected) => {
    expect(codes(made())).toEqual(expected)
  })

  test('saved anew by another program', async () => {
    const other = await PDF.load(new Uint8Array(paper))
    for (const useXRefStream of [true, false]) {
      other.setAuthor('x')
      const saved = await other.save({ incremental: false, useXRefStream })
      expect(codes(saved)).toEqual(['verify/resaved'])
    }
  })

  test('any other byte, wherever it is', () => {
    for (let n = 0; n < 150; n++) {
      const at = Math.floor(((n * 0.618_034) % 1) * paper.length)
      expect(codes(overwritten(at, String.fromCharCode(paper[at]! ^ (1 + (n % 255)))))).not.toEqual([])
    }
  })

  test('the facts that are not printed are named', () => {
    const other = forged(withSource((yaml) => yaml.replace('موانع موجود برداشته شود', 'موانع موجود بماند')))
    const [found, ...more] = judge(other, 'a.pdf').faults
    expect(more).toEqual([])
    expect(found?.values).toMatchObject({ name: 'متن مصوبه\u0654 ۱' })
    expect(found?.values.text).toContain('بماند')
  })
})

describe('the command', () => {
  const said = async (...args: string[]): Promise<{ code: number; told: string[] }> => {
    const { code, stdout } = await desk.run(['verify', ...args, '--json'])
    const { papers } = JSON.parse(stdout) as { papers: { faults: Told[] }[] }
    return { code, told: papers.flatMap(({ faults }) => faults.map((one) => one.code)) }
  }

  test('what was appended is no signature', async () => {
    desk.put('longer.pdf', Buffer.concat([paper, Buffer.from('% more\n')]))
    expect(await said('longer.pdf')).toEqual({ code: 1, told: ['verify/appended'] })
  })

  test('a signature is, and a change to what is signed shows', async () => {
    desk.put('signed.pdf', paper)
    desk.put('office.p12', key('office'))
    const given = { JALASEH_PASSPHRASE: 'office' }
    expect(await desk.run(['sign', 'signed.pdf', '--key', 'office.p12'], given)).toMatchObject({ code: 0 })
    expect(await said('signed.pdf')).toEqual({ code: 0, told: [] })
    const { stdout } = await desk.run(['verify', 'signed.pdf', '--lang', 'en'])
    expect(stdout).toMatch(/signed by: .+\n/)
    const signed = readFileSync(join(desk.folder, 'signed.pdf'))
    desk.put('then.pdf', Buffer.concat([signed, Buffer.from('% more\n')]))
    expect(await said('then.pdf')).toEqual({ code: 1, told: ['verify/appended'] })
    signed[7] = '6'.charCodeAt(0)
    desk.put('changed.pdf', signed)
    expect(await said('changed.pdf')).toEqual({ code: 1, told: ['verify/changed', 'verify/signature'] })
  })

  test('the QR code of a final paper is its own, and no other', async () => {
    const final = readFileSync(join(root, 'test/data/forms.yaml'))
    desk.put('final.yaml', final)
    expect(await desk.run(['build', 'final.yaml', '--kind', 'minutes'])).toMatchObject({ code: 0 })
    const hash = createHash('sha256').update(final).digest('hex').slice(0, 32)
    const pdf = 'out/final/minutes.pdf'
    const mark = `JALASEH;1;minutes;۱۲۳/ن/۴۵۶;1;${hash}`
    const file = readPdfFile(readFileSync(join(desk.folder, pdf)))!
    expect(tagTree(file).join('\n')).toContain(`{QR: ${mark}}`)
    expect(await said(pdf, '--qr', mark)).toEqual({ code: 0, told: [] })
    expect(await said(pdf, '--qr', mark.replace(';1;', ';2;'))).toEqual({ code: 1, told: ['verify/mark'] })
  })

  test('a file that is not there', async () => {
    expect(await said('none.pdf')).toEqual({ code: 1, told: ['verify/unreadable'] })
  })
})

describe('extract', () => {
  const read = (name: string): string => readFileSync(join(desk.folder, name), 'utf8')

  test('gives the source back byte for byte, under its name or another', async () => {
    const done = await desk.run(['extract', 'out/meeting/minutes.pdf', '--out', 'again.yaml'])
    expect(done).toEqual({ code: 0, stdout: 'again.yaml\n', stderr: '' })
    expect(read('again.yaml')).toBe(source)
    // It is there already, and the same.
    expect(await desk.run(['extract', 'out/meeting/minutes.pdf'])).toMatchObject({
      code: 0,
      stdout: 'meeting.yaml\n',
    })
  })

  test('writes over no other file', async () => {
    desk.put('other.yaml', 'x')
    const done = await desk.run(['extract', 'out/meeting/minutes.pdf', '--out', 'other.yaml'])
    expect(done.code).toBe(1)
    expect(done.stderr).toContain('extract/exists')
    expect(read('other.yaml')).toBe('x')
  })

  test('says when there is none', async () => {
    const done = await desk.run(['extract', 'out/meeting/summary.pdf'])
    expect(done.code).toBe(1)
    expect(done.stderr).toContain('extract/none')
  })

  test('leads out of no folder, whatever name it was given', async () => {
    const name = (to: string): string =>
      `<FEFF${Buffer.from(to, 'utf16le').swap16().toString('hex').toUpperCase()}>`
    const evil = forged(({ objects }) => {
      for (const [number, object] of objects) {
        if (object.value.includes('/AFRelationship /Source'))
          objects.set(number, {
            value: object.value.replace(/\/(U?F) <FEFF\w+>/g, `/$1 ${name('../../evil.yaml')}`),
          })
      }
    })
    desk.put('evil.pdf', evil)
    expect(await desk.run(['extract', 'evil.pdf'])).toMatchObject({ code: 0, stdout: 'evil.yaml\n' })
    expect(read('evil.yaml')).toBe(source)
  })
})

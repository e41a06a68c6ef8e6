/** The rules of the text layer, each on a line of its own, as pdf.js reads it and as the bytes show it. */
import { describe, expect, test } from 'vitest'
import { finishPdf } from '../../src/finish/finish.ts'
import { tokenize } from '../../src/finish/lexer.ts'
import { readPdfFile, streamBytes } from '../../src/finish/pdf-file.ts'
import { pdfjs } from '../fidelity/engines.ts'
import { paintedPages } from './paint.ts'
import { TextFont } from '../../src/finish/text-font.ts'
import { glyphOf, hex, run, skiaFile, width } from './skia.ts'

type Cluster = string | { glyph: string; text: string }

const content = (pdf: Uint8Array): string =>
  streamBytes(readPdfFile(pdf)!.objects.get(4)!)!.toString('latin1')
const read = async (pdf: Uint8Array): Promise<string> => (await pdfjs.pages(pdf)).join('\f').trim()
/** Letters as they stand on paper. */
const visual = (text: string): Cluster[] => [...text].toReversed()
const half: Cluster = { glyph: ' ', text: '\u200c' }

/** Runs side by side, from left to right; a run in braces goes from left to right. */
function line(text: string, y = 100): string {
  let x = 300
  return text
    .split(/[{}]/)
    .map((part, n) => ({ part, ltr: n % 2 === 1 }))
    .filter(({ part }) => part !== '')
    .map(({ part, ltr }) => {
      x -= width(part)
      return run(x, y, ltr ? [...part] : visual(part), { reversed: !ltr && part.length > 1 })
    })
    .toReversed()
    .join('')
}

describe('what is read', () => {
  test.each([
    ['سال {۱۴} در', 'a number between words (logical order, spaces at both ends)'],
    ['سال {۵} در', 'a number of one digit'],
    ['رشد {۱۲}٪ بود', 'a percent sign to the left of its number'],
    ['بند {۱}-{۲}-{۳}، ب', 'numbers that go on to the left'],
    ['سر ({ABC})، ب', 'brackets around Latin'],
    ['«سال» و', 'quotation marks'],
    ['{۱۲} ({۳})', 'punctuation without a letter'],
    ['{۱}. بند', 'a number first'],
  ])('%s: %s', async (text) => {
    const plain = text.replaceAll(/[{}]/g, '')
    const { pdf, report } = finishPdf(skiaFile(line(text)))
    expect(report.lines).toEqual([[plain]])
    expect(await read(pdf)).toBe(plain)
  })

  test('a ligature and its letters in their order', async () => {
    const text = run(100, 100, ['م', { glyph: 'ل', text: 'لا' }, 'س'])
    const { pdf, report } = finishPdf(skiaFile(text))
    expect(report.lines).toEqual([['سلام']])
    expect(await read(pdf)).toBe('سلام')
  })

  test('a letter with a mark, before a space and before a number', async () => {
    const mark: Cluster = { glyph: 'ه', text: 'ه\u0654' }
    const words = run(100, 100, ['د', 'ب', ' ', mark, 'س'])
    expect(await read(finishPdf(skiaFile(words)).pdf)).toBe('سه\u0654 بد')
    const x = 100 - width('۱۲')
    const number = run(x, 100, ['۱', '۲'], { reversed: false }) + run(100, 100, [' ', mark, 'س'])
    expect(await read(finishPdf(skiaFile(number)).pdf)).toBe('سه\u0654 ۱۲')
  })

  test('marks with glyphs of their own, which stand anywhere over their letter', async () => {
    const mark = glyphOf('\u064e')
    const letter = glyphOf('د')
    const word =
      `BT\n/ReversedChars BMC\n/F4 10 Tf\n1 0 0 -1 100 100 Tm\n<${hex(glyphOf('ر'))}> Tj\n` +
      `/Span<</ActualText <FEFF062F064E> >> BDC\n${width('ر') + 4} 0 Td <${hex(mark)}> Tj\n` +
      `-4 0 Td <${hex(letter)}> Tj\nEMC\n${width('د')} 0 Td <${hex(glyphOf('س'))}> Tj\nEMC\nET\n`
    const file = skiaFile(word)
    const { pdf } = finishPdf(file)
    expect(await read(pdf)).toBe('سد\u064eر')
    const [before, after] = [paintedPages(file)[0]!, paintedPages(pdf)[0]!]
    const sorted = ({ glyphs }: typeof before): typeof glyphs => glyphs.toSorted((a, b) => a.x - b.x)
    expect(sorted(after).map(({ outline }) => outline)).toEqual(sorted(before).map(({ outline }) => outline))
    for (const [n, { x }] of sorted(before).entries())
      expect(Math.abs(sorted(after)[n]!.x - x)).toBeLessThan(0.01)
    // Nothing goes back or leaves a gap: one string.
    expect(content(pdf)).toMatch(/Tm\n(?:<[0-9A-F]+>Tj|\[(?:<[0-9A-F]+>|-?1)+\]TJ)\nET/)
  })

  test('words that a wide gap parts, as in a stretched line', async () => {
    const gap = 9
    const at = 100 - width('بد ')
    const words =
      `BT\n/ReversedChars BMC\n/F4 10 Tf\n1 0 0 -1 ${at} 100 Tm\n<${hex(glyphOf('د'))}> Tj\n` +
      `${width('د')} 0 Td <${hex(glyphOf('ب'))}> Tj\n${width('ب')} 0 Td <${hex(glyphOf(' '))}> Tj\n` +
      `${gap} 0 Td <${hex(glyphOf('س'))}> Tj\n${width('س')} 0 Td <${hex(glyphOf('ر'))}> Tj\nEMC\nET\n`
    expect(await read(finishPdf(skiaFile(words)).pdf)).toBe('رس بد')
  })

  test('numbers that spaces part as one, and no mark of PDFium beside another in one span', () => {
    const spaced = content(finishPdf(skiaFile(line('سال {۱۲ ۳۴} در'))).pdf)
    const font = TextFont.read(readPdfFile(finishPdf(skiaFile(line('سال {۱۲ ۳۴} در'))).pdf)!, 5)!
    const codes = [...spaced.matchAll(/<([0-9A-F]{4,})>/g)].flatMap(([, codes = '']) => codes.match(/.{4}/g)!)
    expect(codes.map((code) => font.textOf(parseInt(code, 16)))).toContain('\u00a0')
    const brackets = content(finishPdf(skiaFile(line('سر (ب) (س) در'))).pdf)
    expect(brackets.match(/\/Span<<\/ActualText\(\)>>BDC\n[^E]*20[^E]*EMC/g)?.length).toBe(2)
  })

  test('a half-space with the letter before it', async () => {
    const { pdf, report } = finishPdf(skiaFile(run(100, 100, ['ا', 'ه', half, 'ن', 'ا'])))
    expect(report.lines).toEqual([['ان\u200cها']])
    expect(await read(pdf)).toBe('ان\u200cها')
  })

  test('cells of a row with a space between them, lines below each other', async () => {
    const cells =
      run(400, 100, visual('نام')) +
      run(200, 100, visual('سال')) +
      run(50, 100, ['۱', '۲'], { reversed: false })
    const { pdf, report } = finishPdf(skiaFile(cells + run(400, 130, visual('بار'))))
    expect(report.lines).toEqual([['نام', 'سال', '۱۲', 'بار']])
    expect((await read(pdf)).replaceAll('\n', ' ')).toBe('نام سال ۱۲ بار')
  })

  test('runs of two sizes with a space', async () => {
    const text =
      run(100 - width('بد سه'), 100, visual(' بد سه'), { size: 10 }) +
      run(102.7, 100, visual('سال'), { size: 11 })
    expect(await read(finishPdf(skiaFile(text)).pdf)).toBe('سال بد سه')
  })

  test('a Latin line as it stands', async () => {
    const { pdf } = finishPdf(skiaFile(run(100, 100, [...'ABC a'], { reversed: false })))
    expect(await read(pdf)).toBe('ABC a')
    expect(content(pdf)).not.toContain('BDC')
  })
})

describe('what is painted', () => {
  test('stays, in other order', () => {
    const file = skiaFile(`q\n${line('سال {۱۲}٪ (نامه)')}0 0 5 5 re\nf\nQ\n`)
    const [before, after] = [paintedPages(file)[0]!, paintedPages(finishPdf(file).pdf)[0]!]
    expect(after.others).toEqual(before.others)
    const sorted = ({ glyphs }: typeof before): typeof glyphs => glyphs.toSorted((a, b) => a.x - b.x)
    const [old, made] = [sorted(before), sorted(after)]
    expect(made.map(({ outline, y }) => [outline, y])).toEqual(old.map(({ outline, y }) => [outline, y]))
    for (const [n, { x }] of old.entries()) expect(Math.abs(made[n]!.x - x)).toBeLessThan(0.01)
  })

  test('marked content is kept whole, each sequence once', () => {
    const left = 100 - width('بد ')
    const text =
      `/NonStruct <</MCID 1 >>BDC\n.5 .5 .5 RG .5 .5 .5 rg\n${run(left, 100, visual(' بد'))}EMC\n` +
      `/NonStruct <</MCID 0 >>BDC\n0 0 0 RG 0 0 0 rg\n${run(100, 100, visual('سال'))}EMC\n0 0 9 9 re\nf\n`
    const written = content(finishPdf(skiaFile(text)).pdf)
    expect([...written.matchAll(/MCID (\d)/g)].map(([, id]) => id)).toEqual(['0', '1'])
    expect(written.match(/BDC|BMC/g)?.length).toBe(written.match(/EMC/g)?.length)
    const [before, after] = [
      paintedPages(skiaFile(text))[0]!,
      paintedPages(finishPdf(skiaFile(text)).pdf)[0]!,
    ]
    expect(after.others).toEqual(before.others)
    expect(after.glyphs.map(({ colors }) => colors).toSorted()).toEqual(
      before.glyphs.map(({ colors }) => colors).toSorted(),
    )
  })
})

describe('what is left as it was', () => {
  test.each([
    ['rotated', 'BT\n/F4 10 Tf\n0 1 1 0 100 100 Tm\n<0232> Tj\nET\n'],
    ['font', 'BT\n/F9 10 Tf\n1 0 0 -1 100 100 Tm\n<0232> Tj\nET\n'],
    ['operator', 'BT\n/F4 10 Tf\n2 Tr\n1 0 0 -1 100 100 Tm\n<0232> Tj\nET\n'],
    ['no-text', 'BT\n/F4 10 Tf\n1 0 0 -1 100 100 Tm\n<0002> Tj\nET\n'],
  ])('%s', (reason, text) => {
    const { pdf, report } = finishPdf(skiaFile(text))
    expect(report.left).toEqual({ [reason]: 1 })
    expect(content(pdf)).toBe(text)
  })

  test('codes of a font that a form draws with', () => {
    const form =
      '<</Type /XObject\n/Subtype /Form\n/Resources <</Font <</F4 5 0 R>>>>\n/Length 0>> stream\n\nendstream'
    const widths = (pdf: Buffer): number =>
      /\/W \[(.*)\]/.exec(readPdfFile(finishPdf(pdf).pdf)!.objects.get(6)!.value)![1]!.length
    const text = run(100, 100, visual('سال'))
    expect(widths(skiaFile(text, { extra: form }))).toBeGreaterThan(10 * widths(skiaFile(text)))
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no PDF', Buffer.from('hello')],
    ['a cross-reference stream', Buffer.from('%PDF-1.5\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n')],
    [
      'an encrypted file',
      Buffer.from(skiaFile('').toString('latin1').replace('/Root', '/Encrypt 9 0 R/Root'), 'latin1'),
    ],
    ['half a file', skiaFile('').subarray(0, 5000)],
  ])('%s', (_, file) => {
    const { pdf, report } = finishPdf(file)
    expect(pdf).toBe(file)
    expect(report.finished).toBe(false)
  })
})

test('the same input gives the same bytes', () => {
  const file = skiaFile(line('سال {۱۲}٪ (نامه)'))
  expect(finishPdf(file).pdf).toEqual(finishPdf(file).pdf)
})

test('a line of several sequences whose last one is closed behind the graphics state', () => {
  const sequence = (mcid: number, text: string): string => `/NonStruct <</MCID ${mcid} >>BDC\n${text}`
  const word = sequence(1, `${run(300, 100, visual('سال'))}EMC\n`)
  const x = 300 + width('سال')
  const stream = `q\n${word}${sequence(2, run(x, 100, ['۱', '۲'], { reversed: false }))}Q\nEMC\n`
  const written = content(finishPdf(skiaFile(stream)).pdf)
  const order = tokenize(written).filter(({ name }) => ['BDC', 'BMC', 'EMC', 'Q'].includes(name))
  const marks = order.map(({ name, operands }) => /MCID (\d)/.exec(operands[1] ?? '')?.[1] ?? name)
  expect(marks.filter((mark) => mark !== 'BDC')).toEqual(['2', 'EMC', '1', 'EMC', 'BMC', 'Q', 'EMC'])
})

describe('a content that no browser writes is left as it is', () => {
  const word = run(100, 100, ['م', 'ا', 'ل'])
  const code = hex(glyphOf('م'))
  const block = (inside: string): string => `BT\n/F4 10 Tf\n1 0 0 -1 100 100 Tm\n${inside}\nET\n`

  test.each([
    ['a code that the font has not', block('<FFFE> Tj'), 'font'],
    ['text shown without a text', block('Tj'), 'operator'],
    ['a font without a name', `BT\nTf\n1 0 0 -1 100 100 Tm\n<${code}> Tj\nET\n`, 'font'],
    ['a size that is none', block(`<${code}> Tj`).replace('10 Tf', '(x) Tf'), 'operator'],
    ['a place that is none', block(`<${code}> Tj`).replace('100 100 Tm', '100 (x) Tm'), 'operator'],
    ['a step that is none', block(`Td <${code}> Tj`), 'operator'],
    [
      'a mark far from its letter',
      block(`/Span<</ActualText <FEFF06450650>>> BDC <${code}> Tj 0 9e9 Td <${code}> Tj EMC`),
      'cluster',
    ],
  ])('%s', (_, content, reason) => {
    const { pdf, report } = finishPdf(skiaFile(content + word), { metadata: { language: 'fa-IR' } })
    expect(report.left).toEqual({ [reason]: 1 })
    expect(report.lines).toEqual([['لام']])
    expect(readPdfFile(pdf)).toBeDefined()
  })

  test('a text object that never ends', () => {
    const endless = block(`<${code}> Tj`).replace('ET', '')
    const { report } = finishPdf(skiaFile(word + endless), { metadata: { language: 'fa-IR' } })
    expect(report.left).toEqual({ operator: 1 })
    expect(report.lines).toEqual([['لام']])
  })
})

test('a file whose table says it has more objects than bytes is none of ours, and is not counted through', () => {
  const file = skiaFile(run(100, 100, ['م'])).toString('latin1')
  const long = Buffer.from(file.replace(/xref\n0 \d+/, `xref\n0 ${'9'.repeat(25)}`), 'latin1')
  expect(long.equals(Buffer.from(file, 'latin1'))).toBe(false)
  expect(readPdfFile(long)).toBeUndefined()
  expect(finishPdf(long).report.finished).toBe(false)
})

import { expect, test } from 'vitest'
import { tokenize } from '../../src/finish/lexer.ts'
import { joined, readMarkedContent } from '../../src/finish/marked-content.ts'
import { readPdfFile } from '../../src/finish/pdf-file.ts'
import { TextFont } from '../../src/finish/text-font.ts'
import { rewriteContent } from '../../src/finish/text-layer.ts'
import { run, skiaFile } from './skia.ts'

const fonts = new Map([['F4', TextFont.read(readPdfFile(skiaFile(''))!, 5)!]])
const rule = '0 0 1 1 re\nf\n2 0 1 1 re\nf\n'
const tagged = (mcid: number, content: string): string => `/NonStruct <</MCID ${mcid} >>BDC\n${content}EMC\n`
const seen: [number, string, string | undefined][] = []
const tags = (artifacts: number[] = []): Parameters<typeof rewriteContent>[3] => ({
  taggedForms: new Set(['X9']),
  isArtifact(mcid, shows, fragment) {
    seen.push([mcid, shows, fragment?.text])
    return artifacts.includes(mcid)
  },
})
/** The operators of a stream that open, close and paint. */
const shape = (stream: string): string =>
  tokenize(stream)
    .filter(({ name }) => ['BDC', 'BMC', 'EMC', 'f', 'Tj', 'TJ', 'Do'].includes(name))
    .map(({ name, operands }) => (name.startsWith('B') ? operands.join(' ') : name))
    .join(' ')

test('what is painted outside of any sequence is an artifact, neighbours together', () => {
  const { text } = rewriteContent(`${rule}q\n${rule}Q\n`, fonts, {}, tags())
  expect(shape(text)).toBe('/Artifact f f EMC /Artifact f f EMC')
})

test('a rule right before a line of text ends before it, and the line is written once', () => {
  const { text } = rewriteContent(rule + tagged(3, run(100, 100, ['ا', 'ب'])), fonts, {}, tags())
  expect(shape(text)).toBe('/Artifact f f EMC /NonStruct <</MCID 3 >> Tj EMC')
})

test('text in a margin box is furniture', () => {
  const { text } = rewriteContent(run(100, 100, ['ا', 'ب']), fonts, {}, tags())
  expect(shape(text)).toBe('/Artifact <</Type /Pagination>> Tj EMC')
})

test('a border that an element owns becomes an artifact where it says so, and text with it', () => {
  const stream = tagged(0, rule) + tagged(1, run(100, 100, ['ا', 'ب']))
  const { text } = rewriteContent(stream, fonts, {}, tags([0, 1]))
  expect(shape(text)).toBe('/Artifact f f EMC /Artifact <</Type /Pagination>> Tj EMC')
})

test('it is asked with what each sequence shows', () => {
  seen.length = 0
  const stream =
    tagged(0, rule) + tagged(1, run(100, 100, ['ا', 'ب'])) + tagged(2, '/X5 Do\n') + tagged(4, '')
  rewriteContent(stream, fonts, {}, tags())
  expect(seen).toEqual([
    [0, 'path', undefined],
    [1, 'text', 'با'],
    [2, 'object', undefined],
    [4, 'nothing', undefined],
  ])
})

test('a file without tags gets none', () => {
  expect(shape(rewriteContent(rule + run(100, 100, ['ا', 'ب']), fonts).text)).toBe('f f Tj')
})

test('a clip paints nothing; a path that is filled begins where it is drawn', () => {
  const operators = tokenize('0 0 9 9 re\nW n\n0 0 m\n5 5 l\nS\n')
  const { bare } = readMarkedContent(operators)
  expect(bare).toEqual([[3, 5]])
  expect(joined(bare, operators)).toEqual([[3, 5]])
})

test('a form with sequences of its own stands in no artifact, any other does', () => {
  const { text } = rewriteContent('/X9 Do\nq\n/X8 Do\nQ\n', fonts, {}, tags())
  expect(shape(text)).toBe('Do /Artifact Do EMC')
})

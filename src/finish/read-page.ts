/**
 * A finished page, read as an engine reads it that honours ActualText and turns right-to-left runs round: what is printed,
 * by the sequences of marked content. It shares no step with the writing of it but the syntax.
 */
import { flagOf } from './character.ts'
import { readDictionary, referenceOf } from './dictionary.ts'
import { glyphCodes } from './interpret.ts'
import { stringValue, tokenize } from './lexer.ts'
import { type PdfFile, streamBytes } from './pdf-file.ts'
import { readToUnicode } from './text-font.ts'

/** A sequence of the page, or what stands outside of any. */
export interface ReadSequence {
  mcid: number | undefined
  artifact: boolean
  text: string
  /** Codes that are drawn and have no text, or the text of no character. */
  unread: number
  paints: boolean
}

/** The texts of a font's codes. */
export type CodeTexts = ReadonlyMap<number, string>

interface Shown {
  text: string
  flag: 0 | 1
}

/** Reads the content of a page; fonts are read once for all pages, by their object numbers. */
export function readPage(file: PdfFile, page: number, fonts: Map<number, CodeTexts>): ReadSequence[] {
  const entries = readDictionary(file.objects.get(page)?.value ?? '<<>>')
  const content = file.objects.get(referenceOf(entries.get('Contents')) ?? NaN)
  const bytes = content === undefined ? undefined : streamBytes(content)
  if (bytes === undefined) return []
  const resources = readDictionary(readDictionary(entries.get('Resources') ?? '<<>>').get('Font') ?? '<<>>')
  const sequences: ReadSequence[] = []
  let bare: ReadSequence | undefined
  const open: { sequence?: ReadSequence; actual?: string; space?: boolean }[] = []
  let texts: CodeTexts = new Map()
  let line: Shown[] = []
  let state: 0 | 1 = 0
  const current = (): ReadSequence => {
    const inner = open.findLast(({ sequence }) => sequence !== undefined)?.sequence
    if (inner !== undefined) return inner
    if (bare === undefined) {
      bare = { mcid: undefined, artifact: false, text: '', unread: 0, paints: false }
      sequences.push(bare)
    }
    return bare
  }
  const end = (sequence: ReadSequence): void => {
    const text = inReadingOrder(line)
    if (text !== '') sequence.text += sequence.text === '' ? text : ` ${text}`
    line = []
  }
  const show = (text: string, isShown: boolean): void => {
    for (const character of text) {
      state = flagOf(character) ?? state
      if (isShown) line.push({ text: character, flag: state })
    }
  }
  for (const { name, operands } of tokenize(bytes.toString('latin1'))) {
    if (name === 'BT') state = 0
    else if (name === 'ET') end(current())
    else if (name === 'Tf') texts = fontTexts(file, referenceOf(resources.get(operands[0]!.slice(1))), fonts)
    else if (name === 'BDC' || name === 'BMC') {
      const properties = operands[1]?.startsWith('<<') === true ? readDictionary(operands[1]) : new Map()
      const mcid = properties.get('MCID') as string | undefined
      const actual = properties.get('ActualText') as string | undefined
      if (operands[0] === '/Artifact' || mcid !== undefined) {
        if (line.length > 0) end(current())
        const sequence = {
          mcid: mcid === undefined ? undefined : Number(mcid),
          artifact: operands[0] === '/Artifact',
          text: '',
          unread: 0,
          paints: false,
        }
        sequences.push(sequence)
        open.push({ sequence })
      } else {
        if (actual !== undefined) show(stringValue(actual), true)
        // A space between Latin words has no text of its own, so that PDFium sees a gap.
        const space = operands[0] === '/NonStruct' && actual === '()'
        open.push(actual === undefined ? {} : { actual, space })
      }
    } else if (name === 'EMC') {
      const closed = open.pop()
      if (closed?.sequence !== undefined && line.length > 0) end(closed.sequence)
    } else if (name === 'Tj' || name === 'TJ') {
      const sequence = current()
      sequence.paints = true
      const isReplaced = open.some(({ actual }) => actual !== undefined)
      for (const [string] of operands.join(' ').matchAll(/<[0-9A-Fa-f]*>|\((?:[^\\()]|\\.)*\)/gs)) {
        for (const code of glyphCodes(string)) {
          const text = texts.get(code)
          if (text === undefined || code === 0 || /[\0\ufeff\ufffe]/.test(text)) sequence.unread++
          else show(text, !isReplaced || (text === ' ' && open.at(-1)?.space === true))
        }
      }
    } else if (painting.has(name)) current().paints = true
  }
  return sequences
}

const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh', 'BI', "'", '"'])

/** Runs of right-to-left characters turned round, each in its place; what only steers is left out. */
function inReadingOrder(line: readonly Shown[]): string {
  let text = ''
  let run: string[] = []
  const flush = (): void => {
    text += run.toReversed().join('')
    run = []
  }
  for (const { text: character, flag } of line) {
    if (flag === 1) run.push(character)
    else {
      flush()
      text += character
    }
  }
  flush()
  return text
    .replaceAll(/(?!\u200c)\p{Cf}/gu, '')
    .replaceAll(/[ \u00a0\u2002]+/g, ' ')
    .trim()
}

function fontTexts(file: PdfFile, number: number | undefined, fonts: Map<number, CodeTexts>): CodeTexts {
  if (number === undefined) return new Map()
  const known = fonts.get(number)
  if (known !== undefined) return known
  const map = file.objects.get(
    referenceOf(readDictionary(file.objects.get(number)?.value ?? '<<>>').get('ToUnicode')) ?? NaN,
  )
  const bytes = map === undefined ? undefined : streamBytes(map)
  const texts = bytes === undefined ? new Map<number, string>() : readToUnicode(bytes.toString('latin1'))
  fonts.set(number, texts)
  return texts
}

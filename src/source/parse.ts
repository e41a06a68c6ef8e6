/** First step of the source stage: text → YAML tree, with nothing coerced and every syntax fault found. */
import { LineCounter, parseDocument } from 'yaml'
import type { Document, Node, YAMLError } from 'yaml'
import { fault } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import { findSlips } from './slips.ts'

/** The largest source file read, in UTF-16 units. A full year of minutes is a tenth of it. */
export const largestSource = 4_000_000

/** Marks a stretch of the source text by its offsets, up to the end of its first line. */
export type Marker = (start: number, end: number) => Span

export interface Parsed {
  root: Node | null
  mark: Marker
  faults: Fault[]
}

const codes: Record<string, string> = {
  TAB_AS_INDENT: 'yaml/tab',
  BAD_INDENT: 'yaml/indent',
  MULTIPLE_DOCS: 'yaml/many-documents',
  TAG_RESOLVE_FAILED: 'yaml/tag',
  RESOURCE_EXHAUSTION: 'yaml/depth',
}

/**
 * Parses one YAML document with the failsafe schema (only maps, lists and text). Aliases are refused: they can
 * make a small file endless, and a clerk's file needs none; so are anchors, which hide a word. Faults: `source/empty`, `source/too-large`, `yaml/*`.
 */
export function parseYaml(source: string, file: string): Parsed {
  const text = withLineEnds(source.replace(/^\ufeff/, ''))
  const lines = new LineCounter()
  const mark: Marker = (start, end) => {
    const { line, col } = lines.linePos(Math.min(start, text.length))
    const stop = text.slice(start, end).search(/[\r\n]/)
    return {
      file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      length: Math.max(1, stop < 0 ? end - start : stop),
    }
  }
  const failed = (code: string, values = {}): Parsed => ({
    root: null,
    mark,
    faults: [fault(code, { file, line: 1, column: 1, length: 1 }, values)],
  })
  if (text.length > largestSource) {
    return failed('source/too-large', { size: String(text.length), limit: String(largestSource) })
  }

  let document: Document.Parsed
  try {
    document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      strict: true,
      // The library compares each key with all before it.
      uniqueKeys: false,
    })
  } catch (error) {
    if (error instanceof RangeError) return failed('yaml/depth')
    throw error
  }
  const faults = [...document.errors, ...document.warnings].map((error) => {
    const [start, end] = error.pos
    return fault(codeOf(error, text), mark(start, end), { detail: error.message })
  })
  faults.push(...findSlips(document, text, mark))
  if (faults.some(({ severity }) => severity === 'error'))
    return { root: null, mark, faults: onePerPlace(faults).slice(0, 20) }
  const empty = document.contents === null || text.trim() === ''
  return empty ? failed('source/empty') : { root: document.contents, mark, faults }
}

/** As on old Macs, every line ends in a carriage return alone; places stay the same. */
const withLineEnds = (text: string): string => (text.includes('\n') ? text : text.replaceAll('\r', '\n'))

/** A tab before the fault, in the line's indentation, is the cause of what the library calls bad indentation. */
function codeOf({ code, pos }: YAMLError, text: string): string {
  const indentation = /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1, pos[0]))?.[0] ?? ''
  if (code === 'BAD_INDENT' && indentation.includes('\t')) return 'yaml/tab'
  return codes[code] ?? 'yaml/syntax'
}

/** One open bracket can be reported many times; nesting that is too deep hides everything else. */
function onePerPlace(faults: Fault[]): Fault[] {
  const deep = faults.find(({ code }) => code === 'yaml/depth')
  if (deep) return [deep]
  const key = ({ code, span }: Fault): string => `${code} ${span?.line}:${span?.column}`
  return [...new Map(faults.map((one) => [key(one), one])).values()]
}

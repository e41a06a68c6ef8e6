/** How a scalar is written in each style of YAML, unit by unit: which part of the source says which part of the value. */

export type Style = 'plain' | 'single' | 'double' | 'folded' | 'literal'

/** A decoded scalar. Unit i of the value is written at [starts[i], ends[i]) of the scalar's own source. */
export interface Decoded {
  style: Style
  value: string
  starts: number[]
  ends: number[]
  bodyStart: number
  /** What a line of a block scalar begins with. */
  indent: string
}

/** Decodes one scalar from its own source, or gives nothing where it is written in a way not followed here. */
export function decodeScalar(written: string, style: Style): Decoded | null {
  if (style === 'folded' || style === 'literal') return decodeBlock(written, style)
  return decodeFlow(written, style)
}

/** The text as it is to be written inside a scalar of the style. */
export function encodeInto({ style, indent }: Pick<Decoded, 'style' | 'indent'>, text: string): string {
  if (style === 'single') return text.replaceAll("'", "''")
  if (style === 'double') return doubleQuoted(text).slice(1, -1)
  if (style === 'literal') return text.replaceAll('\n', `\n${indent}`)
  return text
}

/** The scalar written anew in double quotes on one line; the comment of a block's first line and its line end stay. */
export function requote(written: string, style: Style, value: string): string {
  const quoted = doubleQuoted(value)
  if (style !== 'folded' && style !== 'literal') return quoted
  const header = HEADER.exec(written)
  const comment = header?.[3] === undefined ? '' : ` ${header[3]}`
  return quoted + comment + (/\r?\n$/.exec(written)?.[0] ?? '')
}

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

class Units {
  readonly pieces: string[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []

  add(text: string, start: number, end: number): void {
    this.pieces.push(text)
    for (let i = 0; i < text.length; i++) {
      this.starts.push(start)
      this.ends.push(end)
    }
  }

  /** Text written as itself. */
  copy(text: string, start: number): void {
    this.pieces.push(text)
    for (let i = 0; i < text.length; i++) {
      this.starts.push(start + i)
      this.ends.push(start + i + 1)
    }
  }

  done(style: Style, bodyStart: number, indent = ''): Decoded {
    return { style, value: this.pieces.join(''), starts: this.starts, ends: this.ends, bodyStart, indent }
  }
}

const FOLD = /[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*/y
const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n[ \t]*)|([0abtnvfre "/\\N_LP\t]))/y
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}
const CHUNK: Readonly<Record<string, RegExp>> = {
  plain: /[^ \t\r\n]+/y,
  single: /[^ \t\r\n']+/y,
  double: /[^ \t\r\n"\\]+/y,
}

function decodeFlow(written: string, style: 'plain' | 'single' | 'double'): Decoded | null {
  const quote = { plain: '', single: "'", double: '"' }[style]
  const end = written.length - quote.length
  if (end < quote.length || !written.startsWith(quote) || !written.endsWith(quote)) return null
  const units = new Units()
  const chunk = CHUNK[style] as RegExp
  let at = quote.length
  while (at < end) {
    const text = match(chunk, written, at)?.[0]
    if (text !== undefined) {
      units.copy(text.slice(0, end - at), at)
      at += text.length
      continue
    }
    const step = special(written, at, style)
    if (!step || at + step.length > end) return null
    units.add(step.text, at, at + step.length)
    at += step.length
  }
  return units.done(style, quote.length)
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A line fold, white space or an escape at the place. */
function special(written: string, at: number, style: Style): { text: string; length: number } | null {
  const fold = match(FOLD, written, at)?.[0]
  if (fold !== undefined) {
    const lines = fold.split('\n').length - 1
    return { text: lines === 1 ? ' ' : '\n'.repeat(lines - 1), length: fold.length }
  }
  const char = written.charAt(at)
  if (char === ' ' || char === '\t') return { text: char, length: 1 }
  if (style === 'single' && written.startsWith("''", at)) return { text: "'", length: 2 }
  if (style !== 'double') return null
  const escape = match(ESCAPE, written, at)
  if (!escape) return null
  const [whole, x, u, U, line, named = ''] = escape
  const code = x ?? u ?? U
  if (code !== undefined) {
    const point = Number.parseInt(code, 16)
    return point > 0x10ffff ? null : { text: String.fromCodePoint(point), length: whole.length }
  }
  return { text: line === undefined ? (ESCAPES[named] ?? named) : '', length: whole.length }
}

const HEADER = /^([|>])([-+]?)[ \t]*(#[^\r\n]*)?\r?\n/

interface Line {
  start: number
  /** Without the indent common to all. */
  text: string
  /** After the line, before its line end. */
  end: number
}

function decodeBlock(written: string, style: 'folded' | 'literal'): Decoded | null {
  const header = HEADER.exec(written)
  if (!header) return null
  const bodyStart = header[0].length
  const body = written.slice(bodyStart)
  const indent = /^(?:[ ]*\r?\n)*([ ]*)/.exec(body)?.[1] ?? ''
  const lines = blockLines(body, bodyStart, indent)
  if (!lines) return null
  const units = new Units()
  let last = lines.length - 1
  while (last >= 0 && lines[last]?.text === '') last--
  if (last < 0) return null
  blockUnits(units, lines.slice(0, last + 1), style)
  const end = lines[last]?.end ?? written.length
  const rest = lines.length - last - 1
  // The body ends with a line end, so that its last "line" is empty.
  if (header[2] === '+') units.add('\n'.repeat(Math.max(1, rest)), end, written.length)
  else if (header[2] === '')
    units.add('\n', end, written.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, written.length))
  return units.done(style, bodyStart, indent)
}

function blockLines(body: string, bodyStart: number, indent: string): Line[] | null {
  const lines: Line[] = []
  let at = bodyStart
  for (const raw of body.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    const blank = /^ *$/.test(line)
    if (!blank && !line.startsWith(indent)) return null
    const start = at + Math.min(indent.length, line.length)
    lines.push({
      start,
      text: blank ? line.slice(indent.length) : line.slice(indent.length),
      end: at + line.length,
    })
    at += raw.length + 1
  }
  return lines
}

function blockUnits(units: Units, lines: readonly Line[], style: 'folded' | 'literal'): void {
  let between = ''
  let wasDeeper = false
  let from = lines[0]?.start ?? 0
  let begun = false
  for (const { start, text, end } of lines) {
    if (style === 'folded' && begun) {
      const deeper = /^[ \t]/.test(text)
      if (text === '') {
        between = between === ' ' ? '\n' : `${between}\n`
        continue
      }
      if (deeper && between === ' ') between = '\n'
      else if (deeper && !wasDeeper && /^\n+$/.test(between)) between += '\n'
      wasDeeper = deeper
    }
    units.add(between, from, start)
    units.copy(text, start)
    if (text !== '') begun = true
    if (style === 'folded' && begun) {
      wasDeeper = /^[ \t]/.test(text)
      between = wasDeeper ? '\n' : ' '
    } else between = '\n'
    from = end
  }
}

/** PDF syntax, read from text with one character a byte: where a value ends, and the operators of a content stream. */

/** One operator of a content stream with its operands as they are written; slices of all operators are the stream. */
export interface Operator {
  name: string
  operands: string[]
  /** Where its first operand (or what stands before it) begins, and where it ends. */
  from: number
  to: number
}

const white = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) white[code] = 1
const delimiter = new Uint8Array(256)
for (const character of '()<>[]{}/%') delimiter[character.charCodeAt(0)] = 1

/** The first place from `at` on that is neither white space nor a comment. */
export function skipSpace(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at)
    if (white[code] === 1) at++
    else if (code === 0x25) {
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++
    } else return at
  }
}

/** The end of the value (string, name, number, array, dictionary or word) that begins at `at`. */
export function valueEnd(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code === 0x28) return literalEnd(text, at)
  if (code === 0x3c) {
    if (text.charCodeAt(at + 1) === 0x3c) return nestEnd(text, at + 2, '>>')
    const end = text.indexOf('>', at)
    return end === -1 ? text.length : end + 1
  }
  if (code === 0x5b) return nestEnd(text, at + 1, ']')
  at++
  while (at < text.length && white[text.charCodeAt(at)] !== 1 && delimiter[text.charCodeAt(at)] !== 1) at++
  return at
}

function literalEnd(text: string, at: number): number {
  let depth = 0
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at++
    else if (code === 0x28) depth++
    else if (code === 0x29 && --depth === 0) return at + 1
  }
  return text.length
}

function nestEnd(text: string, at: number, close: string): number {
  for (;;) {
    at = skipSpace(text, at)
    if (at >= text.length) return text.length
    if (text.startsWith(close, at)) return at + close.length
    at = valueEnd(text, at)
  }
}

/** Cuts a content stream into its operators. What follows the last operator is lost to none: `to` of the last is the end. */
export function tokenize(text: string): Operator[] {
  const operators: Operator[] = []
  // One list for all: arrays that grow on their own keep room for 16 more.
  const operands: string[] = []
  let count = 0
  let from = 0
  let at = 0
  for (;;) {
    at = skipSpace(text, at)
    if (at >= text.length) break
    const code = text.charCodeAt(at)
    let end = valueEnd(text, at)
    const isOperand =
      (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x2d || code === 0x2b || isDelimited(code)
    const token = text.slice(at, end)
    if (isOperand || token === 'true' || token === 'false' || token === 'null') {
      operands[count++] = token
    } else {
      if (token === 'BI') end = imageEnd(text, end)
      operators.push({ name: token, operands: operands.slice(0, count), from, to: end })
      count = 0
      from = end
    }
    at = end
  }
  const last = operators.at(-1)
  if (last !== undefined && count === 0) last.to = text.length
  else if (from < text.length) {
    operators.push({ name: '', operands: operands.slice(0, count), from, to: text.length })
  }
  return operators
}

function isDelimited(code: number): boolean {
  return code === 0x28 || code === 0x3c || code === 0x5b || code === 0x2f
}

/** An inline image is one operator: its data are bytes of any value up to EI between white space. */
function imageEnd(text: string, at: number): number {
  const data = /\sID\s/g
  data.lastIndex = at
  if (data.exec(text) === null) return text.length
  const end = /\sEI(?=\s|$)/g
  end.lastIndex = data.lastIndex
  return end.exec(text) === null ? text.length : end.lastIndex
}

/** The text of a string operand: UTF-16 with a byte order mark, or PDFDocEncoding, whose ASCII is enough here. */
export function stringValue(operand: string): string {
  const bytes = operand.startsWith('<') ? hexBytes(operand) : literalBytes(operand)
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes
  let value = ''
  for (let i = 2; i + 1 < bytes.length; i += 2) {
    value += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1))
  }
  return value
}

function hexBytes(operand: string): string {
  const digits = operand.replaceAll(/[^0-9A-Fa-f]/g, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function literalBytes(operand: string): string {
  return operand.slice(1, -1).replaceAll(/\\([0-7]{1,3}|\r\n|[^])/g, (_, escaped: string) => {
    if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8) & 0xff)
    if (/^[\r\n]/.test(escaped)) return ''
    return escapes[escaped] ?? escaped
  })
}

/** A string as a PDF text string in hexadecimal. */
export function textString(value: string): string {
  let hex = '<FEFF'
  for (let i = 0; i < value.length; i++)
    hex += value.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')
  return `${hex}>`
}

/** A number as short as PDF allows, with at most `digits` decimals. */
export function numeral(value: number, digits: number): string {
  const text = value.toFixed(digits)
  let end = text.length
  if (digits > 0) {
    while (text.charCodeAt(end - 1) === 0x30) end--
    if (text.charCodeAt(end - 1) === 0x2e) end--
  }
  const short = text.slice(0, end)
  if (short === '-0') return '0'
  if (short.startsWith('0.')) return short.slice(1)
  return short.startsWith('-0.') ? `-${short.slice(2)}` : short
}

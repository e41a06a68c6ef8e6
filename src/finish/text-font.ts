/**
 * A composite font of Skia's whose codes are glyph numbers. A code keeps its meaning; what is to be read otherwise gets
 * a new glyph at the font's end: the same outline, or none, with its own text. So what was not rewritten stays right.
 */
import { tokenize, stringValue } from './lexer.ts'
import { type PdfFile, streamBytes, withStream } from './pdf-file.ts'
import {
  type AddedGlyph,
  advanceOf,
  extendTrueType,
  isEmptyGlyph,
  readTrueType,
  type TrueType,
} from './truetype.ts'

export class TextFont {
  readonly #program: TrueType
  readonly #ids: { descendant: number; file: number; toUnicode: number }
  readonly #texts: Map<number, string>
  readonly #added = new Map<string, number>()
  readonly #glyphs: AddedGlyph[] = []
  readonly #used = new Set<number>()
  /** Whether something that is not rewritten may draw with any of its codes. */
  keepAll = false

  private constructor(program: TrueType, ids: TextFont['ids'], texts: Map<number, string>) {
    this.#program = program
    this.#ids = ids
    this.#texts = texts
  }

  private get ids(): { descendant: number; file: number; toUnicode: number } {
    return this.#ids
  }

  /** The font of an object, or nothing when it is not of the kind that Skia makes of a static TrueType file. */
  static read(file: PdfFile, number: number): TextFont | undefined {
    const font = file.objects.get(number)?.value ?? ''
    if (!/\/Subtype \/Type0\b/.test(font) || !/\/Encoding \/Identity-H\b/.test(font)) return undefined
    const descendant = Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(font)?.[1] ?? NaN)
    const toUnicode = Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? NaN)
    const cid = file.objects.get(descendant)?.value ?? ''
    if (!/\/Subtype \/CIDFontType2\b/.test(cid) || !/\/CIDToGIDMap \/Identity\b/.test(cid)) return undefined
    const descriptor = file.objects.get(Number(/\/FontDescriptor (\d+) 0 R/.exec(cid)?.[1]))?.value ?? ''
    const fontFile = Number(/\/FontFile2 (\d+) 0 R/.exec(descriptor)?.[1] ?? NaN)
    const bytes = file.objects.has(fontFile) ? streamBytes(file.objects.get(fontFile)!) : undefined
    const map = file.objects.has(toUnicode) ? streamBytes(file.objects.get(toUnicode)!) : undefined
    const program = bytes === undefined ? undefined : readTrueType(bytes)
    if (program === undefined || map === undefined) return undefined
    const texts = readToUnicode(map.toString('latin1'))
    return new TextFont(program, { descendant, file: fontFile, toUnicode }, texts)
  }

  /** Whether the original file has the code. */
  has(code: number): boolean {
    return code < this.#program.glyphs
  }

  /** What a code of the original file stands for. */
  textOf(code: number): string | undefined {
    return this.#texts.get(code)
  }

  /** A code's advance in thousandths of the size, exactly. */
  advanceOf(code: number): number {
    const { glyphs, unitsPerEm } = this.#program
    const advance = code < glyphs ? advanceOf(this.#program, code) : this.#glyphs[code - glyphs]!.advance
    return (advance * 1000) / unitsPerEm
  }

  /** A code's advance as the font's /W has it: whole, since PDFium cuts off what is behind the point. */
  widthOf(code: number): number {
    return Math.round(this.advanceOf(code))
  }

  /** Whether a code of the original file paints nothing. */
  isEmpty(code: number): boolean {
    return isEmptyGlyph(this.#program, code)
  }

  /** Whether a code, of the original file or added, paints something. */
  paints(code: number): boolean {
    const { glyphs } = this.#program
    const outline = code < glyphs ? code : this.#glyphs[code - glyphs]!.outline
    return outline !== undefined && !this.isEmpty(outline)
  }

  /**
   * The code that paints an outline (or nothing) and reads as the text; its width is the outline's unless given,
   * and the outline stands higher by a rise and further right by a shift, all in thousandths.
   */
  code(outline: number | undefined, text: string, width?: number, rise = 0, shift = 0): number {
    if (
      outline !== undefined &&
      width === undefined &&
      rise === 0 &&
      shift === 0 &&
      this.#texts.get(outline) === text
    ) {
      this.#used.add(outline)
      return outline
    }
    const advance =
      width === undefined
        ? outline === undefined
          ? 0
          : advanceOf(this.#program, outline)
        : this.#units(Math.max(0, width))
    return this.#add({ outline, advance, rise: this.#units(rise), shift: this.#units(shift) }, text)
  }

  /** The code that paints what another paints and reads as the text. */
  recode(code: number, text: string): number {
    const added = this.#glyphs[code - this.#program.glyphs]
    const { outline, rise, shift } = added ?? { outline: code, rise: 0, shift: 0 }
    return this.#add({ outline, advance: this.#units(this.widthOf(code)), rise, shift }, text)
  }

  #units(thousandths: number): number {
    return Math.round((thousandths * this.#program.unitsPerEm) / 1000)
  }

  #add(glyph: AddedGlyph, text: string): number {
    const key = `${glyph.outline ?? ''} ${glyph.advance} ${glyph.rise} ${glyph.shift} ${text}`
    let code = this.#added.get(key)
    if (code === undefined) {
      code = this.#program.glyphs + this.#glyphs.length
      this.#added.set(key, code)
      this.#glyphs.push(glyph)
      this.#texts.set(code, text)
    }
    this.#used.add(code)
    return code
  }

  /** Says that a code of the original file is still drawn as it was. */
  keep(code: number): void {
    if (this.has(code)) this.#used.add(code)
  }

  /** Puts the font program, its widths and its map to Unicode into the file. */
  write(file: PdfFile): void {
    const original = this.#program.glyphs
    const codes = this.keepAll
      ? new Set([...this.#used, ...Array.from({ length: original }, (_, code) => code)])
      : this.#used
    const sorted = [...codes].toSorted((a, b) => a - b)
    const program = extendTrueType(
      this.#program,
      sorted.filter((code) => code < original),
      this.#glyphs,
    )
    const fontFile = file.objects.get(this.#ids.file)!
    const written = withStream(fontFile, program)
    written.value = written.value.replace(/\/Length1 \d+/, `/Length1 ${program.length}`)
    file.objects.set(this.#ids.file, written)
    const map = Buffer.from(toUnicode(sorted, this.#texts), 'latin1')
    file.objects.set(this.#ids.toUnicode, withStream(file.objects.get(this.#ids.toUnicode)!, map))
    const descendant = file.objects.get(this.#ids.descendant)!
    const value = descendant.value.replace(/\/W \[(?:[^[\]]|\[[^\]]*\])*\]/, `/W [${this.#widths(sorted)}]`)
    file.objects.set(this.#ids.descendant, { value })
  }

  #widths(sorted: number[]): string {
    const parts: string[] = []
    let last = -2
    for (const code of sorted) {
      const width = this.widthOf(code)
      if (code === last + 1) parts[parts.length - 1] += ` ${width}`
      else parts.push(`${code} [${width}`)
      last = code
    }
    return parts.map((part) => `${part}]`).join(' ')
  }
}

export function readToUnicode(map: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const { name, operands } of tokenize(map)) {
    if (name === 'endbfchar') {
      for (let i = 0; i + 1 < operands.length; i += 2) {
        texts.set(hexNumber(operands[i]!), stringValue(`<FEFF${operands[i + 1]!.slice(1)}`))
      }
    } else if (name === 'endbfrange') {
      for (let i = 0; i + 2 < operands.length; i += 3) {
        const first = hexNumber(operands[i]!)
        const target = stringValue(`<FEFF${operands[i + 2]!.slice(1)}`)
        for (let code = first; code <= Math.min(hexNumber(operands[i + 1]!), 0xffff); code++) {
          const end = String.fromCharCode(target.charCodeAt(target.length - 1) + code - first)
          texts.set(code, target.slice(0, -1) + end)
        }
      }
    }
  }
  return texts
}

function hexNumber(operand: string): number {
  return parseInt(operand.slice(1, -1), 16)
}

const hexes: string[] = []

/** A code as four digits. */
export function hex(code: number): string {
  return (hexes[code] ??= code.toString(16).toUpperCase().padStart(4, '0'))
}

function toUnicode(codes: number[], texts: Map<number, string>): string {
  const lines: string[] = []
  for (const code of codes) {
    const text = texts.get(code)
    if (text === undefined || text === '' || text.includes('\0')) continue
    let target = ''
    for (let i = 0; i < text.length; i++) target += hex(text.charCodeAt(i))
    lines.push(`<${hex(code)}> <${target}>`)
  }
  let body = ''
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100)
    body += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<<  /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${body}endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/** Writes one text object: moves, shows, spans. It knows PDF's operators and nothing of engines. */
import { numeral } from './lexer.ts'
import type { Colors } from './lines.ts'
import { hex, type TextFont } from './text-font.ts'

/** How far, in thousandths of the size, a glyph may stand from its place before it is put right. */
const tolerance = 0.6

export interface Style {
  font: TextFont
  fontName: string
  size: number
}

export class LineWriter {
  #out = 'BT\n'
  #style: Style | undefined
  #colors: Colors
  #origin: number | undefined
  /** Where the next glyph would stand. */
  #pen = 0
  #array = ''
  #codes = ''
  readonly #y: number
  readonly #scale: readonly [number, number]

  constructor(y: number, scale: readonly [number, number], colors: Colors) {
    this.#y = y
    this.#scale = scale
    this.#colors = colors
  }

  setStyle(style: Style): void {
    if (this.#style?.fontName !== style.fontName || this.#style.size !== style.size) {
      this.#flush()
      this.#out += `/${style.fontName} ${numeral(style.size, 7)} Tf\n`
    }
    this.#style = style
  }

  setColors(colors: Colors): void {
    const changed = colors.filter((color, n) => color !== this.#colors[n] && color !== '')
    if (changed.length > 0) {
      this.#flush()
      this.#out += `${changed.join('').trim()}\n`
    }
    this.#colors = colors
  }

  moveTo(x: number): void {
    if (this.#origin !== undefined && Math.abs(this.#pen - x) < 1e-6) return
    this.#flush()
    const [a, d] = this.#scale
    if (this.#origin === undefined) {
      const start = numeral(x, 5)
      this.#out += `${numeral(a, 6)} 0 0 ${numeral(d, 6)} ${start} ${numeral(this.#y, 5)} Tm\n`
      this.#origin = Number(start)
    } else {
      const by = numeral((x - this.#origin) / a, 4)
      this.#out += `${by} 0 Td\n`
      this.#origin += Number(by) * a
    }
    this.#pen = this.#origin
  }

  /** Shows a code whose glyph stands at x, or where the pen is. */
  show(code: number, x = this.#pen): void {
    const { font, size } = this.#style!
    const em = size * this.#scale[0]
    const off = ((this.#pen - x) / em) * 1000
    if (Math.abs(off) > tolerance) this.kern(Math.round(off))
    this.#codes += hex(code)
    this.#pen += (font.widthOf(code) * em) / 1000
  }

  /** Moves the pen to the left, in thousandths of the size, inside a string. */
  kern(by: number): void {
    if (this.#codes !== '') this.#array += `<${this.#codes}>`
    this.#codes = ''
    this.#array += `${by}`
    this.#pen -= (by * this.#style!.size * this.#scale[0]) / 1000
  }

  /** Ends the string, so that the next code begins a text object of its own in PDFium. */
  cut(): void {
    this.#flush()
  }

  /** Opens a marked-content sequence, as its operator is written. */
  open(operator: string): void {
    this.#flush()
    this.#out += operator
  }

  close(): void {
    this.#flush()
    this.#out += 'EMC\n'
  }

  end(colors: Colors): string {
    this.setColors(colors)
    this.#flush()
    return `${this.#out}ET\n`
  }

  #flush(): void {
    if (this.#array !== '') {
      const codes = this.#codes === '' ? '' : `<${this.#codes}>`
      this.#out += `[${this.#array}${codes}]TJ\n`
    } else if (this.#codes !== '') this.#out += `<${this.#codes}>Tj\n`
    this.#array = ''
    this.#codes = ''
  }
}

/** The text of objects with gaps for what differs from pack to pack: it is made once, and filled in for every pack. */
import { PDFArray, PDFDict, PDFObject, PDFRef } from './pdf-library.ts'

/** A key of the parent tree, counted from the first one of its part. */
export class PartKey extends PDFObject {
  readonly key: number
  constructor(key: number) {
    super()
    this.key = key
  }
}

/** The name of an element, which parts may share: before it goes what tells the part from others. */
export class PartName extends PDFObject {
  readonly name: string
  constructor(name: string) {
    super()
    this.name = name
  }
}

/** Texts, and between them gaps. */
export interface Gapped {
  texts: string[]
  /** The number of an object in its part; for a key, what comes below 0 by as much; 0 for what goes before a name. */
  gaps: number[]
}

export interface Filling {
  refOf(object: number): PDFRef
  firstKey: number
  prefix: string
}

/** An object that is written where it is used. */
export function gappedText(object: PDFObject): Gapped {
  const text = new GappedText()
  text.add(object)
  return text
}

/** The values of an array, or the entries of a dictionary but some, without what is around them. */
export function gappedInside(object: PDFDict | PDFArray, without: readonly string[] = []): Gapped {
  const text = new GappedText()
  if (object instanceof PDFArray) text.addValues(object)
  else text.addEntries(object, without)
  return text
}

export function filled({ texts, gaps }: Gapped, { refOf, firstKey, prefix }: Filling): string {
  let text = texts[0]!
  for (let index = 0; index < gaps.length; index++) {
    const gap = gaps[index]!
    if (gap > 0) text += refOf(gap).toString()
    else text += gap === 0 ? prefix : String(firstKey - gap - 1)
    text += texts[index + 1]!
  }
  return text
}

class GappedText implements Gapped {
  readonly texts = ['']
  readonly gaps: number[] = []

  add(object: PDFObject): void {
    if (object instanceof PDFRef) this.#gap(object.objectNumber)
    else if (object instanceof PartKey) this.#gap(-object.key - 1)
    else if (object instanceof PartName) {
      this.#text('(')
      this.#gap(0)
      this.#text(`${object.name})`)
    } else if (object instanceof PDFDict) {
      this.#text('<<')
      this.addEntries(object, [])
      this.#text('>>')
    } else if (object instanceof PDFArray) {
      this.#text('[')
      this.addValues(object)
      this.#text(']')
    } else this.#text(object.toString())
  }

  addEntries(dictionary: PDFDict, without: readonly string[]): void {
    for (const [key, value] of dictionary.entries()) {
      const name = key.toString()
      if (without.some((one) => name === `/${one}`)) continue
      this.#text(`${name} `)
      this.add(value)
    }
  }

  addValues(array: PDFArray): void {
    for (let index = 0; index < array.size(); index++) {
      if (index > 0) this.#text(' ')
      this.add(array.get(index))
    }
  }

  #text(text: string): void {
    this.texts[this.texts.length - 1] += text
  }

  #gap(gap: number): void {
    this.gaps.push(gap)
    this.texts.push('')
  }
}

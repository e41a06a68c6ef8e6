/** The objects of a part, copied and written as text once, and put into as many packs as wanted. */
import { filled, type Filling, gappedInside, gappedText, type Gapped } from './gapped.ts'
import { PDFRawStream, PDFRef, type PDFContext } from './pdf-library.ts'
import { Written } from './written.ts'

interface TemplateObject {
  text: Gapped
  stream?: Uint8Array
}

export class Template {
  readonly #context: PDFContext
  readonly #objects: TemplateObject[] = []

  /** `context` holds the objects, with those of gapped.ts among them, and is never written itself. */
  constructor(context: PDFContext) {
    this.#context = context
  }

  objectAt(number: number): TemplateObject {
    return (this.#objects[number] ??= this.#write(PDFRef.of(number)))
  }

  #write(ref: PDFRef): TemplateObject {
    const object = this.#context.lookup(ref)
    // What is written is needed no longer.
    this.#context.delete(ref)
    if (!(object instanceof PDFRawStream))
      return { text: object === undefined ? { texts: ['null'], gaps: [] } : gappedText(object) }
    const { texts, gaps } = gappedInside(object.dict, ['Length'])
    texts[0] = `<<${texts[0]}`
    texts[texts.length - 1] += `/Length ${object.contents.length}>>`
    return { text: { texts, gaps }, stream: object.contents }
  }
}

/** A part on its way into one pack: what is referred to is written there, once. */
export class Placement {
  readonly #template: Template
  readonly #context: PDFContext
  readonly #filling: Filling
  readonly #refs: (PDFRef | undefined)[] = []
  readonly #due: number[] = []

  constructor(template: Template, context: PDFContext, { firstKey = 0, prefix = '' } = {}) {
    this.#template = template
    this.#context = context
    this.#filling = { refOf: (object) => this.#refOf(object), firstKey, prefix }
  }

  /** Lets a reference of the part lead to an object of the pack. */
  bind(from: PDFRef, to: PDFRef): void {
    this.#refs[from.objectNumber] = to
  }

  refOf(from: PDFRef): PDFRef {
    const ref = this.#refOf(from.objectNumber)
    this.#settle()
    return ref
  }

  fill(text: Gapped): string {
    const written = filled(text, this.#filling)
    this.#settle()
    return written
  }

  #refOf(object: number): PDFRef {
    const known = this.#refs[object]
    if (known !== undefined) return known
    const ref = this.#context.nextRef()
    this.#refs[object] = ref
    this.#due.push(object)
    return ref
  }

  /** One after the other: a chain of references may be longer than a stack. */
  #settle(): void {
    for (let object = this.#due.pop(); object !== undefined; object = this.#due.pop()) {
      const { text, stream } = this.#template.objectAt(object)
      const written = new Written(filled(text, this.#filling), stream)
      this.#context.assign(this.#refs[object]!, written)
    }
  }
}

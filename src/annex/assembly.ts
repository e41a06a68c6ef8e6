/** A pack that is being written. */
import type { OpenAnnex } from './open-annex.ts'
import { type Layers } from './layers.ts'
import type { PartPlace } from './part-links.ts'
import { PDFContext, type PDFRef } from './pdf-library.ts'
import type { Sheet } from './sheets.ts'
import type { Stamp } from './stamps.ts'
import { Tags } from './tags.ts'
import { Placement, type Template } from './template.ts'
import { writtenStream } from './written.ts'

interface PlacedAnnex {
  annex: OpenAnnex
  placement: Placement
}

export class Assembly {
  readonly context = PDFContext.create()
  readonly catalog = this.context.nextRef()
  readonly tree = this.context.nextRef()
  /** Every page of the pack. */
  readonly pages: PDFRef[]
  readonly places: readonly PartPlace[]
  readonly tags = new Tags(this.context)
  /** Whether a part has tags. */
  readonly tagged: boolean
  readonly layers: Layers = { all: [], hidden: [] }
  readonly #stamps: readonly (readonly Stamp[])[]
  readonly #annexes = new Map<string, PlacedAnnex>()
  readonly #sheets = new Map<Template, Placement>()
  readonly #streams = new Map<string, PDFRef>()

  constructor(places: readonly PartPlace[], tagged: boolean, stamps: readonly (readonly Stamp[])[]) {
    this.places = places
    this.tagged = tagged
    this.#stamps = stamps
    const total = places.reduce((sum, { pages }) => sum + pages, 0)
    this.pages = Array.from({ length: total }, () => this.context.nextRef())
  }

  stampsOf(page: number): readonly Stamp[] {
    return this.#stamps[page] ?? []
  }

  /** An annex as it is stored: once, however often it comes, and whoever opened it. */
  annexOf(annex: OpenAnnex): PlacedAnnex {
    const known = this.#annexes.get(annex.digest)
    if (known !== undefined) return known
    const placed = { annex, placement: new Placement(annex.template, this.context) }
    this.#annexes.set(annex.digest, placed)
    const { all, hidden } = annex.layers
    this.layers.all.push(...all.map((ref) => placed.placement.refOf(ref)))
    this.layers.hidden.push(...hidden.map((ref) => placed.placement.refOf(ref)))
    return placed
  }

  /** The form of a sheet; those of one file share its fonts. */
  formOf({ template, form }: Sheet): PDFRef {
    let placement = this.#sheets.get(template)
    if (placement === undefined)
      this.#sheets.set(template, (placement = new Placement(template, this.context)))
    return placement.refOf(form)
  }

  /** A stream of ours, which pages may share. */
  streamOf(content: string): PDFRef {
    let ref = this.#streams.get(content)
    if (ref === undefined) this.#streams.set(content, (ref = this.context.register(writtenStream(content))))
    return ref
  }
}

/** The structure of the parts as one tree (ISO 32000-2 14.7): ours as they were printed, a paragraph for each page of an annex. */
import type { PaperTags } from './paper-tags.ts'
import {
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFContext,
  type PDFDict,
  type PDFObject,
  type PDFRef,
} from './pdf-library.ts'
import type { Placement } from './template.ts'
import { Written } from './written.ts'

export class Tags {
  readonly #context: PDFContext
  readonly #root: PDFRef
  readonly #document: PDFRef
  readonly #parts: PDFRef[] = []
  readonly #parents: PDFRef[] = []
  readonly #names: { prefix: string; leaf: PDFRef }[] = []
  readonly #roles = new Map<PDFName, PDFName>()
  /** The next free key of the parent tree. */
  nextKey = 0

  constructor(context: PDFContext) {
    this.#context = context
    this.#root = context.nextRef()
    this.#document = context.nextRef()
  }

  /** What tells the names of the next part from those of others. */
  get prefix(): string {
    return `${this.#parts.length + 1}.`
  }

  /** Takes over the tree of a paper that was placed with the next key and prefix. */
  addPaper(tags: PaperTags, title: string, placement: Placement): void {
    const ref = this.#context.nextRef()
    placement.bind(tags.above, this.#document)
    placement.bind(tags.top, ref)
    const written = `<<${placement.fill(tags.entries)}/T ${PDFHexString.fromText(title)}>>`
    this.#context.assign(ref, new Written(written))
    if (tags.parents !== undefined) this.#parents.push(placement.refOf(tags.parents))
    if (tags.names !== undefined) this.#names.push({ prefix: this.prefix, leaf: placement.refOf(tags.names) })
    for (const [name, role] of tags.roles) this.#roles.set(name, role)
    this.#parts.push(ref)
    this.nextKey += tags.nextKey
  }

  /** A paragraph for every page of an annex, which is all of its content. The pages get the keys that are given back. */
  addAnnex(title: string, pages: readonly PDFRef[]): number[] {
    const context = this.#context
    const part = context.nextRef()
    const keys = pages.map(() => this.nextKey++)
    const kids = pages.map((page) => context.register(context.obj({ S: 'P', P: part, Pg: page, K: 0 })))
    const parents = new Map(kids.map((kid, index) => [keys[index]!, context.obj([kid])]))
    this.#parents.push(context.register(parentLeaf(context, parents, PDFNumber.of)))
    const T = PDFHexString.fromText(title)
    context.assign(part, context.obj({ S: 'Part', P: this.#document, K: kids, T }))
    this.#parts.push(part)
    return keys
  }

  /** The root of the tree, written. */
  write(): PDFRef {
    const context = this.#context
    context.assign(this.#document, context.obj({ S: 'Document', P: this.#root, K: this.#parts }))
    const root = context.obj({
      Type: 'StructTreeRoot',
      K: this.#document,
      ParentTree: { Kids: this.#parents },
      ParentTreeNextKey: this.nextKey,
    })
    const set = (key: string, value: PDFObject): void => root.set(PDFName.of(key), value)
    if (this.#roles.size > 0) {
      const roles = context.obj({})
      for (const [name, role] of this.#roles) roles.set(name, role)
      set('RoleMap', roles)
    }
    const names = this.#names.toSorted((one, other) => (one.prefix < other.prefix ? -1 : 1))
    if (names.length > 0) set('IDTree', context.obj({ Kids: names.map(({ leaf }) => leaf) }))
    context.assign(this.#root, root)
    return this.#root
  }
}

/** The owners of keys, of which there are some, as a leaf of the tree of parents, whose keys come after those of leaves before it. */
export function parentLeaf(
  context: PDFContext,
  parents: ReadonlyMap<number, PDFObject>,
  keyOf: (key: number) => PDFObject,
): PDFDict {
  const sorted = [...parents].toSorted(([one], [other]) => one - other)
  const limits = [sorted[0]![0], sorted.at(-1)![0]].map(keyOf)
  return context.obj({ Limits: limits, Nums: sorted.flatMap(([key, value]) => [keyOf(key), value]) })
}

/** The structure of the parts as one tree (ISO 32000-2 14.7): ours as they were printed, a paragraph for each page of an annex. */
import type { Copier } from './copy.ts'
import { asDictionary, asNumber, dictionaryAt, entry, found, nameAt, numberAt } from './objects.ts'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from './pdf-library.ts'
import type { PDFContext, PDFObject } from './pdf-library.ts'
import { idLeaf, idOf, withHeaders } from './tag-names.ts'

/** Where the pages and annotations of a part went. */
export interface Moved {
  copier: Copier
  pages: ReadonlyMap<PDFRef, PDFRef>
  annotations: ReadonlyMap<PDFRef, PDFRef>
}

const structural = new Set(['Type', 'S', 'P', 'Pg', 'K', 'ID', 'A', 'Ref'])

export class Tags {
  readonly #context: PDFContext
  readonly #root: PDFRef
  readonly #document: PDFRef
  readonly #parts: PDFRef[] = []
  readonly #parents = new Map<number, PDFObject>()
  readonly #roles = new Map<string, PDFObject>()
  readonly #ids: [id: string, element: PDFRef][] = []
  /** The next free key of the parent tree. */
  nextKey = 0

  constructor(context: PDFContext) {
    this.#context = context
    this.#root = context.nextRef()
    this.#document = context.nextRef()
  }

  /** Takes over the tree of a part of ours, and says whether it has one. */
  addPaper(catalog: PDFDict, title: string, moved: Moved): boolean {
    const root = dictionaryAt(catalog, 'StructTreeRoot')
    const top = entry(root, 'K')
    const document = asDictionary(top instanceof PDFArray ? found(catalog.context, top.get(0)) : top)
    if (document === undefined) return false
    this.nextKey = Math.max(this.nextKey, moved.copier.nextKey)
    const ref = this.#addElement(document, this.#document, moved, `${this.#parts.length + 1}.`, 'Part')
    if (ref === undefined) return false
    this.#part(ref, title)
    for (const [key, value] of dictionaryAt(root, 'RoleMap')?.entries() ?? [])
      this.#roles.set(key.decodeText(), moved.copier.copy(value))
    return true
  }

  /** A paragraph for every page of an annex, which is all of its content. The pages get the keys that are given back. */
  addAnnex(title: string, pages: readonly PDFRef[]): number[] {
    const part = this.#context.nextRef()
    const keys: number[] = []
    const kids = pages.map((page) => {
      const key = this.nextKey++
      const paragraph = this.#context.register(this.#context.obj({ S: 'P', P: part, Pg: page, K: 0 }))
      this.#parents.set(key, this.#context.obj([paragraph]))
      keys.push(key)
      return paragraph
    })
    this.#context.assign(part, this.#context.obj({ S: 'Part', P: this.#document, K: kids }))
    this.#part(part, title)
    return keys
  }

  /** The root of the tree, written. */
  write(): PDFRef {
    const context = this.#context
    const sorted = [...this.#parents].toSorted(([one], [other]) => one - other)
    const numbers = sorted.flatMap(([key, value]) => [PDFNumber.of(key), value])
    context.assign(this.#document, context.obj({ S: 'Document', P: this.#root, K: this.#parts }))
    const root = context.obj({
      Type: 'StructTreeRoot',
      K: this.#document,
      ParentTree: { Nums: numbers },
      ParentTreeNextKey: this.nextKey,
    })
    if (this.#roles.size > 0) root.set(PDFName.of('RoleMap'), context.obj(Object.fromEntries(this.#roles)))
    if (this.#ids.length > 0)
      root.set(PDFName.of('IDTree'), context.obj({ Kids: [idLeaf(context, this.#ids)] }))
    context.assign(this.#root, root)
    return this.#root
  }

  #part(ref: PDFRef, title: string): void {
    this.#context.lookup(ref, PDFDict).set(PDFName.of('T'), PDFHexString.fromText(title))
    this.#parts.push(ref)
  }

  #addElement(
    from: PDFDict,
    parent: PDFRef,
    moved: Moved,
    prefix: string,
    type = nameAt(from, 'S'),
  ): PDFRef | undefined {
    if (type === undefined) return undefined
    const context = this.#context
    const ref = context.nextRef()
    const element = PDFDict.withContext(context)
    context.assign(ref, element)
    element.set(PDFName.of('S'), PDFName.of(type))
    element.set(PDFName.of('P'), parent)
    const page = moved.pages.get(from.get(PDFName.of('Pg')) as PDFRef)
    if (page !== undefined) element.set(PDFName.of('Pg'), page)
    for (const [key, value] of from.entries())
      if (!structural.has(key.decodeText())) element.set(key, moved.copier.copy(value))
    const id = idOf(entry(from, 'ID'))
    if (id !== undefined) {
      this.#ids.push([prefix + id, ref])
      element.set(PDFName.of('ID'), PDFString.of(prefix + id))
    }
    const attributes = from.get(PDFName.of('A'))
    if (attributes !== undefined)
      element.set(PDFName.of('A'), withHeaders(moved.copier.copy(attributes), context, prefix))
    const kids = entry(from, 'K')
    const written = (kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids]).flatMap(
      (kid) => this.#addKid(kid, from, ref, moved, prefix) ?? [],
    )
    if (written.length > 0)
      element.set(PDFName.of('K'), written.length === 1 ? written[0]! : context.obj(written))
    return ref
  }

  #addKid(
    kid: PDFObject,
    from: PDFDict,
    parent: PDFRef,
    moved: Moved,
    prefix: string,
  ): PDFObject | undefined {
    const value = found(from.context, kid)
    const sequence = asNumber(value)
    const pageOf = (dictionary: PDFDict): PDFRef | undefined =>
      moved.pages.get(dictionary.get(PDFName.of('Pg')) as PDFRef)
    if (sequence !== undefined) {
      this.#own(pageOf(from), sequence, parent)
      return PDFNumber.of(sequence)
    }
    const dictionary = asDictionary(value)
    if (dictionary === undefined) return undefined
    const page = pageOf(dictionary) ?? pageOf(from)
    const mcid = numberAt(dictionary, 'MCID')
    if (mcid !== undefined) {
      const stream = dictionary.get(PDFName.of('Stm'))
      const form = stream instanceof PDFRef ? moved.copier.placeOf(stream) : undefined
      this.#own(form ?? page, mcid, parent)
      return this.#context.obj({
        Type: 'MCR',
        MCID: mcid,
        ...(page && { Pg: page }),
        ...(form && { Stm: form }),
      })
    }
    const object = dictionary.get(PDFName.of('Obj'))
    if (object !== undefined) {
      const annotation = moved.annotations.get(object as PDFRef)
      if (annotation === undefined) return undefined
      const key = this.nextKey++
      this.#context.lookup(annotation, PDFDict).set(PDFName.of('StructParent'), PDFNumber.of(key))
      this.#parents.set(key, parent)
      return this.#context.obj({ Type: 'OBJR', Obj: annotation, ...(page && { Pg: page }) })
    }
    return this.#addElement(dictionary, parent, moved, prefix)
  }

  /** Enters an element for a sequence of a page or form, whose key it has. */
  #own(content: PDFRef | undefined, mcid: number, element: PDFRef): void {
    const value = content && this.#context.lookup(content)
    const dictionary = value instanceof PDFDict ? value : (value as { dict?: PDFDict } | undefined)?.dict
    const key = numberAt(dictionary, 'StructParents')
    if (key === undefined) return
    const owners = (this.#parents.get(key) as PDFArray | undefined) ?? PDFArray.withContext(this.#context)
    while (owners.size() <= mcid) owners.push(this.#context.obj(null))
    owners.set(mcid, element)
    this.#parents.set(key, owners)
  }
}

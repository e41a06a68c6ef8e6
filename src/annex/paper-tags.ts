/** The structure of a paper of ours as it was printed (ISO 32000-2 14.7), made ready to be a part of another tree. */
import type { Copier } from './copy.ts'
import { type Gapped, gappedInside, PartKey, PartName } from './gapped.ts'
import { asDictionary, asNumber, dictionaryAt, entry, found, nameAt, numberAt } from './objects.ts'
import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRef } from './pdf-library.ts'
import type { PDFContext, PDFObject } from './pdf-library.ts'
import { idLeaf, idOf, withHeaders } from './tag-names.ts'
import { parentLeaf } from './tags.ts'

/** Where the pages and annotations of a paper went. */
export interface Moved {
  copier: Copier
  pages: ReadonlyMap<PDFRef, PDFRef>
  annotations: ReadonlyMap<PDFRef, PDFRef>
}

export interface PaperTags {
  /** The element above all others, and its entries but its title. */
  top: PDFRef
  entries: Gapped
  /** What stands for the element that it is put into. */
  above: PDFRef
  /** Leaves of the trees of parents and of names. */
  parents: PDFRef | undefined
  names: PDFRef | undefined
  roles: [name: PDFName, role: PDFName][]
  /** The keys of annotations in the tree of parents. */
  keys: ReadonlyMap<PDFRef, number>
  nextKey: number
}

const structural = new Set(['Type', 'S', 'P', 'Pg', 'K', 'ID', 'A', 'Ref'].map((name) => PDFName.of(name)))
const [roleKey, parentKey, pageKey, kidsKey, idKey, attributesKey] = ['S', 'P', 'Pg', 'K', 'ID', 'A'].map(
  (name) => PDFName.of(name),
) as [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName]

/** The element of a paper that is above all others; nothing where it is not tagged. */
export function documentOf(catalog: PDFDict): PDFDict | undefined {
  const top = entry(dictionaryAt(catalog, 'StructTreeRoot'), 'K')
  const document = asDictionary(top instanceof PDFArray ? found(catalog.context, top.get(0)) : top)
  return nameAt(document, 'S') === undefined ? undefined : document
}

/** Copies the tree below its document, after all that it speaks of. */
export function paperTags(document: PDFDict, catalog: PDFDict, context: PDFContext, moved: Moved): PaperTags {
  const above = context.nextRef()
  const tree = new PaperTree(context, moved)
  const ref = tree.addElement(document, above, 'Part')
  const roles = dictionaryAt(dictionaryAt(catalog, 'StructTreeRoot'), 'RoleMap')?.entries() ?? []
  return {
    top: ref,
    entries: gappedInside(context.lookup(ref, PDFDict)),
    above,
    parents:
      tree.parents.size === 0
        ? undefined
        : context.register(parentLeaf(context, tree.parents, (key) => new PartKey(key))),
    names: tree.names.length === 0 ? undefined : idLeaf(context, tree.names),
    roles: roles.flatMap(([name, role]) => (role instanceof PDFName ? [[name, role]] : [])),
    keys: tree.keys,
    nextKey: tree.nextKey,
  }
}

class PaperTree {
  readonly #context: PDFContext
  readonly #moved: Moved
  readonly parents = new Map<number, PDFObject>()
  readonly names: [id: string, element: PDFRef][] = []
  readonly keys = new Map<PDFRef, number>()
  nextKey: number

  constructor(context: PDFContext, moved: Moved) {
    this.#context = context
    this.#moved = moved
    this.nextKey = moved.copier.nextKey
  }

  addElement(from: PDFDict, parent: PDFRef, role: string): PDFRef {
    const { copier } = this.#moved
    const ref = this.#context.nextRef()
    const element = PDFDict.withContext(this.#context)
    this.#context.assign(ref, element)
    element.set(roleKey, PDFName.of(role))
    element.set(parentKey, parent)
    const page = this.#pageOf(from)
    if (page !== undefined) element.set(pageKey, page)
    for (const [key, value] of from.entries()) if (!structural.has(key)) element.set(key, copier.copy(value))
    const id = idOf(entry(from, 'ID'))
    if (id !== undefined) {
      this.names.push([id, ref])
      element.set(idKey, new PartName(id))
    }
    const attributes = from.get(attributesKey)
    if (attributes !== undefined)
      element.set(attributesKey, withHeaders(copier.copy(attributes), this.#context))
    const kids = entry(from, 'K')
    const written = (kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids]).flatMap(
      (kid) => this.#addKid(kid, from, ref) ?? [],
    )
    if (written.length > 0)
      element.set(kidsKey, written.length === 1 ? written[0]! : this.#context.obj(written))
    return ref
  }

  #pageOf(from: PDFDict): PDFRef | undefined {
    return this.#moved.pages.get(from.get(pageKey) as PDFRef)
  }

  #addKid(kid: PDFObject, from: PDFDict, parent: PDFRef): PDFObject | undefined {
    const value = found(from.context, kid)
    const sequence = asNumber(value)
    if (sequence !== undefined) {
      this.#own(from.get(pageKey), from, sequence, parent)
      return PDFNumber.of(sequence)
    }
    const dictionary = asDictionary(value)
    if (dictionary === undefined) return undefined
    const page = this.#pageOf(dictionary) ?? this.#pageOf(from)
    const mcid = numberAt(dictionary, 'MCID')
    if (mcid !== undefined) {
      const stream = dictionary.get(PDFName.of('Stm'))
      const form = stream instanceof PDFRef ? this.#moved.copier.placeOf(stream) : undefined
      this.#own(
        form === undefined ? (dictionary.get(pageKey) ?? from.get(pageKey)) : stream,
        from,
        mcid,
        parent,
      )
      return this.#context.obj({
        Type: 'MCR',
        MCID: mcid,
        ...(page && { Pg: page }),
        ...(form && { Stm: form }),
      })
    }
    const object = dictionary.get(PDFName.of('Obj'))
    if (object !== undefined) {
      const annotation = this.#moved.annotations.get(object as PDFRef)
      if (annotation === undefined) return undefined
      const key = this.nextKey++
      this.keys.set(annotation, key)
      this.parents.set(key, parent)
      return this.#context.obj({ Type: 'OBJR', Obj: annotation, ...(page && { Pg: page }) })
    }
    const role = nameAt(dictionary, 'S')
    return role === undefined ? undefined : this.addElement(dictionary, parent, role)
  }

  /** Enters an element for a sequence of a page or form, whose key it has. */
  #own(content: PDFObject | undefined, { context }: PDFDict, mcid: number, element: PDFRef): void {
    const value = found(context, content)
    const dictionary = value instanceof PDFDict ? value : (value as { dict?: PDFDict } | undefined)?.dict
    const key = numberAt(dictionary, 'StructParents')
    if (key === undefined) return
    const owners = (this.parents.get(key) as PDFArray | undefined) ?? PDFArray.withContext(this.#context)
    while (owners.size() <= mcid) owners.push(PDFNull)
    owners.set(mcid, element)
    this.parents.set(key, owners)
  }
}

/** The structure of a tagged file: its elements as a tree, read, and written back with a parent tree that agrees. */
import { readArray, readDictionary, referenceOf, writeDictionary } from './dictionary.ts'
import { type PdfFile, pageNumbers } from './pdf-file.ts'

/** A piece of a page: the marked-content sequence of a number on the page of an object number. */
export interface Content {
  page: number
  mcid: number
  /** The object number of the form that it stands in, where it is not in the page's own content. */
  form?: number
}

/** An annotation, such as a link. */
export interface Annotation {
  page: number | undefined
  annotation: number
}

export type Kid = Element | Content | Annotation

export interface Element {
  /** Its object number. */
  number: number
  /** The structure type, such as `P` or `TH`. */
  type: string
  parent: Element | undefined
  kids: Kid[]
  /** What else is said of it, as it is written: Alt, A, ID, Lang … */
  attributes: Map<string, string>
}

export const isElement = (kid: Kid): kid is Element => 'kids' in kid
export const isContent = (kid: Kid): kid is Content => 'mcid' in kid

export interface Structure {
  /** The object number of the root. */
  root: number
  document: Element
  /** The element of a sequence. */
  ownerOf(page: number, mcid: number): Element | undefined
}

/** Reads the tree; nothing where a file has none. */
export function readStructure({ objects, trailer }: PdfFile): Structure | undefined {
  const catalog = objects.get(referenceOf(readDictionary(trailer).get('Root')) ?? NaN)
  const root = referenceOf(catalog && readDictionary(catalog.value).get('StructTreeRoot'))
  const rootValue = root === undefined ? undefined : objects.get(root)?.value
  if (root === undefined || rootValue === undefined) return undefined
  const owners = new Map<number, Map<number, Element>>()

  const readElement = (number: number, parent: Element | undefined): Element | undefined => {
    const value = objects.get(number)?.value
    if (value === undefined) return undefined
    const attributes = readDictionary(value)
    const type = attributes.get('S')?.slice(1)
    if (type === undefined) return undefined
    const page = referenceOf(attributes.get('Pg'))
    const element: Element = { number, type, parent, kids: [], attributes }
    element.kids = readArray(attributes.get('K') ?? '').flatMap((kid) => readKid(kid, page, element))
    for (const key of ['Type', 'S', 'P', 'Pg', 'K']) attributes.delete(key)
    return element
  }
  const own = (page: number, mcid: number, owner: Element): Content => {
    const onPage = owners.get(page) ?? new Map<number, Element>()
    owners.set(page, onPage.set(mcid, owner))
    return { page, mcid }
  }
  const readKid = (kid: string, page: number | undefined, owner: Element): Kid[] => {
    if (kid.startsWith('<<')) {
      const entries = readDictionary(kid)
      const onPage = referenceOf(entries.get('Pg')) ?? page
      const annotation = referenceOf(entries.get('Obj'))
      if (annotation !== undefined) return [{ page: onPage, annotation }]
      const mcid = Number(entries.get('MCID'))
      if (onPage === undefined || !isSequence(mcid)) return []
      const form = referenceOf(entries.get('Stm'))
      return [form === undefined ? own(onPage, mcid, owner) : { page: onPage, mcid, form }]
    }
    const number = referenceOf(kid)
    if (number === undefined)
      return page === undefined || !isSequence(Number(kid)) ? [] : [own(page, Number(kid), owner)]
    return [readElement(number, owner) ?? []].flat()
  }

  const [top] = readArray(readDictionary(rootValue).get('K') ?? '')
  const document = readElement(referenceOf(top) ?? NaN, undefined)
  if (document === undefined) return undefined
  return { root, document, ownerOf: (page, mcid) => owners.get(page)?.get(mcid) }
}

/** Whether a number can be that of a sequence: room is made for all below it. No page has a hundredth as many. */
const isSequence = (mcid: number): boolean => Number.isInteger(mcid) && mcid >= 0 && mcid < 1_000_000

/** Every element of the tree, each before its kids. */
export function* elementsOf(element: Element): Generator<Element> {
  yield element
  for (const kid of element.kids) if (isElement(kid)) yield* elementsOf(kid)
}

/** The element or one above it that is of a type. */
export function within(element: Element | undefined, type: string): Element | undefined {
  for (let at = element; at !== undefined; at = at.parent) if (at.type === type) return at
  return undefined
}

/** The types of ISO 32000-1 14.8.4 that the browser's types stand for. */
const roles = { Strong: 'Span', Em: 'Span', Aside: 'Div', Header: 'Div', Footer: 'Div', Title: 'P' }

/** Writes the elements, and the parent tree made anew from them: whatever moved, both agree. */
export function writeStructure(file: PdfFile, { root, document }: Structure): void {
  const { objects } = file
  /** The elements of the sequences of each page and form. */
  const contents = new Map<number, string[]>()
  const numbers: [key: number, value: string][] = []
  const types = new Set<string>()
  for (const element of elementsOf(document)) {
    types.add(element.type)
    const home = element.kids.find(isContent)?.page
    const kids = element.kids.map((kid) => {
      if (isElement(kid)) return `${kid.number} 0 R`
      if (!isContent(kid)) {
        const key = keyOf(objects.get(kid.annotation)?.value, 'StructParent')
        if (key !== undefined) numbers.push([key, `${element.number} 0 R`])
        return `<</Type /OBJR\n/Obj ${kid.annotation} 0 R${kid.page === undefined ? '' : `\n/Pg ${kid.page} 0 R`}>>`
      }
      const { page, mcid, form } = kid
      const parents = contents.get(form ?? page) ?? []
      parents[mcid] = `${element.number} 0 R`
      contents.set(form ?? page, parents)
      const stream = form === undefined ? '' : `\n/Stm ${form} 0 R`
      return page === home && form === undefined
        ? String(mcid)
        : `<</Type /MCR\n/Pg ${page} 0 R${stream}\n/MCID ${mcid}>>`
    })
    const [only] = kids
    const entries: [string, string][] = [
      ['S', `/${element.type}`],
      ['P', `${element.parent?.number ?? root} 0 R`],
    ]
    if (home !== undefined) entries.push(['Pg', `${home} 0 R`])
    if (only !== undefined) entries.push(['K', kids.length === 1 ? only : `[${kids.join(' ')}]`])
    objects.set(element.number, { value: writeDictionary([...entries, ...element.attributes]) })
  }
  for (const content of new Set([...pageNumbers(file), ...contents.keys()])) {
    const key = keyOf(objects.get(content)?.value, 'StructParents')
    if (key === undefined) continue
    const parents = Array.from(contents.get(content) ?? [], (parent) => parent ?? 'null')
    numbers.push([key, `[${parents.join(' ')}]`])
  }
  const entries = readDictionary(objects.get(root)!.value)
  const tree = referenceOf(entries.get('ParentTree'))
  if (tree === undefined) throw new Error('a structure without a parent tree')
  // The arrays of the browser's tree are objects of their own.
  for (const list of readArray(readDictionary(objects.get(tree)!.value).get('Nums') ?? '')) {
    const number = referenceOf(list)
    if (number !== undefined && objects.get(number)?.value.startsWith('[') === true) objects.delete(number)
  }
  const sorted = numbers.toSorted(([a], [b]) => a - b)
  objects.set(tree, { value: `<</Nums [${sorted.map(([key, value]) => `${key} ${value}`).join('\n')}]>>` })
  entries.set('ParentTreeNextKey', String((sorted.at(-1)?.[0] ?? -1) + 1))
  const mapped = Object.entries(roles).filter(([type]) => types.has(type))
  if (mapped.length > 0) entries.set('RoleMap', writeDictionary(mapped.map(([from, to]) => [from, `/${to}`])))
  objects.set(root, { value: writeDictionary(entries) })
}

function keyOf(value: string | undefined, name: string): number | undefined {
  const key = value === undefined ? undefined : readDictionary(value).get(name)
  return key === undefined ? undefined : Number(key)
}

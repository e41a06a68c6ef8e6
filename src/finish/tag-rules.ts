/**
 * The rules by which Chromium's tags become those of PDF/UA-1 (ISO 14289-1). Each names the condition of the Matterhorn
 * Protocol or of veraPDF's profile that it serves.
 */
import { readDictionary, referenceOf, writeDictionary } from './dictionary.ts'
import { stringValue, textString } from './lexer.ts'
import { addObject, type PdfFile } from './pdf-file.ts'
import { isPicture, type PrintedStructure } from './printed-structure.ts'
import { type Element, elementsOf, isContent, isElement, type Structure } from './structure.ts'
import { fillRows } from './table-rows.ts'

/** Applies every rule. */
export function applyTagRules(file: PdfFile, { document }: Structure, { textOf }: PrintedStructure): void {
  for (const element of elementsOf(document)) {
    pruneEmpty(element)
    openFigure(element)
    fillRows(file, element)
    wrapListBody(file, element)
    nameLanguage(element, textOf)
    nameLink(file, element, textOf)
  }
  titleOutline(file, document, textOf)
}

/** A text node of nothing but borders leaves an element behind, and so does a label that is drawn as a disc. */
function pruneEmpty(element: Element): void {
  element.kids = element.kids.filter((kid) => !isElement(kid) || !isEmptyPart(kid))
}

function isEmptyPart({ type, kids }: Element): boolean {
  return ['NonStruct', 'Lbl'].includes(type) && kids.every((kid) => isElement(kid) && isEmptyPart(kid))
}

/** A figure without an alternative text (UA 7.3-1) that has parts of its own is a section, and its caption a paragraph. */
function openFigure(element: Element): void {
  if (element.type !== 'Figure' || isPicture(element) || element.attributes.has('Alt')) return
  element.type = 'Sect'
  for (const kid of element.kids) if (isElement(kid) && kid.type === 'Caption') kid.type = 'P'
}

/** What is not the label of an item is its body (UA 7.2-20). */
function wrapListBody(file: PdfFile, element: Element): void {
  if (element.type !== 'LI') return
  const isOwn = (kid: Element['kids'][number]): boolean =>
    isElement(kid) && (kid.type === 'Lbl' || kid.type === 'LBody')
  const inner = element.kids.filter((kid) => !isOwn(kid))
  if (inner.length === 0) return
  const body: Element = {
    number: addObject(file, { value: '' }),
    type: 'LBody',
    parent: element,
    kids: inner,
    attributes: new Map(),
  }
  for (const kid of inner) if (isElement(kid)) kid.parent = body
  element.kids = [...element.kids.filter(isOwn), body]
}

/** Latin words in a Persian text are read aloud as English ones (Matterhorn 11-001); the browser drops the language of spans. */
function nameLanguage(element: Element, textOf: (element: Element) => string): void {
  if (element.attributes.has('Lang') || !element.kids.some(isContent)) return
  const text = textOf(element)
  if (/\p{Script=Latin}{2}/u.test(text) && !/\p{Script=Arabic}/u.test(text)) {
    element.attributes.set('Lang', '(en)')
  }
}

/** A link says in words where it leads (UA 7.18.5-2): its text, and its address where that is another one. */
function nameLink({ objects }: PdfFile, element: Element, textOf: (element: Element) => string): void {
  for (const kid of element.kids) {
    if (isElement(kid) || isContent(kid)) continue
    const object = objects.get(kid.annotation)
    if (object === undefined) continue
    const entries = readDictionary(object.value)
    if (entries.has('Contents')) continue
    const action = readDictionary(entries.get('A') ?? '<<>>').get('URI')
    const address = action === undefined ? '' : stringValue(action)
    const text = textOf(element)
    const parts = [text, address].filter((part, n) => part !== '' && (n === 0 || !text.includes(part)))
    entries.set('Contents', textString(parts.join(' – ')))
    objects.set(kid.annotation, { ...object, value: writeDictionary(entries) })
    if (element.type === 'NonStruct') element.type = 'Link'
  }
}

/** Skia writes the titles of the outline in the order of the glyphs on paper. */
function titleOutline({ objects }: PdfFile, document: Element, textOf: (element: Element) => string): void {
  const elements = new Map([...elementsOf(document)].map((element) => [element.number, element]))
  for (const [number, object] of objects) {
    if (!object.value.includes('/SE ')) continue
    const entries = readDictionary(object.value)
    const element = elements.get(referenceOf(entries.get('SE')) ?? NaN)
    const text = element === undefined ? '' : textOf(element)
    if (text === '' || !entries.has('Title')) continue
    entries.set('Title', textString(text))
    objects.set(number, { ...object, value: writeDictionary(entries) })
  }
}

/** The structure of a finished file as lines that a person can read: types, indented, with what they say. */
import { readDictionary, referenceOf } from '../../src/finish/dictionary.ts'
import { stringValue } from '../../src/finish/lexer.ts'
import { pageNumbers, type PdfFile } from '../../src/finish/pdf-file.ts'
import { type CodeTexts, readPage } from '../../src/finish/read-page.ts'
import { type Element, isContent, isElement, readStructure } from '../../src/finish/structure.ts'

export function tagTree(file: PdfFile): string[] {
  const texts = new Map<string, string>()
  const fonts = new Map<number, CodeTexts>()
  for (const page of pageNumbers(file)) {
    for (const { mcid, text } of readPage(file, page, fonts)) {
      const key = `${page} ${mcid}`
      if (mcid !== undefined) texts.set(key, [texts.get(key), text].filter(Boolean).join(' '))
    }
  }
  const lines: string[] = []
  const add = (element: Element, depth: number): void => {
    const { type, kids, attributes } = element
    // A leaf of the browser's says nothing by itself.
    const isLeaf = type === 'NonStruct' && attributes.size === 0
    const said = kids.map((kid) => (isContent(kid) ? (texts.get(`${kid.page} ${kid.mcid}`) ?? '') : ''))
    const alt = attributes.get('Alt')
    const words = [
      type,
      ...(attributes.has('Lang') ? [attributes.get('Lang')!.slice(1, -1)] : []),
      ...(/\/Scope \/(\w+)/.exec(attributes.get('A') ?? '')?.slice(1) ?? []),
      ...(alt === undefined ? [] : [`{${stringValue(alt)}}`]),
      ...kids.flatMap((kid) => ('annotation' in kid ? [`[${contentsOf(file, kid.annotation)}]`] : [])),
      ...said.filter(Boolean),
    ]
    if (!isLeaf || said.some(Boolean))
      lines.push('  '.repeat(depth) + (isLeaf ? words.slice(1) : words).join(' '))
    for (const kid of kids) if (isElement(kid)) add(kid, isLeaf ? depth : depth + 1)
  }
  const structure = readStructure(file)
  if (structure !== undefined) add(structure.document, 0)
  return lines
}

/** The titles of the outline in their order. */
export function outlineTitles(file: PdfFile): string[] {
  return [...file.objects.values()].flatMap(({ value }) => {
    const entries = value.startsWith('<<') ? readDictionary(value) : new Map<string, string>()
    return entries.has('SE') && referenceOf(entries.get('Parent')) !== undefined
      ? [stringValue(entries.get('Title')!)]
      : []
  })
}

const contentsOf = ({ objects }: PdfFile, annotation: number): string =>
  stringValue(readDictionary(objects.get(annotation)!.value).get('Contents') ?? '()')

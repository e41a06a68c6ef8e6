/** The names by which cells point to their heads. */
import { readArray, readDictionary, referenceOf, writeDictionary } from './dictionary.ts'
import type { PdfFile } from './pdf-file.ts'
import { elementsOf, type Structure } from './structure.ts'

/**
 * Chromium numbers them through all that a browser has printed, and not always in the order of the page: here they are
 * numbered in the order of the document, and their tree is made anew.
 */
export function renumberElements({ objects }: PdfFile, { root, document }: Structure): void {
  const names = new Map<string, string>()
  const elements = [...elementsOf(document)].filter(({ attributes }) => attributes.has('ID'))
  const entries: string[] = []
  for (const { attributes, number } of elements) {
    const name = `(node${String(names.size + 1).padStart(8, '0')})`
    names.set(attributes.get('ID')!, name)
    attributes.set('ID', name)
    entries.push(`${name} ${number} 0 R`)
  }
  if (elements.length === 0) return
  for (const { attributes } of elementsOf(document)) {
    const cell = attributes.get('A')
    if (cell?.includes('(node') === true)
      attributes.set(
        'A',
        cell.replaceAll(/\(node\d+\)/g, (name) => names.get(name) ?? name),
      )
  }
  const rootEntries = readDictionary(objects.get(root)!.value)
  const tree = referenceOf(rootEntries.get('IDTree'))
  if (tree === undefined) throw new Error('elements with names, and no tree of them')
  for (const kid of readArray(readDictionary(objects.get(tree)!.value).get('Kids') ?? ''))
    objects.delete(referenceOf(kid) ?? NaN)
  objects.set(tree, { value: writeDictionary([['Names', `[${entries.join('\n')}]`]]) })
}

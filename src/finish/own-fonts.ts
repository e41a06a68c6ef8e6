/**
 * Pages that are to be taken apart get fonts of their own. A font of Skia's has the letters of all pages that are set in it, and
 * so a page by itself would tell of the others.
 */
import { tokenize } from './lexer.ts'
import { addObject, pageNumbers, type PdfFile, streamBytes, withStream } from './pdf-file.ts'
import { cutTrueType, readTrueType } from './truetype.ts'

/** @param groups the group of each page; pages of one group share their fonts with no other */
export function separateFonts(file: PdfFile, groups: readonly number[]): void {
  const pages = pageNumbers(file).map((number, index) => ({ number, group: groups[index] }))
  for (const group of Map.groupBy(pages, (page) => page.group).values()) {
    const codes = new Map<number, Set<number>>()
    for (const { number } of group)
      for (const [font, shown] of shownBy(file, number))
        codes.set(font, (codes.get(font) ?? new Set()).union(shown))
    const own = new Map([...codes].map(([font, shown]) => [font, ownFont(file, font, shown)]))
    for (const { number } of group) {
      const { value } = file.objects.get(number)!
      const named = value.replace(/\/Font <<[^>]*>>/, (fonts) =>
        fonts.replaceAll(/ (\d+) 0 R/g, (_, font: string) => ` ${own.get(Number(font)) ?? font} 0 R`),
      )
      file.objects.set(number, { value: named })
    }
  }
}

/** The codes that a page draws, by the objects of its fonts. */
function shownBy(file: PdfFile, number: number): Map<number, Set<number>> {
  const page = file.objects.get(number)!.value
  const names = new Map(
    [...(/\/Font <<([^>]*)>>/.exec(page)?.[1] ?? '').matchAll(/\/([^\s/]+) (\d+) 0 R/g)].map(
      ([, name = '', font]) => [name, Number(font)],
    ),
  )
  const shown = new Map([...names.values()].map((font) => [font, new Set<number>()]))
  const content = file.objects.get(Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]))
  const stream = (content && streamBytes(content))?.toString('latin1') ?? ''
  let font: number | undefined
  for (const { name, operands } of tokenize(stream)) {
    if (name === 'Tf') font = names.get(operands[0]?.slice(1) ?? '')
    else if (font !== undefined && (name === 'Tj' || name === 'TJ'))
      for (const [, codes = ''] of operands.join(' ').matchAll(/<([0-9A-Fa-f]+)>/g))
        for (let at = 0; at < codes.length; at += 4)
          shown.get(font)!.add(parseInt(codes.slice(at, at + 4), 16))
  }
  return shown
}

/** A copy of a font that has no other outlines; what is not of the kind that Skia makes of a static TrueType file stays. */
function ownFont(file: PdfFile, number: number, codes: ReadonlySet<number>): number {
  const at = (value: string, key: string): number =>
    Number(new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(value)?.[1])
  const copied = (value: string, key: string, to: number): string =>
    value.replace(new RegExp(`(/${key} \\[?)\\d+ 0 R`), `$1${to} 0 R`)
  const { objects } = file
  const font = objects.get(number)?.value ?? ''
  const [descendant, map] = [at(font, 'DescendantFonts'), at(font, 'ToUnicode')]
  const cid = objects.get(descendant)?.value ?? ''
  const descriptor = objects.get(at(cid, 'FontDescriptor'))?.value ?? ''
  const program = objects.get(at(descriptor, 'FontFile2'))
  const bytes = program && streamBytes(program)
  const outlines = bytes && readTrueType(bytes)
  const toUnicode = objects.get(map)
  if (program === undefined || outlines === undefined || toUnicode === undefined) return number
  const cut = withStream(program, cutTrueType(outlines, codes))
  const files = addObject(file, cut)
  const descriptors = addObject(file, { value: copied(descriptor, 'FontFile2', files) })
  const descendants = addObject(file, { value: copied(cid, 'FontDescriptor', descriptors) })
  const own = copied(
    copied(font, 'DescendantFonts', descendants),
    'ToUnicode',
    addObject(file, { ...toUnicode }),
  )
  return addObject(file, { value: own })
}

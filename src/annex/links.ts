/** Links written anew, with nothing of what they brought but how they look. */
import type { Link } from './annotations.ts'
import { destinationArray } from './destinations.ts'
import { numbersAt, textAt } from './objects.ts'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from './pdf-library.ts'
import type { PDFContext, PDFRef } from './pdf-library.ts'

/** The annotation of a link on a page; `pages` are those that its destination counts. */
export function linkAnnotation(
  context: PDFContext,
  { from, rect, quads, to }: Link,
  pages: readonly PDFRef[],
): PDFDict {
  const link = PDFDict.withContext(context)
  const numbers = (values: readonly number[]): PDFArray => {
    const array = PDFArray.withContext(context)
    for (const value of values) array.push(PDFNumber.of(Number(value.toFixed(3))))
    return array
  }
  const border = numbersAt(from, 'Border')
  link.set(PDFName.of('Type'), PDFName.of('Annot'))
  link.set(PDFName.of('Subtype'), PDFName.of('Link'))
  link.set(PDFName.of('Rect'), numbers([rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]))
  link.set(PDFName.of('F'), PDFNumber.of(4))
  link.set(PDFName.of('Border'), numbers(border.length === 3 ? border : [0, 0, 0]))
  if (quads.length > 0) link.set(PDFName.of('QuadPoints'), numbers(quads))
  const says = textAt(from, 'Contents')
  if (says !== undefined) link.set(PDFName.of('Contents'), PDFHexString.fromText(says))
  if ('page' in to) link.set(PDFName.of('Dest'), destinationArray(context, pages[to.page]!, to))
  else link.set(PDFName.of('A'), context.obj({ S: 'URI', URI: literal(to.uri) }))
  return link
}

/** An address as a string in parentheses; what is not ASCII in it is written in its escapes. */
function literal(uri: string): PDFString {
  const ascii = uri.replaceAll(/[^\u0021-\u007e]+/g, encodeURIComponent)
  return PDFString.of(ascii.replaceAll(/[\\()]/g, (sign) => `\\${sign}`))
}

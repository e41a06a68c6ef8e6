import { PrintFailure } from './failure.ts'
import { facesOf, type FontFace } from './font-face.ts'
import { drawsBox, fontCharacters, pdfFonts } from './pdf.ts'

const namedCharacters = 10
/** Characters that no font has to draw: controls, joiners, direction marks, variation selectors, spaces. */
const undrawn = /[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/**
 * Refuses a PDF in which text is drawn by a font that is not the document's own, or as the box of a missing
 * character. What is drawn is read from the PDF, so that margin boxes, generated content and SVG count too.
 * @param shown gives the document's text and style sheets; it is asked only when a box was drawn
 * @throws PrintFailure print/missing-glyph; `characters` as U+XXXX, `font` the stranger's name or empty for a box
 */
export async function checkGlyphs(
  { html, pdf, text }: { html: string; pdf: Uint8Array; text: string },
  shown: () => Promise<string>,
): Promise<void> {
  const faces = facesOf(html)
  const own = new Set(faces.flatMap(({ names }) => names))
  const strangers = pdfFonts(text).filter(({ name }) => !own.has(name))
  const box = drawsBox(pdf, text)
  if (strangers.length === 0 && !box) return

  const characters = new Set(strangers.flatMap((font) => fontCharacters(pdf, text, font)).map(typedLetter))
  if (box) for (const character of lacking(await shown(), faces)) characters.add(character)
  const named = [...characters].filter((character) => !undrawn.test(character))
  // A space alone can come from another font without anything to see.
  if (!box && characters.size > 0 && named.length === 0) return
  throw new PrintFailure('print/missing-glyph', {
    characters: named.slice(0, namedCharacters).map(codePointName).join(' '),
    font: [...new Set(strangers.map(({ name }) => name))].join(', '),
  })
}

/** A joined shape of an Arabic letter, which a PDF may map to, as the letter that was typed. */
function typedLetter(character: string): string {
  return /[\uFB50-\uFDFF\uFE70-\uFEFC]/.test(character) ? character.normalize('NFKC') : character
}

function lacking(shown: string, faces: FontFace[]): Set<string> {
  return new Set(
    [...shown].filter((character) => {
      const codePoint = character.codePointAt(0) ?? 0
      return !undrawn.test(character) && !faces.some((face) => face.has(codePoint))
    }),
  )
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

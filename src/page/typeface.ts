/** The one family a page is set in, and its files. */
import type { Settings } from '../model/settings.ts'
import { cssString } from './escape.ts'

export interface Typeface {
  family: string
  /** Weight → base64 of a WOFF2: `Regular`, `Medium`, `Bold`. */
  files: Record<string, string>
}

/** Files of the office's own font stand under this name, whatever their family is called. */
export const ownFont = 'own'

const weights: Record<string, number> = { Regular: 400, Medium: 500, Bold: 700 }

/**
 * The family the settings ask for, Vazirmatn unless they do. Parastoo needs no other size: its ا is 0.75 em high
 * against 0.67, its د 0.48 against 0.47. It has no medium weight; what is set in one is regular with it.
 * @param fonts base64 by file name, `Family-Weight.woff2`
 */
export function typeface(font: Settings['font'], fonts: Record<string, string>): Typeface {
  const own = font !== undefined && font.family === undefined
  const shipped = font?.family === 'parastoo' ? 'Parastoo' : 'Vazirmatn'
  const files = filesOf(own ? ownFont : shipped, fonts)
  if (own) return { family: font.name ?? 'Office', files }
  return { family: shipped, files }
}

function filesOf(name: string, fonts: Record<string, string>): Record<string, string> {
  const files = Object.entries(fonts).flatMap(([file, data]): [string, string][] => {
    const [, family, weight = ''] = /^(.*)-([A-Za-z]+)\.woff2$/.exec(file) ?? []
    return family === name ? [[weight, data]] : []
  })
  // They come in the order in which the disk gave them; the same page is to be the same text.
  return Object.fromEntries(files.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** The rules that make the family known, and the variable every style takes its name from. */
export function faceRules({ family, files }: Typeface): string {
  // In quotes it is a name even where it is a word of CSS, such as serif.
  const name = /^(?:Vazirmatn|Parastoo)$/.test(family) ? family : cssString(family)
  const rules = Object.entries(files).map(([weight, data]) => {
    if (weights[weight] === undefined) throw new Error(`unknown weight of font file ${family}-${weight}`)
    if (!/^[A-Za-z0-9+/=]+$/.test(data)) throw new Error(`font ${family}-${weight} is not base64`)
    return `@font-face{font-family:${name};font-weight:${weights[weight]};src:url(data:font/woff2;base64,${data}) format("woff2")}`
  })
  return [...rules, `:root{--font:${name}}`].join('\n')
}

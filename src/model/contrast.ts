/**
 * Contrast of a colour on white paper, by WCAG 2.2 («relative luminance» and «contrast ratio»,
 * https://www.w3.org/TR/WCAG22/#dfn-relative-luminance): L = 0.2126 R + 0.7152 G + 0.0722 B with each channel c of
 * sRGB made linear, c / 12.92 up to 0.04045 and ((c + 0.055) / 1.055)^2.4 above; ratio = (1 + 0.05) / (L + 0.05).
 */

/** What level AA asks for text of ordinary size. */
export const leastContrast = 4.5

/** @param colour #rrggbb */
export function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(linear)
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/** The lightest colour of the same hue, not lighter than the given one, that passes on white. */
export function darkEnough(colour: string): string {
  const own = channels(colour)
  for (let step = 255; step > 0; step--) {
    const darker = hex(own.map((channel) => Math.round((channel * step) / 255)))
    if (contrastOnWhite(darker) >= leastContrast) return darker
  }
  return '#000000'
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

const hex = (all: number[]): string => `#${all.map((one) => one.toString(16).padStart(2, '0')).join('')}`

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

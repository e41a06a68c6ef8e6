/** Names of people and bodies as names of files, good on every system. */

const longest = 60
/** Windows keeps these for devices, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Letters, digits and half-spaces of any script; everything between them is one hyphen. Never empty. */
export function safeName(text: string): string {
  const name = cut(
    text
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, '-')
      .replace(/[-\u200c]*-[-\u200c]*/g, '-'),
  ).replace(/^[-\u200c]+|[-\u200c]+$/g, '')
  if (name === '') return '-'
  return reserved.test(name) ? `${name}-` : name
}

/** Not in the middle of a character. */
function cut(text: string): string {
  const short = text.slice(0, longest)
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short
}

/** Names of people, bodies and meeting files as names of files and folders, good on every system. */
import { createHash } from 'node:crypto'
import { isDeviceName } from '../model/device-name.ts'

const longest = 60

/** Letters, digits and half-spaces of any script; everything between them is one hyphen. Never empty. */
export function safeName(text: string): string {
  const name = cut(
    text
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, '-')
      .replace(/[-\u200c]*-[-\u200c]*/g, '-'),
  ).replace(/^[-\u200c]+|[-\u200c]+$/g, '')
  if (name === '') return '-'
  return isDeviceName(name) ? `${name}-` : name
}

/** Of 255 that file systems allow. */
const mostBytes = 180
/** Separators and wildcards of some system, and what cannot be seen or turns the direction. */
const unsafe = /["*/:<>?\\|\p{Cc}\p{Cs}\u200b\u200d-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu

/**
 * The name of a meeting file as that of the folder of its papers: the same where it is good, else what is good of it, with
 * a number by which it is told from others that come to the same.
 */
export function folderName(text: string): string {
  const name = text.normalize('NFC')
  const bare = name.replace(unsafe, '-').replace(/^[-. \u200c]+|[. \u200c]+$/g, '')
  const isDevice = isDeviceName(bare)
  if (bare === name && !isDevice && Buffer.byteLength(bare) <= mostBytes) return name
  const clean = isDevice ? bare.replaceAll('.', '-') : bare
  const number = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return [withinBytes(clean, mostBytes - number.length - 1), number].filter(Boolean).join('-')
}

function withinBytes(text: string, most: number): string {
  let bytes = 0
  const kept = [...text].filter((character) => (bytes += Buffer.byteLength(character)) <= most)
  return kept.join('')
}

/** Not in the middle of a character. */
function cut(text: string): string {
  const short = text.slice(0, longest)
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short
}

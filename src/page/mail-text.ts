/** Texts of a mail, in markup that mail programs keep and in lines that steer themselves. */
import { directionRuns } from '../persian/bidi.ts'
import { RLM, LRM } from '../persian/invisible.ts'
import { escapeMarkup } from './escape.ts'
import { isUnbroken } from './isolate.ts'

/** A run of Persian in a line of Latin letters, with the quotation marks of its own language. */
const persianRun =
  /«?\p{Script=Arabic}(?:[\p{Script=Arabic}\p{M}\p{P}\p{N}\s\u200c]*[\p{Script=Arabic}\p{M}])?»?/gu

/** Escaped text whose runs of foreign direction are told apart by `span`: Gmail and Outlook know no `bdi`. */
export function isolateInMail(text: string, dir: 'rtl' | 'ltr'): string {
  if (dir === 'ltr') return isolatedPersian(text)
  return directionRuns(text)
    .map(({ text: run, dir: own, kind }) => {
      if (own === null) return escapeMarkup(run)
      const style = isUnbroken(run, kind) ? ' style="white-space:nowrap"' : ''
      return `<span dir="${own}"${style}>${escapeMarkup(run)}</span>`
    })
    .join('')
}

function isolatedPersian(text: string): string {
  let at = 0
  let markup = ''
  for (const { 0: run, index } of text.matchAll(persianRun)) {
    markup += `${escapeMarkup(text.slice(at, index))}<span dir="rtl">${escapeMarkup(run)}</span>`
    at = index + run.length
  }
  return markup + escapeMarkup(text.slice(at))
}

/** One line of plain text, without controls and what would steer more than itself. */
export const plainLine = (text: string): string =>
  text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()

/**
 * Each line takes its direction from its first letter. One that begins with a number or with letters of the other
 * direction gets a mark before them. Blank lines are single, and none is at the ends.
 */
export function steerLines(text: string, dir: 'rtl' | 'ltr'): string {
  // A line of the other direction alone, such as an address to be fetched from, is best left as it is.
  // What is skipped ends at what is looked for: a line is gone through once, however long it is.
  const stray =
    dir === 'rtl'
      ? /^[^\p{L}\p{N}]*[\p{N}\p{Script=Latin}].*\p{Script=Arabic}/u
      : /^[^\p{L}\p{Script=Arabic}]*\p{Script=Arabic}.*\p{Script=Latin}/u
  const mark = dir === 'rtl' ? RLM : LRM
  return `${text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .map((line) => (stray.test(line) ? `${mark}${line}` : line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

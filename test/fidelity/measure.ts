/** How much of the text an engine gives back. */

/** Characters that are not seen and not searched for count as nothing; the half-space is a letter here. */
const ignorable = /(?!\u200c)[\p{Cf}\u034f]/gu

export interface Score {
  /** Words of the truth that the engine gives exactly, each as often as it stands on the page; of all, in percent. */
  words: number
  /** Printed lines that the engine gives whole and in order, in percent. */
  lines: number
}

export function normalize(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(ignorable, '')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
}

export function wordsOf(text: string): string[] {
  return normalize(text).split(' ').filter(Boolean)
}

/** What is missing on the pages: words, and lines. */
export function missing(truth: string[][], pages: string[]): { words: string[]; lines: string[] } {
  const words: string[] = []
  const lines: string[] = []
  for (const [n, pageLines] of truth.entries()) {
    const page = normalize(pages[n] ?? '')
    const counts = new Map<string, number>()
    for (const word of page.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const line of pageLines) {
      for (const word of wordsOf(line)) {
        const count = counts.get(word) ?? 0
        if (count === 0) words.push(word)
        else counts.set(word, count - 1)
      }
      const whole = normalize(line)
      if (whole !== '' && !` ${page} `.includes(` ${whole} `)) lines.push(whole)
    }
  }
  return { words, lines }
}

export function score(truth: string[][], pages: string[]): Score {
  const lost = missing(truth, pages)
  const lines = truth.flat().filter((line) => normalize(line) !== '')
  const words = lines.flatMap(wordsOf)
  const share = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * (whole - part)) / whole)
  return { words: share(lost.words.length, words.length), lines: share(lost.lines.length, lines.length) }
}

const inline = /^(?:a|abbr|b|bdi|bdo|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|tspan|u|wbr)$/i
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The text of an HTML document: the tags of blocks part words, those of phrases do not. */
export function htmlText(html: string): string {
  return html
    .replaceAll(/<(style|script|head)\b[^]*?<\/\1>/gi, ' ')
    .replaceAll(/<!--[^]*?-->|<![^>]*>/g, '')
    .replaceAll(/<\/?([a-z][\w-]*)\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi, (_, tag: string) =>
      inline.test(tag) ? '' : ' ',
    )
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name = '') => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16))
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      return entities[name as string] ?? all
    })
}

/** The lines that are not in the document's own text, but for spaces: made by style sheets, or read wrongly. */
export function foreignLines(truth: string[][], html: string): string[] {
  const squeeze = (text: string): string => normalize(text).replaceAll(/[ \u200c]/g, '')
  const text = squeeze(htmlText(html))
  return truth.flat().filter((line) => !text.includes(squeeze(line)))
}

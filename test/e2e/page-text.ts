/** The text of a kept page in reading order, for a person to read: a block a line, a row of a table a line of cells. */

export interface Heading {
  level: number
  title: string
}

interface Cell {
  text: string
  optional: boolean
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const blocks =
  /^(?:h[1-6]|p|li|ul|ol|div|dl|dd|section|header|footer|nav|figure|figcaption|table|blockquote|main)$/

/** No entities, one kind of space, no marks of direction; a half-space is part of a word and stays. */
function plain(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16))
    })
    .replace(/[\u200e\u200f\u2060-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
}

/** What is drawn of a page: not the contents of a paper too short to print them, a chart by its words, and what closes
 * a paper after the table whose last row it is for the sake of page breaks. */
function drawn(html: string): string {
  return html
    .slice(html.indexOf('<main>'), html.indexOf('</main>'))
    .replace(/<nav class="contents"[^]*?<\/nav>/g, (nav) => (/class="at">[^<]/.test(nav) ? nav : ''))
    .replace(/<svg[^>]* narrow"[^]*?<\/svg>/g, '')
    .replace(/<svg[^]*?<\/svg>/g, (svg) => {
      const said = ['title', 'desc'].map((tag) => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(svg)?.[1] ?? '')
      return ` [${said.filter((words) => words !== '').join(' — ')}] `
    })
    .replace(/<tr class="end"[^>]*><td[^>]*>([^]*?)<\/td><\/tr>([^]*?<\/table>)/, '$2$1')
    .replace(/<span class="blank"><\/span>/g, ' ____ ')
}

/** A column that no row fills is not printed where its form says so. */
function rowsOf(table: Cell[][]): string[] {
  const [head = []] = table
  const kept = head.map(
    ({ optional }, column) => !optional || table.slice(1).some((row) => (row[column]?.text ?? '') !== ''),
  )
  return table.map((row) =>
    row
      .flatMap(({ text }, column) => (row.length === 1 || kept[column] ? [text] : []))
      .join(' | ')
      .trimEnd(),
  )
}

export function linesOf(html: string): string[] {
  const found: string[] = []
  let text = ''
  let mark = ''
  let table: Cell[][] | undefined
  const flush = (): void => {
    const line = plain(text).trim()
    text = ''
    if (line === '') return
    // The number of a row goes before what it numbers.
    if (/^- [۰-۹]+$/.test(found.at(-1) ?? '')) found.push(`${found.pop()} ${line}`)
    else found.push(`${mark}${line}`)
  }
  for (const [, before = '', closing = '', tag = '', attributes = ''] of drawn(html).matchAll(
    /([^<]*)<(\/?)(\w+)([^>]*)>/g,
  )) {
    text += before
    const opens = closing === ''
    if (table !== undefined) {
      if (tag === 'tr' && opens) table.push([])
      else if (/^t[hd]$/.test(tag) && opens) {
        text = ''
        table.at(-1)?.push({ text: '', optional: /\bopt-/.test(attributes) })
      } else if (/^t[hd]$/.test(tag)) {
        const cell = table.at(-1)?.at(-1)
        if (cell !== undefined) cell.text = plain(text).trim()
        text = ''
      } else if (tag === 'table') {
        found.push(...rowsOf(table))
        table = undefined
        text = ''
      } else if (blocks.test(tag)) text += ' '
      continue
    }
    if (tag === 'table') {
      flush()
      table = []
    } else if (tag === 'dt') {
      if (opens) flush()
      else text = `${text.replace(/[\s:]+$/, '')}: `
    } else if (tag === 'dd') {
      if (!opens) flush()
    } else if (tag === 'br') {
      flush()
    } else if (tag === 'span') {
      text += ' '
    } else if (blocks.test(tag)) {
      flush()
      const level = /^h([1-6])$/.exec(tag)?.[1]
      mark = level !== undefined && opens ? `${'#'.repeat(Number(level))} ` : ''
      if (tag === 'li' && opens) mark = '- '
    }
  }
  return found
}

/** With an empty line above every heading of a section. */
export const textOf = (html: string): string =>
  `${linesOf(html)
    .map((line) => (/^##? /.test(line) ? `\n${line}` : line))
    .join('\n')
    .trim()}\n`

export function headingsOf(html: string): Heading[] {
  return linesOf(html).flatMap((line) => {
    const [, marks, title] = /^(#+) (.*)$/.exec(line) ?? []
    return marks === undefined || title === undefined ? [] : [{ level: marks.length, title }]
  })
}

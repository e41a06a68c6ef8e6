/**
 * What a table needs besides its look, given to every table of every template: header cells say what they head, and
 * each cell carries the title of its column, which stands before it where a phone sets the cells under one another.
 */
export function labelCells(html: string): string {
  return html.replaceAll(/<table\b[^>]*>[^]*?<\/table>/g, (table) => {
    const end = table.indexOf('</thead>')
    if (end === -1) return table
    const head = table.slice(0, end)
    const titles = [...head.matchAll(/<th\b[^>]*>([^]*?)<\/th>/g)].flatMap(([cell, text = '']) =>
      Array.from({ length: span(cell) }, () => plain(text)),
    )
    const rows = table.slice(end).replaceAll(/<tr\b[^>]*>[^]*?<\/tr>/g, (row) => labelled(row, titles))
    return head.replaceAll(/<th\b(?![^>]*\bscope=)/g, '<th scope="col"') + rows
  })
}

/**
 * What closes a paper stands in the last row of the table before it, with the note of that table: only inside of a
 * table does Chromium go back to an earlier page break, so that a signature has some of its rows with it. Those who
 * hear the page are told it after the table, as if it stood there.
 */
export function joinClosing(html: string): string {
  return html.replace(
    /<\/tbody>\s*<\/table>((?:<p class="quiet note">(?:(?!<\/p>)[^])*<\/p>)?)\s*<\/section>\s*(<(?:section|div) class="closing">(?:(?!<section)[^])*)$/,
    (_, note: string, closing: string, index: number) => {
      const head = html.slice(html.lastIndexOf('<thead', index), index)
      const columns = head.slice(0, head.indexOf('</thead>')).match(/<th\b/g)?.length ?? 1
      const row = `<tr class="end" role="presentation"><td role="presentation" colspan="${columns}"><div id="closing">${note}${closing.trim()}</div></td></tr>`
      return `${row}\n</tbody></table><div aria-owns="closing"></div></section>`
    },
  )
}

function labelled(row: string, titles: string[]): string {
  let column = 0
  return row.replaceAll(/<t([dh])\b[^>]*>/g, (cell, kind: string) => {
    const title = titles[column] ?? ''
    column += span(cell)
    return kind === 'd' && title !== '' ? cell.replace('<td', `<td data-title="${title}"`) : cell
  })
}

const span = (cell: string): number => Number(/\bcolspan="(\d+)"/.exec(cell)?.[1] ?? 1)

/** The text of a title; it is escaped already. */
const plain = (markup: string): string => markup.replaceAll(/<[^>]*>/g, '').trim()

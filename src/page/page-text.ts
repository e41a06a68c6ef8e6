import { unescapeMarkup } from './escape.ts'

/** The text that a page of ours is written with, without what only describes a chart to those who hear it. */
export function pageText(page: string): string {
  const main = page.slice(page.indexOf('<main>'), page.lastIndexOf('</main>'))
  return unescapeMarkup(main.replaceAll(/<(title|desc)\b[^>]*>[^<]*<\/\1>/g, '').replaceAll(/<[^>]*>/g, ''))
}

import { unescapeMarkup } from './escape.ts'

/** What is only for those who hear a chart, and charts for the screen of a phone. */
const unprinted =
  /<(title|desc)\b[^<>]*>[^<]*<\/\1>|<svg\b[^<>]*class="[^"<>]*\bnarrow\b(?:(?!<svg\b)[^])*?<\/svg>/g
/** What does not end a line, nor a word. */
const inline = /<\/?(?:a|b|bdi|em|i|small|span|strong|sub|sup|tspan|wbr)\b[^<>]*>/g

/** The text that a page of ours is written with and is to be printed: a line for each run of it between other elements. */
export function pageText(page: string): string {
  const main = page.slice(page.indexOf('<main>'), page.lastIndexOf('</main>'))
  return unescapeMarkup(
    main
      .replaceAll(/\s+/g, ' ')
      .replaceAll(unprinted, '')
      .replaceAll(inline, '')
      .replaceAll(/(?:\s*<[^<>]*>)+\s*/g, '\n')
      .trim(),
  )
}

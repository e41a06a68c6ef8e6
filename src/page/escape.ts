const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes text for HTML and SVG, in content and in quoted attributes. Control characters, which no font
 * can show and an HTML parser would turn into others, are left out; tab and line end stay. */
export function escapeMarkup(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}]/gu, '').replace(/[&<>"']/g, (c) => entities[c] ?? c)
}

/** The text that was escaped. */
export const unescapeMarkup = (markup: string): string =>
  Object.entries(entities).reduceRight(
    (text, [character, entity]) => text.replaceAll(entity, character),
    markup,
  )

/** A quoted CSS string that cannot leave its quotes nor the style element. */
export function cssString(text: string): string {
  return `"${text.replace(/[\p{Cc}"\\<>&]/gu, (c) => (/\p{Cc}/u.test(c) ? ' ' : `\\${c.codePointAt(0)?.toString(16)} `))}"`
}

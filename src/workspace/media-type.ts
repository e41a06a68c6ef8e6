/** What a file is by its first bytes, never by its name. '' for anything else. */
export function mediaType(head: Buffer): string {
  const latin = head.toString('latin1')
  if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (latin.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return 'image/webp'
  if (latin.startsWith('%PDF-')) return 'application/pdf'
  if (latin.startsWith('wOF2')) return 'font/woff2'
  const text = head.toString('utf8').replace(/^\ufeff/, '')
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<svg[\s>]/.test(text) ? 'image/svg+xml' : ''
}

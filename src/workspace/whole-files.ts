/**
 * Whether a picture or a font is all there. The first bytes tell what a file claims to be; a copy cut short or taken
 * from the wrong edition is found by its end, its own count of bytes and the kind of its outlines.
 */

/** By the mark that ends each format of pixels. */
export function isWholeImage(type: string, bytes: Buffer): boolean {
  // Some programs leave a few bytes after the end.
  const end = bytes.subarray(-64).toString('latin1')
  switch (type) {
    case 'image/png':
      return end.includes('IEND\xae\x42\x60\x82')
    case 'image/jpeg':
      return end.includes('\xff\xd9')
    default:
      return bytes.length >= 12 && bytes.length >= bytes.readUInt32LE(4) + 8
  }
}

/** What is wrong with a WOFF2, as the code of its fault. */
export function fontTrouble(bytes: Buffer): 'file/not-font' | 'file/font-outlines' | undefined {
  if (bytes.length < 48 || bytes.readUInt32BE(8) !== bytes.length) return 'file/not-font'
  // TrueType outlines; others end up in a PDF as drawings without letters.
  const flavour = bytes.readUInt32BE(4)
  return flavour === 0x00010000 || flavour === 0x74727565 ? undefined : 'file/font-outlines'
}

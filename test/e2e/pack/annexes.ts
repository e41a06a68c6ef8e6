/** Annexes as offices send them: each of another kind, each with something that a pack must not take over as it is. */
import { deflateSync } from 'node:zlib'
import { rawPages, stream } from '../../annex/raw-pdf.ts'
import { pngChunk } from '../../annex/raw-png.ts'

/** What may never be found in a pack. */
export const canary = 'canary'

const link = (rect: string, action: string): string =>
  `<</Type/Annot/Subtype/Link/Rect[${rect}]/Border[0 0 0]${action}>>`
const word = (text: string, x: number, y: number): string => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET\n`
/** A line round the page that stays on it. */
const border = (x: number, y: number, width: number, height: number): string =>
  `1 w ${x + 0.5} ${y + 0.5} ${width - 1} ${height - 1} re S\n`

/**
 * Three portrait pages with links that lead within, to the web and where no link may, a filled field, actions of every kind and
 * an outline of two levels.
 */
export function formPdf(): Uint8Array {
  const first = border(0, 0, 595, 842) + word('form first', 60, 780) + word('field:', 60, 400)
  const page = (n: string): string => border(0, 0, 595, 842) + word(`form ${n}`, 60, 780)
  const script = `<</S/JavaScript/JS(${canary} script)>>`
  return rawPages(
    [
      {
        content: first,
        entries: `/AA<</O ${script}>>/Annots[${Array.from({ length: 7 }, (_, n) => `${10 + n} 0 R`).join(' ')}]`,
      },
      { content: page('second') },
      { content: page('third') },
    ],
    `/OpenAction ${script}/Names<</JavaScript<</Names[(a) ${script}]>>>>/AcroForm<</Fields[16 0 R]>>/Outlines 18 0 R`,
    [
      link('60 600 200 620', '/Dest[6 0 R/XYZ 0 790 null]'),
      link('60 570 200 590', '/A<</S/URI/URI(https://example.org/table)>>'),
      link('60 540 200 560', `/A<</S/URI/URI(javascript:${canary})>>`),
      link('60 510 200 530', `/A<</S/Launch/F(${canary}.exe)>>`),
      link('60 480 200 500', `/A<</S/URI/URI(file:///${canary})>>`),
      link('60 450 200 470', '/A<</S/GoTo/D[8 0 R/XYZ 0 400 null]>>'),
      `<</Type/Annot/Subtype/Widget/FT/Tx/T(${canary} name)/V(filled)/Rect[120 390 320 410]/AA<</K ${script}>>/AP<</N 17 0 R>>>>`,
      stream(
        'BT /F 12 Tf 2 6 Td (filled) Tj ET',
        '/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F 3 0 R>>>>',
      ),
      '<</Type/Outlines/First 19 0 R/Last 20 0 R>>',
      '<</Title(Form one)/Parent 18 0 R/Next 20 0 R/Dest[4 0 R/XYZ 0 800 null]/First 21 0 R/Last 21 0 R>>',
      '<</Title(Form three)/Parent 18 0 R/Prev 19 0 R/Dest[8 0 R/XYZ 0 800 null]>>',
      '<</Title(Form two)/Parent 19 0 R/Dest[6 0 R/XYZ 0 800 null]>>',
    ],
  )
}

/** The pages of the plans as they are seen, in points. */
export const planSizes = [
  [842, 595],
  [842, 595],
  [300, 200],
  [260, 420],
  [1684, 1191],
] as const

/** Landscape, turned, cropped, cropped and turned, and A2: with the words of each at its corners, and its table of objects broken. */
export function plansPdf(): Uint8Array {
  const corners = (x: number, y: number, width: number, height: number): string =>
    border(x, y, width, height) + word('plan low', x + 2, y + 3) + word('plan high', x + 2, y + height - 11)
  const file = rawPages(
    [
      { entries: '/MediaBox[0 0 842 595]', content: corners(0, 0, 842, 595) },
      { entries: '/Rotate 90', content: corners(0, 0, 595, 842) },
      { entries: '/CropBox[50 40 350 240]', content: border(0, 0, 595, 842) + corners(50, 40, 300, 200) },
      { entries: '/CropBox[100 100 520 360]/Rotate 270', content: corners(100, 100, 420, 260) },
      { entries: '/MediaBox[-20 -20 1664 1171]', content: corners(-20, -20, 1684, 1191) },
    ],
    '/Outlines 14 0 R',
    [
      '<</Type/Outlines/First 15 0 R/Last 15 0 R>>',
      '<</Title(Plan of the road)/Parent 14 0 R/Dest[12 0 R/Fit]>>',
    ],
  )
  return Buffer.from(file.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')
}

/** Eight by eight grey pixels. */
export const photoJpeg = (): Uint8Array =>
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABUQAQEAAAAAAAAAAAAAAAAAAAAS/9oACAEBAAA/ADbf/9k=',
    'base64',
  )

/** Colours that fade to nothing from left to right. */
export function chartPng(width = 320, height = 200): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 4))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 4) + 1 + x * 4
      rows.set([20, 80 + (y % 100), 92, 255 - Math.floor((x * 255) / width)], at)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6], 8)
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

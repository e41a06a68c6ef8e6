/** What the tests read of a PDF, with readers that are not ours. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Annex, annexLimits, type AnnexLimits } from '../../src/annex/annex.ts'
import { isRefused, readAnnex } from '../../src/annex/read-annex.ts'

export async function withPdf<T>(pdf: Uint8Array, use: (file: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}

export interface Word {
  text: string
  /** Of its beginning, in points from the lower left of the page. */
  x: number
  y: number
  /** How large it is, and where it runs: 0 to the right, 90 upwards, -90 downwards. */
  size: number
  angle: number
}

export interface SeenPage {
  width: number
  height: number
  words: Word[]
  links: { url?: string; page?: number; top?: number | null; rect: number[] }[]
  label: string
}

/** Every page as pdf.js sees it. */
export function seen(pdf: Uint8Array): Promise<SeenPage[]> {
  return withPdf(pdf, async (file) => {
    const labels = await file.getPageLabels()
    const pages: SeenPage[] = []
    for (let n = 1; n <= file.numPages; n++) {
      const page = await file.getPage(n)
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const { items } = await page.getTextContent()
      const words = items.flatMap((item): Word[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [a, b, c, d, x, y] = item.transform as [number, number, number, number, number, number]
        const angle = Math.round((Math.atan2(b, a) * 180) / Math.PI)
        return [{ text: item.str, x: round(x), y: round(y), size: round(Math.hypot(c, d)), angle }]
      })
      const links: SeenPage['links'] = []
      for (const { subtype, url, dest, rect } of await page.getAnnotations()) {
        if (subtype !== 'Link') throw new Error(`an annotation that is no link: ${subtype}`)
        const target = dest as [ref: never, kind: unknown, x: number, top: number | null] | null
        links.push({
          rect: rect.map(round),
          ...(url !== undefined && { url }),
          ...(target && { page: await file.getPageIndex(target[0]), top: target[3] ?? null }),
        })
      }
      pages.push({
        width: round(right - left),
        height: round(top - bottom),
        words,
        links,
        label: labels?.[n - 1] ?? '',
      })
    }
    return pages
  })
}

const round = (value: number): number => Math.round(value * 10) / 10

export interface SeenEntry {
  title: string
  page: number | undefined
  kids: SeenEntry[]
}

export function outlineOf(pdf: Uint8Array): Promise<SeenEntry[]> {
  return withPdf(pdf, async (file) => {
    const read = async (entries: Awaited<ReturnType<typeof file.getOutline>>): Promise<SeenEntry[]> => {
      const read1: SeenEntry[] = []
      for (const { title, dest, items } of entries) {
        const page = Array.isArray(dest) ? await file.getPageIndex(dest[0]) : undefined
        read1.push({ title, page, kids: await read(items) })
      }
      return read1
    }
    return read((await file.getOutline()) ?? [])
  })
}

/** The annex of a file that is one. */
export async function annexOf(bytes: Uint8Array, name = 'annex.pdf'): Promise<Annex> {
  const read = await readAnnex(bytes, name)
  if (isRefused(read)) throw new Error(read.fault.code)
  return read
}

/** The code that a file is refused with. */
export async function refusalOf(bytes: Uint8Array, limits: Partial<AnnexLimits> = {}): Promise<string> {
  const read = await readAnnex(bytes, 'annex.pdf', { ...annexLimits, ...limits })
  return isRefused(read) ? read.fault.code : `read, ${read.pages.length} pages`
}

export const warningsOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await annexOf(bytes)).warnings.map(({ code }) => code)

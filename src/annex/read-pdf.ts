/** A PDF of others as an annex: parsed, judged, and copied page by page with nothing in it that acts. */
import { type AnnexLimits, type PageSize, Refusal, type Report } from './annex.ts'
import { type Link, moveLink, readAnnotations, type Stripped, strippedKinds } from './annotations.ts'
import { Copier } from './copy.ts'
import { destinationsOf, moveDestination, type Destination } from './destinations.ts'
import { hasEndlessTable, isTruncated, isXrefSound } from './file-ends.ts'
import { matrixText, chain } from './geometry.ts'
import { Inflater } from './inflate.ts'
import { layersOf, writeLayers } from './layers.ts'
import { linkAnnotation } from './links.ts'
import { arrayAt, asDictionary, dictionaryAt, entry, found, nameAt, numberAt } from './objects.ts'
import { mapOutline, readOutline, writeOutline } from './outline.ts'
import { pageForm } from './page-form.ts'
import { type Page, pagesOf } from './page-tree.ts'
import { openLimited, writing, PDFDocument, PDFName } from './pdf-library.ts'
import type { PDFDict, PDFRawStream, ReadStream } from './pdf-library.ts'

export interface ReadPdf {
  pdf: Uint8Array
  pages: PageSize[]
  warnings: { code: string; values?: Record<string, string> }[]
}

/** Reads a PDF that begins with its header. Throws a Refusal; anything else that is thrown means that it is damaged. */
export async function readPdf(bytes: Buffer, limits: AnnexLimits, failed: Report): Promise<ReadPdf> {
  if (isTruncated(bytes)) throw new Refusal(failed('annex/truncated'))
  if (hasEndlessTable(bytes)) throw new Refusal(failed('annex/damaged'))
  const warnings: ReadPdf['warnings'] = []
  if (!isXrefSound(bytes)) warnings.push({ code: 'annex/repaired' })
  const inflater = new Inflater(limits, failed)
  const { file, locked } = await parse(bytes, (stream) => inflater.read(stream), failed)
  if (locked) warnings.push({ code: 'annex/owner-locked' })
  const { catalog } = file
  const pages = pagesOf(asDictionary(catalog), limits, failed)

  const copy = await PDFDocument.create({ updateMetadata: false })
  const check = (stream: PDFRawStream): void => checkStream(stream, inflater, limits, failed)
  const copier = new Copier(file.context, copy.context, { check })
  const stripped = countOfFile(catalog)
  const refs = pages.map(({ width, height }) => copy.addPage([width, height]).ref)
  const resolve = destinationsOf(
    catalog,
    pages.map(({ ref }) => ref),
  )
  const moved = (destination: Destination): Destination => moveOnto(pages, destination)
  let unseen = 0
  pages.forEach((page, index) => {
    const annotations = readAnnotations(page.dictionary, resolve, stripped)
    if (entry(page.dictionary, 'AA') !== undefined) stripped.scripts++
    unseen += annotations.unseen
    const forms = { P: pageForm(page, { context: copy.context, copier, inflater, failed }) }
    const looks = annotations.looks.map(({ form, matrix }, n) => {
      Object.assign(forms, { [`L${n}`]: asForm(copier.stream(form)) })
      return `q ${matrixText(chain(matrix, page.upright))} /L${n} Do Q\n`
    })
    const { node } = copy.getPage(index)
    const named = Object.entries(forms).map(([name, form]) => [name, copy.context.register(form)])
    node.set(PDFName.of('Resources'), copy.context.obj({ XObject: Object.fromEntries(named) }))
    const clip = `0 0 ${page.width} ${page.height} re W n\n`
    const content = `q ${looks.length > 0 ? clip : ''}/P Do\n${looks.join('')}Q\n`
    node.set(PDFName.of('Contents'), copy.context.register(copy.context.stream(content)))
    const links = annotations.links.map((link) =>
      copy.context.register(linkAnnotation(copy.context, place(link, page, moved), refs)),
    )
    if (links.length > 0) node.set(PDFName.of('Annots'), copy.context.obj(links))
  })
  const outline = writeOutline(copy.context, mapOutline(readOutline(catalog, resolve), moved), refs)
  if (outline !== undefined) copy.catalog.set(PDFName.of('Outlines'), outline)
  writeLayers(copy.catalog, layersOf(catalog, copier))
  if (copier.lost > 0) warnings.push({ code: 'annex/incomplete', values: { count: String(copier.lost) } })
  if (isSigned(catalog)) warnings.push({ code: 'annex/signed' })
  if (unseen > 0) warnings.push({ code: 'annex/unseen', values: { count: String(unseen) } })
  if (strippedKinds.some((kind) => stripped[kind] > 0)) {
    const values = Object.fromEntries(strippedKinds.map((kind) => [kind, String(stripped[kind])]))
    warnings.push({ code: 'annex/stripped', values })
  }
  const pdf = await copy.save(writing)
  return { pdf, pages: pages.map(({ width, height }) => ({ width, height })), warnings }
}

/** Opens a file, one that only its owner's password protects, too. */
async function parse(
  bytes: Buffer,
  read: ReadStream,
  failed: Report,
): Promise<{ file: PDFDocument; locked: boolean }> {
  try {
    return { file: await openLimited(bytes, read), locked: false }
  } catch (error) {
    if (!(error instanceof Error && /encrypted/.test(error.message))) throw error
  }
  try {
    return { file: await openLimited(bytes, read, ''), locked: true }
  } catch (error) {
    // A key of a kind that is unknown is as closed as one with a password.
    throw error instanceof Refusal ? error : new Refusal(failed('annex/password'))
  }
}

/** A stream that a viewer will inflate, and an image that it will draw. */
function checkStream(stream: PDFRawStream, inflater: Inflater, limits: AnnexLimits, failed: Report): void {
  if (nameAt(stream.dict, 'Subtype') !== 'Image') {
    inflater.read(stream)
    return
  }
  const [width, height] = ['Width', 'Height'].map((key) => numberAt(stream.dict, key) ?? 0) as [
    number,
    number,
  ]
  const bits =
    entry(stream.dict, 'ImageMask') === undefined ? (numberAt(stream.dict, 'BitsPerComponent') ?? 8) : 1
  if ((width * height * Math.min(bits, 8)) / 8 <= limits.pixels) return
  throw new Refusal(failed('annex/image-size', { width: String(width), height: String(height) }))
}

function asForm(look: PDFRawStream): PDFRawStream {
  look.dict.set(PDFName.of('Type'), PDFName.of('XObject'))
  look.dict.set(PDFName.of('Subtype'), PDFName.of('Form'))
  return look
}

function moveOnto(pages: readonly Page[], destination: Destination): Destination {
  const { box, upright } = pages[destination.page]!
  return moveDestination(destination, upright, [box.x, box.y + box.height])
}

function place(link: Link, page: Page, moved: (destination: Destination) => Destination): Link {
  const to = 'page' in link.to ? moved(link.to) : link.to
  return { ...moveLink(link, page.upright), to }
}

/** What the file as a whole would have done or brought. */
function countOfFile(catalog: PDFDict): Stripped {
  const names = dictionaryAt(catalog, 'Names')
  const acts = [
    // A place to open at is no script.
    asDictionary(entry(catalog, 'OpenAction')),
    entry(catalog, 'AA'),
    entry(names, 'JavaScript'),
  ]
  const files = [entry(names, 'EmbeddedFiles'), entry(catalog, 'AF')]
  const count = (values: readonly unknown[]): number => values.filter((value) => value !== undefined).length
  return { scripts: count(acts), links: 0, media: count(files) }
}

/** Whether a field of its form holds a signature, which no copy can keep. */
function isSigned(catalog: PDFDict): boolean {
  return arrayAt(dictionaryAt(catalog, 'AcroForm'), 'Fields').some((value) => {
    const field = asDictionary(found(catalog.context, value))
    return nameAt(field, 'FT') === 'Sig' && entry(field, 'V') !== undefined
  })
}

/**
 * What a finished file promises, checked in the file itself: the text layer, PDF/UA-1 and PDF/A-3a as far as our own writer
 * could break them. It is no validator: that is veraPDF's work, which judges the same files in `npm run conformance`.
 */
import { attachmentsOf } from './archival.ts'
import { readDictionary, referenceOf } from './dictionary.ts'
import { catalogNumber, pageNumbers, type PdfFile, readPdfFile } from './pdf-file.ts'
import { isPicture } from './printed-structure.ts'
import { type CodeTexts, type ReadSequence, readPage } from './read-page.ts'
import { packetOf } from './xmp.ts'
import { type Element, elementsOf, isContent, isElement, readStructure, type Structure } from './structure.ts'

/** What the check looks at. */
export interface Subject {
  file: PdfFile
  catalog: Map<string, string>
  packet: string
  structure: Structure | undefined
  elements: Element[]
  pages: { number: number; entries: Map<string, string>; sequences: ReadSequence[] }[]
}

export type Claim = 'text' | 'ua' | 'archive'

/** An invariant: what holds of every file with the claim. It gives back what breaks it, or nothing. */
interface Invariant {
  claim: Claim
  /** Permanent, for example `tags.heading-skip`. */
  name: string
  broken(subject: Subject): string | undefined
}

const invariants: Invariant[] = [
  // The text layer
  {
    claim: 'text',
    name: 'text.unreadable',
    broken: ({ pages }) => firstPage(pages, ({ sequences }) => sequences.some(({ unread }) => unread > 0)),
  },
  { claim: 'text', name: 'text.fonts', broken: ({ file }) => first(fontFaults(file)) },
  // PDF/UA-1
  { claim: 'ua', name: 'tags.none', broken: ({ structure }) => (structure === undefined ? '' : undefined) },
  {
    claim: 'ua',
    name: 'tags.marked',
    broken: ({ catalog }) => unless(/\/Marked true/.test(catalog.get('MarkInfo') ?? '')),
  },
  {
    claim: 'ua',
    name: 'tags.language',
    broken: ({ catalog }) => unless(/^\(.+\)$/.test(catalog.get('Lang') ?? '')),
  },
  {
    claim: 'ua',
    name: 'tags.title-shown',
    broken: ({ catalog }) => unless(/\/DisplayDocTitle true/.test(catalog.get('ViewerPreferences') ?? '')),
  },
  {
    claim: 'ua',
    name: 'tags.direction',
    broken: ({ catalog }) => unless(/\/Direction \/(?:R2L|L2R)/.test(catalog.get('ViewerPreferences') ?? '')),
  },
  {
    claim: 'ua',
    name: 'tags.tab-order',
    broken: ({ pages }) => firstPage(pages, ({ entries }) => entries.get('Tabs') !== '/S'),
  },
  {
    claim: 'ua',
    name: 'tags.untagged',
    broken: ({ pages }) =>
      firstPage(pages, ({ sequences }) =>
        sequences.some(({ mcid, artifact, paints }) => paints && !artifact && mcid === undefined),
      ),
  },
  {
    claim: 'ua',
    name: 'tags.owner',
    broken: ({ pages, structure, elements }) => ownerFault(pages, structure, elements),
  },
  { claim: 'ua', name: 'tags.heading-skip', broken: ({ elements }) => headingSkip(elements) },
  {
    claim: 'ua',
    name: 'tags.figure-without-text',
    broken: ({ elements }) => typeOf(elements.find((one) => isPicture(one) && !one.attributes.has('Alt'))),
  },
  {
    claim: 'ua',
    name: 'tags.list-body',
    broken: ({ elements }) =>
      typeOf(elements.find(({ type, kids }) => type === 'LI' && !kids.some(isOfType('LBody')))),
  },
  {
    claim: 'ua',
    name: 'tags.table-row',
    broken: ({ elements }) =>
      typeOf(elements.find(({ type, kids }) => type === 'TR' && !kids.some(isElement))),
  },
  {
    claim: 'ua',
    name: 'tags.table-head',
    broken: ({ elements }) =>
      typeOf(
        elements.find(({ type, attributes }) => type === 'TH' && !/\/Scope/.test(attributes.get('A') ?? '')),
      ),
  },
  {
    claim: 'ua',
    name: 'tags.unknown-type',
    broken: ({ file, structure, elements }) => unknownType(file, structure, elements),
  },
  { claim: 'ua', name: 'tags.link', broken: ({ file }) => first(linkFaults(file)) },
  {
    claim: 'ua',
    name: 'tags.claim',
    broken: ({ packet }) => unless(packet.includes('<pdfuaid:part>1</pdfuaid:part>')),
  },
  // PDF/A-3a
  {
    claim: 'archive',
    name: 'archive.claim',
    broken: ({ packet }) =>
      unless(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/.test(packet)),
  },
  {
    claim: 'archive',
    name: 'archive.output-intent',
    broken: ({ catalog }) =>
      unless(/\/S \/GTS_PDFA1[^]*\/DestOutputProfile \d+ 0 R/.test(catalog.get('OutputIntents') ?? '')),
  },
  {
    claim: 'archive',
    name: 'archive.identifier',
    broken: ({ file }) => unless(/\/ID \[<[0-9a-f]{32}>/.test(file.trailer)),
  },
  {
    claim: 'archive',
    name: 'archive.attachment',
    broken: ({ file }) => attachmentsOf(file).find(({ relationship }) => relationship === '')?.name,
  },
  {
    claim: 'archive',
    name: 'archive.action',
    broken: ({ file }) => forbidden(file, /\/(?:JavaScript|JS|Launch|ResetForm|ImportData|Sound|Movie|AA)\b/),
  },
  {
    claim: 'archive',
    name: 'archive.filter',
    broken: ({ file }) => forbidden(file, /\/Filter\s*\[?\s*\/(?:LZWDecode|Crypt)\b/),
  },
  {
    claim: 'archive',
    name: 'archive.annotation',
    broken: ({ file }) => forbidden(file, /\/Type \/Annot\b(?![^]*\/F 4\b)/),
  },
]

/** A finished file, read once for all that is asked of it. */
export function readSubject(file: PdfFile): Subject {
  const fonts = new Map<number, CodeTexts>()
  const structure = readStructure(file)
  return {
    file,
    catalog: readDictionary(file.objects.get(catalogNumber(file))?.value ?? '<<>>'),
    packet: packetOf(file) ?? '',
    structure,
    elements: structure === undefined ? [] : [...elementsOf(structure.document)],
    pages: pageNumbers(file).map((number) => ({
      number,
      entries: readDictionary(file.objects.get(number)!.value),
      sequences: readPage(file, number, fonts),
    })),
  }
}

/** Every invariant that does not hold, with what breaks it: a page, a type of element, an object. */
export function selfCheck(subject: Subject, claims: readonly Claim[]): { name: string; detail: string }[] {
  return invariants
    .filter(({ claim }) => claims.includes(claim))
    .flatMap(({ name, broken }) => {
      const detail = broken(subject)
      return detail === undefined ? [] : [{ name, detail }]
    })
}

/** What a file for archives promises and does not keep, each with what breaks it. */
export function brokenPromises(pdf: Uint8Array): string[] {
  const file = readPdfFile(pdf)
  if (file === undefined) return ['text.left']
  return selfCheck(readSubject(file), ['text', 'ua', 'archive']).map(({ name, detail }) =>
    `${name} ${detail}`.trim(),
  )
}

const unless = (holds: boolean): string | undefined => (holds ? undefined : '')
const typeOf = (element: Element | undefined): string | undefined => element?.type
const isOfType = (type: string) => (kid: Element['kids'][number]) => isElement(kid) && kid.type === type
const first = (faults: Iterable<string>): string | undefined => [...faults][0]

function firstPage<T>(pages: readonly T[], isBroken: (page: T) => boolean): string | undefined {
  const at = pages.findIndex(isBroken)
  return at === -1 ? undefined : String(at + 1)
}

/** Each sequence belongs to one element, and each that an element names is there. */
function ownerFault(
  pages: Subject['pages'],
  structure: Structure | undefined,
  elements: readonly Element[],
): string | undefined {
  const named = new Set<string>()
  for (const { kids } of elements) {
    for (const kid of kids) {
      if (!isContent(kid) || kid.form !== undefined) continue
      const key = `${kid.page} ${kid.mcid}`
      if (named.has(key)) return key
      named.add(key)
    }
  }
  for (const { number, sequences } of pages) {
    const seen = new Set<number>()
    for (const { mcid, artifact } of sequences) {
      if (mcid === undefined || artifact) continue
      if (structure?.ownerOf(number, mcid) === undefined) return `${number} ${mcid}`
      seen.add(mcid)
    }
    for (const mcid of seen) named.delete(`${number} ${mcid}`)
  }
  return first(named)
}

/** Matterhorn 14-003: a heading is at most one level below the one before it. */
function headingSkip(elements: readonly Element[]): string | undefined {
  let level = 0
  for (const { type } of elements) {
    const next = Number(/^H([1-6])$/.exec(type)?.[1] ?? NaN)
    if (Number.isNaN(next)) continue
    if (next > level + 1) return type
    level = next
  }
  return undefined
}

const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure
  Formula Form`.split(/\s+/),
)

function unknownType(
  { objects }: PdfFile,
  structure: Structure | undefined,
  elements: readonly Element[],
): string | undefined {
  if (structure === undefined) return undefined
  const roles = readDictionary(readDictionary(objects.get(structure.root)!.value).get('RoleMap') ?? '<<>>')
  return typeOf(elements.find(({ type }) => !standardTypes.has(type) && !roles.has(type)))
}

/** Every font is embedded, with a map to Unicode, and none is drawn as pictures. */
function* fontFaults({ objects }: PdfFile): Generator<string> {
  for (const [number, { value }] of objects) {
    if (!/\/Type \/Font\b/.test(value)) continue
    if (/\/Subtype \/Type0\b/.test(value) && !/\/ToUnicode \d+ 0 R/.test(value)) yield String(number)
    if (/\/Subtype \/Type3\b/.test(value)) yield String(number)
    const descriptor = referenceOf(readDictionary(value).get('FontDescriptor'))
    if (descriptor !== undefined && !/\/FontFile[23]? \d+ 0 R/.test(objects.get(descriptor)?.value ?? ''))
      yield String(number)
  }
}

function* linkFaults({ objects }: PdfFile): Generator<string> {
  for (const [number, { value }] of objects) {
    if (/\/Subtype \/Link\b/.test(value) && !/\/Contents [<(]/.test(value)) yield String(number)
  }
}

function forbidden({ objects }: PdfFile, pattern: RegExp): string | undefined {
  const found = [...objects].find(([, { value }]) =>
    pattern.test(value.replaceAll(/<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\.)*\)/gs, '')),
  )
  return found === undefined ? undefined : String(found[0])
}

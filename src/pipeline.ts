/**
 * The product on one screen: source → meeting → briefing → view → page → PDF → finished PDF. Each stage is a folder; everything
 * up to the page is pure, and the print is given its browser tab by whoever calls.
 */
import type { Attachment } from './finish/archival.ts'
import { finishPdf } from './finish/finish.ts'
import type { FinishReport } from './finish/finish.ts'
import { brokenPromises } from './finish/self-check.ts'
import { deriveBriefing } from './insight/insight.ts'
import type { Briefing, Clock } from './insight/insight.ts'
import { fault, warning } from './model/fault.ts'
import type { Fault } from './model/fault.ts'
import type { Settings } from './model/settings.ts'
import { TemplateFailure } from './page/deadline.ts'
import { lintOnce } from './page/lint.ts'
import { mailHelperNames, mailPages, renderMail } from './page/mail.ts'
import type { RenderedMail } from './page/mail.ts'
export type { RenderedMail } from './page/mail.ts'
import { frameOf } from './page/packed.ts'
import { pageText } from './page/page-text.ts'
import { renderPage, sheetName } from './page/render.ts'
import { renderStamps } from './page/stamps.ts'
import type { StampText } from './page/stamps.ts'
export type { StampText } from './page/stamps.ts'
import { accentOf } from './paper/head.ts'
import type { House } from './paper/head.ts'
import type { Fact } from './paper/facts.ts'
import { factsOf, hiddenFacts, isBlank, printedFacts } from './paper/facts.ts'
import { imprint } from './paper/imprint.ts'
import { mailView } from './paper/mail.ts'
import type { MailFacts } from './paper/mail.ts'
import type { PaperDefinition } from './model/paper.ts'
import type { Addressee } from './paper/paper.ts'
import { reminderView } from './paper/reminder.ts'
import type { ReminderFacts } from './paper/reminder.ts'
import { sampleMail } from './paper/sample-mail.ts'
import { sampleView } from './paper/sample.ts'
import { toView } from './paper/view-of.ts'
import { toPersianDigits } from './persian/digits.ts'
import { PrintFailure } from './print/failure.ts'
import type { PrintOptions, Tab } from './print/tab.ts'
import { readMeeting } from './source/source.ts'
import type { Source } from './source/source.ts'

/** What a page is made with besides its view; fonts are base64 by file name. */
export interface Look {
  papers: PaperDefinition[]
  templates: Record<string, string>
  styles: Record<string, string>
  fonts: Record<string, string>
  /** Files of the office's own, by their path below templates/, and the name faults print of each. */
  own?: Record<string, string>
  /** Styles of the office that take no place of ours. */
  added?: readonly string[]
}

/** source → meeting → briefing. Without a briefing the faults say why; with one they are what it found. */
export function toBriefing(
  text: string,
  file: string,
  settings: Settings,
  clock: Clock,
): Pick<Source<never>, 'faults' | 'files'> & { briefing?: Briefing } {
  const { value: meeting, faults, files, spans } = readMeeting(text, file)
  if (meeting === undefined) return { faults, files }
  const briefing = deriveBriefing(meeting, settings, clock)
  const place = (path: string): Fault['span'] =>
    spans.get(path) ?? spans.get(path.split('.').slice(0, -1).join('.'))
  const found = briefing.findings.map(({ code, severity, path, values }) => {
    const tell = severity === 'error' ? fault : warning
    return tell(code, place(path), { ...values, line: String(place(values.firstPath ?? '')?.line ?? '') })
  })
  return { briefing, files, faults: [...faults, ...found] }
}

/** The pages on which the sections of a paper begin, by the ids of their titles. */
export type SectionPages = ReadonlyMap<string, number>

/** briefing → view → page: one self-contained HTML document; with pages known, its contents say them. */
export function toPage(
  paper: PaperDefinition,
  briefing: Briefing,
  house: House,
  look: Look,
  pages?: SectionPages,
  addressee?: Addressee,
): string {
  const { settings } = house
  const accent = accentOf(briefing.meeting, house)
  const view = toView(paper, briefing, house, pages, addressee)
  return renderPage({
    ...look,
    paper,
    view,
    pages,
    accent,
    size: settings.paper ?? 'A4',
    font: settings.font,
    packed: house.pack !== undefined,
  })
}

/** A paper printed: its PDF, and the page as it was printed. */
export interface Paper {
  pdf: Uint8Array
  pages: number
  page: string
  /** Pages on which the sections begin that its own contents name. */
  places: SectionPages
}

/** The list of what is printed, beside the source in a paper for archives. */
export const factsName = 'printed-facts.json'

/** From as many pages on a paper has contents. */
const leastForContents = 8
/** Contents push what follows them by a page, and by more where they are long: then the third print settles it. */
const mostPrints = 4

/**
 * page → PDF, or the fault that keeps this paper from being one. A long paper is printed again with its contents,
 * whose page is foreseen: what the second print is found to say is what it was given, or another one follows.
 */
export async function toPdf(
  { kind, title, pages: allowed, sections = [] }: PaperDefinition,
  toPageWith: (pages?: SectionPages) => string,
  tab: Tab,
  given: Pick<PrintOptions, 'signal' | 'seconds'> = {},
): Promise<Paper | { fault: Fault }> {
  const print = async (page: string) => ({
    page,
    ...(await tab.print(page, { ...given, onePage: allowed === 'one' })),
  })
  try {
    let printed = await print(toPageWith())
    const { overflow } = printed
    if (overflow !== undefined)
      return {
        fault: fault('paper/overflow', undefined, {
          kind,
          title,
          overflow: String(Math.max(1, Math.ceil(overflow))),
        }),
      }
    if (!sections.includes('contents') || printed.pages < leastForContents) return printed
    let expected: SectionPages = new Map(
      [...printed.places].filter(([id]) => id !== 'contents').map(([id, page]) => [id, page + 1]),
    )
    for (let prints = 2; prints <= mostPrints; prints++) {
      printed = await print(toPageWith(expected))
      if (samePages(expected, printed.places)) return printed
      expected = printed.places
    }
    throw new Error('the contents do not come to rest')
  } catch (error) {
    if (error instanceof PrintFailure) return { fault: fault(error.code, undefined, error.values) }
    if (error instanceof TemplateFailure) return { fault: templateFault(error) }
    throw error
  }
}

/** A file that goes along with a paper for archives, byte for byte. */
export interface Enclosure {
  name: string
  /** MIME type. */
  type: string
  bytes: Uint8Array
  title: string
}

/** A finished paper, with warnings of what in it may not be read as it should. */
export interface Finished {
  pdf: Uint8Array
  faults: Fault[]
}

/**
 * PDF → finished PDF: a text that can be searched and copied, and nothing in the file that the hour decides. With a source
 * it is made for archives and the source is inside, with its annexes; what then keeps it from being what it claims is a fault,
 * and so is a text that the page has and its print does not show.
 */
export function toFinished(
  { pdf, pages, page }: Paper,
  { kind, title }: PaperDefinition,
  briefing: Briefing,
  house: House,
  source?: { name: string; text: string },
  annexes: readonly Enclosure[] = [],
): Finished | { fault: Fault } {
  const facts = factsOf(briefing)
  const pageLabels = Array.from({ length: pages }, (_, index) => toPersianDigits(String(index + 1)))
  const metadata = { language: 'fa-IR', pageLabels, ...imprint(kind, briefing, house) }
  const told = ({ pdf: bytes, report }: ReturnType<typeof finishPdf>): ReturnType<typeof toFinished> => {
    const unseen = unseenText(page, report, facts, house)
    if (unseen) return { fault: fault(unseen.code, undefined, { kind, title, ...unseen.values }) }
    const reasons = Object.entries(report.left).map(([reason, count]) => `${reason} ${count}`)
    const left = reasons.join(', ')
    return {
      pdf: bytes,
      faults: left === '' ? [] : [warning('paper/text-left', undefined, { kind, title, left })],
    }
  }
  if (source === undefined) return told(finishPdf(pdf, { metadata }))
  const attachments = (printed: string): Attachment[] => [
    {
      name: source.name,
      type: 'application/yaml',
      bytes: Buffer.from(source.text),
      relationship: 'Source',
      description: 'The meeting file that this paper was printed from',
    },
    {
      name: factsName,
      type: 'application/json',
      bytes: Buffer.from(JSON.stringify(printedFacts(facts, printed).map(({ path }) => path))),
      relationship: 'Data',
      description: 'The places of the meeting file that are printed word for word',
    },
    ...annexes.map(({ name, type, bytes, title }): Attachment => ({
      name,
      type,
      bytes,
      relationship: 'Supplement',
      description: title,
    })),
  ]
  const finished = finishPdf(pdf, {
    metadata: (printed) => ({ ...metadata, archival: attachments(printed) }),
  })
  const broken = [
    ...brokenPromises(finished.pdf),
    ...Object.keys(finished.report.left).map((reason) => `text.left ${reason}`),
  ]
  return broken.length === 0
    ? told(finished)
    : { fault: fault('paper/not-archival', undefined, { kind, title, broken: broken.join(', ') }) }
}

/** What a style keeps from whoever reads a paper: all that its page says, or facts of the meeting. */
function unseenText(
  page: string,
  { text, left }: FinishReport,
  all: readonly Fact[],
  { pack }: House,
): { code: string; values: Record<string, string> } | undefined {
  // What could not be read may be seen all the same; a warning says so.
  if (text === undefined || Object.keys(left).length > 0) return undefined
  const written = pageText(page)
  // A pack has a cover of its own, in place of those of its papers: they say what the meeting is, and who leads it.
  const facts = all.filter(({ path }) => pack === undefined || !/^(?:meeting|attendees)\./.test(path))
  const hidden = hiddenFacts(facts, written, text)
  if (hidden.length > 0) {
    const few = hidden.slice(0, 3)
    const values = {
      count: String(hidden.length),
      names: few.map(({ name }) => name).join('، '),
      paths: few.map(({ path }) => path).join(', '),
    }
    return { code: 'paper/hidden-text', values }
  }
  return isBlank(written, text) ? { code: 'paper/blank', values: {} } : undefined
}

/** The sections of a paper that have something to say, by the ids of their titles. */
export const sectionsOf = (
  paper: PaperDefinition,
  briefing: Briefing,
  house: House,
): { id: string; number: string; title: string }[] => toView(paper, briefing, house).contents.rows

export { TemplateFailure }

/** Stamps of a pack as one document to be printed: the texts on sheets of their own. */
export const toStamps = (stamps: readonly StampText[], { settings }: House, { fonts }: Look): string =>
  renderStamps(stamps, { font: settings.font, fonts })

/** Where stamps go on the pages of a paper in a pack, in points. */
export const stampFrame = (paper: PaperDefinition, { settings }: House): ReturnType<typeof frameOf> =>
  frameOf(sheetName(paper, settings.paper ?? 'A4'))

/**
 * What the mail of a pack or supplement says.
 * @param briefing the meeting as the recipient may see it
 * @throws TemplateFailure
 */
export const toMail = (
  facts: MailFacts,
  briefing: Briefing,
  house: House,
  { templates }: Look,
): RenderedMail => renderMail(mailView(facts, briefing, house), templates)

/** What the mail says that reminds of resolutions. @throws TemplateFailure */
export const toReminder = (facts: ReminderFacts, house: House, { templates }: Look): RenderedMail =>
  renderMail(reminderView(facts, house), templates)

/** A template that came to no end. @param own the office's templates, by path */
export const templateFault = (
  { code, values, file }: TemplateFailure,
  { own = {} }: Pick<Look, 'own'> = {},
): Fault => fault(code, file === undefined ? undefined : templateSpan(file, own), values)

const templateSpan = (
  file: string,
  own: NonNullable<Look['own']>,
  { line, column, length } = { line: 1, column: 1, length: 1 },
): NonNullable<Fault['span']> => ({ file: own[file] ?? `templates/${file}`, line, column, length })

const samePages = (one: SectionPages, other: SectionPages): boolean =>
  [...one].every(([id, page]) => other.get(id) === page)

/** Faults of the templates, found before any paper is made. */
export function checkTemplates({ papers, templates, own = {} }: Look): Fault[] {
  const kinds = papers.map(({ kind }) => kind)
  const mail = { pages: mailPages, sample: sampleMail, helpers: mailHelperNames }
  return lintOnce(templates, sampleView, kinds, [mail]).map(({ code, file, line, column, values }) =>
    fault(code, templateSpan(file, own, { line, column, length: values.path?.length ?? 1 }), values),
  )
}

/**
 * The product on one screen: source → meeting → briefing → view → page → PDF. Each stage is a folder; everything
 * up to the page is pure, and the print is given its browser tab by whoever calls.
 */
import { deriveBriefing } from './insight/insight.ts'
import type { Briefing, Clock } from './insight/insight.ts'
import { fault, warning } from './model/fault.ts'
import type { Fault } from './model/fault.ts'
import type { Settings } from './model/settings.ts'
import { lintOnce } from './page/lint.ts'
import { renderPage } from './page/render.ts'
import type { House } from './paper/head.ts'
import type { PaperDefinition } from './model/paper.ts'
import { sampleView } from './paper/sample.ts'
import { toView } from './paper/view-of.ts'
import { PrintFailure } from './print/failure.ts'
import type { Tab } from './print/tab.ts'
import { readMeeting } from './source/source.ts'
import type { Source } from './source/source.ts'

/** What a page is made with besides its view; fonts are base64 by file name. */
export interface Look {
  papers: PaperDefinition[]
  templates: Record<string, string>
  styles: Record<string, string>
  fonts: Record<string, string>
}

const defaultAccent = '#14505c'

/** source → meeting → briefing. Without a briefing the faults say why; with one they are warnings. */
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
  const found = briefing.findings.map(({ code, path, values }) =>
    warning(code, place(path), { ...values, line: String(place(values.firstPath ?? '')?.line ?? '') }),
  )
  return { briefing, files, faults: [...faults, ...found] }
}

/** briefing → view → page: one self-contained HTML document. */
export function toPage(paper: PaperDefinition, briefing: Briefing, house: House, look: Look): string {
  const { settings } = house
  const accent = briefing.meeting.office?.accent ?? settings.office?.accent ?? defaultAccent
  const view = toView(paper, briefing, house)
  return renderPage({ ...look, paper, view, accent, size: settings.paper ?? 'A4' })
}

/** page → PDF, or the fault that keeps this paper from being one. */
export async function toPdf(
  { pages: allowed }: PaperDefinition,
  page: string,
  tab: Tab,
  signal?: AbortSignal,
): Promise<{ pdf: Uint8Array; pages: number } | { fault: Fault }> {
  try {
    const { pdf, pages, overflow } = await tab.print(page, {
      onePage: allowed === 'one',
      ...(signal && { signal }),
    })
    if (overflow === undefined) return { pdf, pages }
    return {
      fault: fault('paper/overflow', undefined, { overflow: String(Math.max(1, Math.ceil(overflow))) }),
    }
  } catch (error) {
    if (error instanceof PrintFailure) return { fault: fault(error.code, undefined, error.values) }
    throw error
  }
}

/** Faults of the templates, found before any paper is made. */
export function checkTemplates({ papers, templates }: Look): Fault[] {
  const kinds = papers.map(({ kind }) => kind)
  return lintOnce(templates, sampleView, kinds).map(({ code, file, line, column, values }) =>
    fault(code, { file: `templates/${file}`, line, column, length: values.path?.length ?? 1 }, values),
  )
}

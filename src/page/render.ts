import Handlebars from 'handlebars'
import type { PaperDefinition, SectionId } from '../model/paper.ts'
import type { Settings } from '../model/settings.ts'
import type { BarsChart, LineChart, PaceChart, View } from '../paper/view.ts'
import type {
  BulletChart,
  LeagueChart,
  SlopeChart,
  SparkChart,
  StackedChart,
  TimelineChart,
} from '../paper/view-follow-up.ts'
import { barsSvg } from './charts/bars.ts'
import { bulletSvg, leagueSvg, sparkSvg } from './charts/cells.ts'
import { lineSvg } from './charts/line.ts'
import { paceSvg } from './charts/pace.ts'
import { slopeSvg } from './charts/slope.ts'
import { stackedSvg } from './charts/stacked.ts'
import { NARROW } from './charts/svg.ts'
import { timelineSvg } from './charts/timeline.ts'
import { withinDeadline } from './deadline.ts'
import { escapeMarkup } from './escape.ts'
import { policyTag } from './policy.ts'
import { isolate, isolateInStyle } from './isolate.ts'
import { packedLines } from './packed.ts'
import { qrSvg } from './qr.ts'
import { runningTitles } from './running-titles.ts'
import { joinClosing, labelCells } from './tables.ts'
import { faceRules, typeface } from './typeface.ts'

/** The office's own size of paper. */
export type PaperSize = 'A4' | 'A5'

export interface PageInput {
  paper: PaperDefinition
  view: View
  /** Path below templates/ → source, for example `briefing/page.hbs`. */
  templates: Record<string, string>
  /** Path below templates/ → CSS; those of shared/ come first, then those of the kind. */
  styles: Record<string, string>
  /** Those of `styles` that an office added to ours; they come after all of ours. */
  added?: readonly string[]
  /** File name → base64 of a WOFF2, for example `Vazirmatn-Bold.woff2`. */
  fonts: Record<string, string>
  /** What the settings say of it. */
  font?: Settings['font']
  /** Pages on which sections begin, where they are known. */
  pages?: ReadonlyMap<string, number> | undefined
  /** #rrggbb */
  accent: string
  size: PaperSize
  /** Whether it is a part of a pack. */
  packed?: boolean
}

/** What templates may call: `t` writes a text, `sections` the sections of the paper, the others draw a chart. */
export const helperNames = [
  't',
  'sections',
  'pace',
  'bars',
  'line',
  'stacked',
  'slope',
  'timeline',
  'spark',
  'bullet',
  'league',
  'qr',
] as const

/** Sides of a sheet in millimetres, from which a template works out what a whole page is. */
const sides = { A4: [210, 297], A5: [148, 210], A6: [105, 148] } as const

const safe = (markup: string) => new Handlebars.SafeString(markup)
const known = new WeakMap<PageInput['templates'], Map<string, Handlebars.TemplateDelegate>>()

/** Every template, compiled once for each set of them, however many pages are made. */
function compiled(templates: PageInput['templates']): Map<string, Handlebars.TemplateDelegate> {
  const before = known.get(templates)
  if (before) return before
  const all = new Map<string, Handlebars.TemplateDelegate>()
  const engine = Handlebars.create()
  engine.registerHelper('t', (text: unknown) => {
    if (typeof text !== 'string')
      throw new TypeError(`{{t}} got ${text === undefined ? 'an unknown field' : typeof text}, not text`)
    return safe(isolate(text))
  })
  engine.registerHelper('qr', ({ text }: View['mark']) => safe(qrSvg(text)))
  // A chart of the width of a sheet is drawn for a phone, too; the style shows one of them.
  engine.registerHelper('pace', (chart: PaceChart) => safe(paceSvg(chart) + paceSvg(chart, NARROW)))
  engine.registerHelper('bars', (chart: BarsChart) => safe(barsSvg(chart) + barsSvg(chart, NARROW)))
  engine.registerHelper('line', (chart: LineChart) => safe(lineSvg(chart) + lineSvg(chart, NARROW)))
  engine.registerHelper('stacked', (chart: StackedChart) =>
    safe(stackedSvg(chart) + stackedSvg(chart, NARROW)),
  )
  engine.registerHelper('slope', (chart: SlopeChart) => safe(slopeSvg(chart) + slopeSvg(chart, NARROW)))
  engine.registerHelper('timeline', (chart: TimelineChart) =>
    safe(timelineSvg(chart) + timelineSvg(chart, NARROW)),
  )
  engine.registerHelper('spark', (chart: SparkChart) => safe(sparkSvg(chart)))
  engine.registerHelper('bullet', (chart: BulletChart) => safe(bulletSvg(chart)))
  engine.registerHelper('league', (chart: LeagueChart) => safe(leagueSvg(chart)))

  engine.registerHelper('sections', function (this: View, { data }: { data: { order: SectionId[] } }) {
    return safe(data.order.map((id) => all.get(`sections/${id}`)?.(this) ?? '').join('\n'))
  })

  const options: CompileOptions = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helperNames.map((n) => [n, true])) as Record<
      string,
      boolean
    > as KnownHelpers,
    explicitPartialContext: true,
  }
  for (const [path, source] of Object.entries(templates)) {
    if (!path.endsWith('.hbs') || path.startsWith('mail/')) continue
    const name = path.slice(0, -'.hbs'.length)
    const template = engine.compile(source, options)
    all.set(name, template)
    engine.registerPartial(name, template)
  }
  known.set(templates, all)
  return all
}

/** One self-contained HTML page: fonts, styles and pictures are inside, nothing is loaded, no script runs. */
export function renderPage(input: PageInput): string {
  const { paper, view, templates, accent, size } = input
  const { kind, sections = [] } = paper
  const [width, height] = sheetOf(paper, size)
  if (!/^#[0-9a-f]{6}$/i.test(accent)) throw new Error(`accent is not a colour like #14505c: ${accent}`)
  if (
    view.office.emblem !== '' &&
    !/^data:image\/(png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/=]+$/.test(view.office.emblem)
  )
    throw new Error('emblem is not a data: URI of an image')

  const page = compiled(templates).get(`${kind}/page`)
  if (page === undefined) throw new Error(`no template ${kind}/page.hbs`)
  const body = withinDeadline(
    () => joinClosing(labelCells(page(view, { data: { order: sections } }))),
    `${kind}/page.hbs`,
  )

  return `<!doctype html>
<html lang="fa-IR" dir="rtl">
<head>
<meta charset="utf-8">
${policyTag}
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeMarkup(`${view.head.kind}: ${view.head.title}`.replace(/[\u2066-\u2069]/g, ''))}</title>
<style>
${faceRules(typeface(input.font, input.fonts))}
@page{size:${width}mm ${height}mm}
:root{--page-height:${height}mm;--accent:${accent};--doc-title:${isolateInStyle(view.head.title)};--doc-running:var(--doc-title);--doc-class:${isolateInStyle(view.head.class)};--doc-status:${isolateInStyle(view.head.status)};--doc-footer:${isolateInStyle(view.head.footer)};--doc-copy:${isolateInStyle(view.head.copy && ` · ${view.head.copy}`)}}
${runningTitles(view, input.pages)}
${input.packed ? packedLines(sheetName(paper, size)) : ''}
${stylesOf(input, kind)}
</style>
</head>
<body class="${kind} ${sheetName(paper, size).toLowerCase()}${view.head.draft ? ' draft' : ''}">
<main>
${body}
</main>
</body>
</html>
`
}

/** The office's size, unless the paper is printed on a sheet of its own. */
export function sheetName({ sheet = 'office' }: PaperDefinition, size: PaperSize): keyof typeof sides {
  return sheet === 'office' ? size : sheet
}

function sheetOf(paper: PaperDefinition, size: PaperSize): [width: number, height: number] {
  const [short, long] = sides[sheetName(paper, size)]
  return paper.orientation === 'landscape' ? [long, short] : [short, long]
}

function stylesOf({ styles, added = [], packed = false }: PageInput, kind: string): string {
  const paths = Object.keys(styles).toSorted()
  const ours = paths.filter((path) => !added.includes(path))
  return [ours, added.toSorted()]
    .flatMap((some) =>
      ['shared/', `${kind}/`, ...(packed ? ['packed/'] : [])].flatMap((folder) =>
        some.filter((path) => path.startsWith(folder)),
      ),
    )
    .map((path) => (styles[path] ?? '').replaceAll('</', '<\\/'))
    .join('\n')
}

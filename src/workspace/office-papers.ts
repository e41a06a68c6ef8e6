/** What `papers` in `jalaseh.yaml` changes of the kinds of paper: their titles, and which sections in which order. */
import { fault } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import type { PaperDefinition } from '../model/paper.ts'
import type { Settings } from '../model/settings.ts'
import type { Look } from '../pipeline.ts'
import { nearest } from '../source/keys.ts'

/** Faults: `paper/unknown`, `paper/twice`, `paper/no-sections`, `paper/section-twice`. */
export function officePapers(
  { papers, templates }: Look,
  chosen: Settings['papers'] = [],
  spans: ReadonlyMap<string, Span> = new Map(),
): { papers: PaperDefinition[]; faults: Fault[] } {
  const kinds = papers.map(({ kind }) => kind)
  const faults: Fault[] = []
  const own = new Map(papers.map((paper) => [paper.kind, paper]))
  for (const [index, { kind, title, sections }] of chosen.entries()) {
    const report = (code: string, path: string, values: Record<string, string>): void => {
      faults.push(fault(code, spans.get(`papers.${index}.${path}`), values))
    }
    const paper = own.get(kind)
    if (paper === undefined) {
      const near = nearest(
        kind,
        kinds.map((one) => [one, one]),
      )
      report('paper/unknown', 'kind', {
        kind,
        papers: kinds.join('، '),
        ...(near !== undefined && { suggestion: near }),
      })
      continue
    }
    if (chosen.findIndex((one) => one.kind === kind) < index) report('paper/twice', 'kind', { kind })
    if (sections !== undefined && !/\{\{\s*sections\s*\}\}/.test(templates[`${kind}/page.hbs`] ?? ''))
      report('paper/no-sections', 'sections', { kind })
    for (const [at, id] of (sections ?? []).entries())
      if (sections?.indexOf(id) !== at) report('paper/section-twice', `sections.${at}`, { section: id })
    own.set(kind, {
      ...paper,
      ...(title !== undefined && { title, titled: true }),
      ...(sections !== undefined && { sections }),
    })
  }
  return { papers: [...own.values()], faults }
}

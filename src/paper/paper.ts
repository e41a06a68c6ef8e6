/** The kinds of paper. To add one: its view here, its templates in `templates/<kind>/`. */
import type { Briefing } from '../insight/insight.ts'
import { toBriefingView } from './briefing.ts'
import type { House } from './head.ts'
import { toSummaryView } from './summary.ts'
import type { BriefingView, SummaryView } from './view.ts'

export const kinds = ['briefing', 'summary'] as const
export type Kind = (typeof kinds)[number]

export type Paper = { kind: 'briefing'; view: BriefingView } | { kind: 'summary'; view: SummaryView }

/** Papers that must fill exactly one page. */
export const onePage: ReadonlySet<Kind> = new Set(['summary'])

/** The paper stage: Briefing → View, what a paper of this kind shows. */
export function toPaper(kind: Kind, briefing: Briefing, house: House): Paper {
  return kind === 'briefing'
    ? { kind, view: toBriefingView(briefing, house) }
    : { kind, view: toSummaryView(briefing, house) }
}

export function isKind(word: string): word is Kind {
  return (kinds as readonly string[]).includes(word)
}

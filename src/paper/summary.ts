/** Briefing → the view of the one-page summary (خلاصهٔ مدیریتی). */
import type { Briefing } from '../insight/insight.ts'
import { fa } from '../persian/fa.ts'
import { askRows, purpose } from './briefing.ts'
import { directory } from './directory.ts'
import { head, letter, office, openPoints } from './head.ts'
import type { House } from './head.ts'
import { paceChart, standingSentence } from './pace.ts'
import { keyFigures } from './statistics.ts'
import type { SummaryView } from './view.ts'

/** Total. What does not fit the page is a fault of the print, never cut here. */
export function toSummaryView(briefing: Briefing, house: House): SummaryView {
  const { meeting, figures } = briefing
  const names = directory(meeting)
  return {
    head: head(briefing, fa`خلاصه\u0654 مدیریتی`),
    office: office(meeting, house),
    letter: letter(meeting),
    purpose: purpose(briefing),
    standing: figures.map(standingSentence).filter(Boolean).join(' '),
    // One page has no room for a list of sources, so the figures carry no marks.
    keyFigures: keyFigures(figures, names).map((figure) => ({ ...figure, source: '' })),
    paces: figures.flatMap((figure) => paceChart(figure) ?? []),
    asks: askRows(briefing, names),
    talkingPoints: meeting.talking_points ?? [],
    openPoints: openPoints(briefing),
  }
}

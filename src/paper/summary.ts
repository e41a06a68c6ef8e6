/** Briefing → the view of the one-page summary (خلاصهٔ مدیریتی). */
import type { Briefing } from '../insight/insight.ts'
import { askRows, purpose } from './briefing.ts'
import { directory } from './directory.ts'
import { head, labelsOf, letter, moneyWords, office, openPoints } from './head.ts'
import type { House } from './head.ts'
import { paceChart, standingSentence } from './pace.ts'
import { keyFigures } from './statistics.ts'
import type { SummaryView } from './view.ts'

/** Total. What does not fit the page is a fault of the print, never cut here. */
export function toSummaryView(briefing: Briefing, house: House): SummaryView {
  const { meeting, figures } = briefing
  const names = directory(meeting)
  const labels = labelsOf(house)
  const paces = figures.flatMap((figure) => paceChart(figure) ?? [])
  return {
    head: head(briefing, labels.summary_paper),
    office: office(meeting, house),
    labels,
    letter: letter(meeting, labels),
    purpose: purpose(briefing, labels),
    standing: figures.map(standingSentence).filter(Boolean),
    keyFigures: keyFigures(figures),
    // One page: with several targets their numbers stand in the sentences, not in large numerals, too.
    paces: paces.length > 1 ? paces.map((pace) => ({ ...pace, figures: [] })) : paces,
    asks: askRows(briefing, names, moneyWords(house)),
    talkingPoints: meeting.talking_points ?? [],
    openPoints: openPoints(briefing),
  }
}

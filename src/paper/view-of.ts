/** The paper stage: Briefing → View, what a kind of paper shows of it. */
import type { Briefing } from '../insight/insight.ts'
import { agendaNatures, attendances, classes, levels, resolutionStates } from '../model/choices.ts'
import type { LabelKey, Labels } from '../model/glossary.ts'
import type { PaperDefinition, SectionId } from '../model/paper.ts'
import { lastOf } from '../insight/standing.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import { joinList } from '../persian/words.ts'
import { belongingOf } from './annexes.ts'
import { archivedWords } from './archived.ts'
import { askRows, resolutionRows } from './asked-rows.ts'
import { assumptionNote, deadlineText } from './deadlines.ts'
import { directory } from './directory.ts'
import type { Directory } from './directory.ts'
import { coverFields, head, isDraft, labelsOf, letter, moneyWords, office, openPoints } from './head.ts'
import type { House, MoneyWords } from './head.ts'
import { imprint, paperMark } from './imprint.ts'
import { excerpt, invitation, letterMarks } from './letters.ts'
import { cardView } from './card.ts'
import { changesView } from './changes.ts'
import { followUpView } from './follow-up.ts'
import { historyLine } from './history-line.ts'
import { attendance, copyRows, discussion, minutesFields, nextMeeting, signatures } from './minutes.ts'
import { copyWords, packView } from './pack.ts'
import { paceChart, standingSentence } from './pace.ts'
import type { Addressee } from './paper.ts'
import { statementThemes } from './statements.ts'
import { statusOf } from './standing-words.ts'
import { slopeCharts } from './slopes.ts'
import { barCharts, factLists, keyFigures, lineCharts, notes, statisticRows } from './statistics.ts'
import type { View, EarlierRow, Section } from './view.ts'

/**
 * Total: every field is settled, every string final. Sections the paper lacks, or that are empty, are not numbered.
 * Where it is known on which pages the sections begin, their contents say it.
 */
export function toView(
  paper: PaperDefinition,
  briefing: Briefing,
  house: House,
  pages: ReadonlyMap<string, number> = new Map(),
  addressee?: Addressee,
): View {
  const { meeting, figures } = briefing
  const names = directory(meeting)
  const labels = labelsOf(house)
  const money = moneyWords(house)
  const background = { paragraphs: meeting.background ?? [], facts: factLists(figures) }
  const tables = {
    rows: statisticRows(figures, names),
    bars: barCharts(figures, names),
    lines: lineCharts(figures, names),
    slopes: slopeCharts(figures, names),
    notes: notes(figures),
    cited: names.cited(figures.map(({ statistic }) => statistic.source)),
  }
  const agenda = agendaRows(briefing, names)
  const earlier = earlierRows(briefing, names, labels, money)
  const statements = statementThemes(briefing.statements, names)
  const obstacles = obstacleGroups(briefing, names)
  const asks = askRows(meeting.asks, names, money)
  const resolutions = resolutionRows(meeting.resolutions, names, money, briefing.calendar)
  const participants = participantRows(briefing, names)
  const annexes = annexRows(briefing, names, labels)
  const { title: presence, ...present } = attendance(briefing, names, labels)
  const said = discussion(briefing, names)
  const desk = { briefing, names, labels, money }
  // A paper without a list of sources has no use for their marks, except where a section tells them itself.
  const mark = paper.sections?.includes('sources') ? names.mark : () => ''
  const paces = figures.flatMap((figure) => paceChart(figure, mark) ?? [])
  const summary = {
    ...section('summary', labels.summary_paper, true),
    purpose: purpose(briefing, labels),
    standing: figures.map(standingSentence).filter(Boolean),
    keyFigures: keyFigures(figures, mark),
    // One page: with several targets their numbers stand in the sentences, not in large numerals, too.
    paces:
      paper.pages === 'one' && paces.length > 1 ? paces.map((pace) => ({ ...pace, figures: [] })) : paces,
  }
  const talkingPoints = meeting.talking_points ?? []
  const view: View = {
    ...followUpView(briefing, names, labels, money),
    ...changesView(briefing, names, labels),
    ...packView(house, briefing, names, labels, money),
    card: cardView(briefing, names, labels, money),
    head: {
      ...head(briefing, paperTitle(paper, labels), paper.sheet),
      copy: house.copy === undefined ? '' : copyWords(house.copy, 'fa'),
    },
    office: office(meeting, house),
    labels,
    letter:
      paper.each === undefined || paper.each === 'meeting'
        ? letter(meeting, labels)
        : letterMarks(paper.each, briefing, labels),
    cover: coverFields(meeting, names, labels),
    openPoints: openPoints(briefing),
    contents: { ...section('contents', labels.contents, true), rows: [] },
    summary,
    talkingPoints: { id: 'talking-points', number: '', title: labels.we_say, items: talkingPoints },
    agenda: { ...section('agenda', labels.agenda, agenda.length > 0), rows: agenda },
    background: {
      ...section('background', labels.background, background.paragraphs.length + background.facts.length > 0),
      ...background,
    },
    earlier: {
      ...section('earlier', labels.earlier_resolutions, earlier.length > 0),
      rows: earlier,
      note: assumptionNote(
        briefing.earlier.map(({ resolution }) => resolution),
        briefing.calendar,
      ),
    },
    statistics: {
      ...section(
        'statistics',
        labels.statistics,
        tables.rows.length + tables.bars.length + tables.lines.length > 0,
      ),
      ...tables,
    },
    statements: {
      ...section('statements', labels.statements, statements.length > 0),
      themes: statements,
      cited: names.cited((meeting.statements ?? []).map(({ source }) => source)),
    },
    obstacles: {
      ...section('obstacles', labels.obstacles, obstacles.length > 0),
      groups: obstacles,
      cited: names.cited((meeting.obstacles ?? []).map(({ source }) => source)),
    },
    asks: {
      ...section(
        'asks',
        labels.asks,
        asks.some(({ legalBasis, effect }) => legalBasis || effect),
      ),
      rows: asks,
      total: askedTotal(briefing, money),
    },
    resolutions: {
      ...section(
        'resolutions',
        isDraft(meeting) ? labels.draft_resolutions : labels.resolutions,
        resolutions.length > 0,
      ),
      rows: resolutions,
      note: assumptionNote(meeting.resolutions ?? [], briefing.calendar),
    },
    participants: {
      ...section('participants', labels.participants, participants.length > 0),
      rows: participants,
    },
    minutes: minutesFields(meeting, names, labels),
    attendance: { ...section('attendance', presence, (meeting.attendees ?? []).length > 0), ...present },
    discussion: { ...section('discussion', labels.discussion, said.length > 0), items: said },
    decisions: {
      ...section('decisions', labels.resolutions, resolutions.length > 0),
      rows: resolutions,
      note: assumptionNote(meeting.resolutions ?? [], briefing.calendar),
    },
    nextMeeting: nextMeeting(briefing, labels),
    signatures: { ...section('signatures', '', false), ...signatures(briefing, names, labels) },
    copies: copyRows(briefing, names),
    mark: { text: markOf(paper, briefing, house) },
    archived: archivedWords(house),
    invitation: invitation(desk, addressee),
    excerpt: excerpt(desk, addressee),
    sources: {
      ...section('sources', labels.sources, names.sources.length > 0),
      rows: names.sources,
      note: names.oneSource ? fa`همه\u0654 ارقام و اظهارات این پرونده از این منبع است.` : '',
    },
    annexes: { ...section('annexes', labels.annexes, annexes.length > 0), rows: annexes },
  }
  return numbered(view, paper.sections ?? [], pages)
}

/** What the paper is called: the office's word, else its definition's. */
/** A draft is no paper that anybody would compare. */
function markOf({ kind, qr }: PaperDefinition, briefing: Briefing, house: House): string {
  if (qr !== 'yes' || isDraft(briefing.meeting) || house.sourceHash === undefined) return ''
  return paperMark(imprint(kind, briefing, house).fields, house.sourceHash)
}

function paperTitle({ kind, title, titled }: PaperDefinition, labels: Labels): string {
  const own = `${kind.replaceAll('-', '_')}_paper`
  if (titled) return title
  return own in labels ? labels[own as LabelKey] : title
}

/** The meeting's objective and occasion as the opening sentence. */
export function purpose({ meeting: { meeting } }: Briefing, labels: Labels): string {
  const ended = (text: string): string => (/[.؟!]$/.test(text) ? text : `${text}.`)
  const occasion = meeting.occasion && `${labels.occasion}: ${meeting.occasion}`
  return [meeting.objective, occasion].flatMap((text) => (text ? ended(text) : [])).join(' ')
}

/** The sum of several amounts asked for, one for each unit: «مجموع: ۵۰۰ میلیارد تومان». */
function askedTotal({ meeting, asked }: Briefing, money: MoneyWords): string {
  const amounts = (meeting.asks ?? []).filter(({ amount }) => amount).length
  return amounts > 1 ? `مجموع: ${joinList(asked.map(money))}` : ''
}

/** A section; without content it has no title. */
function section(id: SectionId, title: string, printed: boolean): Section {
  return { id, number: '', title: printed ? title : '' }
}

/** Counts the sections of the paper that have content, in its order, and lists them as its contents. */
function numbered(view: View, order: readonly SectionId[], pages: ReadonlyMap<string, number>): View {
  const printed = order.filter((id) => id !== 'contents' && view[id].title !== '')
  const numbers = printed.map((id, index) => [id, { ...view[id], number: number(index + 1) }] as const)
  const rows = numbers.map(([, { id, number: n, title }]) => {
    const page = pages.get(id)
    return { id, number: n, title, page: page === undefined ? '' : number(page) }
  })
  return { ...view, ...Object.fromEntries(numbers), contents: { ...view.contents, rows } }
}

const number = (n: number): string => toPersianDigits(String(n))

function agendaRows({ meeting }: Briefing, names: Directory): View['agenda']['rows'] {
  return (meeting.agenda ?? []).map((item, index) => ({
    n: number(index + 1),
    topic: item.topic,
    presenter: item.presenter ? names.person(item.presenter).name : '',
    minutes: item.minutes ? number(item.minutes) : '',
    nature: item.nature ? agendaNatures[item.nature] : '',
    annexes: (item.annexes ?? []).map((id) => names.annex(id)).join('، '),
  }))
}

function earlierRows(
  { earlier, calendar }: Briefing,
  names: Directory,
  labels: Labels,
  money: MoneyWords,
): EarlierRow[] {
  return earlier.map((row, index) => {
    const { resolution, standing: shape } = row
    const status = lastOf(resolution, 'status')
    const word = shape === 'late' ? 'دارای تأخیر' : status ? resolutionStates[status] : ''
    return {
      n: number(index + 1),
      text: resolution.text,
      responsible: names.body(resolution.responsible),
      deadline: deadlineText(resolution, calendar),
      // What nobody has said anything of yet is told by how it stands.
      status: row.entry && word === '' ? statusOf(row.entry, labels) : { word, shape },
      history: historyLine(row, labels, money),
    }
  })
}

function obstacleGroups({ obstacles }: Briefing, names: Directory): View['obstacles']['groups'] {
  return obstacles.map(({ level, rows }) => ({
    level: level ? `در سطح ${levels[level]}` : 'بدون سطح معین',
    rows: rows.map((row) => ({
      text: row.text,
      body: names.body(row.body),
      effect: row.effect ?? '',
      source: names.mark(row.source),
    })),
  }))
}

function participantRows({ meeting }: Briefing, names: Directory): View['participants']['rows'] {
  return (meeting.attendees ?? []).map((row) => {
    const { post = '', body = '', note = '' } = names.person(row.person)
    const deputy = row.represented_by && `نماینده: ${names.person(row.represented_by).name}`
    return {
      name: names.addressed(row.person),
      post,
      body: post.includes(body) ? '' : body,
      note,
      attendance: [attendances[row.attendance ?? 'expected'], deputy].filter(Boolean).join('؛ '),
    }
  })
}

function annexRows({ meeting }: Briefing, names: Directory, labels: Labels): View['annexes']['rows'] {
  return (meeting.annexes ?? []).map((row) => {
    const mark = names.mark(row.source)
    return {
      n: names.annex(row.id),
      title: row.title,
      detail: [belongingOf(meeting, row.id, labels), mark && `منبع: [${mark}]`].filter(Boolean).join('؛ '),
      class: row.class ? classes[row.class] : '',
    }
  })
}

/** Ids of a meeting file → names as printed. A reference that is no id is the name itself. */
import type { Meeting, Person } from '../model/meeting.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { formatDate } from '../persian/date-format.ts'
import type { SourceEntry } from './view.ts'

export interface Directory {
  person(reference: string): Pick<Person, 'name' | 'post' | 'body' | 'note'>
  /** Name with the form of address, as a letter would write it. */
  addressed(reference: string): string
  body(reference: string | undefined): string
  annex(reference: string): string
  /** Number of the source in the list of sources; '' for none, and where all has one and the same source. */
  mark(reference: string | undefined): string
  /** The sources with these references, «[۱] گزارش …؛ [۲] …»; '' where a mark would say nothing. */
  cited(references: (string | undefined)[]): string
  sources: SourceEntry[]
  /** Whether every figure and statement has the one source there is, so that marks would only be noise. */
  oneSource: boolean
}

/** Sources that are named in words rather than by id are added to the list in the order they are met. */
export function directory(meeting: Meeting): Directory {
  const people = new Map(
    (meeting.people ?? []).flatMap(
      (row) =>
        [
          [row.id, row],
          [row.name, row],
        ] as const,
    ),
  )
  const bodies = new Map((meeting.bodies ?? []).map((row) => [row.id, row.name]))
  const annexes = new Map((meeting.annexes ?? []).map((row, index) => [row.id, number(index + 1)]))
  const marks = new Map<string, string>()
  const sources: SourceEntry[] = []
  for (const row of meeting.sources ?? []) {
    const mark = number(sources.length + 1)
    const detail = [row.publisher, row.date && formatDate(row.date, 'long'), row.address]
      .filter(Boolean)
      .join('، ')
    sources.push({ mark, title: row.title, detail })
    for (const name of [row.id, row.title]) marks.set(name, mark)
  }
  const oneSource = hasOneSource(meeting)
  if (oneSource) for (const source of sources) source.mark = ''
  const markOf = (reference: string | undefined): string => {
    if (reference === undefined || oneSource) return ''
    const known = marks.get(reference)
    if (known !== undefined) return known
    const mark = number(sources.length + 1)
    marks.set(reference, mark)
    sources.push({ mark, title: reference, detail: '' })
    return mark
  }
  const body = (reference: string | undefined): string =>
    reference === undefined ? '' : (bodies.get(reference) ?? reference)

  return {
    sources,
    oneSource,
    body,
    person(reference) {
      const row = people.get(reference)
      return row ? { ...row, body: body(row.body) } : { name: reference }
    },
    addressed(reference) {
      const row = people.get(reference)
      return row ? [row.honorific, row.name].filter(Boolean).join(' ') : reference
    },
    annex: (reference) => annexes.get(reference) ?? reference,
    mark: markOf,
    cited(references) {
      const named = new Set(references.map(markOf).filter(Boolean))
      return sources.flatMap(({ mark, title }) => (named.has(mark) ? [`[${mark}] ${title}`] : [])).join('؛ ')
    },
  }
}

/** A text with the mark of its source after it. */
export const marked = (text: string, mark: string): string =>
  [text, mark && `[${mark}]`].filter(Boolean).join(' ')

function hasOneSource({ sources, statistics, statements, obstacles, asks, annexes }: Meeting): boolean {
  const must = [...(statistics ?? []), ...(statements ?? [])]
  const may = [...(obstacles ?? []), ...(asks ?? []), ...(annexes ?? [])]
  const [first] = sources ?? []
  const known = (name: string | undefined): boolean => name === first?.id || name === first?.title
  return (
    sources?.length === 1 &&
    must.length > 0 &&
    must.every(({ source }) => known(source)) &&
    may.every(({ source }) => source === undefined || known(source))
  )
}

const number = (n: number): string => toPersianDigits(String(n))

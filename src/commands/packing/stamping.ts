/** Which stamps each page of a pack bears. */
import type { Stamp } from '../../annex/assemble.ts'
import { classes, states } from '../../model/choices.ts'
import type { Class } from '../../model/choices.ts'
import { addressedName, annexLabel, copyWords } from '../../paper/pack.ts'
import type { PackFacts } from '../../paper/pack.ts'
import type { StampText } from '../../pipeline.ts'
import { toPersianDigits } from '../../persian/digits.ts'

/** A part of a pack as its pages are stamped. */
export interface StampedPart {
  pages: number
  /** The number of an annex, on its own pages. */
  annex?: number
}

interface Placed {
  text: StampText
  edge: Stamp['edge']
  /** Whether it counts pages, which packs of those who may see the same have in common. */
  counts?: true
}

/** What the stamps of one pack say. */
export interface StampFacts extends Pick<PackFacts, 'recipient' | 'copy'> {
  class: Class
  draft: boolean
}

/** Whose copy it is, where it is one person's. */
export type Owner = Pick<PackFacts, 'recipient' | 'copy'>

const number = (n: number): string => toPersianDigits(String(n))

/** Stamps of every page, but for the mark: class, number of the copy and name at the head. */
function headStamp({ class: level, ...owner }: StampFacts): Placed {
  const rest = ownerWords(owner).map((word) => ` · ${word}`)
  return {
    text: { kind: 'side', align: 'left', strong: classes[level], text: rest.join(''), dir: 'rtl' },
    edge: 'head',
  }
}

const ownerWords = ({ recipient, copy }: Owner): string[] =>
  [
    copy === undefined ? '' : copyWords(copy, recipient?.language ?? 'fa'),
    recipient ? addressedName(recipient) : '',
  ].filter(Boolean)

/** The mark across a page: whose copy it is and, on papers of ours, that they are drafts. */
function markOf({ draft, ...owner }: StampFacts, isAnnex: boolean): Placed[] {
  const strong = draft && !isAnnex ? states.draft : ''
  const text = ownerWords(owner).join(' · ')
  if (strong === '' && text === '') return []
  const dir = owner.recipient?.language === 'en' && strong === '' ? 'ltr' : 'rtl'
  return [{ text: { kind: isAnnex ? 'veil' : 'mark', align: 'center', strong, text, dir }, edge: 'middle' }]
}

/** The class at the foot of an annex. */
const footStamp = (level: Class): Placed => ({
  text: { kind: 'side', align: 'left', strong: classes[level], text: '', dir: 'rtl' },
  edge: 'foot',
})

/** Those that do not count pages. */
export const uncounted = (facts: StampFacts): StampText[] =>
  [headStamp(facts), ...markOf(facts, true), ...markOf(facts, false), footStamp(facts.class)].map(
    ({ text }) => text,
  )

/** The stamps of every page, in the order of the pages. */
export function stampsOf(parts: readonly StampedPart[], facts: StampFacts): Placed[][] {
  const total = parts.reduce((sum, { pages }) => sum + pages, 0)
  const head = headStamp(facts)
  const [ours, theirs] = [false, true].map((isAnnex) => [...markOf(facts, isAnnex), head])
  let page = 0
  return parts.flatMap(({ pages, annex }) =>
    Array.from({ length: pages }, (_, index) => {
      page++
      const foot: StampText = {
        kind: 'centre',
        align: 'center',
        text: `صفحه\u0654 ${number(page)} از ${number(total)}`,
        dir: 'rtl',
      }
      const counted: Placed = { text: foot, edge: 'foot', counts: true }
      if (annex === undefined) return [...ours!, counted]
      const label: StampText = {
        kind: 'side',
        align: 'right',
        text: `${annexLabel(annex)} – صفحه\u0654 ${number(index + 1)} از ${number(pages)}`,
        dir: 'rtl',
      }
      return [
        ...theirs!,
        { text: label, edge: 'head' as const, counts: true as const },
        counted,
        footStamp(facts.class),
      ]
    }),
  )
}

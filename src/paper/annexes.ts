/** Annexes in papers: what each of them belongs to. */
import { glossary } from '../model/glossary.ts'
import type { Labels } from '../model/glossary.ts'
import type { Meeting } from '../model/meeting.ts'
import { toPersianDigits } from '../persian/digits.ts'
import { joinList } from '../persian/words.ts'

/**
 * The items of the agenda and the resolutions that name an annex by its id, by their numbers: «بند ۲ دستور جلسه؛ مصوبات ۱ و ۳».
 * Empty for an annex that belongs to the whole.
 */
export function belongingOf(
  { agenda = [], resolutions = [] }: Meeting,
  annex: string,
  labels: Labels = glossary,
): string {
  const items = naming(agenda, annex)
  const decisions = naming(resolutions, annex)
  return [
    items.length > 0 && `${items.length > 1 ? 'بندهای' : 'بند'} ${joinList(items)} ${labels.agenda}`,
    decisions.length > 0 &&
      `${decisions.length > 1 ? labels.resolutions : linked(labels.resolution)} ${joinList(decisions)}`,
  ]
    .filter(Boolean)
    .join('؛ ')
}

function naming(rows: readonly { annexes?: readonly string[] | undefined }[], annex: string): string[] {
  return rows.flatMap(({ annexes = [] }, index) =>
    annexes.includes(annex) ? toPersianDigits(String(index + 1)) : [],
  )
}

/** A word before its number. */
const linked = (word: string): string => (word.endsWith('ه') ? `${word}\u0654` : word)

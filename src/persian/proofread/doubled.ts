/** A word written twice. */
import { withHalfSpaces } from '../fa.ts'
import { pairsOf } from './rule.ts'
import type { Rule } from './rule.ts'

/** Short words that are never said twice. Other words of fewer than four letters may be: «تک تک», «کم کم». */
const SHORT = new Set(
  'از به در با را که و تا بر این آن هر شد شده است بود هم نیز یا اگر اما طی ضمن برای'.split(' '),
)
/** Longer words that are said twice on purpose. */
const TWICE = new Set(
  withHalfSpaces(
    'دانه گروه آرام قطره بارها هزار ذره رفته مرحله خیلی دسته آهسته رشته پاره یواش تکه نوبت هفته ساعت خانه کوچه بسیار اندک جداگانه',
  ).split(' '),
)

export const doubledWord: Rule = {
  id: 'word/doubled',
  find: (text) =>
    pairsOf(text)
      .filter(([first, second]) => first.text === second.text)
      .filter(([{ text: word }]) => SHORT.has(word) || (word.length > 3 && !TWICE.has(word)))
      .map(([first, second]) => ({
        start: first.start,
        end: second.end,
        suggestion: first.text,
        values: { word: first.text },
      })),
}

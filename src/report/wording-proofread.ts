/** Words for what proofreading finds: a rule each. The cure is the suggestion, where there is one. */
import type { Wording } from './wording.ts'

const rules: Record<string, [fa: string, en: string]> = {
  'letter/arabic': ['«{found}» حرف عربی دارد.', '"{found}" has an Arabic letter.'],
  'letter/look-alike': [
    '«{found}» نویسه~ای شبیه حرف فارسی دارد.',
    '"{found}" has a character that only looks Persian.',
  ],
  'letter/teh-marbuta': ['«{found}» تای گرد دارد.', '"{found}" has a teh marbuta.'],
  'letter/latin': ['در واژهٔ «{found}» حرف لاتین هست.', 'The word "{found}" has a Latin letter in it.'],
  'half-space/wrong-character': [
    'در «{found}» نویسه~ای دیگر به جای نیم~فاصله آمده است.',
    '"{found}" has another character in place of the half-space.',
  ],
  'half-space/verb': ['«{found}» با نیم~فاصله نوشته می~شود.', '"{found}" is written with a half-space.'],
  'half-space/joined-verb': [
    '«{found}» با نیم~فاصله نوشته می~شود.',
    '"{found}" is written with a half-space.',
  ],
  'half-space/plural': [
    'نشانهٔ جمع در «{found}» با نیم~فاصله می~آید.',
    'The plural in "{found}" takes a half-space.',
  ],
  'half-space/comparative': [
    '«تر» و «ترین» در «{found}» با نیم~فاصله می~آید.',
    'The comparative in "{found}" takes a half-space.',
  ],
  'half-space/ending': [
    'پسوند «{found}» با نیم~فاصله می~آید.',
    'The ending in "{found}" takes a half-space.',
  ],
  'half-space/ezafe': ['یای اضافه در «{found}» جدا نمی~آید.', 'The ezafe in "{found}" does not stand apart.'],
  'half-space/prefix': [
    'پیشوند «{found}» با نیم~فاصله می~آید.',
    'The prefix in "{found}" takes a half-space.',
  ],
  'half-space/compound': [
    '«{found}» یک واژه است و نیم~فاصله می~خواهد.',
    '"{found}" is one word and takes a half-space.',
  ],
  'half-space/joined-compound': [
    '«{found}» با نیم~فاصله خواناتر است.',
    '"{found}" reads better with a half-space.',
  ],
  'half-space/stray': ['نیم~فاصلهٔ «{found}» بی~جاست.', 'The half-space in "{found}" is out of place.'],
  'punctuation/space-before': [
    'پیش از نشانهٔ «{found}» فاصله نمی~آید.',
    'There is no space before "{found}".',
  ],
  'punctuation/inner-space': [
    'درون پرانتز یا گیومهٔ «{found}» فاصله نمی~آید.',
    'There is no space inside the brackets of "{found}".',
  ],
  'punctuation/latin-mark': ['نشانهٔ «{found}» لاتین است.', 'The mark "{found}" is Latin.'],
  'punctuation/space-after': ['پس از نشانهٔ «{found}» فاصله می~آید.', 'A space follows "{found}".'],
  'punctuation/space-before-opening': ['پیش از «{found}» فاصله می~آید.', 'A space stands before "{found}".'],
  'punctuation/repeated': ['نشانهٔ «{found}» تکرار شده است.', 'The mark "{found}" is repeated.'],
  'punctuation/ellipsis': ['«{found}» سه~نقطه است.', '"{found}" is an ellipsis.'],
  'space/double': ['فاصله تکرار شده است.', 'The space is repeated.'],
  'quote/latin': ['«{found}» گیومهٔ لاتین دارد.', '"{found}" has Latin quotes.'],
  'quote/unbalanced': ['گیومهٔ «{found}» جفت ندارد.', 'The quote "{found}" has no partner.'],
  'digit/arabic': ['رقم~های «{found}» عربی است.', 'The digits of "{found}" are Arabic.'],
  'digit/european': ['رقم~های «{found}» لاتین است.', 'The digits of "{found}" are European.'],
  'word/doubled': ['واژهٔ «{found}» دو بار آمده است.', 'The word "{found}" stands twice.'],
  'sentence/long': ['این جمله بسیار بلند است.', 'This sentence is very long.'],
  'sentence/digit-first': ['جمله با رقم آغاز شده است.', 'The sentence begins with a digit.'],
}

/** By code: `proofread/` and the id of the rule. */
export const proofreadWording: Record<string, Wording> = Object.fromEntries(
  Object.entries(rules).map(([rule, [fa, en]]): [string, Wording] => [
    `proofread/${rule}`,
    {
      fa: [fa, 'اگر درست است، آن را در «واژه~های درست» jalaseh.yaml بیاورید.'],
      en: [en, 'If it is right, add it to "words" in jalaseh.yaml.'],
    },
  ]),
)

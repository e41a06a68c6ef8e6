import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withHalfSpaces } from '../../src/persian/fa.ts'
import { NBSP, PDI, RLI, RLM, ZWNJ } from '../../src/persian/invisible.ts'
import {
  compatible,
  corrected,
  proofread,
  proofreadingRules,
  withSuggestions,
} from '../../src/persian/proofread/proofread.ts'
import type { Finding } from '../../src/persian/proofread/proofread.ts'
import type { Match } from '../../src/persian/proofread/rule.ts'
import { zonesOf } from '../../src/persian/proofread/zones.ts'
import { runs } from './runs.ts'

const ZWJ = '\u200d'
const ZERO_WIDTH_SPACE = '\u200b'
const FATHA = '\u064e'
const HAMZA_ABOVE = '\u0654'
const ARABIC_YEH = '\u064a'
const ALEF_MAKSURA = '\u0649'
const ARABIC_KAF = '\u0643'
const SWASH_KAF = '\u06aa'
const E = '\u06d0'
const YEH_BARREE = '\u06d2'
const HEH_DOACHASHMEE = '\u06be'
const HEH_GOAL = '\u06c1'
const AE = '\u06d5'
const HEH_WITH_YEH = '\u06c0'
const HEH_GOAL_WITH_HAMZA = '\u06c2'
const LAM_ALEF_FORM = '\ufefb'
const FATHA_FORM = '\ufe76'
const QURAN_OPENING = '\ufd3f'
const QURAN_CLOSING = '\ufd3e'

/** What one rule makes of a text, codes and Latin words included. */
function matchesOf(id: string, text: string): Match[] {
  return proofreadingRules.filter((rule) => rule.id === id).flatMap((rule) => rule.find(text))
}

const shown = (text: string, { start, end, suggestion }: Match): string =>
  suggestion === undefined ? text.slice(start, end) : `${text.slice(start, end)} → ${suggestion}`

const words = (count: number): string => Array.from({ length: count }, () => 'متن').join(' ')

type Row = [text: string, ...found: string[]]

/** A text, and all that the rule finds in it. `~` is the half-space. */
function rule(id: string, what: string, rows: Row[]): void {
  describe(`${id} ${what}`, () => {
    it.each(
      rows.map(([text, ...expected]): [string, string[]] => [
        withHalfSpaces(text),
        expected.map((one) => withHalfSpaces(one)),
      ]),
    )('%j', (text, expected) => {
      expect(matchesOf(id, text).map((match) => shown(text, match))).toEqual(expected)
    })
  })
}

describe('words stand in a pair', () => {
  rule('word/doubled', 'only with nothing but spaces between them', [
    ['در در', 'در در → در'],
    ['در   در', 'در   در → در'],
    ['در\nدر'],
    ['در، در'],
    ['در ،در'],
    ['در ، در'],
    ['در'],
    [''],
  ])
})

rule('word/doubled', 'lets be what is said twice on purpose', [
  ['از جلسه جلسه آمد', 'جلسه جلسه → جلسه'],
  ['تک تک'],
  ['طرح طرح'],
  ['گروه گروه'],
  ['دانه دانه'],
  ['گزارش گزارشی'],
  ['جلسه جلسه جلسه', 'جلسه جلسه → جلسه', 'جلسه جلسه → جلسه'],
])

rule('digit/european', 'takes a number for what it is', [
  ['12 نفر', '12 → ۱۲'],
  ['نفر 12', '12 → ۱۲'],
  ['ساعت 10:30 آمد', '10:30 → ۱۰:۳۰'],
  ['تلفن 12-13 است', '12 → ۱۲', '13 → ۱۳'],
  ['بند 5. پایان', '5 → ۵'],
  ['بند ۱۲-13 است', '13 → ۱۳'],
  ['بند 1۲ است', '1۲ → ۱۲'],
  ['بند ۱۲ و ٣ است'],
])
rule('digit/european', 'leaves what is Latin, and what stands beside it', [
  ['12 13'],
  ['12 kg'],
  ['واحد 12x است'],
  ['استاندارد ISO 9001 است'],
  ['وزن 12 kg است'],
  ['نشانی a_12 است'],
  ['ISO است و 12 نفر', '12 → ۱۲'],
  ['نفر 12 و سه kg', '12 → ۱۲'],
])
rule('digit/european', 'leaves a code', [
  ['کد 123 است'],
  ['کد کالای 123 است'],
  ['شناسهٔ 123 است'],
  ['کد کالای تازه 123 است', '123 → ۱۲۳'],
  ['رمزکد 123 است', '123 → ۱۲۳'],
  ['کدام بند 123 است', '123 → ۱۲۳'],
])
rule('digit/european', 'writes the separator of thousands where it is one', [
  ['مبلغ 250,000 ریال', '250,000 → ۲۵۰٬۰۰۰'],
  ['مبلغ 1,250,000 ریال', '1,250,000 → ۱٬۲۵۰٬۰۰۰'],
  ['مبلغ 1250,000 ریال', '1250,000 → ۱۲۵۰,۰۰۰'],
  ['مبلغ 1,25 ریال', '1,25 → ۱,۲۵'],
  ['مبلغ 1,2500 ریال', '1,2500 → ۱,۲۵۰۰'],
  ['مبلغ 1,250.5 ریال', '1,250.5 → ۱,۲۵۰.۵'],
  ['مبلغ 1.5,000 ریال', '1.5,000 → ۱.۵,۰۰۰'],
])
rule('digit/arabic', 'takes the digits of a number together', [
  ['جمع ٤٥٦ و ٣', '٤٥٦ → ۴۵۶', '٣ → ۳'],
  ['جمع ۴۵۶ و 3'],
])

rule('half-space/verb', 'joins «می» and «نمی» to the form of a verb', [
  ['می رود', 'می رود → می~رود'],
  ['او نمی رود', 'نمی رود → نمی~رود'],
  ['او می~ رود', 'می~ رود → می~رود'],
  ['او می  رود', 'می  رود → می~رود'],
  ['می رفت', 'می رفت → می~رفت'],
  ['می رفتم', 'می رفتم → می~رفتم'],
  ['می رفتی', 'می رفتی → می~رفتی'],
  ['می رفتیم', 'می رفتیم → می~رفتیم'],
  ['می رفتید', 'می رفتید → می~رفتید'],
  ['می رفتند', 'می رفتند → می~رفتند'],
  ['می کنم', 'می کنم → می~کنم'],
  ['می کنی', 'می کنی → می~کنی'],
  ['می کند', 'می کند → می~کند'],
  ['می کنیم', 'می کنیم → می~کنیم'],
  ['می کنید', 'می کنید → می~کنید'],
  ['می کنند', 'می کنند → می~کنند'],
  ['می کن'],
  ['آدمی رود'],
  ['میز رود'],
  ['می خانه'],
])
rule('half-space/verb', 'takes «می» for the month after a day or the name of one', [
  ['۵ می شود'],
  ['5 می شود'],
  ['٥ می شود'],
  ['۲۵می شود'],
  ['۵  می شود'],
  ['در روز ۲۵ می شود'],
  ['۵ و می شود', 'می شود → می~شود'],
  ['در ۲۵ روز می شود', 'می شود → می~شود'],
  ['ماه می شود'],
  ['روز سوم می شود'],
  ['سی~ام می شود'],
])

rule('half-space/joined-verb', 'parts «می» from a verb that is plain to see', [
  ['او میرود', 'میرود → می~رود'],
  ['او نمیرود', 'نمیرود → نمی~رود'],
  ['او میتواند', 'میتواند → می~تواند'],
  ['قدیمیرود'],
  ['میشد'],
  ['میدان'],
  ['میبرد'],
])

rule('half-space/plural', 'joins an ending to a whole word', [
  ['آب ها', 'آب ها → آب~ها'],
  ['نامه هایشان', 'نامه هایشان → نامه~هایشان'],
  ['ب ها'],
  ['این ها'],
  ['کتاب~ ها'],
  ['ها ها'],
  ['کتاب ما'],
])

rule('half-space/comparative', 'joins every form of the ending to what it suits', [
  ['مهم تر', 'مهم تر → مهم~تر'],
  ['مهم ترین', 'مهم ترین → مهم~ترین'],
  ['مهم تری', 'مهم تری → مهم~تری'],
  ['مهم ترها', 'مهم ترها → مهم~ترها'],
  ['مهم تر~ها', 'مهم تر~ها → مهم~تر~ها'],
  ['مهم ترهای', 'مهم ترهای → مهم~ترهای'],
  ['مهم ترین~های', 'مهم ترین~های → مهم~ترین~های'],
  ['بیش تر', 'بیش تر → بیشتر'],
  ['کم ترین', 'کم ترین → کمترین'],
  ['مهم دفتر'],
  ['مهم ترکیب'],
])
rule('half-space/comparative', 'is sure of «ترین» after other words, too', [
  ['پرشتاب ترین', 'پرشتاب ترین → پرشتاب~ترین'],
  ['پرشتاب تر'],
  ['داغ ترین', 'داغ ترین → داغ~ترین'],
  ['آب ترین'],
  ['این ترین'],
])

rule('half-space/ending', 'joins an ending to a participle', [
  ['کرده اند', 'کرده اند → کرده~اند'],
  ['کرده ام', 'کرده ام → کرده~ام'],
  ['کرده ایم', 'کرده ایم → کرده~ایم'],
  ['نکرده اید', 'نکرده اید → نکرده~اید'],
  ['خانه اند'],
  ['خانه ام'],
  ['خانه ایم'],
  ['خانه اید'],
  ['کرده است'],
])
rule('half-space/ending', 'joins «ام» to the numeral thirty', [
  ['سی ام', 'سی ام → سی~ام'],
  ['سی اند'],
  ['بیست ام'],
])
rule('half-space/ending', 'joins «ای» and «اش» to a word in «ه»', [
  ['برنامه ای', 'برنامه ای → برنامه~ای'],
  ['برنامه اش', 'برنامه اش → برنامه~اش'],
  ['تپه ای', 'تپه ای → تپه~ای'],
  ['مه ای'],
  ['همه اش'],
  ['کتاب ای'],
  ['کتاب اش'],
])

rule('half-space/ezafe', 'is for a word in «ه»', [
  ['خانه ی', `خانه ی → خانه${HAMZA_ABOVE}`],
  ['تپه ی', `تپه ی → تپه${HAMZA_ABOVE}`],
  ['مه ی'],
  ['کتاب ی'],
  ['خانه ما'],
])

rule('half-space/prefix', 'knows what «بی» and «نا» go with', [
  ['بی سابقه', 'بی سابقه → بی~سابقه'],
  ['نا مناسب', 'نا مناسب → نامناسب'],
  ['بی مناسب'],
  ['نا سابقه'],
  ['در سابقه'],
  ['در مناسب'],
])

rule('half-space/compound', 'joins the halves and keeps the ending', [
  ['پیش نویس', 'پیش نویس → پیش~نویس'],
  ['پیش نویس~های', 'پیش نویس~های → پیش~نویس~های'],
  ['پیش نویسی', 'پیش نویسی → پیش~نویسی'],
  ['جمع بندی', 'جمع بندی → جمع~بندی'],
  ['جمع بندی~ها', 'جمع بندی~ها → جمع~بندی~ها'],
  ['کار شناسها', 'کار شناسها → کارشناسها'],
  ['پیش نامه'],
  ['نامه نویس'],
])
rule('half-space/compound', 'leaves a first half that belongs to the word before', [
  ['سال پیش نویس'],
  ['به صورت جلسه'],
  ['به پیش نویس', 'پیش نویس → پیش~نویس'],
  ['سال صورت جلسه', 'صورت جلسه → صورت~جلسه'],
  ['در صورت جلسه', 'صورت جلسه → صورت~جلسه'],
  ['سال جمع بندی', 'جمع بندی → جمع~بندی'],
])
rule('half-space/joined-compound', 'parts the halves and keeps the ending', [
  ['پیشنویس', 'پیشنویس → پیش~نویس'],
  ['پیشنویسها', 'پیشنویسها → پیش~نویسها'],
  ['پیشنویس~های', 'پیشنویس~های → پیش~نویس~های'],
  ['جمعبندی', 'جمعبندی → جمع~بندی'],
  ['جمعبندی~ها', 'جمعبندی~ها → جمع~بندی~ها'],
  ['پیش~نویس'],
  // As good with nothing between, or the same to look at.
  ['صورتجلسه'],
  ['بلندمدت'],
])

rule('half-space/stray', 'leaves one half-space inside a word', [
  ['می~رود'],
  [`کتاب${FATHA}~ها`],
  [`ه${ZWJ}~ش`],
  ['a~b'],
])
rule('half-space/stray', 'makes one of many inside a word', [
  ['می~~رود', '~~ → ~'],
  ['می~~~رود', '~~~ → ~'],
  [`کتاب${FATHA}~~ها`, '~~ → ~'],
  [`ه${ZWJ}~~ش`, '~~ → ~'],
])
rule('half-space/stray', 'drops all at the edge of a word', [
  ['~کتاب', '~ → '],
  ['در ~کتاب', '~ → '],
  ['در ~~کتاب', '~~ → '],
  ['کتاب~', '~ → '],
  ['کتاب~ خوب', '~ → '],
  ['کتاب~~ خوب', '~~ → '],
  ['۵~ام', '~ → '],
  ['کتاب~۵', '~ → '],
  ['۵~~ام', '~~ → '],
  ['در ~ و', '~ → '],
])
rule('half-space/wrong-character', 'takes a not-sign or a zero-width space between letters', [
  ['می¬رود', '¬ → ~'],
  [`می${ZERO_WIDTH_SPACE}رود`, `${ZERO_WIDTH_SPACE} → ~`],
  [`می¬${ZERO_WIDTH_SPACE}رود`, `¬${ZERO_WIDTH_SPACE} → ~`],
  ['¬می'],
  ['می¬'],
  ['می ¬ رود'],
])

rule('letter/arabic', 'sets all letters of the word right', [
  [`${ARABIC_KAF}تاب عل${ARABIC_YEH}`, `${ARABIC_KAF}تاب → کتاب`, `عل${ARABIC_YEH} → علی`],
  [`حت${ALEF_MAKSURA}`, `حت${ALEF_MAKSURA} → حتی`],
  [`را${ARABIC_YEH}${HEH_DOACHASHMEE}`, `را${ARABIC_YEH}${HEH_DOACHASHMEE} → رایه`],
  [`نام${AE}`],
  ['کتاب علی'],
])
rule('letter/look-alike', 'knows each letter by its Persian one', [
  [`بل${E}`, `بل${E} → بلی`],
  [`بل${YEH_BARREE}`, `بل${YEH_BARREE} → بلی`],
  [`${SWASH_KAF}ار`, `${SWASH_KAF}ار → کار`],
  [`نام${HEH_DOACHASHMEE}`, `نام${HEH_DOACHASHMEE} → نامه`],
  [`نام${HEH_GOAL}`, `نام${HEH_GOAL} → نامه`],
  [`نام${AE}`, `نام${AE} → نامه`],
  [`نام${HEH_WITH_YEH}`, `نام${HEH_WITH_YEH} → نامه${HAMZA_ABOVE}`],
  [`نام${HEH_GOAL_WITH_HAMZA}`, `نام${HEH_GOAL_WITH_HAMZA} → نامه${HAMZA_ABOVE}`],
  [`${SWASH_KAF}${E}`, `${SWASH_KAF}${E} → کی`],
  [`س${LAM_ALEF_FORM}م`, `س${LAM_ALEF_FORM}م → سلام`],
  [`ب${FATHA_FORM}`, `ب${FATHA_FORM} → ب${FATHA}`],
  [`را${ARABIC_YEH}${HEH_DOACHASHMEE}`],
  // In the range of the forms, and no form of anything.
  [`نامه${QURAN_OPENING}`],
])
rule('letter/teh-marbuta', 'lets an Arabic phrase be', [
  ['آیة نازل', 'آیة'],
  ['آیة', 'آیة'],
  ['دایرة المعارف'],
  ['دایرة~المعارف'],
  ['آیة آل', 'آیة'],
  ['آیة نال', 'آیة'],
  ['آیه نازل'],
  ['ةیه'],
])
rule('letter/latin', 'sees one Latin letter between two Persian ones', [
  ['سlل', 'l → ا'],
  ['سIل', 'I → ا'],
  ['نامoی', 'o → ه'],
  ['سaل', 'a'],
  ['سllل'],
  ['lسل'],
  ['سl'],
  ['س l ل'],
])

it('suggests nothing for a Latin letter that looks like no Persian one', () => {
  expect(matchesOf('letter/latin', 'سaل')).toStrictEqual([{ start: 1, end: 2, values: { letter: 'a' } }])
})

rule('punctuation/space-before', 'closes up a mark with the word before it', [
  ['الف ، ب', ' ، → ،'],
  ['الف ؛ ب', ' ؛ → ؛'],
  ['الف ؟', ' ؟ → ؟'],
  ['«الف »', ' » → »'],
  ['(الف )', ' ) → )'],
  ['[الف ]', ' ] → ]'],
  ['الف   ،ب', '   ، → ،'],
  ['الف .', ' . → .'],
  ['الف : ب', ' : → :'],
  ['الف !\nب', ' ! → !'],
  ['«الف .»', ' . → .'],
  ['الف .پی'],
  ['الف !ب'],
  [' ، ب'],
  ['الف\n ، ب'],
  ['الف، ب'],
])
rule('punctuation/inner-space', 'closes up an opening mark with what follows', [
  ['« الف»', '«  → «'],
  ['( الف)', '(  → ('],
  ['[  الف]', '[   → ['],
  ['(الف) ب'],
  ['الف ( '],
  ['الف ( \nب'],
])
rule('punctuation/space-after', 'parts a mark from the next word', [
  ['الف،ب', '، → ، '],
  ['الف؛ب', '؛ → ؛ '],
  ['الف؟ب', '؟ → ؟ '],
  ['الف،«ب»', '، → ، '],
  ['الف،(ب)', '، → ، '],
  ['الف،۵'],
  ['الف، ب'],
  ['الف،a'],
])
rule('punctuation/space-after', 'parts two sentences, and no abbreviation', [
  ['تمام شد.سپس رفت', '. → . '],
  ['تمام شد:سپس رفت', ': → : '],
  ['تمام شد!سپس رفت', '! → ! '],
  ['تمام شد.می~رود', '. → . '],
  ['شد.او'],
  ['ه.سپس'],
  ['ص.پ'],
  ['شد. سپس'],
])
rule('punctuation/space-before-opening', 'parts a word from a bracket with words in it, not with an ending', [
  ['گزارش(پیوست)', '( →  ('],
  ['طرح«جهش»', '« →  «'],
  ['طرح«ج»', '« →  «'],
  ['نام(های)'],
  ['نام(انجا)'],
  ['نام(نام)'],
  ['و(پیوست)'],
  ['و«پیوست»'],
  ['طرح«12»'],
  ['گزارش (پیوست)'],
])
rule('punctuation/latin-mark', 'writes the Persian mark and one space after it', [
  ['الف, ب', ', → ،'],
  ['الف; ب', '; → ؛'],
  ['الف?', '? → ؟'],
  ['الف,ب', ', → ، '],
  ['الف ,ب', ' , → ، '],
  ['الف  , ب', '  , → ،'],
  ['الف,«ب»', ', → ، '],
  ['«الف,»', ', → ،'],
  ['(الف,)', ', → ،'],
  ['«الف»,ب', ', → ، '],
  ['(الف);ب', '; → ؛ '],
  ['الف?\nب', '? → ؟'],
  ['الف,12'],
  ['a, ب'],
  ['12, ب'],
  [', ب'],
])
rule('punctuation/repeated', 'leaves one of a run, and of different marks both', [
  ['چرا؟؟', '؟؟ → ؟'],
  ['چرا؟؟؟', '؟؟؟ → ؟'],
  ['الف،، ب', '،، → ،'],
  ['الف؛؛ ب', '؛؛ → ؛'],
  ['بس!! ', '!! → !'],
  ['چرا؟! '],
  ['الف.. ب'],
])
rule('punctuation/ellipsis', 'is three dots after a word or a space', [
  ['الف...', '... → …'],
  ['الف ... ب', '... → …'],
  ['«الف...»', '... → …'],
  ['(الف...)', '... → …'],
  ['الف...ب'],
  ['الف....'],
  ['الف..'],
  ['a...'],
])
rule('space/double', 'is for spaces between words', [
  ['الف  ب', '   →  '],
  ['الف    ب', '     →  '],
  ['الف ب'],
  ['  الف'],
  ['الف  '],
  ['الف  \nب'],
  ['الف  ، ب'],
  ['الف  )'],
])

rule('quote/latin', 'takes both marks around Persian words', [
  ['"متن"', '" → «', '" → »'],
  ['سند "متن" رسید', '" → «', '" → »'],
  ['سند “متن” رسید', '“ → «', '” → »'],
  ['("متن")', '" → «', '" → »'],
  ['["متن"]', '" → «', '" → »'],
  ['سند:"متن".', '" → «', '" → »'],
  ['سند،"متن"،', '" → «', '" → »'],
  ['سند؛"متن"؛', '" → «', '" → »'],
  ['"متن":', '" → «', '" → »'],
  ['"متن"؟', '" → «', '" → »'],
  ['"متن"!', '" → «', '" → »'],
  ['"یک" و "دو"', '" → «', '" → »', '" → «', '" → »'],
  ['"یک PDF"', '" → «', '" → »'],
])
rule('quote/latin', 'leaves what is not a quotation', [
  ['سند"متن" رسید'],
  ['سند "متن"رسید'],
  ['سند “متن”رسید'],
  ['"PDF" رسید'],
  ['" متن"'],
  ['"متن "'],
  ['“ متن”'],
  ['""'],
  ['“”'],
  ['"متن\nمتن"'],
  ['“متن\nمتن”'],
  ['"متن «یک» متن"'],
  ['“متن «یک» متن”'],
  ['"متن”'],
])
rule('quote/latin', 'leaves what stands inside « »', [['«او "متن" گفت»'], ['«الف» "متن"', '" → «', '" → »']])
it('looks for the beginning of a quotation not far before, however much comes after', () => {
  expect(matchesOf('quote/latin', `«او "متن" گفت» ${words(200)}`)).toEqual([])
  expect(matchesOf('quote/latin', `«${words(200)} "متن"`)).toHaveLength(2)
})
rule('quote/unbalanced', 'reports each mark that has no other', [
  ['«الف»'],
  ['«الف «ب» ج»'],
  ['الف» «ب', '»', '«'],
  ['«الف', '«'],
  ['الف»', '»'],
  ['«الف «ب»', '«'],
  ['«الف» ب» ج»', '»', '»'],
  ['««الف', '«', '«'],
])
it('reports the outer of two quotations where one is not closed', () => {
  expect(matchesOf('quote/unbalanced', '«الف «ب»')).toMatchObject([{ start: 0, end: 1 }])
})

describe('sentence/long', () => {
  const reported = (text: string): string[] =>
    matchesOf('sentence/long', text).map((match) => shown(text, match))

  it('allows 45 words, and no more', () => {
    expect(reported(`${words(45)}.`)).toEqual([])
    expect(reported(`${words(46)}.`)).toEqual([`${words(46)}.`])
  })
  it('counts numbers, and no signs on their own', () => {
    expect(reported(`${words(45)} - – *.`)).toEqual([])
    expect(reported(`${words(45)} ۱۲.`)).toHaveLength(1)
    expect(reported(`${words(45)}   \n`)).toEqual([])
  })
  it.each(['.', '؟', '!', '؛', '…', '...', '.»', '.)', '.]', '؟».', '\n'])(
    'ends a sentence at %j',
    (mark) => {
      expect(reported(`${words(30)}${mark} ${words(30)}${mark}`)).toEqual([])
    },
  )
  it.each(['،', ':', '.پ', '-', '»'])('goes on after %j', (mark) => {
    expect(reported(`${words(30)}${mark} ${words(30)}`)).toHaveLength(1)
  })
  it('reports the sentence alone, without the space around it', () => {
    const text = `  یک متن. \t${words(46)}؟ متن دو.`
    expect(reported(text)).toEqual([`${words(46)}؟`])
    expect(reported(`  ${words(46)}  `)).toEqual([words(46)])
  })
  // Leader dots, as between a title and its page.
  it('takes no more time for a run of dots than for other text', { timeout: 5_000 }, () => {
    expect(reported(`متن${'.'.repeat(30_000)}۵`)).toEqual([])
  })
  it('says how many words there are, and may be', () => {
    expect(matchesOf('sentence/long', words(50)).map(({ values }) => values)).toEqual([
      { words: '۵۰', limit: '۴۵' },
    ])
  })
})

rule('sentence/digit-first', 'reports the number a whole sentence begins with', [
  ['۳۷۰ نفر در استان هستند.', '۳۷۰'],
  ['370 نفر در استان هستند.', '370'],
  ['۱۲٫۵ درصد در استان هستند.', '۱۲٫۵'],
  ['۱۴۰۴/۰۵/۱۲ روز خیلی خوبی بود؟', '۱۴۰۴/۰۵/۱۲'],
  ['۱۰:۳۰ صبح جلسه برگزار شد!', '۱۰:۳۰'],
  [`۵${NBSP}نفر در استان هستند.`, '۵'],
  ['  ۳۷۰ نفر در استان هستند.', '۳۷۰'],
  ['جلسه برگزار شد. ۳۷۰ نفر در استان هستند.', '۳۷۰'],
  ['جلسه\n۳۷۰ نفر در استان هستند.', '۳۷۰'],
  ['۳۷۰ نفر در استان هستند. ۵ نفر هم در تهران.', '۳۷۰', '۵'],
])
rule('sentence/digit-first', 'leaves a heading, the item of a list and a number further on', [
  ['۳۷۰ نفر آنجا هستند.'],
  ['۳۷۰ نفر در استان هستند'],
  ['۳۷۰ نفر در استان هستند\n'],
  ['۱. تهیهٔ فهرست همهٔ نیازهای استان'],
  ['۱) تهیهٔ فهرست همهٔ نیازهای استان.'],
  ['۱۲الف تا ۱۵ب همه لغو شدند.'],
  ['در ۳۷۰ روز کار تمام شد.'],
  ['۱۲- نفر در استان هستند.'],
])
it('places the number in the text', () => {
  const text = 'جلسه برگزار شد. ۳۷۰ نفر در استان هستند.'
  expect(matchesOf('sentence/digit-first', text)).toEqual([{ start: 16, end: 19, values: { number: '۳۷۰' } }])
})

it.each<[string, string, Record<string, string>[]]>([
  ['digit/european', 'سال 1404', [{ number: '1404' }]],
  ['digit/arabic', 'جمع ٤٥٦', [{ number: '٤٥٦' }]],
  ['word/doubled', 'از در در', [{ word: 'در' }]],
  ['half-space/verb', 'او می رود', [{ word: `می${ZWNJ}رود` }]],
  ['half-space/joined-verb', 'او میرود', [{ word: `می${ZWNJ}رود` }]],
  ['half-space/joined-compound', 'پیشنویس', [{ word: `پیش${ZWNJ}نویس` }]],
  [
    'letter/arabic',
    `${ARABIC_KAF}${ARABIC_KAF}ل${ARABIC_YEH}`,
    [
      {
        word: `${ARABIC_KAF}${ARABIC_KAF}ل${ARABIC_YEH}`,
        letters: `${ARABIC_KAF}، ${ARABIC_YEH}`,
      },
    ],
  ],
  ['letter/teh-marbuta', 'این آیة', [{ word: 'آیة' }]],
  ['letter/latin', 'سaل', [{ letter: 'a' }]],
  ['punctuation/repeated', 'چرا؟؟', [{ text: '؟؟' }]],
  ['quote/latin', 'سند "متن"', [{ text: 'متن' }, { text: 'متن' }]],
  ['quote/unbalanced', 'الف» «ب', [{ mark: '»' }, { mark: '«' }]],
])('%s gives its message what it names', (id, text, values) => {
  expect(matchesOf(id, text).map((match) => match.values)).toEqual(values)
})

describe('what is no Persian prose', () => {
  const zones = (text: string): string[] => zonesOf(text).map(({ start, end }) => text.slice(start, end))

  it.each<[string, string[]]>([
    ['کتاب خوب', []],
    ['کتاب ISO خوب', ['ISO']],
    ['گزارش.pdf پیوست', ['گزارش.pdf']],
    ['گزارش. پیوست', []],
    ['گزارش.pdfها پیوست', ['pdf']],
    ['بند.12 است', ['بند.12']],
    ['بند.123456 است', []],
    ['کالاA4ب رسید', ['کالاA4ب']],
    ['کالاAب رسید', ['A']],
    ['کالا4ب رسید', []],
    ['نشانی الف_ب است', ['الف_ب']],
    ['نشانی الف@ب است', ['الف@ب']],
    ['نشانی الف\\ب است', ['الف\\ب']],
    ['نشانی الف://ب است', ['الف://ب']],
    ['شمارهٔ ۱۲/ص/۳ است', ['۱۲/ص/۳']],
    ['شمارهٔ ۱۲\\ص است', ['۱۲\\ص']],
    ['شمارهٔ ص-۱۲ است', ['ص-۱۲']],
    ['شمارهٔ ص/ب است', []],
    ['شمارهٔ ص۱۲ است', []],
    ['شمارهٔ «ص-۱۲» است', ['ص-۱۲']],
    ['شمارهٔ (ص-۱۲) است', ['ص-۱۲']],
    [`گفت ${QURAN_OPENING}قل${QURAN_CLOSING} و رفت`, [`${QURAN_OPENING}قل${QURAN_CLOSING}`]],
    ['نسخهٔ v2.0.1 و A4 رسید', ['v2.0.1', 'A4']],
    ['', []],
  ])('%j', (text, expected) => expect(zones(text)).toEqual(expected))

  it('is found at its place where marks are added for printing', () => {
    expect(zones('از -۵ تا ۱۰٪ و ISO 9001 و -۷ و PDF')).toEqual(['ISO 9001', 'PDF'])
  })
  it('is found where the text has such marks itself', () => {
    expect(zones(`از ${RLM}-۵ و ${RLI}متن${PDI} و PDF`)).toEqual(['PDF'])
  })
  it('is one stretch where two of them touch or one holds the other', () => {
    const verse = `${QURAN_OPENING}قل ISO هو${QURAN_CLOSING}`
    expect(zones(`${verse} PDF`)).toEqual([verse, 'PDF'])
    const quoted = `«${`ب${FATHA}`.repeat(3)}»`
    expect(zones(`${quoted}الف_ب`)).toEqual([`${quoted}الف_ب`])
  })

  const piece = fc.constantFrom(
    ...'ISO kg متن ۱۲ 12 - % / _ . ، « » ( ) 2026-01-01'.split(' '),
    ' ',
    '\n',
    RLM,
    RLI,
    PDI,
    NBSP,
    FATHA,
    QURAN_OPENING,
    QURAN_CLOSING,
  )
  it('is found in order, each stretch by itself and in the text', { timeout: 60_000 }, () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        let before = -1
        for (const { start, end } of zonesOf(text)) {
          expect(start).toBeGreaterThan(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = end
        }
      }),
      runs,
    ),
  )
})

describe('a text is read past what is no Persian prose', () => {
  const reported = (text: string, list?: ReadonlySet<string>): string[] =>
    proofread(text, list).map((finding) => `${finding.rule}: ${shown(text, finding)}`)

  it.each<[string, string[]]>([
    ['شمارهٔ ۱۲/شد.سپس رفت،ماند', ['punctuation/space-after: ، → ، ']],
    ['نام_می رود', []],
    ['ISO و در در و نام_می رود', ['word/doubled: در در → در']],
    ['PDF،متن', ['punctuation/space-after: ، → ، ']],
    ['متن ( PDF)', ['punctuation/inner-space: (  → (']],
    ['فایل.pdf در در', ['word/doubled: در در → در']],
    ['در در فایل.pdf', ['word/doubled: در در → در']],
    ['ISO در در ISO و و ISO', ['word/doubled: در در → در', 'word/doubled: و و → و']],
    ['سlل_نو', ['letter/latin: l → ا']],
  ])('%j', (text, expected) => expect(reported(text)).toEqual(expected))

  it('takes a sentence as a whole, whatever is in it', () => {
    const sentence = `${words(46)} PDF.`
    expect(reported(sentence)).toEqual([`sentence/long: ${sentence}`])
    expect(reported(sentence, new Set(['متن']))).toEqual([`sentence/long: ${sentence}`])
    expect(reported(sentence, new Set(['sentence/long']))).toEqual([])
  })

  it('gives what it finds in the order of the text, and at one place in the order of the rules', () => {
    expect(reported(`در در ${ARABIC_KAF}تاب ها`)).toEqual([
      'word/doubled: در در → در',
      `letter/arabic: ${ARABIC_KAF}تاب → کتاب`,
      `half-space/plural: ${ARABIC_KAF}تاب ها → ${ARABIC_KAF}تاب${ZWNJ}ها`,
    ])
  })

  it('takes an empty word of the list for no word', () => {
    expect(reported('آیة ، ب', new Set(['']))).toEqual([
      'letter/teh-marbuta: آیة',
      'punctuation/space-before:  ، → ،',
    ])
  })

  it('lets a word of the list be, however many spaces are before it', () => {
    expect(reported('او می  رود', new Set(['رود']))).toEqual(['space/double:    →  '])
    expect(reported('آیة', new Set(['آیة']))).toEqual([])
    expect(reported('آیة', new Set(['letter/teh-marbuta آیة']))).toEqual([])
    expect(reported('آیة', new Set(['letter/latin آیة']))).toEqual(['letter/teh-marbuta: آیة'])
  })
})

describe('suggestions that are made', () => {
  const at = (start: number, end: number, suggestion?: string): Finding =>
    suggestion === undefined
      ? { rule: 'any', start, end, values: {} }
      : { rule: 'any', start, end, suggestion, values: {} }

  it('are the first of those that overlap, and those that only touch', () => {
    const [first, inside, touching, unsure] = [at(0, 4, 'a'), at(2, 6, 'b'), at(4, 6, 'c'), at(6, 7)]
    expect(compatible([first, inside, touching, unsure])).toEqual([first, touching])
    expect(compatible([unsure, at(6, 8, 'd')])).toEqual([at(6, 8, 'd')])
  })
  it('are the first of two that insert at one place', () => {
    expect(compatible([at(3, 3, 'a'), at(3, 3, 'b'), at(4, 4, 'c')])).toEqual([at(3, 3, 'a'), at(4, 4, 'c')])
  })
  it('are written in, and where there is none the text stays', () => {
    expect(withSuggestions('0123456789', [at(1, 3, 'ab'), at(4, 5), at(6, 7, '')])).toBe('0ab345789')
    expect(withSuggestions('0123', [])).toBe('0123')
  })
  it('leave what the list says is right', () => {
    expect(corrected('او می رود در در', new Set(['می رود']))).toBe('او می رود در')
    expect(corrected('او می رود')).toBe(`او می${ZWNJ}رود`)
  })
})

/**
 * Folds text for search: different spellings of the same words give the same key (persian.md §4.4,
 * mail-archive-scale.md §2.5). The key is for comparing and indexing, never for showing.
 */

/** The key in the two forms an index keeps: words with half-spaces taken apart, and written as one. */
export interface SearchForms {
  main: string
  joined: string
}

const LETTERS: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  '\u06d0': 'ی',
  '\u06d2': 'ی',
  ئ: 'ی',
  ك: 'ک',
  '\u06aa': 'ک',
  ة: 'ه',
  '\u06c3': 'ه',
  '\u06c0': 'ه',
  '\u06c1': 'ه',
  '\u06c2': 'ه',
  '\u06be': 'ه',
  '\u06d5': 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ء: '',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')
const DROPPED =
  /(?:[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]|[\u061c\u0640\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff])+/g

/** Words after which a space or half-space does not count. */
const VERB_PREFIX = new Set(['می', 'نمی'])
/** Words before which a space or half-space does not count. */
const SUFFIX = new Set('ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین'.split(' '))

/** First part → beginnings of the second, of compounds that officials write in three ways; in folded letters. */
const COMPOUNDS = new Map<string, string[]>()
for (const [first, seconds] of [
  ['ان', 'که چه'],
  ['این', 'که'],
  ['اساس', 'نامه'],
  ['اطلاع', 'رسانی'],
  ['ایین', 'نامه'],
  ['باز', 'نگری سازی گشایی'],
  ['بخش', 'نامه'],
  ['برنامه', 'ریزی'],
  ['بهره', 'برداری وری مند'],
  ['بی', 'سابقه نظیر کاری ثبات'],
  ['پاسخ', 'گو'],
  ['پی', 'گیری نوشت'],
  ['پیش', 'نویس بینی نهاد فرض رفت'],
  ['تصمیم', 'گیری'],
  ['تفاهم', 'نامه'],
  ['توان', 'مند'],
  ['جای', 'گاه گزین'],
  ['جمع', 'بندی اوری'],
  ['چشم', 'انداز'],
  ['چنان', 'چه'],
  ['خدمت', 'رسانی'],
  ['دست', 'اورد گاه'],
  ['دعوت', 'نامه'],
  ['راه', 'کار برد'],
  ['رییس', 'جمهور'],
  ['زیر', 'ساخت'],
  ['سرمایه', 'گذار'],
  ['سه', 'شنبه'],
  ['سیاست', 'گذار'],
  ['صرفه', 'جویی'],
  ['صورت', 'جلسه حساب وضعیت'],
  ['غیر', 'نفتی قانونی ضروری'],
  ['فوق', 'العاده'],
  ['قانون', 'گذار'],
  ['کار', 'گروه شناس'],
  ['گواهی', 'نامه'],
  ['موافقت', 'نامه'],
  ['نایب', 'رییس'],
  ['نمایش', 'گاه'],
  ['هم', 'کاری چنین اهنگ اندیشی'],
  ['هیچ', 'یک'],
  ['یک', 'شنبه'],
  ['چهار', 'شنبه'],
  ['پنج', 'شنبه'],
  ['دو', 'شنبه'],
] as const) {
  COMPOUNDS.set(first, seconds.split(' '))
}

/** Beginnings of words with more than one spelling in use, in folded letters. */
const SPELLINGS = new Map([
  ['مسوول', 'مسیول'],
  ['هیات', 'هییت'],
  ['مساله', 'مسیله'],
  ['شوون', 'شیون'],
  ['رووس', 'ریوس'],
  ['طهران', 'تهران'],
  ['اطاق', 'اتاق'],
  ['بلیط', 'بلیت'],
  ['باطری', 'باتری'],
  ['امپراطور', 'امپراتور'],
  ['طوفان', 'توفان'],
  ['غلطک', 'غلتک'],
  ['ذغال', 'زغال'],
  ['هوله', 'حوله'],
  ['زکوه', 'زکات'],
  ['صلوه', 'صلات'],
  ['حیوه', 'حیات'],
  ['مشکوه', 'مشکات'],
  ['رحمان', 'رحمن'],
  ['اسمعیل', 'اسماعیل'],
  ['اتومبیل', 'اتوموبیل'],
  ['گفتگو', 'گفتوگو'],
])
const SPELLING = new RegExp(`^(?:${[...SPELLINGS.keys()].join('|')})`)

/** One key for all spellings: words apart by one space, half-space compounds as their parts. Idempotent. */
export function searchKey(text: string): string {
  return words(folded(text).replace(/\u200c+/g, ' ')).join(' ')
}

/** The key, and the key with every half-space compound written as one word. */
export function searchForms(text: string): SearchForms {
  const plain = folded(text)
  return {
    main: words(plain.replace(/\u200c+/g, ' ')).join(' '),
    joined: words(plain.replace(/\u200c+/g, '')).join(' '),
  }
}

/** Whether the texts are the same to a search: in either form, or when all spaces are left out. */
export function sameInSearch(a: string, b: string): boolean {
  const left = searchForms(a)
  const right = searchForms(b)
  return (
    left.main === right.main ||
    left.joined === right.joined ||
    left.main.replaceAll(' ', '') === right.main.replaceAll(' ', '')
  )
}

/** Letters, digits and half-spaces in one form; everything between words is a space. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(DROPPED, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(DROPPED, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/(?<=[0-9])[,\u066c\u060c](?=[0-9]{3}(?![0-9]))/g, '')
    .replace(/(?<=[\u0620-\u06d3])(?=[0-9])|(?<=[0-9])(?=[\u0620-\u06d3])/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, ' ')
}

/** Two halves with «و», written as one, two or three words. */
const WITH_AND = /(?<![^ ])(?:گفت ?و ?گو|حمل ?و ?نقل|ساز ?و ?کار|جست ?و ?جو|رفت ?و ?امد)(?=ی?(?: |$)|ها)/g

function words(text: string): string[] {
  const out: string[] = []
  const whole = text.replace(WITH_AND, (found) => found.replaceAll(' ', ''))
  for (const written of whole.split(' ')) {
    if (written === '') continue
    const word = written.replace(SPELLING, (start) => SPELLINGS.get(start) ?? start)
    const last = out.at(-1)
    if (last === undefined) out.push(word)
    // «خانه ی ما», «خانه~ی ما» (~ the half-space) and «خانهٔ ما»
    else if (word === 'ی' && last.endsWith('ه')) continue
    else if (joins(last, word)) out[out.length - 1] = last + word
    else out.push(word)
  }
  return out
}

function joins(last: string, word: string): boolean {
  if (!/^[\u0620-\u06d3]/.test(word) || !/[\u0620-\u06d3]$/.test(last)) return false
  if (VERB_PREFIX.has(last) || SUFFIX.has(word)) return true
  return COMPOUNDS.get(last)?.some((second) => word.startsWith(second)) ?? false
}

/** Which column of an office's table says what, by its heading: offices name them in many ways. */
import { resolutionStates } from '../model/choices.ts'
import type { ResolutionState } from '../model/choices.ts'
import { toLatinDigits } from '../persian/digits.ts'

/** The parts of a resolution a table may tell. */
export type TableField =
  | 'id'
  | 'text'
  | 'responsible'
  | 'cooperating'
  | 'issued'
  | 'deadline'
  | 'status'
  | 'progress'
  | 'credit'
  | 'absorbed'
  | 'meeting'
  | 'body'
  | 'note'
  | 'evidence'

/** Headings without spaces; of two columns for one thing the one named first is taken. */
const headings: Record<TableField, string> = {
  id: 'شناسه شناسهمصوبه کدمصوبه شمارهمصوبه کد id',
  text: 'متنمصوبه شرحمصوبه مصوبه متن شرح عنوانمصوبه موضوعمصوبه عنوان موضوع text resolution',
  responsible:
    'دستگاهمسئول مسئول متولی دستگاهمتولی دستگاهاجرایی دستگاهاجراکننده مسئولاجرا مجری دستگاه اقدامکننده مسئولپیگیری واحدمسئول واحداقدامکننده responsible',
  cooperating: 'دستگاههایهمکار دستگاههمکار همکار همکاران سایردستگاهها cooperating',
  issued: 'تاریخابلاغ ابلاغ تاریخمصوبه تاریختصویب تاریخجلسه تاریخ issued',
  deadline:
    'مهلت مهلتاجرا مهلتانجام مهلتاقدام مهلتمقرر موعد موعدانجام سررسید تاریخمهلت زماناجرا تاریخسررسید deadline',
  status: 'وضعیت وضعیتاجرا وضعیتاقدام وضعیتمصوبه نتیجه status',
  progress: 'درصدپیشرفت پیشرفت درصد درصدتحقق پیشرفتفیزیکی درصدپیشرفتفیزیکی progress',
  credit: 'اعتبار اعتبارمصوب مبلغاعتبار مبلغ اعتبارموردنیاز credit',
  absorbed: 'جذبشده جذب اعتبارجذبشده جذباعتبار تخصیصیافته تخصیص absorbed',
  meeting: 'جلسه عنوانجلسه شمارهجلسه جلسهمصوب مرجعتصویب meeting',
  body: 'کارگروه شورا کمیته کمیسیون ستاد نامکارگروه body',
  note: 'توضیح توضیحات ملاحظات آخریناقدام آخرینخبر اقدامات اقداماتانجامشده شرحاقدام شرحاقدامات آخرینوضعیت note',
  evidence: 'مستند مستندات شمارهنامه نامه evidence',
}

/** One spelling: neither letters of the Arabic keyboard nor marks, hamzas and spaces tell headings apart. */
function folded(heading: string): string {
  return toLatinDigits(heading.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\u064a\u0649\u0626]/g, 'ی')
    .replace(/\u0643/g, 'ک')
    .replace(/[\u0629\u06c0\u06c2\u06d5]/g, 'ه')
    .replace(/[\u0622\u0623\u0625]/g, 'ا')
    .replace(/\u0624/g, 'و')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

export interface Heading<F extends string = TableField> {
  field: F
  /** Lower for a heading that says it more plainly. */
  rank: number
  /** What stands in brackets after it: «اعتبار (میلیون ریال جدید)». */
  unit: string
}

/**
 * Reads headings of tables of one kind.
 * @param names for each field its headings without spaces, parted by a space; those named first say it more plainly
 */
export function headingReader<F extends string>(
  names: Record<F, string>,
): (text: string) => Heading<F> | undefined {
  const known = new Map(
    (Object.entries(names) as [F, string][]).flatMap(([field, words]) =>
      words.split(' ').map((name, rank) => [folded(name), { field, rank }] as const),
    ),
  )
  return (text) => {
    const unit = /[(（]([^)）]*)[)）]/.exec(text)?.[1]?.trim() ?? ''
    const found = known.get(folded(text)) ?? known.get(folded(text.replace(/[(（][^)）]*[)）]/g, '')))
    return found && { ...found, unit }
  }
}

export const readHeading = headingReader(headings)

/** Words that offices write for the states, without spaces. */
const states: Partial<Record<ResolutionState, string>> = {
  done: 'انجامشد انجامشدهاست انجامگرفته اجراشد اجراشده تکمیل تکمیلشد تکمیلشده خاتمهیافته خاتمهیافت محققشده محققشد مختومه پایانیافته',
  'in-progress':
    'درحالانجام درحالاجرا دردستاجرا درحالاقدام درحالپیگیری دردستپیگیری درجریان دردستانجام اقدامشده آغازشده شروعشده',
  'not-started': 'شروعنشده آغازنشده انجامنشده اجرانشده بدوناقدام اقدامینشده',
  'partly-done': 'ناتمام نیمهتمام انجامناقص بخشیانجامشده',
  suspended: 'متوقف متوقفشده معلق راکد',
  cancelled: 'لغو لغوشده ملغی ملغیشده منتفی منتفیشده حذفشده',
  extended: 'تمدیدشده تمدید',
  issued: 'ابلاغشد ابلاغ',
  ongoing: 'دائمی مستمراست',
}

const stateWords = new Map<string, string>(
  (Object.entries(states) as [ResolutionState, string][]).flatMap(([state, words]) =>
    words.split(' ').map((word) => [folded(word), resolutionStates[state]] as const),
  ),
)

/** Our word for the state that an office's words stand for, or those words themselves. */
export const toState = (text: string): string => stateWords.get(folded(text)) ?? text

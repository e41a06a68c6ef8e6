/** Words the half-space rules know. `~` is the half-space. */
import { withHalfSpaces } from '../fa.ts'

const list = (text: string): string[] => withHalfSpaces(text).trim().split(/\s+/)

/** Past stem / present stem of the verbs of official prose. */
const VERBS = list(`
  کرد/کن شد/شو داد/ده گرفت/گیر رفت/رو آمد/آی آورد/آور خواست/خواه توانست/توان دانست/دان گفت/گوی گفت/گو
  دید/بین رسید/رس رساند/رسان نمود/نمای نمود/نما گردید/گرد گشت/گرد ساخت/ساز پرداخت/پرداز پذیرفت/پذیر
  یافت/یاب ماند/مان گذاشت/گذار گذشت/گذر نوشت/نویس خواند/خوان برد/بر خورد/خور زد/زن افتاد/افت انداخت/انداز
  ایستاد/ایست بست/بند فروخت/فروش خرید/خر کشید/کش کوشید/کوش شناخت/شناس شنید/شنو فرستاد/فرست فرمود/فرمای
  افزود/افزای کاست/کاه سنجید/سنج شمرد/شمار گنجید/گنج انجامید/انجام برداشت/بردار پیوست/پیوند جست/جوی
  داشت/دار ریخت/ریز آموخت/آموز اندیشید/اندیش طلبید/طلب فهمید/فهم گزید/گزین نشست/نشین پرسید/پرس
  سپرد/سپار سوخت/سوز رویید/روی کاوید/کاو پوشاند/پوشان گرداند/گردان کشاند/کشان چرخید/چرخ لرزید/لرز
  ارزید/ارز پیمود/پیما بخشید/بخش پراکند/پراکن آزمود/آزما آراست/آرا بود/بو باخت/باز تافت/تاب چسبید/چسب
  دوخت/دوز ربود/ربا زیست/زی ستود/ستا گسترد/گستر گریخت/گریز نگریست/نگر
`).map((verb) => verb.split('/') as [string, string])

const PAST_ENDINGS = ['', 'م', 'ی', 'یم', 'ید', 'ند']
const PRESENT_ENDINGS = ['م', 'ی', 'د', 'یم', 'ید', 'ند']

/** Forms that stand after «می» and «نمی». */
export const VERB_FORMS: ReadonlySet<string> = new Set([
  ...VERBS.flatMap(([past, present]) => [
    ...PAST_ENDINGS.map((ending) => past + ending),
    ...PRESENT_ENDINGS.map((ending) => present + ending),
  ]),
  ...list(`
    توان بایست باید بایستی شاید گوید گویند گویم گوییم گویید نماید نمایند آید آیند آییم باشد باشند باشم باشیم
    باشید فرماید فرمایند افزاید افزایند جوید جویند پیماید پیمایند آزماید آزمایند آراید آرایند رباید ستاید
    سراید گشاید گشایند رود روند روم رویم شوم شویم
  `),
])

/** What looks like می + a verb and is a word of its own. */
export const NOT_VERBS: ReadonlySet<string> = new Set(list('میرم میرند میرید میریم میری میرد میزد میبرد'))

/** کرده، شده … and their negatives, after which اند، ام، ایم، اید belong to the word. */
export const PARTICIPLES: ReadonlySet<string> = new Set(VERBS.flatMap(([past]) => [`${past}ه`, `ن${past}ه`]))

/** Adjectives and adverbs before «تر» and «ترین». */
export const COMPARABLE: ReadonlySet<string> = new Set(
  list(`
    مهم بزرگ کوچک سریع دقیق مناسب قوی ضعیف جدی عمیق گسترده نزدیک دور پایین بالا سخت آسان ساده روشن شفاف
    کامل جدید قدیم قدیمی ارزان گران سنگین سبک موثر مؤثر فعال وسیع محدود مشخص واضح پیچیده طولانی کوتاه بلند
    زیاد فراوان گرم سرد خوب بد زشت زیبا صحیح درست عالی پیشرفته رقابتی اصلی عمده شدید خفیف کند تند پرهزینه
    ضروری فوری مطلوب منطقی عادلانه منصفانه امن ایمن پایدار حساس گویا کارآمد موفق جامع پررنگ کم~هزینه
  `),
)
/** With these «تر» is written as one word. */
export const JOINED_COMPARATIVE: ReadonlySet<string> = new Set(list('بیش کم'))

/** Standing words that are never the first half of a plural, a comparative or an ending. */
export const STANDALONE: ReadonlySet<string> = new Set(
  list('و یا که چه به نه با از در بر تا را هر هم اگر اما ولی نیز پس چون این آن سه ده همه'),
)

/**
 * Compounds by their right spelling; `~` is where clerks put a space or nothing, `+` where they put a space and
 * nothing belongs. Only those whose halves do not also stand beside each other in a sentence.
 */
const COMPOUNDS = list(`
  پیش~نویس پیش~بینی پیش~فرض پیش~نیاز پیش~پرداخت جمع~بندی جمع~آوری بهره~برداری بهره~وری بهره~مندی برنامه~ریزی
  سرمایه~گذاری سرمایه~گذار سیاست~گذاری قانون~گذاری نام~گذاری قیمت~گذاری هدف~گذاری ارزش~گذاری تصمیم~گیری
  نتیجه~گیری اندازه~گیری اطلاع~رسانی خدمت~رسانی زمان~بندی رتبه~بندی بسته~بندی دسته~بندی طبقه~بندی بودجه~بندی
  صرفه~جویی چشم~انداز دست~اندرکار دست~اندرکاران حمل~ونقل صورت~جلسه آیین~نامه شیوه~نامه تفاهم~نامه دعوت~نامه
  موافقت~نامه گواهی~نامه بیمه~نامه فوق~العاده علی~رغم علی~الحساب غیر+نفتی غیر+قانونی
  غیر+ضروری غیر+دولتی غیر+مستقیم بین~المللی رئیس~جمهور نایب~رئیس خط~مشی راه~اندازی راه~حل تأمین~کننده
  تولید+کننده صادر+کننده وارد+کننده مصرف~کننده شرکت~کننده شرکت~کنندگان تولید+کنندگان مصرف~کنندگان عقب~ماندگی
  دانش~بنیان سه~شنبه هیچ~یک هم~اندیشی هم~افزایی به~کارگیری به~روزرسانی میان~مدت کوتاه~مدت بلند~مدت
  پی+گیری هم+چنین علاقه~مند ساز~وکار گفت~وگو چنان+چه باز+نگری 
  کار+شناس گرد+همایی
`)

/** Where nothing is written between the halves: not reported, since it is accepted or another word. */
const JOINED_TOO = new Set(
  list(`
    صورتجلسه آییننامه تفاهمنامه دعوتنامه موافقتنامه اساسنامه گواهینامه بیمهنامه شیوهنامه سهشنبه گفتوگو هیچیک سازوکار
    علاقهمند راهحل خطمشی حملونقل فوقالعاده بینالمللی علیرغم سیاستگذاری قانونگذاری نامگذاری
  `),
)

/** First half → second half → what belongs between them. */
export const SPACED: ReadonlyMap<string, ReadonlyMap<string, string>> = spaced()

function spaced(): Map<string, Map<string, string>> {
  const map = new Map<string, Map<string, string>>()
  for (const compound of COMPOUNDS) {
    const at = compound.search(/[\u200c+]/)
    const first = compound.slice(0, at)
    const between = compound.charAt(at)
    const seconds = map.get(first) ?? new Map<string, string>()
    map.set(first, seconds.set(compound.slice(at + 1), between === '+' ? '' : between))
  }
  return map
}

/** Compounds written as one word → their right spelling. */
export const UNSPACED: ReadonlyMap<string, string> = new Map(
  COMPOUNDS.filter((word) => !/[+]|[اآدذرزژو]\u200c/.test(word))
    .map((word): [string, string] => [word.replaceAll('\u200c', ''), word])
    .filter(([joined]) => !JOINED_TOO.has(joined)),
)

/** «بی» + noun where no other reading makes sense. */
export const AFTER_BI: ReadonlySet<string> = new Set(
  list(`
    سابقه نظیر بدیل رویه ثبات ثباتی توجه توجهی اطلاع اطلاعی دلیل مورد وقفه درنگ تردید شک شمار نیاز نیازی قانونی
    انضباطی اعتبار اعتمادی اعتماد تأثیر اثر نتیجه حاصل پایان نقص طرف طرفی طرفانه مسئولیتی عدالتی کفایتی نظم
    نظمی هدف هویت ارزش خطر رقیب فایده قید واسطه
  `),
)

/** «نا» + adjective; the right spelling is one word. */
export const AFTER_NA: ReadonlySet<string> = new Set(
  list(`
    مناسب مطلوب درست تمام معلوم مشخص منظم هماهنگ هماهنگی امن امنی کافی کارآمد کارآمدی برابر برابری پایدار
    پایداری محدود ممکن متعارف متوازن خالص چیز توان توانی رضایتی رسا صحیح
  `),
)

/** Before «می», the name of a month: a day or a year. */
export const BEFORE_MAY: ReadonlySet<string> = new Set(
  list(`ماه یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم اول بیستم سی~ام سی~ویکم پانزدهم بیست`),
)

/** Before «پیش» in the sense of ago: «سال پیش پرداخت شد». */
export const BEFORE_AGO: ReadonlySet<string> = new Set(
  list(
    `سال ماه هفته هفته\u0654 روز دهه دهه\u0654 قرن ساعت دقیقه چندی سال~ها ماه~ها روزها هفته~ها مدت~ها دوره دوره\u0654 جلسه جلسه\u0654`,
  ),
)

/** The files `new` writes: commented, and building as they are. `~` is a half-space. */
import { withHalfSpaces } from '../../persian/fa.ts'

export type KeyLanguage = 'fa' | 'en'

const line = (name: string): string => `# yaml-language-server: $schema=./${name}.schema.json\n`

const settings: Record<KeyLanguage, string> = {
  fa: `# تنظیم~های این پوشه، برای همهٔ جلسه~های آن. هر سطری را که لازم ندارید پاک کنید.

دستگاه:
  # سطرهای سربرگ، از دستگاه بالاتر.
  سطرها:
    - نام دستگاه
    - نام معاونت یا اداره
  # آرم، اگر دارید: پروندهٔ PNG، JPEG، WebP یا SVG در همین پوشه.
  # آرم: emblem.png
  # رنگ تأکید برگ~ها.
  رنگ: "#14505c"

# قلم برگ~ها: وزیرمتن یا پرستو (نسخ).
# قلم: پرستو

# آ۴ یا آ۵
کاغذ: آ۴
# طبقه~بندی برگ~هایی که خودشان چیزی نگفته~اند: عادی، محرمانه، خیلی محرمانه …
طبقه~بندی: عادی
روزهای کاری: [شنبه, یکشنبه, دوشنبه, سه~شنبه, چهارشنبه]
`,
  en: `# Settings of this folder, for all its meetings. Delete any line you do not need.

office:
  # Lines of the letterhead, the highest office first.
  lines:
    - نام دستگاه
    - نام معاونت یا اداره
  # The emblem, if you have one: a PNG, JPEG, WebP or SVG file in this folder.
  # emblem: emblem.png
  # Accent colour of the papers.
  accent: "#14505c"

# Font of the papers: vazirmatn, or parastoo (naskh).
# font: parastoo

# A4 or A5
paper: A4
# Class of papers that name none: normal, confidential, highly-confidential …
class: normal
work_week: [saturday, sunday, monday, tuesday, wednesday]
`,
}

const meeting: Record<KeyLanguage, string> = {
  fa: `# پروندهٔ یک جلسه. آنچه هنوز معلوم نیست خالی بماند: جای آن در برگ~ها نقطه~چین چاپ می~شود.
# کلیدها را به فارسی یا انگلیسی بنویسید؛ فهرست همهٔ آن~ها در README است.

جلسه:
  عنوان: عنوان جلسه
  تاریخ:
  ساعت شروع:
  محل:
  هدف: هدف جلسه در یک جمله

دستگاه~ها:
  - { شناسه: gomrok, نام: گمرک استان, سطح: استانی }

اشخاص:
  - { شناسه: nemune, نام: نام و نام خانوادگی, سمت: سمت رسمی, دستگاه: gomrok }

دستور جلسه:
  - { موضوع: نخستین بند, ارائه~دهنده: nemune, دقیقه: ۲۰, نوع: بحث }

آمار:
  # برای هدف، دوره لازم است: بی آن نمی~توان گفت جلوتریم یا عقب~تر.
  - شاخص: شاخص نمونه
    واحد: میلیون دلار
    هدف: { مقدار: ۱۲۰, دوره: سال ۱۴۰۵ }
    تحقق: { مقدار: ۷۵, دوره: ۸ ماههٔ نخست ۱۴۰۵ }
    منبع: منبع رقم

اظهارات:
  - { گوینده: nemune, متن: آنچه گفته شد, محور: محور نمونه, سطح: استانی, ماهیت: تأکید, منبع: منبع سخن }

درخواست~ها:
  - { متن: آنچه می~خواهیم, از: gomrok, مبلغ: ۵۰۰ میلیارد تومان }

مصوبات:
  - { شناسه: m-1, متن: شرح مصوبهٔ پیشنهادی, دستگاه مسئول: gomrok, مهلت: ظرف ۱۵ روز }

محورهای صحبت:
  - نخستین نکته
`,
  en: `# One meeting. Leave open what is not known yet: it prints as a blank to fill in.
# Keys may be English or Persian; all of them are listed in the README.

meeting:
  title: عنوان جلسه
  date:
  start:
  place:
  objective: هدف جلسه در یک جمله

bodies:
  - { id: gomrok, name: گمرک استان, level: provincial }

people:
  - { id: nemune, name: نام و نام خانوادگی, post: سمت رسمی, body: gomrok }

agenda:
  - { topic: نخستین بند, presenter: nemune, minutes: 20, nature: discussion }

statistics:
  # A target needs its period: without it nobody can tell ahead from behind.
  - label: شاخص نمونه
    unit: million USD
    target: { value: 120, period: year 1405 }
    actual: { value: 75, period: first 8 months of 1405 }
    source: منبع رقم

statements:
  - { speaker: nemune, text: آنچه گفته شد, theme: محور نمونه, level: provincial, nature: emphasis, source: منبع سخن }

asks:
  - { text: آنچه می~خواهیم, to: gomrok, amount: 500 billion toman }

resolutions:
  - { id: m-1, text: شرح مصوبهٔ پیشنهادی, responsible: gomrok, deadline: within 15 days }

talking_points:
  - نخستین نکته
`,
}

export const settingsText = (keys: KeyLanguage): string => withHalfSpaces(line('settings') + settings[keys])
export const meetingText = (keys: KeyLanguage): string => withHalfSpaces(line('meeting') + meeting[keys])

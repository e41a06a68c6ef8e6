/** Words for the faults of source files and settings. */
import type { Wording } from './wording.ts'

export const sourceWording: Record<string, Wording> = {
  'source/missing': {
    fa: [
      'پروندهٔ «{file}» پیدا نشد.',
      'نام و پوشه را بررسی کنید؛ برای ساختن پرونده~ای تازه: jalaseh new meeting <نام>',
    ],
    en: [
      'The file "{file}" does not exist.',
      'Check its name and folder; to make a new one: jalaseh new meeting <slug>',
    ],
  },
  'source/folder': {
    fa: ['«{file}» یک پوشه است، نه پروندهٔ جلسه.', 'نام پروندهٔ YAML درون آن را بدهید.'],
    en: ['"{file}" is a folder, not a meeting file.', 'Name the YAML file inside it.'],
  },
  'source/not-file': {
    fa: ['«{file}» پروندهٔ معمولی نیست.', 'پروندهٔ YAML جلسه را روی دیسک ذخیره کنید و نام همان را بدهید.'],
    en: ['"{file}" is not an ordinary file.', 'Save the meeting as a YAML file and name that.'],
  },
  'source/unreadable': {
    fa: ['پروندهٔ «{file}» خوانده نشد ({reason}).', 'دسترسی به پرونده را بررسی کنید.'],
    en: ['The file "{file}" could not be read ({reason}).', 'Check its permissions.'],
  },
  'source/empty': {
    fa: ['پرونده خالی است.', 'دست~کم عنوان جلسه را بنویسید؛ نمونه: jalaseh new meeting <نام>'],
    en: [
      'The file is empty.',
      'Give at least the title of the meeting; for a sample: jalaseh new meeting <slug>',
    ],
  },
  'source/not-utf8': {
    fa: [
      'پرونده با کدبندی UTF-8 ذخیره نشده است.',
      'در ویرایشگر «ذخیره با نام» را بزنید و UTF-8 را برگزینید.',
    ],
    en: ['The file is not saved as UTF-8.', 'Use "Save as" in the editor and choose UTF-8.'],
  },
  'source/too-large': {
    fa: [
      'پرونده {size} نویسه دارد؛ بیش از {limit} پذیرفته نیست.',
      'متن~های بلند را به پیوست ببرید یا پرونده را چند جلسه کنید.',
    ],
    en: [
      'The file has {size} characters; at most {limit} are accepted.',
      'Move long texts to annexes or split the file.',
    ],
  },
  'yaml/too-many-keys': {
    fa: ['این جدول {count} کلید دارد؛ بیش از {limit} پذیرفته نیست.', 'کلیدهای زیادی را بردارید.'],
    en: ['This table has {count} keys; at most {limit} are accepted.', 'Take out what does not belong.'],
  },
  'yaml/bullet': {
    fa: ['این سطرها به هم چسبیده و یک متن شده~اند.', 'هر سطر فهرست با «- » آغاز می~شود: خط تیره و یک فاصله.'],
    en: [
      'These lines run together into one text.',
      'Begin each row of a list with "- ": a hyphen and a space.',
    ],
  },
  'yaml/comment': {
    fa: [
      'از «#» به بعد خوانده نمی~شود و چاپ نخواهد شد.',
      'اگر بخشی از متن است همهٔ متن را در گیومهٔ "…" بگذارید؛ اگر یادداشت است پس از # فاصله بگذارید.',
    ],
    en: [
      'What follows "#" is not read and will not be printed.',
      'Put the text into quotes "…" if it is part of it; a remark has a space after #.',
    ],
  },
  'yaml/colon': {
    fa: [
      'پس از نام کلید، دونقطهٔ ساده و فاصلهٔ ساده نیست.',
      'پس از کلید «: » بنویسید؛ فاصلهٔ ناشکستنی یا دونقطهٔ پهن به کار نمی~رود.',
    ],
    en: [
      'The key is not followed by a plain colon and a plain space.',
      'Write ": " after the key; a no-break space or a full-width colon does not do.',
    ],
  },
  'yaml/no-break-space': {
    fa: [
      'پیش از این کلید، فاصلهٔ ناشکستنی هست که دیده نمی~شود.',
      'آن را پاک کنید و با فاصلهٔ ساده تورفتگی بدهید.',
    ],
    en: [
      'A no-break space, which is not seen, stands before this key.',
      'Delete it and indent with plain spaces.',
    ],
  },
  'yaml/duplicate-key': {
    fa: ['این کلید دو بار آمده است.', 'یکی از دو سطر را حذف کنید یا نام درست آن را بنویسید.'],
    en: ['This key stands twice.', 'Delete one of the two lines or correct its name.'],
  },
  'yaml/tab': {
    fa: ['تورفتگی این سطر با Tab است.', 'به جای Tab فاصله بگذارید، دو تا برای هر پله.'],
    en: ['This line is indented with a tab.', 'Use spaces instead, two for each step.'],
  },
  'yaml/indent': {
    fa: ['تورفتگی این سطر با سطرهای هم~پلهٔ آن یکی نیست.', 'همهٔ کلیدهای هم~پله را از یک ستون آغاز کنید.'],
    en: ['This line is not indented like its neighbours.', 'Begin all keys of one level in the same column.'],
  },
  'yaml/many-documents': {
    fa: ['در این پرونده بیش از یک سند YAML هست.', 'خط «---» را بردارید؛ هر جلسه پروندهٔ خودش را دارد.'],
    en: [
      'The file holds more than one YAML document.',
      'Remove the "---" line; each meeting has its own file.',
    ],
  },
  'yaml/tag': {
    fa: ['برچسب~های YAML (مانند !!int) پذیرفته نیست.', 'برچسب را بردارید و تنها مقدار را بنویسید.'],
    en: ['YAML tags (such as !!int) are not accepted.', 'Remove the tag and write the value alone.'],
  },
  'yaml/depth': {
    fa: ['تودرتویی پرونده بیش از اندازه است.', 'کروشه~ها و آکولادهای باز را ببندید.'],
    en: ['The file is nested too deeply.', 'Close the open brackets and braces.'],
  },
  'yaml/alias': {
    fa: [
      'ارجاع YAML «*{name}» پذیرفته نیست.',
      'متن را همان~جا بنویسید، یا اگر ستاره جزو متن است آن را در گیومهٔ "…" بگذارید.',
    ],
    en: [
      'The YAML alias "*{name}" is not accepted.',
      'Write the text out, or quote it if the star belongs to it.',
    ],
  },
  'yaml/anchor': {
    fa: [
      'لنگر YAML «&{name}» پذیرفته نیست.',
      'آن را بردارید، یا اگر جزو متن است متن را در گیومهٔ "…" بگذارید.',
    ],
    en: ['The YAML anchor "&{name}" is not accepted.', 'Remove it, or quote the text if it belongs to it.'],
  },
  'yaml/syntax': {
    fa: [
      'این~جا نوشتار YAML درست نیست ({detail}).',
      'پس از هر کلید دونقطه و یک فاصله لازم است؛ متنی را که : یا # دارد در "…" بگذارید.',
    ],
    en: [
      'The YAML is not well-formed here ({detail}).',
      'A key needs a colon and a space; put text with : or # into "…".',
    ],
  },
  'field/unknown': {
    fa: [
      'کلید «{field}» در این~جا شناخته نیست.',
      'کلیدهای این بخش را در README یا با jalaseh schema ببینید.',
    ],
    en: [
      'The key "{field}" is not known here.',
      'See the README or jalaseh schema for the keys of this part.',
    ],
  },
  'field/twice': {
    fa: ['کلید «{field}» همان «{first}» است که پیش~تر آمده.', 'یکی از دو سطر را حذف کنید.'],
    en: ['The key "{field}" means the same as "{first}" above.', 'Delete one of the two lines.'],
  },
  'field/missing': {
    fa: ['«{field}» نیامده است.', 'سطر «{field}: …» را اضافه کنید.'],
    en: ['"{key}" is missing.', 'Add a line "{key}: …".'],
  },
  'type/map-expected': {
    fa: ['این~جا چند کلید لازم است، نه یک مقدار تنها.', 'در سطرهای بعد با تورفتگی «کلید: مقدار» بنویسید.'],
    en: ['Keys are expected here, not a single value.', 'Write indented "key: value" lines below.'],
  },
  'type/text-expected': {
    fa: [
      'این~جا یک متن یا عدد لازم است، نه فهرست یا چند کلید.',
      'مقدار را در همان سطر بنویسید، در صورت نیاز درون "…".',
    ],
    en: [
      'A single text or number is expected here, not a list or keys.',
      'Write the value on the same line, in "…" if needed.',
    ],
  },
  'list/too-long': {
    fa: [
      'این فهرست {length} ردیف دارد؛ بیش از {limit} پذیرفته نیست.',
      'فهرست را کوتاه کنید یا به صورت پیوست بیاورید.',
    ],
    en: ['The list has {length} rows; at most {limit} are accepted.', 'Shorten it or attach it as an annex.'],
  },
  'text/too-long': {
    fa: [
      'این متن {length} نویسه دارد؛ بیش از {limit} پذیرفته نیست.',
      'متن را کوتاه کنید یا به صورت پیوست بیاورید.',
    ],
    en: [
      'The text has {length} characters; at most {limit} are accepted.',
      'Shorten it or attach it as an annex.',
    ],
  },
  'text/strange': {
    fa: [
      'این متن {character} دارد ({kind}) که چاپ نمی~شود.',
      'آن را پاک کنید؛ اگر از جایی رونوشت شده، همان واژه را دوباره بنویسید.',
    ],
    en: [
      'The text has {character} ({kind}), which cannot be printed.',
      'Delete it; if it was pasted, type that word again.',
    ],
  },
  'text/dropped': {
    fa: ['این متن {character} دارد ({kind}) که در برگ نمی~آید.', 'آن را پاک کنید.'],
    en: ['The text has {character} ({kind}), which is left out of the paper.', 'Delete it.'],
  },
  'text/normalized': {
    fa: [
      '{total} نویسه در برگ یکدست می~شود: {kinds}.',
      'پرونده دست~نخورده می~ماند؛ پیشنهادهای نوشتاری با --proofread.',
    ],
    en: [
      '{total} characters are made uniform in the papers: {kinds}.',
      'The file stays as it is; for suggestions use --proofread.',
    ],
  },
  'holiday/other-year': {
    fa: ['این روز از سال {year} نیست.', 'آن را به پروندهٔ سال خودش ببرید.'],
    en: ['This day is not in the year {year}.', 'Move it to the file of its own year.'],
  },
  'id/format': {
    fa: ['«{text}» شناسهٔ درستی نیست.', 'شناسه یک کلمه است، از حرف، رقم، خط تیره و نقطه.'],
    en: ['"{text}" is not an id.', 'An id is one word of letters, digits, hyphens and dots.'],
  },
  'id/twice': {
    fa: ['شناسهٔ «{id}» پیش~تر در سطر {line} آمده است.', 'به یکی از دو ردیف شناسه~ای دیگر بدهید.'],
    en: ['The id "{id}" stands already on line {line}.', 'Give one of the two rows another id.'],
  },
  'reference/unknown': {
    fa: [
      '{register}ی با شناسهٔ «{text}» در این پرونده نیست.',
      'آن را به فهرست اضافه کنید یا شناسه را درست کنید.',
    ],
    en: ['There is no {register} "{text}" in this file.', 'Add it to the list or correct the id.'],
  },
  'reference/near': {
    fa: ['«{text}» در فهرست نیست و همین~گونه چاپ می~شود.', 'اگر همان ردیف فهرست است، نام را یکسان بنویسید.'],
    en: [
      '"{text}" is not in the list and is printed as it stands.',
      'If a listed row is meant, spell it the same.',
    ],
  },
  'choice/unknown': {
    fa: ['«{text}» از گزینه~های «{field}» نیست.', 'یکی از این~ها را بنویسید: {choices}'],
    en: ['"{text}" is not one of the choices for "{field}".', 'Write one of: {choices}'],
  },
  'number/invalid': {
    fa: ['«{text}» عدد نیست.', 'عدد را مانند ۱٬۲۳۴٫۵ یا «یک میلیارد و ۲۳۱ میلیون» بنویسید.'],
    en: ['"{text}" is not a number.', 'Write it like 1,234.5 or «یک میلیارد و ۲۳۱ میلیون».'],
  },
  'number/ambiguous-slash': {
    fa: ['«{text}» دو معنا دارد: {decimal} یا {numerator} از {denominator}.', 'با ممیز بنویسید: {decimal}'],
    en: [
      '"{text}" has two meanings: {decimal}, or {numerator} of {denominator}.',
      'Write the decimal with a point: {decimal}',
    ],
  },
  'settings/too-many-seconds': {
    fa: ['هیچ کاری بیش از {limit} ثانیه منتظر نمی~ماند.', 'عدد کوچک~تری بنویسید.'],
    en: ['Nothing waits for more than {limit} seconds.', 'Write a smaller number.'],
  },
  'number/whole': {
    fa: ['«{text}» عدد صحیح بزرگ~تر از صفر نیست.', 'عددی مانند ۱۲ بنویسید.'],
    en: ['"{text}" is not a whole number above zero.', 'Write a number such as 12.'],
  },
  'number/percent': {
    fa: [
      '«{text}» میان ۰ و {limit} نیست.',
      'درصد را بنویسید؛ بیش از ۱۰۰ هم می~شود، ولی مبلغ جای دیگری دارد.',
    ],
    en: [
      '"{text}" is not between 0 and {limit}.',
      'Write a percentage; it may pass 100, but an amount belongs elsewhere.',
    ],
  },
  'date/two-digit-year': {
    fa: ['سال در «{date}» دو رقم دارد.', 'سال را با چهار رقم بنویسید، مانند ۱۴۰۵/۰۹/۰۱.'],
    en: ['The year in "{date}" has two digits.', 'Write four, as in 1405/09/01.'],
  },
  'date/gregorian': {
    fa: ['«{date}» تاریخ میلادی است.', 'تاریخ را به هجری شمسی بنویسید، مانند ۱۴۰۵/۰۹/۰۱.'],
    en: ['"{date}" is a Gregorian date.', 'Write the Jalali date, as in 1405/09/01.'],
  },
  'date/impossible': {
    fa: ['روز «{date}» در تقویم نیست.', 'آخرین روز آن {lastDay} است.'],
    en: ['There is no such day as "{date}".', 'The last day is {lastDay}.'],
  },
  'date/format': {
    fa: [
      '«{date}» تاریخ نیست.',
      'تاریخ را مانند ۱۴۰۵/۰۹/۰۱ یا «۱ آذر ۱۴۰۵» بنویسید؛ اگر معلوم نیست، خالی بگذارید.',
    ],
    en: ['"{date}" is not a date.', 'Write it like 1405/09/01; leave it empty if it is not known.'],
  },
  'period/format': {
    fa: ['«{text}» دوره نیست.', 'دوره را مانند «سال ۱۴۰۴»، «۹ ماههٔ نخست ۱۴۰۴» یا «مهر تا آذر ۱۴۰۴» بنویسید.'],
    en: ['"{text}" is not a period.', 'Write it like "year 1404" or "first 9 months of 1404".'],
  },
  'deadline/format': {
    fa: [
      '«{text}» مهلت نیست.',
      'تاریخ بنویسید، یا «ظرف ۱۵ روز»، «پایان آذر ۱۴۰۵»، «تا جلسهٔ بعد» یا «مستمر».',
    ],
    en: ['"{text}" is not a deadline.', 'Write a date, or "within 15 days", "next meeting" or "ongoing".'],
  },
  'time/format': {
    fa: ['«{text}» ساعت نیست.', 'ساعت را مانند ۰۹:۳۰ بنویسید.'],
    en: ['"{text}" is not a time.', 'Write it like 09:30.'],
  },
  'colour/format': {
    fa: ['«{text}» رنگ نیست.', 'رنگ را مانند "#14505c" بنویسید، درون گیومه.'],
    en: ['"{text}" is not a colour.', 'Write it like "#14505c", in quotes.'],
  },
  'money/unit-missing': {
    fa: ['مبلغ «{text}» واحد ندارد.', 'واحد را بنویسید: ریال جاری، تومان، همت، دلار یا یورو.'],
    en: ['The amount "{text}" has no unit.', 'Write its unit: current rial, toman, hemat, USD or EUR.'],
  },
  'money/rial-kind-missing': {
    fa: [
      'در «{text}» معلوم نیست کدام ریال است؛ هر ریال جدید ۱۰٬۰۰۰ ریال جاری است.',
      'بنویسید «ریال جاری» یا «ریال جدید».',
    ],
    en: [
      '"{text}" does not say which rial; one new rial is 10,000 current rials.',
      'Write "current rial" or "new rial".',
    ],
  },
  'money/unit-unknown': {
    fa: [
      '«{unit}» واحد پول شناخته~شده~ای نیست.',
      'ریال جاری، ریال جدید، تومان، همت، دلار، یورو، یوان، درهم، لیر یا دینار عراق بنویسید.',
    ],
    en: [
      '"{unit}" is not a known unit of money.',
      'Write current rial, new rial, toman, hemat, USD, EUR, CNY, AED, TRY or IQD.',
    ],
  },
  'money/no-rate': {
    fa: ['میان «{from}» و «{to}» نرخ ثابتی نیست.', 'هر دو مبلغ را با یک واحد بنویسید.'],
    en: ['There is no fixed rate between {from} and {to}.', 'Write both amounts in one unit.'],
  },
  'money/mixed-units': {
    fa: ['دو مبلغ با دو واحد آمده است و با هم سنجیده نمی~شود.', 'هر دو را با یک واحد بنویسید.'],
    en: ['Two amounts stand in two units and cannot be compared.', 'Write both in one unit.'],
  },
  'target/period-missing': {
    fa: [
      'هدفِ «{label}» دوره ندارد؛ بی دوره نمی~توان گفت جلوتریم یا عقب~تر.',
      'سطر «دوره: سال ۱۴۰۴» یا «دوره: سال جاری» را به هدف اضافه کنید.',
    ],
    en: [
      'The target of "{label}" has no period, so its pace cannot be told.',
      'Add "period: year 1404" to the target.',
    ],
  },
  'target/rank': {
    fa: [
      '«{label}» رتبه است و آهنگ رسیدن به رتبه را نمی~توان با تقویم سنجید.',
      '«هدف» را بردارید و آن را در «توضیح» بگویید.',
    ],
    en: [
      '"{label}" is a rank, whose pace cannot be set against the calendar.',
      'Remove the target and tell it in "note".',
    ],
  },
  'target/actual-missing': {
    fa: ['برای «{label}» هدف آمده و تحقق نیامده است.', 'بخش «تحقق» را با مقدار و دوره اضافه کنید.'],
    en: ['"{label}" has a target but no actual value.', 'Add "actual" with its value and period.'],
  },
  'actual/period-missing': {
    fa: [
      'معلوم نیست تحققِ «{label}» تا چه زمانی است.',
      'سطر «دوره: ۹ ماههٔ نخست» یا «تا تاریخ: …» را اضافه کنید.',
    ],
    en: [
      'It is not said up to when the actual value of "{label}" counts.',
      'Add "period: first 9 months" or "as_of: …".',
    ],
  },
  'actual/outside-target': {
    fa: ['دورهٔ تحققِ «{label}» بیرون از دورهٔ هدف آن است.', 'یکی از دو دوره را درست کنید.'],
    en: [
      'The actual value of "{label}" lies outside the period of its target.',
      'Correct one of the two periods.',
    ],
  },
  'statistic/empty': {
    fa: ['شاخص «{label}» رقمی ندارد.', 'یکی از «مقدار»، «هدف و تحقق»، «سری» یا «تفکیک» را بیاورید.'],
    en: ['"{label}" has no figure.', 'Give a value, a target with actual, a series or a breakdown.'],
  },
  'statistic/unit-missing': {
    fa: ['شاخص «{label}» واحد ندارد.', 'سطر «واحد: …» را اضافه کنید، مانند «میلیون دلار» یا «فقره».'],
    en: ['"{label}" has no unit.', 'Add "unit: …", such as "million USD" or the noun that is counted.'],
  },
  'file/outside': {
    fa: [
      'نشانی «{path}» بیرون از پوشهٔ کار است.',
      'پرونده را کنار پروندهٔ جلسه بگذارید و نشانی را نسبت به آن بنویسید.',
    ],
    en: [
      'The path "{path}" leads outside the workspace.',
      'Put the file beside the meeting file and write its path from there.',
    ],
  },
  'file/missing': {
    fa: ['پروندهٔ «{path}» پیدا نشد.', 'نام آن را بررسی کنید؛ نشانی نسبت به پوشهٔ همین پرونده است.'],
    en: [
      'The file "{path}" does not exist.',
      'Check its name; the path counts from the folder of this file.',
    ],
  },
  'file/not-image': {
    fa: ['«{path}» تصویر نیست.', 'پروندهٔ PNG، JPEG، WebP یا SVG بدهید.'],
    en: ['"{path}" is not a picture.', 'Give a PNG, JPEG, WebP or SVG file.'],
  },
  'file/not-annex': {
    fa: ['«{path}» نه PDF است و نه تصویر.', 'پیوست را PDF، PNG یا JPEG کنید.'],
    en: ['"{path}" is neither a PDF nor a picture.', 'Make the annex a PDF, PNG or JPEG.'],
  },
  'colour/contrast': {
    fa: [
      'رنگ «{text}» روی کاغذ سفید خوب خوانده نمی~شود (تضاد {ratio} به ۱).',
      'تضاد باید دست کم ۴٫۵ باشد؛ نزدیک~ترین رنگ تیره~تر: "{darker}"',
    ],
    en: [
      'The colour "{text}" is hard to read on white paper (contrast {ratio} to 1).',
      'It must be 4.5 at least; the nearest darker colour is "{darker}".',
    ],
  },
  'settings/font-incomplete': {
    fa: [
      'قلم خود دستگاه دو پرونده لازم دارد: معمولی و سیاه.',
      'هر دو را بنویسید، یا تنها نام یکی از قلم~های ما: وزیرمتن، پرستو.',
    ],
    en: [
      'A font of your own needs two files: regular and bold.',
      'Name both, or just one of our families: vazirmatn, parastoo.',
    ],
  },
  'settings/font-both': {
    fa: ['هم قلم ما ({family}) آمده است و هم پروندهٔ قلم.', 'یکی را نگه دارید.'],
    en: ['One of our families ({family}) is named together with font files.', 'Keep one of them.'],
  },
  'settings/font-name': {
    fa: ['«{text}» نام قلم نیست.', 'نامی از حرف، رقم، فاصله و خط تیره بنویسید.'],
    en: ['"{text}" is not a name for a font.', 'Use letters, digits, spaces and hyphens.'],
  },
  'file/font-outlines': {
    fa: [
      'قلم «{path}» خط دورهای PostScript (CFF) دارد و در PDF خوب نمی~نشیند.',
      'نسخهٔ TrueType همان قلم را به WOFF2 تبدیل کنید.',
    ],
    en: [
      'The font "{path}" has PostScript (CFF) outlines, which a PDF cannot hold well.',
      'Convert the TrueType edition of the font to WOFF2.',
    ],
  },
  'file/damaged-image': {
    fa: ['تصویر «{path}» ناقص است و خوانده نمی~شود.', 'آن را دوباره از برنامهٔ خود ذخیره کنید.'],
    en: ['The picture "{path}" is damaged and cannot be read.', 'Save it again from its program.'],
  },
  'file/image-size': {
    fa: [
      'تصویر «{path}» بیش از اندازه بزرگ است ({width} در {height} نقطه).',
      'آن را کوچک کنید: هر ضلع تا ۱۲٬۰۰۰ و روی هم تا ۴۰ میلیون نقطه.',
    ],
    en: [
      'The picture "{path}" is too large ({width} by {height} pixels).',
      'Make it smaller: at most 12,000 pixels a side and 40 million in all.',
    ],
  },
  'file/moving-image': {
    fa: [
      'تصویر «{path}» از چند تصویر پشت سر هم ساخته شده است (پویانمایی).',
      'آن را که باید چاپ شود جدا ذخیره کنید.',
    ],
    en: [
      'The picture "{path}" is made of several that follow each other (an animation).',
      'Save the one that is to be printed by itself.',
    ],
  },
  'file/svg-content': {
    fa: [
      'در تصویر «{path}» چیزی هست که در آرم جایی ندارد: {what}',
      'آن را از برنامهٔ خود به شکل SVG ساده، یا PNG، ذخیره کنید.',
    ],
    en: [
      'The picture "{path}" holds what no emblem needs: {what}',
      'Save it from its program as a plain SVG, or as a PNG.',
    ],
  },
  'file/not-meeting': {
    fa: ['«{path}» فایل جلسه نیست.', 'فایل YAML جلسهٔ قبل را بدهید.'],
    en: ['"{path}" is not a meeting file.', 'Give the YAML file of the previous meeting (.yaml or .yml).'],
  },
  'previous/unreadable': {
    fa: [
      'فایل جلسهٔ قبل («{path}») خوانده نشد؛ نخستین خطای آن در سطر {line}: {code}',
      'jalaseh check {path} را اجرا و خطاهای آن را برطرف کنید، یا این سطر را بردارید.',
    ],
    en: [
      'The file of the previous meeting ("{path}") cannot be read; its first fault, in line {line}, is {code}.',
      'Run jalaseh check {path} and mend it, or remove this line.',
    ],
  },
  'file/font-restricted': {
    fa: [
      'پروانهٔ قلم «{path}» اجازه نمی~دهد که در سند گذاشته شود (fsType).',
      'قلمی بدهید که گذاشتن آن در PDF مجاز است.',
    ],
    en: [
      'The licence of the font "{path}" forbids putting it into documents (fsType).',
      'Give one that may be embedded.',
    ],
  },
  'file/not-font': {
    fa: ['«{path}» قلم WOFF2 نیست.', 'پروندهٔ WOFF2 بدهید.'],
    en: ['"{path}" is not a WOFF2 font.', 'Give a WOFF2 file.'],
  },
  'file/changed': {
    fa: ['پروندهٔ «{path}» در میان کار عوض شد.', 'وقتی کسی با آن کار نمی~کند، فرمان را دوباره اجرا کنید.'],
    en: ['The file "{path}" changed in the meantime.', 'Run the command again when nobody is working on it.'],
  },
  'file/too-large': {
    fa: ['پروندهٔ «{path}» بیش از {limit} مگابایت است.', 'پروندهٔ کوچک~تری بدهید.'],
    en: ['The file "{path}" is larger than {limit} MB.', 'Give a smaller one.'],
  },
}

/** Words for the faults of templates, papers, printing and files written. */
import type { Wording } from './wording.ts'

export const paperWording: Record<string, Wording> = {
  'fact/open': {
    fa: ['{fields} معلوم نیست و جای آن خالی چاپ می~شود.', 'هرگاه معلوم شد، در پرونده بنویسید.'],
    en: ['Not known yet, and printed as blanks: {keys}.', 'Write it into the file when it is known.'],
  },
  'fact/unsourced': {
    fa: ['منبع «{label}» نیامده است.', 'سطر «منبع: …» را اضافه کنید.'],
    en: ['"{label}" names no source.', 'Add a line "source: …".'],
  },
  'statistic/contradiction': {
    fa: [
      'برای «{label}» دو رقم آمده است: {first} (سطر {line}) و {second}.',
      'رقم درست را نگه دارید یا تفاوت را در «توضیح» بگویید.',
    ],
    en: [
      '"{label}" stands with two values: {first} (line {line}) and {second}.',
      'Keep the right one or explain the difference in "note".',
    ],
  },
  'template/missing': {
    fa: ['قالب «{file}» پیدا نشد.', 'آن را به پوشهٔ templates برگردانید.'],
    en: ['The template "{file}" does not exist.', 'Put it back into the templates folder.'],
  },
  'template/unknown-path': {
    fa: [
      'در قالب، «{path}» شناخته نیست («{part}»).',
      'نام را با داده~های نمای برگ بسنجید (src/paper/view.ts).',
    ],
    en: [
      'The template names "{path}", which is not known ("{part}").',
      'Compare with the view of the paper (src/paper/view.ts).',
    ],
  },
  'template/syntax': {
    fa: ['نوشتار قالب درست نیست ({message}).', 'آکولادها و {{#…}} و {{/…}} را بررسی کنید.'],
    en: ['The template is not well-formed ({message}).', 'Check braces and that each {{#…}} has its {{/…}}.'],
  },
  'template/partial-cycle': {
    fa: ['قالب خودش را در بر می~گیرد: {cycle}', 'یکی از {{> …}} را بردارید.'],
    en: ['The template includes itself: {cycle}', 'Remove one of the {{> …}}.'],
  },
  'template/forbidden': {
    fa: ['«{what}» در قالب پذیرفته نیست.', 'تنها {{t …}}، نمودارها، each، if، unless و with به کار می~رود.'],
    en: [
      '"{what}" is not allowed in a template.',
      'Only {{t …}}, the charts, each, if, unless and with are used.',
    ],
  },
  'paper/overflow': {
    fa: [
      'خلاصهٔ مدیریتی در یک صفحه جا نمی~شود؛ {overflow} میلی~متر بیش~تر است.',
      'درخواست~ها، محورهای صحبت یا هدف را کوتاه کنید، یا از شمار شاخص~های کلیدی («برجسته» و «هدف») بکاهید.',
    ],
    en: [
      'The summary does not fit one page; it is {overflow} mm too long.',
      'Shorten the asks, talking points or objective, or have fewer key figures (headline, target).',
    ],
  },
  'paper/needs': {
    fa: ['«{title}» ساخته نشد؛ در پرونده نیامده است: {needs}.', 'آن را به پرونده اضافه کنید.'],
    en: ['"{kind}" was not made; the file lacks: {keys}.', 'Add it to the file.'],
  },
  'paper/left-out': {
    fa: [
      '«{title}» کنار گذاشته شد؛ در پرونده نیامده است: {needs}.',
      'اگر این برگ را می~خواهید، آن را به پرونده اضافه کنید.',
    ],
    en: ['"{kind}" was left out; the file lacks: {keys}.', 'Add it to the file if you want this paper.'],
  },
  'usage/kind': {
    fa: ['برگی به نام «{kind}» نیست.', 'یکی از این~ها را بنویسید: {papers}'],
    en: ['There is no paper "{kind}".', 'Write one of: {papers}'],
  },
  'browser/missing': {
    fa: [
      'مرورگری برای ساختن PDF پیدا نشد.',
      'npx puppeteer browsers install chrome-headless-shell یا، در دبیان و اوبونتو، sudo apt-get install chromium-headless-shell',
    ],
    en: [
      'No browser to make PDFs with was found.',
      'npx puppeteer browsers install chrome-headless-shell or, on Debian and Ubuntu, sudo apt-get install chromium-headless-shell',
    ],
  },
  'browser/start': {
    fa: ['مرورگر به راه نیفتاد ({executable}): {reason}', 'jalaseh doctor را اجرا کنید.'],
    en: ['The browser did not start ({executable}): {reason}', 'Run jalaseh doctor.'],
  },
  'browser/crashed': {
    fa: [
      'مرورگر در میانهٔ چاپ از کار افتاد ({reason}).',
      'دوباره اجرا کنید؛ اگر تکرار شد، jalaseh doctor را ببینید.',
    ],
    en: [
      'The browser stopped in the middle of printing ({reason}).',
      'Run again; if it happens again see jalaseh doctor.',
    ],
  },
  'print/timeout': {
    fa: ['چاپ بیش از {seconds} ثانیه طول کشید و رها شد.', 'پرونده را کوتاه~تر کنید یا دوباره اجرا کنید.'],
    en: ['Printing took more than {seconds} seconds and was given up.', 'Shorten the file or run again.'],
  },
  'print/blocked-request': {
    fa: [
      'برگ می~خواست چیزی از بیرون بخواند و اجازه نیافت: {url}',
      'نشانی را از قالب یا سبک بردارید؛ تصویرها باید درون پوشهٔ کار باشند.',
    ],
    en: [
      'The page asked for something from outside and was refused: {url}',
      'Remove the address from the template or style.',
    ],
  },
  'print/missing-glyph': {
    fa: [
      'قلم این نویسه~ها را ندارد: {characters}',
      'آن~ها را با نویسهٔ دیگری بنویسید یا قلم کامل~تری در jalaseh.yaml بدهید.',
    ],
    en: [
      'The font lacks these characters: {characters}',
      'Write others, or name a fuller font in jalaseh.yaml.',
    ],
  },
  'print/failed': {
    fa: ['چاپ نشد: {reason}', 'دوباره اجرا کنید؛ اگر تکرار شد، jalaseh doctor را ببینید.'],
    en: ['Printing failed: {reason}', 'Run again; if it happens again see jalaseh doctor.'],
  },
  'output/unwritable': {
    fa: ['در «{path}» نمی~توان نوشت ({reason}).', 'دسترسی پوشه را درست کنید یا با --out پوشه~ای دیگر بدهید.'],
    en: [
      '"{path}" cannot be written to ({reason}).',
      'Correct its permissions or choose another folder with --out.',
    ],
  },
  'output/exists': {
    fa: ['«{path}» از پیش هست و دست~نخورده ماند.', 'نامی دیگر برگزینید.'],
    en: ['"{path}" exists already and was left as it is.', 'Choose another name.'],
  },
  'output/name': {
    fa: ['«{name}» نام پرونده نیست.', 'نامی بی / و .. برگزینید، از حرف، رقم و خط تیره.'],
    en: ['"{name}" is not a file name.', 'Choose one without / and .., of letters, digits and hyphens.'],
  },
  'output/twice': {
    fa: [
      'دو پروندهٔ ورودی یک نام دارند («{name}») و برگ~هایشان روی هم نوشته می~شد.',
      'نام یکی را عوض کنید یا جداگانه بسازید.',
    ],
    en: [
      'Two source files share the name "{name}", so their papers would overwrite each other.',
      'Rename one or build them separately.',
    ],
  },
  'usage/verb': {
    fa: ['دستوری به نام «{verb}» نیست.', 'فهرست دستورها: jalaseh --help'],
    en: ['There is no command "{verb}".', 'For the commands: jalaseh --help'],
  },
  'usage/option': {
    fa: ['گزینهٔ «{option}» درست به کار نرفته است.', 'راهنما: jalaseh {verb} --help'],
    en: ['The option "{option}" is not used rightly.', 'For help: jalaseh {verb} --help'],
  },
  'usage/argument': {
    fa: ['نام پرونده نیامده است.', 'راهنما: jalaseh {verb} --help'],
    en: ['No file is named.', 'For help: jalaseh {verb} --help'],
  },
}

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
  'agenda/overrun': {
    fa: [
      'بندهای دستور جلسه {over} دقیقه بیش از جلسه زمان می~برد ({planned} دقیقه در برابر {length}).',
      'زمان بندها را کم کنید یا ساعت خاتمه را دیرتر بگذارید.',
    ],
    en: [
      'The agenda takes {over} minutes more than the meeting lasts ({planned} against {length}).',
      'Give its items fewer minutes or the meeting a later end.',
    ],
  },
  'template/missing': {
    fa: ['قالب «{file}» پیدا نشد.', 'آن را به پوشهٔ templates برگردانید.'],
    en: ['The template "{file}" does not exist.', 'Put it back into the templates folder.'],
  },
  'template/unknown-path': {
    fa: [
      'در قالب، «{path}» شناخته نیست («{part}»).',
      'نام را با فهرست داده~های برگ بسنجید (templates/README.md).',
    ],
    en: [
      'The template names "{path}", which is not known ("{part}").',
      'Compare with the list of what a paper knows (templates/README.md).',
    ],
  },
  'template/too-large': {
    fa: ['«{file}» بزرگ~تر از ۱ مگابایت است.', 'قالب و سبک را کوتاه کنید؛ تصویر در آن نگذارید.'],
    en: ['"{file}" is larger than 1 MB.', 'Shorten the template or style; keep pictures out of it.'],
  },
  'template/too-slow': {
    fa: [
      'قالب پس از {seconds} ثانیه هنوز به پایان نرسیده بود و رها شد.',
      'تکرارهای تو در توی قالب خود را بسنجید.',
    ],
    en: [
      'A template had not come to its end after {seconds} seconds.',
      'Check the nested repetitions of your template.',
    ],
  },
  'template/too-long': {
    fa: ['قالب بیش از {limit} میلیون نویسه نوشت.', 'تکرارهای تو در توی قالب خود را بسنجید.'],
    en: [
      'A template wrote more than {limit} million characters.',
      'Check the nested repetitions of your template.',
    ],
  },
  'template/too-many': {
    fa: ['در «{path}» بیش از {limit} پرونده هست.', 'تنها قالب~ها و سبک~های لازم را نگه دارید.'],
    en: ['"{path}" holds more than {limit} files.', 'Keep only the templates and styles that are needed.'],
  },
  'template/unused': {
    fa: ['«{file}» در هیچ برگی به کار نمی~رود.', 'نام پوشه و پرونده را با templates محصول بسنجید.'],
    en: [
      '"{file}" takes part in no paper.',
      'Compare its folder and name with the templates of the product.',
    ],
  },
  'template/outdated': {
    fa: [
      '«{file}» در نسخهٔ تازه عوض شده است و این رونوشت از روی نسخهٔ پیشین است.',
      'تفاوت را ببینید و سطر نخست را پاک کنید، یا رونوشت را از نو بگیرید.',
    ],
    en: [
      '"{file}" has changed in the product since this copy was made.',
      'Look at the difference and delete the first line, or copy it anew.',
    ],
  },
  'paper/kind-name': {
    fa: ['«{kind}» نام نوع برگ نیست.', 'نام پوشه را با حرف~های کوچک لاتین، رقم و خط تیره بنویسید.'],
    en: ['"{kind}" is not a name for a kind of paper.', 'Use small Latin letters, digits and hyphens.'],
  },
  'paper/unknown': {
    fa: ['برگی به نام «{kind}» نیست.', 'یکی از این~ها را بنویسید: {papers}'],
    en: ['There is no paper "{kind}".', 'Write one of: {papers}'],
  },
  'paper/twice': {
    fa: ['«{kind}» دو بار آمده است.', 'هر دو را یکی کنید.'],
    en: ['"{kind}" is there twice.', 'Make them one.'],
  },
  'paper/no-sections': {
    fa: ['«{kind}» بخش~های برگزیدنی ندارد.', 'این سطر را بردارید یا قالب آن را در templates بازنویسی کنید.'],
    en: ['"{kind}" has no sections to choose from.', 'Remove this, or override its template in templates.'],
  },
  'paper/section-twice': {
    fa: ['بخش «{section}» دو بار آمده است.', 'یکی را بردارید.'],
    en: ['The section "{section}" is there twice.', 'Remove one of them.'],
  },
  'usage/workspace': {
    fa: ['این~جا پوشهٔ کار نیست: jalaseh.yaml پیدا نشد.', 'نخست jalaseh new را اجرا کنید.'],
    en: ['This is no workspace: there is no jalaseh.yaml.', 'Run jalaseh new first.'],
  },
  'usage/template': {
    fa: ['قالبی به نام «{file}» نیست.', 'نامی مانند sections/agenda.hbs بنویسید.'],
    en: ['There is no template "{file}".', 'Write a name like sections/agenda.hbs.'],
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
  'paper/hidden-text': {
    fa: [
      '{count} نوشتهٔ این جلسه در «{title}» پنهان مانده است، از آن میان: {names}.',
      'سبک خود را بسنجید (display، visibility، opacity، position، height، overflow)؛ آنچه نباید بیاید، از قالب برداشته می~شود نه با سبک.',
    ],
    en: [
      'The print of "{kind}" does not show what the meeting says: {count} in all, among them {paths}.',
      'Check your own style (display, visibility, opacity, position, height, overflow); what is not to be printed is taken out of the template.',
    ],
  },
  'paper/blank': {
    fa: ['«{title}» بی هیچ نوشته~ای چاپ می~شد.', 'سبک خود را بسنجید؛ همهٔ نوشته~ها را پنهان می~کند.'],
    en: ['"{kind}" would be printed without a word.', 'Check your own style: it hides every text.'],
  },
  'template/page-size': {
    fa: [
      'سبک اندازهٔ برگ را تعیین نمی~کند.',
      'در paper.yaml همان برگ بنویسید sheet (مانند A5 یا A6) و orientation؛ برای همهٔ برگ~ها در jalaseh.yaml بنویسید paper.',
    ],
    en: [
      'A style does not set the size of the sheet.',
      'Say sheet and orientation in the paper.yaml of this paper; for every paper, paper in jalaseh.yaml.',
    ],
  },
  'paper/not-archival': {
    fa: [
      '«{title}» را نمی~توان برای بایگانی ساخت؛ آنچه باید داشته باشد ندارد: {broken}.',
      'قالب~ها و قلم~های خود را بررسی کنید (تیترها پله~به~پله، جانشین متنی برای تصویر، قلم با همهٔ نویسه~ها)؛ اگر از ما هستند، با jalaseh doctor ببینید مرورگر همان است که آزموده شده.',
    ],
    en: [
      'The paper "{kind}" cannot be made for archives; it does not keep: {broken}.',
      'Check your own templates and fonts (headings step by step, alternative texts, a glyph for each character); with ours, see with "jalaseh doctor" whether the browser is one that was tested.',
    ],
  },
  'paper/text-left': {
    fa: [
      'بخشی از متن «{title}» همان~گونه ماند که مرورگر نوشت و شاید درست جست~وجو و کپی نشود ({left}).',
      'در قالب خود از متن چرخیده یا شفاف و در قلم خود از نوع Type 3 بپرهیزید.',
    ],
    en: [
      'Some text of "{kind}" was left as the browser wrote it, and may not be found or copied right ({left}).',
      'Keep turned and transparent text out of your templates, and Type 3 out of your fonts.',
    ],
  },
  'paper/overflow': {
    fa: [
      '«{title}» در یک صفحه جا نمی~شود؛ {overflow} میلی~متر بیش~تر است.',
      'درخواست~ها، محورهای صحبت یا هدف را کوتاه کنید، یا از شمار شاخص~های کلیدی («برجسته» و «هدف») بکاهید.',
    ],
    en: [
      'The paper "{kind}" does not fit one page; it is {overflow} mm too long.',
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
  'paper/stale': {
    fa: [
      'در «{folder}» از ساخت~های پیشین مانده است و این بار ساخته نشد: {files}',
      'اگر دیگر به کار نمی~آید، آن را پاک کنید.',
    ],
    en: [
      'Left in "{folder}" by earlier builds and not made this time: {files}',
      'Delete what is no longer meant to go out.',
    ],
  },
  'usage/kind': {
    fa: ['برگی به نام «{kind}» نیست.', 'یکی از این~ها را بنویسید: {papers}'],
    en: ['There is no paper "{kind}".', 'Write one of: {papers}'],
  },
  'browser/missing': {
    fa: [
      'مرورگری برای ساختن PDF پیدا نشد (JALASEH_BROWSER: {asked}).',
      'npx puppeteer browsers install chrome-headless-shell یا، در دبیان و اوبونتو، sudo apt-get install chromium-headless-shell؛ اگر JALASEH_BROWSER داده شده، آن را درست یا پاک کنید.',
    ],
    en: [
      'No browser to make PDFs with was found (JALASEH_BROWSER: {asked}).',
      'npx puppeteer browsers install chrome-headless-shell or, on Debian and Ubuntu, sudo apt-get install chromium-headless-shell; where JALASEH_BROWSER is set, correct or unset it.',
    ],
  },
  'browser/start': {
    fa: ['مرورگر به راه نیفتاد ({executable}): {reason}', 'jalaseh doctor را اجرا کنید.'],
    en: ['The browser did not start ({executable}): {reason}', 'Run jalaseh doctor.'],
  },
  'browser/temporary': {
    fa: [
      'در پوشهٔ موقت «{path}» برای مرورگر نمی~توان نوشت ({reason}).',
      'جای دیسک و دسترسی آن را بررسی کنید، یا با TMPDIR پوشه~ای دیگر بدهید.',
    ],
    en: [
      'The temporary folder "{path}" cannot be written to for the browser ({reason}).',
      'Check its permissions and the space on the disk, or name another folder with TMPDIR.',
    ],
  },
  'browser/memory': {
    fa: [
      'مرورگر هنگام چاپ بیش از {limit} مگابایت حافظه گرفت و بسته شد.',
      'پرونده را به چند جلسه بخش کنید، یا سبک خود را بسنجید.',
    ],
    en: [
      'The browser took more than {limit} MB of memory and was ended.',
      'Split the file into several, or check your own style.',
    ],
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
  'browser/unfit': {
    fa: [
      'مرورگر کاری را که چاپ به آن نیاز دارد انجام نمی~دهد ({reason}).',
      'مرورگر دیگری نصب کنید: npx puppeteer browsers install chrome-headless-shell',
    ],
    en: [
      'The browser does not do what printing needs ({reason}).',
      'Install another one: npx puppeteer browsers install chrome-headless-shell',
    ],
  },
  'print/too-long': {
    fa: [
      'نوشته به درازای {sheets} برگ A4 است؛ بیش از {limit} برگ چاپ نمی~شود.',
      'پرونده را به چند جلسه بخش کنید، یا اندازه~ها را در سبک خود بسنجید.',
    ],
    en: [
      'The paper is as long as {sheets} sheets of A4; no more than {limit} are printed.',
      'Split the file into several, or check the sizes in your own style.',
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
  'print/font': {
    fa: ['قلم برگ خوانده نمی~شود ({family}).', 'پروندهٔ قلم را در jalaseh.yaml عوض کنید.'],
    en: ['The font of the page cannot be read ({family}).', 'Name another font file in jalaseh.yaml.'],
  },
  'print/failed': {
    fa: ['چاپ نشد: {reason}', 'دوباره اجرا کنید؛ اگر تکرار شد، jalaseh doctor را ببینید.'],
    en: ['Printing failed: {reason}', 'Run again; if it happens again see jalaseh doctor.'],
  },
  'output/unwritable': {
    fa: [
      'در «{path}» نمی~توان نوشت ({reason}).',
      'جای دیسک و دسترسی پوشه را بررسی کنید، یا با --out پوشه~ای دیگر بدهید.',
    ],
    en: [
      '"{path}" cannot be written to ({reason}).',
      'Check the space on the disk and the permissions of the folder, or choose another with --out.',
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
      'پرونده~هایی یک نام دارند («{name}»: {files}) و برگ~هایشان روی هم نوشته می~شد.',
      'نام یکی را عوض کنید یا جداگانه بسازید.',
    ],
    en: [
      'Source files share the name "{name}" ({files}), so their papers would overwrite each other.',
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

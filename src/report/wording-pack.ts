/** Words for the faults of packs and of those who get them. */
import type { Wording } from './wording.ts'

export const packWording: Record<string, Wording> = {
  'pack/no-ceiling': {
    fa: [
      'معلوم نیست «{name}» تا کدام طبقه~بندی را می~تواند ببیند.',
      'برای او «سقف طبقه~بندی» بنویسید: در توزیع، در اشخاص یا در دفتر نشانی.',
    ],
    en: [
      'Nothing says up to which class "{name}" may see.',
      'Give him a "ceiling": in the distribution, in people or in the address book.',
    ],
  },
  'pack/no-address': {
    fa: [
      '«{name}» رایانامه ندارد؛ بسته~اش ساخته می~شود و باید دستی برسد.',
      'اگر باید فرستاده شود، نشانی او را بنویسید.',
    ],
    en: [
      '"{name}" has no e-mail address; the pack is made, and has to be brought.',
      'Write the address if the pack is to be sent.',
    ],
  },
  'pack/ambiguous': {
    fa: ['چند نفر «{name}» نام دارند و معلوم نیست کدام منظور است.', 'به جای نام، شناسهٔ او را بنویسید.'],
    en: [
      'Several people are called "{name}", and nothing says which is meant.',
      'Write the id instead of the name.',
    ],
  },
  'pack/twice': {
    fa: ['«{name}» دو بار گیرنده است.', 'یکی را بردارید، یا سمت و دستگاه هر یک را بنویسید.'],
    en: ['"{name}" is a recipient twice.', 'Remove one of them, or write the post and body of each.'],
  },
  'pack/nobody': {
    fa: ['این پرونده توزیع ندارد، پس کسی نیست که بسته بگیرد.', 'گیرندگان را زیر «توزیع» بنویسید.'],
    en: [
      'This file has no distribution, so there is nobody to get a pack.',
      'Write the recipients under "distribution".',
    ],
  },
  'pack/nothing': {
    fa: [
      'در این پرونده چیزی نیست که «{name}» اجازهٔ دیدنش را داشته باشد.',
      'او را از توزیع بردارید، یا سقف طبقه~بندی او را بسنجید.',
    ],
    en: [
      'Nothing in this file is of a class that "{name}" may see.',
      'Take him out of the distribution, or check his ceiling.',
    ],
  },
  'pack/no-paper': {
    fa: [
      'بستهٔ «{name}» ساخته نشد، زیرا برگ آن ساختنی نیست: {paper}.',
      'داده~اش را به پرونده بیفزایید یا «بسته» را در توزیع تغییر دهید.',
    ],
    en: [
      'The pack of "{name}" was not made, as its paper cannot be: {paper}.',
      'Add what it needs to the file, or change "pack" in the distribution.',
    ],
  },
  'pack/unchanged': {
    fa: [
      'از ویرایش {edition} تا کنون چیزی که «{name}» ببیند تغییر نکرده است؛ متممی ساخته نشد.',
      'اگر چیزی باید تغییر می~کرد، پرونده را بسنجید.',
    ],
    en: [
      'Nothing that "{name}" may see changed since edition {edition}; no supplement was made.',
      'Check the file if something should have changed.',
    ],
  },
  'pack/no-edition': {
    fa: [
      'از ویرایش {edition} چیزی نگه داشته نشده است ({path}).',
      'بستهٔ آن ویرایش را با پروندهٔ همان زمان یک بار دیگر بسازید.',
    ],
    en: [
      'Nothing was kept of edition {edition} ({path}).',
      'Make its packs once more from the file as it was then.',
    ],
  },
  'pack/not-earlier': {
    fa: [
      'ویرایش {since} پیش از ویرایش این پرونده ({edition}) نیست.',
      'شمارهٔ «ویرایش» را در پرونده بالا ببرید، یا شمارهٔ ویرایش پیشین را بدهید.',
    ],
    en: [
      'Edition {since} is not earlier than that of this file ({edition}).',
      'Raise "edition" in the file, or name an earlier one.',
    ],
  },
  'pack/edition-changed': {
    fa: [
      'بسته~های ویرایش {edition} پیش~تر از پروندهٔ دیگری ساخته شده بود.',
      'اگر آن بسته~ها رفته~اند، شمارهٔ «ویرایش» را بالا ببرید و متمم بسازید (--since).',
    ],
    en: [
      'Packs of edition {edition} had been made of another file before.',
      'If those are out, raise "edition" and make a supplement (--since).',
    ],
  },
  'pack/annex-moved': {
    fa: [
      'پیوست «{title}» در ویرایش {edition} شمارهٔ {before} داشت و اکنون {now} است.',
      'پیوست تازه را در پایان فهرست بگذارید تا شماره~ها بماند.',
    ],
    en: [
      'The annex "{title}" was number {before} in edition {edition} and is {now} now.',
      'Put new annexes at the end of the list, so that the numbers stay.',
    ],
  },
  'pack/not-interrupted': {
    fa: [
      'برای «{file}» کار ناتمامی نیست که دنبال شود.',
      'دستور را بدون --resume بدهید؛ آنچه ساخته شده دوباره ساخته نمی~شود.',
    ],
    en: [
      'There is no interrupted run for "{file}" to go on with.',
      'Leave --resume out; what is there is not made again.',
    ],
  },
  'pack/busy': {
    fa: ['برنامهٔ دیگری در حال ساختن بسته~های همین پوشه است: {path}', 'بگذارید تمام شود و دوباره اجرا کنید.'],
    en: ['Another run is making packs in this folder: {path}', 'Let it end, and run this again.'],
  },
  'pack/annex-class': {
    fa: [
      'پیوست «{title}» طبقه~بندی بالاتری از جلسه دارد و طبقهٔ همهٔ بسته را بالا می~برد.',
      'اگر چنین نباید باشد، طبقه~بندی پیوست را بسنجید.',
    ],
    en: [
      'The annex "{title}" has a higher class than its meeting, which raises that of the whole pack.',
      'Check the class of the annex if that is not meant.',
    ],
  },
  'pack/same-annex': {
    fa: [
      'پروندهٔ پیوست «{title}» همان پروندهٔ پیوست دیگری است؛ یک بار در بسته می~آید و دو بار دیده می~شود.',
      'اگر اشتباه است، پروندهٔ درست را نام ببرید.',
    ],
    en: [
      'The file of the annex "{title}" is that of another annex, too; it is stored once and seen twice.',
      'Name the right file if that is a mistake.',
    ],
  },
  'usage/recipient': {
    fa: ['«{name}» نه گروهی از دفتر نشانی است و نه نام یا شناسهٔ کسی.', 'یکی از این~ها را بنویسید: {known}.'],
    en: [
      '"{name}" is neither a group of the address book nor the name or id of anybody.',
      'Write one of these: {known}.',
    ],
  },
}

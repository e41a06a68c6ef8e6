/** Words for the catalogue and for `search`. */
import type { Wording } from './wording.ts'

export const catalogueWording: Record<string, Wording> = {
  'catalogue/rebuilt': {
    fa: [
      'نمایهٔ «{file}» خراب یا از نسخه~ای دیگر بود و از نو ساخته شد.',
      'کاری لازم نیست: نمایه از روی پرونده~ها ساخته می~شود و چیزی از دست نرفته است.',
    ],
    en: [
      'The index "{file}" was damaged or of another version and has been made anew.',
      'Nothing needs to be done: it is made from the files, and nothing is lost.',
    ],
  },
  'catalogue/newer': {
    fa: [
      'نمایهٔ «{file}» را نسخهٔ تازه~تری از جلسه ساخته است.',
      'جلسه را به~روز کنید، یا این پرونده را پاک کنید تا از نو ساخته شود.',
    ],
    en: [
      'The index "{file}" was made by a newer version of Jalaseh.',
      'Update Jalaseh, or delete that file, and it will be made anew.',
    ],
  },
  'catalogue/busy': {
    fa: ['برنامهٔ دیگری در نمایهٔ «{file}» می~نویسد و به پایان نرسید.', 'اندکی بعد دوباره بکوشید.'],
    en: ['Another program is writing to the index "{file}" and did not finish.', 'Try again in a moment.'],
  },
  'catalogue/unwritable': {
    fa: ['در نمایهٔ «{file}» نمی~توان نوشت ({reason}).', 'دسترسی پوشه و جای خالی دیسک را بررسی کنید.'],
    en: [
      'The index "{file}" cannot be written to ({reason}).',
      'Check the permissions of its folder and the free space of the disk.',
    ],
  },
  'search/nothing': {
    fa: [
      'چیزی برای جستجو نیامده است.',
      'واژه~ای بنویسید، یا با --body، --person، --from و مانند آن محدود کنید.',
    ],
    en: [
      'There is nothing to search for.',
      'Write a word, or narrow by --body, --person, --from and the like.',
    ],
  },
  'search/no-minutes': {
    fa: [
      'در «{folder}» نه بایگانی هست و نه پروندهٔ جلسه.',
      'فرمان را در پوشهٔ کار بدهید: پوشه~ای که jalaseh.yaml در آن است.',
    ],
    en: [
      'There is neither an archive nor a meeting file in "{folder}".',
      'Run it in the workspace, where jalaseh.yaml is.',
    ],
  },
  'search/kind': {
    fa: ['سندی از نوع «{name}» نیست.', 'یکی از این~ها را بنویسید: {known}'],
    en: ['There is no document of the kind "{name}".', 'Write one of: {known}'],
  },
  'search/common': {
    fa: ['این واژه~ها تقریباً در همهٔ متن~ها هست؛ تازه~ترین~ها آمد.', 'واژه~ای بیفزایید که در هر متنی نیست.'],
    en: [
      'These words stand in nearly every text; the newest are shown.',
      'Add a word that does not stand everywhere.',
    ],
  },
  'search/too-long': {
    fa: ['{count} واژه کنار گذاشته شد.', 'کوتاه~تر بپرسید: حداکثر ۶۴ واژه جسته می~شود.'],
    en: ['{count} words were left out.', 'Ask for less: at most 64 words are sought.'],
  },
}

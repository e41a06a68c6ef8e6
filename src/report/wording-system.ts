/** Words for what the system refuses, whatever was at work. */
import type { Language, Wording } from './wording.ts'

export const systemWording: Record<string, Wording> = {
  'system/refused': {
    fa: [
      'سیستم کار را نپذیرفت: {path} ({reason}).',
      'جای دیسک، دسترسی~ها و شمار پرونده~های باز را بررسی کنید و دوباره اجرا کنید.',
    ],
    en: [
      'The system refused to go on: {path} ({reason}).',
      'Check the space on the disk, the permissions and the limit of open files, and run it again.',
    ],
  },
}

/** Reasons that systems give by these names. */
export const systemReasons: Record<string, Record<Language, string>> = {
  EACCES: { fa: 'دسترسی نیست', en: 'access is denied' },
  EBUSY: { fa: 'برنامهٔ دیگری آن را باز دارد', en: 'another program has it open' },
  EDQUOT: { fa: 'سهمیهٔ دیسک پر است', en: 'the quota of the disk is used up' },
  EFBIG: { fa: 'پرونده از اندازهٔ مجاز بزرگ~تر می~شود', en: 'the file would be larger than is allowed' },
  EIO: { fa: 'دیسک خطا می~دهد', en: 'the disk fails' },
  EISDIR: { fa: 'پوشه~ای به این نام هست', en: 'a folder has this name' },
  ELOOP: { fa: 'پیوندها به دور خود می~گردند', en: 'the links lead in a circle' },
  EMFILE: { fa: 'پرونده~های باز بیش از اندازه است', en: 'too many files are open' },
  ENAMETOOLONG: { fa: 'نام درازتر از اندازه است', en: 'the name is too long' },
  ENFILE: { fa: 'پرونده~های باز بیش از اندازه است', en: 'too many files are open' },
  ENOMEM: { fa: 'حافظه کافی نیست', en: 'there is too little memory' },
  ENOSPC: { fa: 'فضای دیسک تمام شده است', en: 'no space is left on the disk' },
  ENOTDIR: { fa: 'به جای پوشه پرونده~ای هست', en: 'a file stands where a folder should' },
  EPERM: { fa: 'دسترسی نیست', en: 'access is denied' },
  EROFS: { fa: 'دیسک فقط خواندنی است', en: 'the disk is read-only' },
  ESTALE: { fa: 'پوشهٔ شبکه دیگر در دسترس نیست', en: 'the folder of the network is no longer there' },
}

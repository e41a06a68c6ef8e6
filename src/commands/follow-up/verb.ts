/** `jalaseh follow-up`: the register of resolutions. Each action has a file of its name. */
import { defineVerb, jsonHelp } from '../verb.ts'

export const verb = defineVerb({
  options: {
    overdue: { type: 'boolean' },
    'due-within': { type: 'string' },
    body: { type: 'string' },
    'untouched-since': { type: 'string' },
    status: { type: 'string' },
    progress: { type: 'string' },
    note: { type: 'string' },
    deadline: { type: 'string' },
    evidence: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'valid-only': { type: 'boolean' },
    format: { type: 'string' },
    out: { type: 'string' },
    open: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: {
    usage: 'jalaseh follow-up list · set <id> · report · import <csv|xlsx> · export',
    fa: 'دفتر مصوبات همهٔ جلسه~ها: می~گوید هر مصوبه در چه حال است، خبر تازه را می~نویسد، برگ پیگیری، جدول و تقویم می~دهد.',
    en: 'The register of all meetings: says how each resolution stands, records news, gives the paper, tables, a calendar.',
    example: 'jalaseh follow-up set 9-1 --progress 60 --note "پیمانکار دوم آمد"',
    options: [
      ['--overdue', 'تنها آن~ها که مهلتشان گذشته است', 'only those past their deadline'],
      ['--due-within N', 'تنها آن~ها که تا N روز دیگر مهلت دارند', 'only those due in N days'],
      ['--body NAME', 'تنها مصوبات این دستگاه یا کارگروه', 'only those of this body'],
      [
        '--untouched-since D',
        'تنها آن~ها که از این روز (۱۴۰۵/۰۸/۰۱) خبری نیست',
        'only those unheard of since the day',
      ],
      ['--status S', 'تنها این وضعیت؛ با set وضعیت تازه', 'only this status; with set, the new one'],
      ['--progress N', 'با set: درصد پیشرفت', 'with set: progress in percent'],
      ['--deadline D', 'با set: مهلت تازه', 'with set: new deadline'],
      ['--note TEXT', 'با set: آنچه رخ داد', 'with set: what happened'],
      ['--evidence TEXT', 'با set: نامه یا سند آن', 'with set: the letter that shows it'],
      ['--dry-run', 'با import: می~سنجد و نمی~نویسد', 'with import: examines, and writes nothing'],
      [
        '--valid-only',
        'با import: تنها سطرهای درست را می~آورد',
        'with import: brings in the sound rows only',
      ],
      ['--format F', 'با export: csv، xlsx، json یا ics', 'with export: csv, xlsx, json or ics'],
      ['--out PATH', 'با export پرونده، با report پوشهٔ خروجی', 'file of export, folder of report'],
      jsonHelp,
    ],
  },
  async run(values, words, host) {
    const { followUp } = await import('./follow-up.ts')
    return followUp(words, values, host)
  },
})

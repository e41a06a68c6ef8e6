/** What minutes that were begun from a briefing ask to be filled in. `~` is a half-space, `{name}` is filled. */
import { withHalfSpaces } from '../persian/fa.ts'

export const comments = {
  top: [
    'صورت~جلسه، از روی «{file}». آنچه خالی است پس از جلسه پر شود؛ آنچه خالی بماند در برگ نقطه~چین چاپ می~شود.',
    'در پایان: «وضعیت» جلسه را «نسخهٔ نهایی» کنید، و بسنجید: jalaseh check {minutes}',
  ],
  meeting: ['ساعت شروع و خاتمه را همان~گونه که بود بنویسید؛ و روز جلسهٔ بعدی را، اگر معلوم شد.'],
  attendees: [
    'حضور: حاضر، غایب، غایب موجه یا مدعو. نماینده: کسی که به جای او آمد، با شناسه یا نام کامل.',
    'کسی که دعوت نشده بود و آمد، در پایان فهرست افزوده شود.',
  ],
  agenda: ['خلاصهٔ مذاکرات هر بند در یک یا دو جمله؛ بندی که مطرح نشد پاک شود.'],
  earlier: ['مصوبات باز جلسات قبل که در پروندهٔ دیگری نیامده~اند؛ به همین صورت بماند.'],
  followups: [
    'آنچه جلسه دربارهٔ هر مصوبهٔ باز شنید. وضعیت: اقدام~نشده، در دست اقدام، انجام ناقص، انجام~شده، متوقف یا لغوشده.',
    'مهلت تنها اگر تمدید شد. مصوبه~ای که مطرح نشد پاک شود.',
  ],
  resolutions: [
    'آنچه تصویب شد بماند و متن، دستگاه مسئول و مهلت آن همان شود که تصویب شد؛ آنچه تصویب نشد پاک شود.',
  ],
  noResolutions: [
    'مصوبات:',
    '  - شناسه: {session}-1',
    '    متن: آنچه تصویب شد',
    '    دستگاه مسئول:',
    '    مهلت: ظرف ۱۵ روز',
  ],
}

/** Lines of a YAML comment. */
export function comment(lines: readonly string[], values: Record<string, string>): string {
  return lines
    .map(
      (line) => `# ${withHalfSpaces(line).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')}\n`,
    )
    .join('')
}

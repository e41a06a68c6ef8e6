/** The example as a packet ahead of a visit: its annexes belong to an item of the agenda, to a resolution or to the whole. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toPersianDigits } from '../../../src/persian/digits.ts'
import { fa } from '../../../src/persian/fa.ts'
import { type Desk, root } from '../cli.ts'
import { chartPng, formPdf, photoJpeg, planSizes, plansPdf } from './annexes.ts'

export interface Expected {
  file: string
  title: string
  pages: number
  /** What the contents say of it beside its number and title. */
  listed: string
  /** What its slip sheet says below its title. */
  slip: string
}

/** In the order of the meeting file; the last is the photo again. `earlier` has as many pages as it is printed on. */
export const annexes = (earlier: number): Expected[] => [
  {
    file: 'form.pdf',
    title: fa`پرسش~نامهٔ صادرکنندگان`,
    pages: 3,
    listed: 'عادی، ۳ صفحه',
    slip: fa`مربوط به بند ۱ دستور جلسه منبع اتاق بازرگانی تبریز طبقه~بندی عادی شمار صفحه~ها ۳`,
  },
  {
    file: 'plans.pdf',
    title: fa`نقشهٔ راه~ها و گمرک~ها`,
    pages: planSizes.length,
    listed: 'عادی، ۵ صفحه',
    slip: fa`مربوط به مصوبهٔ ۲ منبع ادارهٔ کل راه طبقه~بندی عادی شمار صفحه~ها ۵`,
  },
  {
    file: 'photo.jpg',
    title: 'تصویر بازدید',
    pages: 1,
    listed: 'عادی، ۱ صفحه',
    slip: fa`منبع روابط عمومی استانداری طبقه~بندی عادی شمار صفحه~ها ۱`,
  },
  {
    file: 'chart.png',
    title: 'نمودار روند صادرات',
    pages: 1,
    listed: 'محرمانه، ۱ صفحه',
    slip: fa`مربوط به بند ۱ دستور جلسه؛ مصوبهٔ ۲ منبع گمرک ایران طبقه~بندی محرمانه شمار صفحه~ها ۱`,
  },
  {
    file: 'earlier.pdf',
    title: fa`صورت~جلسهٔ نشست پیشین`,
    pages: earlier,
    listed: `عادی، ${toPersianDigits(String(earlier))} صفحه`,
    slip: fa`منبع دبیرخانهٔ کارگروه طبقه~بندی عادی شمار صفحه~ها ${toPersianDigits(String(earlier))}`,
  },
  {
    file: 'photo.jpg',
    title: 'همان تصویر، بار دیگر',
    pages: 1,
    listed: 'عادی، ۱ صفحه',
    slip: fa`مربوط به بند ۲ دستور جلسه طبقه~بندی عادی شمار صفحه~ها ۱`,
  },
]

const appended = fa`
agenda:
  - { topic: وضع صادرات و پرسش~نامهٔ صادرکنندگان, annexes: [form, chart] }
  - { topic: بازدید از گمرک, annexes: [again] }
annexes:
  - { id: form, title: پرسش~نامهٔ صادرکنندگان, file: annexes/form.pdf, source: اتاق بازرگانی تبریز }
  - { id: plans, title: نقشهٔ راه~ها و گمرک~ها, file: annexes/plans.pdf, source: ادارهٔ کل راه, class: عادی }
  - { id: photo, title: تصویر بازدید, file: annexes/photo.jpg, source: روابط عمومی استانداری }
  - { id: chart, title: نمودار روند صادرات, file: annexes/chart.png, source: گمرک ایران, class: محرمانه }
  - { id: earlier, title: صورت~جلسهٔ نشست پیشین, file: annexes/earlier.pdf, source: دبیرخانهٔ کارگروه }
  - { id: again, title: "همان تصویر، بار دیگر", file: annexes/photo.jpg }
distribution:
  - { to: سهراب نمونه, ceiling: محرمانه, address: sohrab@example.ir }
`

/** Puts the meeting and its annexes on a desk; one of them is a paper of ours, made there. */
export async function setOut(desk: Desk): Promise<void> {
  const example = readFileSync(join(root, 'data/export-working-group.yaml'), 'utf8')
  desk.put(
    'packet.yaml',
    example.replace('id: shorter-service', '$&\n    annexes: [plans, chart]') + appended,
  )
  desk.put('annexes/form.pdf', formPdf())
  desk.put('annexes/plans.pdf', plansPdf())
  desk.put('annexes/photo.jpg', photoJpeg())
  desk.put('annexes/chart.png', chartPng())
  desk.put('earlier.yaml', example)
  const built = await desk.run(['build', 'earlier.yaml', '--kind', 'minutes'])
  if (built.code !== 0) throw new Error(built.stderr)
  desk.put('annexes/earlier.pdf', readFileSync(join(desk.folder, 'out/earlier/minutes.pdf')))
}

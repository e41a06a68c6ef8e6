import { describe, expect, it } from 'vitest'
import { paceChart, standingSentence } from '../../src/paper/pace.ts'
import { briefingOf, exports, plain, statistic } from './briefing-of.ts'

const standing = (yaml: string): string => briefingOf(yaml).figures.map(standingSentence).map(plain).join('')
const chart = (yaml: string): NonNullable<ReturnType<typeof paceChart>> => {
  const found = briefingOf(yaml).figures.flatMap((figure) => paceChart(figure) ?? [])[0]
  if (found === undefined) throw new Error('no chart')
  return found
}
const title = (yaml: string): string => plain(chart(yaml).title)
const numerals = (yaml: string): string[] =>
  chart(yaml).figures.map((f) => plain(`${f.value} ${f.unit} | ${f.label} | ${f.comparison}`))
const progress = (actual: string, period = '۶ ماههٔ نخست ۱۴۰۴', unit = 'میلیون دلار'): string =>
  statistic(
    `unit: ${unit}, target: { value: 120, period: سال ۱۴۰۴ }, actual: { value: ${actual}, period: ${period} }`,
  )

describe('the sentences', () => {
  it('say what is reached, how much time has passed, where it leads and what is needed', () => {
    expect(standing(exports)).toBe(
      'صادرات استان در ۹ ماههٔ نخست سال جاری به یک میلیارد و ۲۳۱ میلیون دلار رسیده است: ۶۸٫۴ درصد هدف سال جاری (یک میلیارد و ۸۰۰ میلیون دلار)، در حالی که ۷۵ درصد زمان آن (۹ ماه از ۱۲ ماه) سپری شده است. ' +
        'با آهنگ کنونی، رقم پایان دوره ۱٫۶۴۱ میلیارد دلار خواهد بود: ۱۵۹ میلیون دلار کمتر از هدف. ' +
        'برای رسیدن به هدف باید در ۳ ماه مانده، ماهانه ۱۸۹٫۷ میلیون دلار محقق شود؛ میانگین ماهانه تاکنون ۱۳۶٫۸ میلیون دلار بوده است.',
    )
  })

  it('add the days where the year is known', () => {
    expect(standing(progress('60', '۹ ماههٔ نخست ۱۴۰۴'))).toContain(
      '۷۵ درصد زمان آن (۹ ماه از ۱۲ ماه؛ به حساب روز ۷۵٫۶ درصد) سپری شده است.',
    )
  })

  it('count up to a day', () => {
    const yaml = statistic(
      'unit: فقره, target: { value: 120, period: سال ۱۴۰۴ }, actual: { value: 50, as_of: 1404-06-31 }',
    )
    expect(standing(yaml)).toMatch(/^صادرات استان تا ۳۱ شهریور ۱۴۰۴ به ۵۰ فقره رسیده است: /)
  })

  it('need nothing more once the target is passed', () => {
    expect(standing(progress('132'))).toMatch(/خواهد بود: ۱۴۴ میلیون دلار بیش از هدف\.$/)
  })

  it('end with the result once the period is over', () => {
    expect(standing(progress('118.5', 'سال ۱۴۰۴'))).toBe(
      'صادرات استان در سال ۱۴۰۴ به ۱۱۸ میلیون و ۵۰۰ هزار دلار رسیده است: ۹۸٫۸ درصد هدف سال ۱۴۰۴ (۱۲۰ میلیون دلار)؛ ۱٫۵ میلیون دلار کمتر از هدف.',
    )
    expect(standing(progress('120', 'سال ۱۴۰۴'))).toMatch(/؛ برابر هدف\.$/)
  })

  it('tell a difference of percentages in points', () => {
    expect(standing(progress('70', '۶ ماههٔ نخست ۱۴۰۴', 'درصد'))).toContain(': ۲۰ واحد درصد بیش از هدف.')
  })

  it('say nothing of a figure without a target', () => {
    expect(standing(statistic('unit: فقره, value: 5'))).toBe('')
  })
})

describe('the title of the chart is its finding', () => {
  it.each([
    ['behind', exports, 'صادرات استان ۶٫۶ واحد درصد از تقویم عقب است'],
    ['ahead', progress('70'), 'صادرات استان ۸٫۳ واحد درصد از تقویم جلوتر است'],
    ['level', progress('60'), 'صادرات استان هم~گام با تقویم پیش رفته است'],
    ['over', progress('90', 'سال ۱۴۰۴'), 'صادرات استان: ۷۵ درصد هدف محقق شد'],
  ])('%s', (_, yaml, expected) => {
    expect(title(yaml)).toBe(expected)
  })
})

describe('the numerals of the chart', () => {
  it('are what is reached, projected and needed', () => {
    expect(numerals(exports)).toEqual([
      '۱٫۲۳۱ میلیارد دلار | تحقق در ۹ ماههٔ نخست سال جاری | ۶۸٫۴ درصد هدف سال جاری',
      '۱٫۶۴۱ میلیارد دلار | برآورد پایان دوره با آهنگ کنونی | ۱۵۹ میلیون دلار کمتر از هدف',
      '۱۸۹٫۷ میلیون دلار | لازم در هر ماه باقی~مانده | میانگین ماهانه تاکنون: ۱۳۶٫۸ میلیون دلار',
    ])
  })

  it('leave out what no longer matters', () => {
    expect(numerals(progress('132'))).toHaveLength(2)
    expect(numerals(progress('90', 'سال ۱۴۰۴'))).toHaveLength(1)
  })

  it('stand beside labels that do not repeat them', () => {
    const { actualLabel, targetLabel, elapsedLabel, elapsed } = chart(exports)
    expect([actualLabel, targetLabel, elapsedLabel].map(plain)).toEqual([
      'تحقق: ۶۸٫۴ درصد',
      'هدف سال جاری: یک میلیارد و ۸۰۰ میلیون دلار',
      'زمان سپری~شده: ۷۵ درصد',
    ])
    expect(elapsed).toBe(0.75)
  })
})

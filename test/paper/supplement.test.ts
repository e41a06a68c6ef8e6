import { describe, expect, it } from 'vitest'
import type { DiffReport } from '../../src/paper/differences/report.ts'
import { changeGroups } from '../../src/paper/supplement.ts'
import { fa } from '../../src/persian/fa.ts'

const file = { file: '', title: '' }
const reportOf = (rest: Partial<DiffReport>): DiffReport => ({
  before: file,
  now: file,
  same: false,
  resolutions: [],
  figures: [],
  head: [],
  tables: [],
  ...rest,
})
const groups = (rest: Partial<DiffReport>, files: string[] = []): ReturnType<typeof changeGroups> =>
  changeGroups(reportOf(rest), files)

describe('the sheet of changes', () => {
  it('says nothing where nothing changed', () => {
    expect(groups({ tables: [{ table: 'agenda', label: 'دستور جلسه', rows: [] }] })).toEqual([])
  })

  it('goes in the order of a meeting file', () => {
    const found = groups({
      tables: [
        { table: 'agenda', label: 'دستور جلسه', rows: [{ change: 'added', name: 'بند', fields: [] }] },
      ],
      figures: [{ change: 'new', label: 'صادرات', now: '5' }],
      resolutions: [{ change: 'fresh', text: 'مصوبه', fields: [] }],
      head: [{ field: 'place', label: 'محل', now: 'تالار' }],
    })
    expect(found.map(({ title }) => title)).toEqual(['مشخصات جلسه', 'مصوبات', 'آمار و ارقام', 'دستور جلسه'])
  })

  it.each([
    ['fresh', 'تازه'],
    ['dropped', fa`حذف~شده`],
    ['settled', fa`حذف~شده`],
    ['slipped', fa`تغییرکرده`],
    ['reworded', fa`تغییرکرده`],
  ] as const)('calls a resolution that is %s by its word', (change, word) => {
    const [group] = groups({ resolutions: [{ change, text: 'مصوبه', fields: [] }] })
    expect(group!.rows).toEqual([{ change: word, title: 'مصوبه', lines: [] }])
  })

  it('tells the deadline that a resolution had and has, once where it is the same', () => {
    const rows = (before: string, now: string): string[] =>
      groups({
        resolutions: [
          {
            change: 'slipped',
            text: 'مصوبه',
            responsible: 'دستگاه',
            before: { standing: 'open', deadline: before },
            now: { standing: 'open', deadline: now, progress: '40' },
            fields: [],
          },
        ],
      })[0]!.rows[0]!.lines
    expect(rows('۱ مهر', '۱ آبان')).toEqual([fa`دستگاه؛ مهلت: ۱ آبان؛ پیش از این: ۱ مهر؛ پیشرفت: ۴۰ درصد`])
    expect(rows('۱ مهر', '۱ مهر')).toEqual([fa`دستگاه؛ مهلت: ۱ مهر؛ پیشرفت: ۴۰ درصد`])
  })

  it('tells the values that a figure had and has', () => {
    const lines = (before?: string, now?: string): string[] =>
      groups({
        figures: [
          {
            change: 'moved',
            label: 'صادرات',
            unit: 'دلار',
            ...(before !== undefined && { before }),
            ...(now !== undefined && { now }),
          },
        ],
      })[0]!.rows[0]!.lines
    expect(lines('1200', '1500')).toEqual([fa`اکنون: ۱٬۵۰۰ دلار؛ پیش از این: ۱٬۲۰۰ دلار`])
    expect(lines(undefined, '5')).toEqual(['اکنون: ۵ دلار'])
    expect(lines('5')).toEqual([fa`پیش از این: ۵ دلار`])
  })

  it('tells the fields of a row, and those of the meeting without their name again', () => {
    const found = groups({
      head: [{ field: 'place', label: 'محل', before: 'تالار', now: 'دفتر' }],
      tables: [
        {
          table: 'agenda',
          label: 'دستور جلسه',
          rows: [
            {
              change: 'changed',
              name: 'بند',
              fields: [{ field: 'presenter', label: 'ارائه', now: 'نمونه' }],
            },
          ],
        },
      ],
    })
    expect(found.map(({ rows }) => rows)).toEqual([
      [{ change: fa`تغییرکرده`, title: 'محل', lines: [fa`اکنون: دفتر؛ پیش از این: تالار`] }],
      [{ change: fa`تغییرکرده`, title: 'بند', lines: ['ارائه — اکنون: نمونه'] }],
    ])
  })

  describe('of an annex whose file is another one', () => {
    const replaced = { change: fa`تغییرکرده`, title: 'پیوست', lines: [fa`پرونده~ای تازه`] }

    it('says it in a group of its own', () => {
      expect(groups({}, ['پیوست'])).toEqual([{ title: fa`پیوست~ها`, rows: [replaced] }])
    })

    it('says it beside the other annexes', () => {
      const rows: DiffReport['tables'][number]['rows'] = [{ change: 'removed', name: 'برداشته', fields: [] }]
      expect(groups({ tables: [{ table: 'annexes', label: fa`پیوست~ها`, rows }] }, ['پیوست'])).toEqual([
        { title: fa`پیوست~ها`, rows: [{ change: fa`حذف~شده`, title: 'برداشته', lines: [] }, replaced] },
      ])
    })
  })
})

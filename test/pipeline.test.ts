import { expect, test } from 'vitest'
import { toPdf } from '../src/pipeline.ts'
import type { SectionPages } from '../src/pipeline.ts'
import type { Printed, Tab } from '../src/print/tab.ts'

const paper = { kind: 'briefing', title: 'x', sections: ['contents', 'summary', 'agenda'] } as const

/** A tab whose prints find the sections on these pages, one print after another; the last goes on for ever. */
function tabThatFinds(
  ...prints: [pages: number, summary: number, agenda: number][]
): Tab & { count: number } {
  return {
    count: 0,
    async print(): Promise<Printed> {
      const [pages = 0, summary = 0, agenda = 0] = prints[Math.min(this.count, prints.length - 1)] ?? []
      this.count++
      return {
        pdf: new Uint8Array(),
        pages,
        places: new Map([
          ['summary', summary],
          ['agenda', agenda],
        ]),
      }
    },
    async [Symbol.asyncDispose]() {},
  }
}
const page = (pages?: SectionPages): string => JSON.stringify([...(pages ?? [])])

test('a short paper is printed once and has no contents', async () => {
  const tab = tabThatFinds([7, 2, 3])
  expect(await toPdf({ ...paper, sections: [...paper.sections] }, page, tab)).toMatchObject({
    page: '[]',
    pages: 7,
  })
  expect(tab.count).toBe(1)
})

test('a long paper without contents is printed once', async () => {
  const tab = tabThatFinds([30, 2, 3])
  await toPdf({ ...paper, sections: ['summary', 'agenda'] }, page, tab)
  expect(tab.count).toBe(1)
})

test('a long paper is printed a second time, with the pages that this print has', async () => {
  const tab = tabThatFinds([8, 2, 3], [9, 3, 4])
  const result = await toPdf({ ...paper, sections: [...paper.sections] }, page, tab)
  expect(result).toMatchObject({ page: '[["summary",3],["agenda",4]]', pages: 9 })
  expect(tab.count).toBe(2)
})

test('contents of two pages take a third print', async () => {
  const tab = tabThatFinds([8, 2, 3], [10, 4, 5], [10, 4, 5])
  const result = await toPdf({ ...paper, sections: [...paper.sections] }, page, tab)
  expect(result).toMatchObject({ page: '[["summary",4],["agenda",5]]' })
  expect(tab.count).toBe(3)
})

test('contents that never come to rest are a mistake of ours, not a wrong page', async () => {
  const tab = tabThatFinds([8, 2, 3], [10, 4, 5], [10, 5, 6], [10, 4, 5])
  await expect(toPdf({ ...paper, sections: [...paper.sections] }, page, tab)).rejects.toThrow('come to rest')
  expect(tab.count).toBe(4)
})

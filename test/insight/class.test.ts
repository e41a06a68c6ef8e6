import { expect, test } from 'vitest'
import { deriveBriefing } from '../../src/insight/insight.ts'
import { readMeeting } from '../../src/source/source.ts'

const clock = { today: { y: 1405, m: 9, d: 4 }, holidays: [] }
const classOf = (yaml: string, settings = {}): string =>
  deriveBriefing(readMeeting(yaml, 'm.yaml').value!, settings, clock).class

test('papers are marked with the class of their highest piece', () => {
  const head = 'meeting: { title: آزمون }\n'
  expect(classOf(head)).toBe('normal')
  expect(classOf(head, { class: 'confidential' })).toBe('confidential')
  expect(classOf(`${head}resolutions: [{ text: الف, class: سری }, ب]\n`)).toBe('secret')
  expect(
    classOf('meeting: { title: آزمون, class: سری }\nresolutions: [{ text: الف, class: محرمانه }]\n'),
  ).toBe('secret')
})

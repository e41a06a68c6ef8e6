/** Whatever is read without errors is printed: every paper has a page, and the mail its texts. */
import assert from 'node:assert/strict'
import { deriveBriefing } from '../../../src/insight/insight.ts'
import { toMail, toPage } from '../../../src/pipeline.ts'
import { readMeeting } from '../../../src/source/source.ts'
import { definition, kinds, shipped } from '../../page/files.ts'
import { house, pack } from '../../page/mail-cases.ts'
import { changedMeeting } from '../meetings.ts'
import type { Target } from '../target.ts'

const papers = kinds.map(definition)
const look = { papers, templates: shipped('.hbs'), styles: shipped('.css'), fonts: {} }
const clock = { today: { y: 1405, m: 9, d: 1 }, holidays: [] }

export const page: Target = {
  make: (random) => Buffer.from(changedMeeting(random)),
  check(bytes) {
    const { value } = readMeeting(bytes.toString(), 'm.yaml')
    if (value === undefined) return
    const briefing = deriveBriefing(value, house.settings, clock)
    for (const paper of papers) {
      const html = toPage(paper, briefing, house, look)
      assert.doesNotMatch(html, /\b(?:undefined|NaN|\[object Object\])\b/, paper.kind)
      assert.doesNotMatch(html, /<script|\son\w+="/i, paper.kind)
    }
    const { subject, text } = toMail(pack, briefing, house, look)
    assert.match(subject, /^[^\r\n]+$/)
    assert.notEqual(text, '')
  },
}

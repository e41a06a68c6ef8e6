/** Whatever a meeting is made of, its papers, the front of its pack and its mail have pages. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveBriefing } from '../../src/insight/insight.ts'
import type { Briefing } from '../../src/insight/insight.ts'
import type { Meeting } from '../../src/model/meeting.ts'
import type { House } from '../../src/paper/head.ts'
import { toMail, toPage } from '../../src/pipeline.ts'
import { meetings } from '../pack/any-meeting.ts'
import { definition, kinds, shipped } from './files.ts'
import { house, pack } from './mail-cases.ts'

const papers = kinds.map(definition)
const look = { papers, templates: shipped('.hbs'), styles: shipped('.css'), fonts: {} }

const sentence = fc
  .array(
    fc.constantFrom('صادرات', 'نیم\u200cفاصله', '«گیومه»', '(68.4%)', '<b>', '&amp;', '{{x}}', '{{> y}}'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '))

/** The meeting with other words in its texts, those that a template might stumble over. */
const worded: fc.Arbitrary<Meeting> = fc.tuple(meetings, sentence).map(([meeting, text]) => ({
  ...meeting,
  meeting: { ...meeting.meeting, title: text },
  background: [text],
  talking_points: [text],
}))

const briefing = (meeting: Meeting): Briefing =>
  deriveBriefing(meeting, house.settings, { today: { y: 1405, m: 9, d: 1 }, holidays: [] })

const packed: House = {
  ...house,
  pack: {
    recipient: pack.recipient,
    copy: 3,
    parts: [{ part: 1, title: 'پرونده', page: 2, sections: [{ number: '۱', title: 'خلاصه', page: 1 }] }],
  },
}

/** Text as a page holds it. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Without the elements and signs that only steer. */
const plain = (html: string): string => html.replace(/<\/?bdi[^>]*>|[\u200e\u200f\u2066-\u2069]/g, '')

describe.each(papers)('$kind', (paper) => {
  it('has a page, of any meeting', () => {
    fc.assert(
      fc.property(worded, (meeting) => {
        for (const of of [house, packed]) {
          const html = toPage(paper, briefing(meeting), of, look)
          expect(html).not.toMatch(/undefined|NaN|\[object/)
          expect(html).not.toMatch(/<script|<b>/)
        }
      }),
      { numRuns: 25 },
    )
  })
})

it('a mail, of any meeting, says its title and nothing that is not there', () => {
  fc.assert(
    fc.property(worded, (meeting) => {
      const { subject, html, text } = toMail(pack, briefing(meeting), house, look)
      expect(subject).not.toMatch(/[\r\n]|undefined|NaN/)
      expect(html).not.toMatch(/undefined|NaN|\[object|<b>/)
      expect(text).not.toMatch(/undefined|NaN|\[object/)
    }),
    { numRuns: 50 },
  )
})

it('what is written is what the briefing says', () => {
  fc.assert(
    fc.property(worded, (meeting) => {
      const html = plain(toPage(definition('briefing'), briefing(meeting), house, look))
      for (const text of meeting.background ?? []) expect(html).toContain(escaped(text))
    }),
    { numRuns: 25 },
  )
})

import { describe, expect, it } from 'vitest'
import { meetingSchema } from '../../src/model/meeting.ts'
import { ZWNJ } from '../../src/persian/invisible.ts'
import { foldKey, namesOf, nearest } from '../../src/source/keys.ts'
import { readMeeting } from '../../src/source/source.ts'

const { field, written } = namesOf(meetingSchema)

describe('one field by many spellings', () => {
  it.each([
    ['talking_points', 'talking_points'],
    ['Talking Points', 'talking_points'],
    ['talking-points', 'talking_points'],
    ['محورهای صحبت', 'talking_points'],
    ['محورهاى صحبت', 'talking_points'],
    ['محورهاي\u200cصحبت', 'talking_points'],
    ['شرکت کنندگان', 'attendees'],
    [`شرکت${ZWNJ}کنندگان`, 'attendees'],
    ['شركت\u200fكنندگان', 'attendees'],
    ['درخواستها', 'asks'],
    ['پیوست ها', 'annexes'],
  ])('%s', (word, key) => {
    expect(field.get(foldKey(word))).toBe(key)
  })

  it('hamza is no difference', () => {
    expect(foldKey('شمارهٔ نامه')).toBe(foldKey('شماره نامه'))
    expect(foldKey('شمارۀ نامه')).toBe(foldKey('شماره نامه'))
  })

  it('both languages may be mixed in one file', () => {
    const { value, faults } = readMeeting(
      'جلسه:\n  title: یک\n  محل: دو\nagenda:\n  - { موضوع: سه, minutes: ۵ }\n',
      'm.yaml',
    )
    expect(faults).toEqual([])
    expect(value).toEqual({
      meeting: { title: 'یک', place: 'دو' },
      agenda: [{ topic: 'سه', minutes: 5 }],
    })
  })
})

describe('the nearest name', () => {
  it.each([
    ['agneda', 'agenda'],
    ['statistic', 'statistics'],
    ['اشخاس', 'اشخاص'],
    ['مصوبه ات', 'مصوبات'],
  ])('of %s is %s', (word, name) => {
    expect(nearest(word, written)).toBe(name)
  })

  it.each(['', 'x', 'budget', 'بودجهٔ سال آینده'])('of %s is none', (word) => {
    expect(nearest(word, written)).toBeUndefined()
  })

  it('is offered with an unknown key', () => {
    const { faults } = readMeeting('meeting: x\nagneda: y\nzzzzzzzz: 1\n', 'm.yaml')
    expect(faults).toMatchObject([
      { code: 'field/unknown', values: { field: 'agneda', suggestion: 'agenda' } },
      { code: 'field/unknown', values: { field: 'zzzzzzzz' } },
    ])
    expect(faults[1]?.values).not.toHaveProperty('suggestion')
  })
})

import { describe, expect, it } from 'vitest'
import { sampleMail } from '../../src/paper/sample-mail.ts'
import { sampleView } from '../../src/paper/sample.ts'
import { briefing } from './sample-view.ts'

/** Paths of empty lists, missing values and numbers that are none. */
function gaps(value: unknown, path: string, texts: boolean): string[] {
  if (value === undefined || value === null || Number.isNaN(value)) return [path]
  if (value === '') return texts ? [path] : []
  if (Array.isArray(value) && value.length === 0) return [path]
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, v]) => gaps(v, `${path}.${key}`, texts))
}

describe('sample views', () => {
  it('of the check have an entry in every list and every text', () => {
    expect(gaps(sampleView, 'view', true)).toEqual([])
    expect(gaps(sampleMail, 'mail', true)).toEqual([])
  })

  it('of the real case have an entry in every list', () => {
    expect(gaps(briefing, 'briefing', false)).toEqual([])
  })

  it('have the same sections, each with an id of its own', () => {
    const ids = (view: object): string[] =>
      Object.values(view).flatMap((v) => (v?.id ? [v.id as string] : []))
    expect(ids(briefing).length).toBeGreaterThan(13)
    expect(new Set(ids(briefing)).size).toBe(ids(briefing).length)
    expect(ids(sampleView).toSorted()).toEqual(ids(briefing).toSorted())
  })
})

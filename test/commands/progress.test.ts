import { describe, expect, it, vi } from 'vitest'
import type { Host } from '../../src/commands/host.ts'
import { progressLine, startProgress } from '../../src/commands/progress.ts'
import { fa } from '../../src/persian/fa.ts'

describe('a line of progress', () => {
  it('says nothing of the rest until five are done', () => {
    expect(progressLine(4, 200, 8000, 'en')).toBe('building: 4/200')
    expect(progressLine(4, 200, 8000, 'fa')).toBe('در حال ساختن: ۴/۲۰۰')
  })

  it('says what is done', () => {
    expect(progressLine(4, 200, 8000, 'en', 'sending')).toBe('sending: 4/200')
    expect(progressLine(4, 200, 8000, 'fa', 'sending')).toBe('در حال فرستادن: ۴/۲۰۰')
  })

  it.each([
    [5, 45, 10_000, 'about 80 s left', fa`حدود ۸۰ ثانیه مانده`],
    [5, 50, 10_000, 'about 2 min left', fa`حدود ۲ دقیقه مانده`],
    [100, 200, 300_000, 'about 5 min left', fa`حدود ۵ دقیقه مانده`],
    [199, 200, 19_900, 'about 1 s left', fa`حدود ۱ ثانیه مانده`],
  ])('tells the time left by the time spent: %i of %i in %i ms', (done, total, spent, en, persian) => {
    expect(progressLine(done, total, spent, 'en')).toBe(`building: ${done}/${total}, ${en}`)
    expect(progressLine(done, total, spent, 'fa')).toMatch(new RegExp(`، ${persian}$`))
  })
})

describe('the progress of a run', () => {
  /** What is said while one of three is done in four and a half seconds. */
  function said(terminal: boolean): string[] {
    vi.useFakeTimers()
    try {
      const lines: string[] = []
      const host = { terminal, language: 'en', err: (line: string) => lines.push(line) } as unknown as Host
      {
        using progress = startProgress(3, host)
        vi.advanceTimersByTime(1600)
        progress.step()
        vi.advanceTimersByTime(2900)
      }
      vi.advanceTimersByTime(10_000)
      return lines
    } finally {
      vi.useRealTimers()
    }
  }

  it('is told to a terminal while it lasts, and to nobody else', () => {
    expect(said(true)).toEqual(['building: 0/3', 'building: 1/3', 'building: 1/3'])
    expect(said(false)).toEqual([])
  })
})

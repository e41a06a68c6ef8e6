import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRegister } from '../../src/commands/open-register.ts'
import { readRegister } from '../../src/commands/read-register.ts'
import type { Host } from '../../src/commands/host.ts'
import { eventsOf, findResolution } from '../../src/register/register.ts'
import { day } from './meetings.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-'))
  mkdirSync(join(folder, 'data'))
  put('jalaseh.yaml', 'office: { lines: [دستگاه نمونه] }\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

const put = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text)
const host = (): Host => ({
  cwd: folder,
  now: new Date('2026-11-25T08:00:00Z'),
  language: 'en',
  signal: new AbortController().signal,
  out: () => {},
  err: () => {},
  confirm: () => Promise.resolve(false),
  terminal: false,
})
const meeting = (n: number, more = ''): string =>
  `meeting: { title: جلسهٔ ${n}, status: final, session: ${n}, date: 1405/0${1 + (n % 6)}/0${1 + (n % 9)}, body: کارگروه }\n` +
  `resolutions:\n  - { text: کار ${n} انجام شود }\n${more}`
const many = (count: number): void => {
  for (let n = 1; n <= count; n++) put(`data/m-${n}.yaml`, meeting(n))
}
const told = async (): Promise<string[]> => (await openRegister(host())).faults.map(({ code }) => code)

describe('an office with many files', () => {
  it('is read the same from what the catalogue keeps of them', async () => {
    many(40)
    put('data/follow-up-1405.yaml', 'followups: [{ id: m-7/1, date: 1405/08/01, status: done }]\n')
    const first = await readRegister(folder, host())
    const again = await readRegister(folder, host())
    expect(first.register.resolutions).toHaveLength(40)
    expect(again.register).toEqual(first.register)
    expect(findResolution(again.register, 'm-7/1')?.status).toBe('done')
  })

  it('sees what was changed, added and taken away', async () => {
    many(40)
    await readRegister(folder, host())
    put('data/m-3.yaml', meeting(3, '  - { text: کار دیگر }\n'))
    put('data/m-41.yaml', meeting(41))
    rmSync(join(folder, 'data/m-5.yaml'))
    const { register } = await readRegister(folder, host())
    expect(findResolution(register, 'm-3/2')?.text).toBe('کار دیگر')
    expect(findResolution(register, 'm-41/1')?.id).toBe('m-41/1')
    expect(findResolution(register, 'm-5/1')).toBeUndefined()
    expect(eventsOf(register)).toHaveLength(41)
  })

  it('tells the place of what it cannot place, though the file is known', async () => {
    many(40)
    put('data/m-9.yaml', meeting(9, 'followups:\n  - { id: x-1, status: done }\n'))
    await readRegister(folder, host())
    const { faults } = await readRegister(folder, host())
    expect(faults).toMatchObject([
      { code: 'register/unknown', severity: 'warning', span: { file: 'data/m-9.yaml', line: 5, column: 11 } },
    ])
  })

  it('does not need the catalogue: garbage is made anew, which is said, and then all is as before', async () => {
    many(40)
    mkdirSync(join(folder, 'archive'))
    put('archive/catalogue.sqlite', Buffer.alloc(9000, 'x'))
    expect(await told()).toEqual(['catalogue/rebuilt'])
    expect(await told()).toEqual([])
    expect((await openRegister(host())).register.resolutions).toHaveLength(40)
  })
})

describe('files of an office', () => {
  it('with faults are left out and told, and the others count', async () => {
    many(3)
    put('data/broken.yaml', 'meeting: { title: x, date: 1404/12/30 }\nresolutions: [{ text: y }]\n')
    const { register, faults } = await readRegister(folder, host())
    expect(register.resolutions).toHaveLength(3)
    expect(faults).toMatchObject([
      {
        code: 'register/unreadable',
        values: { file: 'data/broken.yaml', code: 'date/impossible', line: '1' },
      },
    ])
  })

  it('that are no meetings and no register are passed over', async () => {
    many(1)
    put('data/notes.yaml', 'resolution: x\n')
    put('data/list.yaml', '- a\n')
    put('data/text.txt', 'resolutions: [x]\n')
    expect(await readRegister(folder, host())).toMatchObject({ faults: [], register: { resolutions: [{}] } })
  })

  it('of evidence are known by their hash', async () => {
    put('data/letter.pdf', '%PDF-1.7')
    put('data/m-1.yaml', meeting(1))
    put(
      'data/follow-up-1405.yaml',
      'followups: [{ id: m-1/1, date: 1405/08/01, note: نامه, files: [letter.pdf, gone.pdf] }]\n',
    )
    const { register } = await readRegister(folder, host())
    expect(eventsOf(register).at(-1)?.files).toEqual([
      { path: 'letter.pdf', sha256: '86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b' },
      { path: 'gone.pdf' },
    ])
  })

  it('count for a meeting only as they stood before it', async () => {
    put('data/m-1.yaml', meeting(1))
    put('data/m-2.yaml', meeting(2))
    put('data/draft.yaml', 'meeting: x\nearlier_resolutions: [{ text: y }]\n')
    put(
      'data/follow-up-1405.yaml',
      'followups:\n  - { id: m-1/1, date: 1405/02/10, progress: 10 }\n  - { id: m-1/1, date: 1405/08/01, progress: 90 }\n',
    )
    const { register } = await readRegister(folder, host(), { day: day('1405/03/01'), id: 'm-2' })
    expect(register.resolutions.map(({ id, progress }) => [id, progress])).toEqual([['m-1/1', '10']])
  })
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { meetingFiles, officeFiles } from '../../src/workspace/meeting-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meetings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}
const names = (files: { path: string }[]): string[] => files.map(({ path }) => relative(folder, path))

test('are those with a meeting, in either language, beside the settings and in data/, the newest first', async () => {
  put('jalaseh.yaml', 'class: normal\n')
  put('a-1405-01.yaml', 'meeting: x\n')
  put('a-1405-02.yml', '# نخست\n"جلسه" : x\n')
  put('data/b-1405-03.yaml', 'bodies: []\nmeeting:\n  title: x\n')
  put('data/notes.yaml', 'title: meeting\n')
  put('data/deep/c.yaml', 'meeting: x\n')
  put('meeting.txt', 'meeting: x\n')
  expect(names(await meetingFiles(folder))).toEqual([
    'data/b-1405-03.yaml',
    'a-1405-02.yml',
    'a-1405-01.yaml',
  ])
})

test('a register has resolutions and no meeting of its own', async () => {
  put('m.yaml', 'meeting: x\nresolutions: [y]\n')
  put('r.yaml', 'resolutions:\n  - { text: y, meeting: جلسهٔ نهم }\n')
  put('پیگیری.yaml', 'پیگیری\u200cها:\n  - { شناسه: 9-1, وضعیت: انجام\u200cشده }\n')
  const { meetings, registers } = await officeFiles(folder)
  expect(names(meetings)).toEqual(['m.yaml'])
  expect(names(registers).toSorted()).toEqual(['r.yaml', 'پیگیری.yaml'])
  expect(names(await meetingFiles(folder))).toEqual(['m.yaml'])
})

test('the address book is neither, whatever its remarks begin with', async () => {
  put(
    'data/people.yaml',
    'people:\n  - name: x\n    note: |\n      جلسه: شنبه\u200cها\n      resolutions: y\n',
  )
  put('people.yaml', '\ufeff"اشخاص" :\n- name: x\n  note: |\n    meeting: y\n')
  put('m.yaml', 'people: [x]\nmeeting: y\n')
  expect(names(await meetingFiles(folder))).toEqual(['m.yaml'])
  const { meetings, registers } = await officeFiles(folder)
  expect([names(meetings), names(registers)]).toEqual([['m.yaml'], []])
})

test('what cannot be read is left out, and a folder that is not there holds nothing', async () => {
  put('a.yaml', new Uint8Array([0x6d, 0xff, 0xfe]))
  put('b.yaml/c.yaml', 'meeting: x\n')
  expect(await meetingFiles(folder)).toEqual([])
  expect(await meetingFiles(join(folder, 'none'))).toEqual([])
})

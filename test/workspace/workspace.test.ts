import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkFile } from '../../src/workspace/read-files.ts'
import { readText } from '../../src/workspace/read-text.ts'
import { nearestFolder, readWorkspace } from '../../src/workspace/read-workspace.ts'
import { writeWhole, WriteFailure } from '../../src/workspace/write.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workspace-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

describe('readText', () => {
  it('keeps every character', async () => {
    const text = '\ufeffالف\u200cب\r\n\ufffd'
    expect(await readText(put('m.yaml', text))).toEqual({ text })
  })

  it.each([
    ['missing', 'nowhere.yaml', 'source/missing'],
    ['missing below a file', 'm.yaml/x', 'source/missing'],
    ['a folder', '.', 'source/folder'],
  ])('%s', async (_, name, code) => {
    put('m.yaml', 'x')
    expect(await readText(join(folder, name))).toMatchObject({ fault: { code } })
  })

  it.each([
    ['at once', Buffer.from([0xff, 0xfe, 0x41]), 1, 1],
    [
      'after Persian text',
      Buffer.concat([Buffer.from('الف\nبپ'), Buffer.from([0xe4]), Buffer.from('x\n')]),
      2,
      3,
    ],
    ['after a byte order mark', Buffer.concat([Buffer.from('\ufeffab'), Buffer.from([0x80])]), 1, 3],
    [
      'after a replacement character that was typed',
      Buffer.concat([Buffer.from('a\ufffdb\n\ufffd'), Buffer.from([0xc3, 0x28])]),
      2,
      2,
    ],
    ['a character cut short at the end', Buffer.from('a\nبپ').subarray(0, -1), 2, 2],
    ['windows-1256', Buffer.from([0x61, 0x3a, 0x20, 0xc7, 0xe1, 0x0a]), 1, 4],
  ])('not UTF-8 %s', async (_, bytes, line, column) => {
    const path = put('m.yaml', bytes)
    expect(await readText(path)).toEqual({
      fault: {
        code: 'source/not-utf8',
        severity: 'error',
        span: { file: path, line, column, length: 1 },
        values: {},
      },
    })
  })
})

describe('checkFile', () => {
  const span = { file: 'm.yaml', line: 3, column: 5, length: 4 }
  const check = (text: string, path = 'office.emblem'): ReturnType<typeof checkFile> =>
    checkFile({ text, path, span }, join(folder, 'work'), join(folder, 'work'))

  beforeEach(() => {
    put('outside.png', png)
    put('work/a.png', png)
    put('work/..b.png', png)
    put('work/sub/note.txt', 'hello')
    symlinkSync(join(folder, 'outside.png'), join(folder, 'work/link.png'))
    symlinkSync(join(folder, 'work/a.png'), join(folder, 'work/inner.png'))
    symlinkSync(folder, join(folder, 'work/up'))
  })

  it.each([
    ['../outside.png', 'file/outside'],
    ['..\\outside.png', 'file/outside'],
    ['sub/../../outside.png', 'file/outside'],
    ['../nowhere.png', 'file/outside'],
    ['/etc/hostname', 'file/outside'],
    ['link.png', 'file/outside'],
    ['up/outside.png', 'file/outside'],
    ['nowhere.png', 'file/missing'],
    ['sub', 'file/missing'],
    ['a\0.png', 'file/missing'],
    ['sub/note.txt', 'file/not-image'],
  ])('%j is %s', async (text, code) => {
    expect(await check(text)).toEqual({ code, severity: 'error', span, values: { path: text } })
  })

  it.each(['a.png', './sub/../a.png', '..b.png', 'inner.png'])('%s is sound', async (text) => {
    expect(await check(text)).toMatchObject({ type: 'image/png' })
  })

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['\ufeff<?xml version="1.0"?>\n<!-- x --><svg>', 'image/svg+xml'],
    [Buffer.from('ffd8ffe0', 'hex'), 'image/jpeg'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
  ])('%j is %s whatever its name', async (content, type) => {
    put('work/picture.txt', content)
    expect(await check('picture.txt')).toMatchObject({ path: join(folder, 'work/picture.txt'), type })
  })

  it.each([
    ['%PDF-1.7', 'office.emblem', 'file/not-image'],
    ['<html><svg>', 'office.emblem', 'file/not-image'],
    ['', 'office.emblem', 'file/not-image'],
    ['hello', 'annexes.0.file', 'file/not-annex'],
    ['wOFF', 'font.regular', 'file/not-font'],
  ])('%j for %s is %s', async (content, path, code) => {
    put('work/file', content)
    expect(await check('file', path)).toMatchObject({ code })
  })

  it('an annex may be a PDF, a font a WOFF2', async () => {
    put('work/file', '%PDF-1.7')
    expect(await check('file', 'annexes.0.file')).toMatchObject({ type: 'application/pdf' })
    put('work/file', 'wOF2')
    expect(await check('file', 'font.regular')).toMatchObject({ type: 'font/woff2' })
  })

  it.each([
    ['office.emblem', 5],
    ['annexes.0.file', 500],
  ])('%s may have %i MB', async (path, limit) => {
    const file = put('work/large.png', png)
    truncateSync(file, limit * 1024 * 1024)
    expect(await check('large.png', path)).toMatchObject({ type: 'image/png' })
    truncateSync(file, limit * 1024 * 1024 + 1)
    expect(await check('large.png', path)).toMatchObject({
      code: 'file/too-large',
      values: { limit: String(limit) },
    })
  })
})

describe('writeWhole', () => {
  it('makes folders and replaces the whole content', async () => {
    const path = join(folder, 'a/b/c.txt')
    await writeWhole(path, 'a long first text')
    await writeWhole(path, 'short')
    expect(readFileSync(path, 'utf8')).toBe('short')
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.txt'])
  })

  it('two writers of one file leave one of the two texts', async () => {
    const path = join(folder, 'new/a.txt')
    const texts = ['x'.repeat(100_000), 'y'.repeat(100_000)]
    await Promise.all(texts.map((text) => writeWhole(path, text)))
    expect(texts).toContain(readFileSync(path, 'utf8'))
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.txt'])
  })

  it('a symbolic link is replaced, not written through', async () => {
    const other = put('other.txt', 'kept')
    symlinkSync(other, join(folder, 'link.txt'))
    await writeWhole(join(folder, 'link.txt'), 'new')
    expect(readFileSync(other, 'utf8')).toBe('kept')
  })

  it.each([
    ['below a file', 'file/x.pdf'],
    ['over a folder', 'taken'],
    ['below a folder of the system', '/proc/nowhere/x.pdf'],
  ])('%s it fails and leaves nothing', async (_, name) => {
    put('file', 'kept')
    put('taken/inner', 'kept')
    const path = name.startsWith('/') ? name : join(folder, name)
    const failure = await writeWhole(path, 'x').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(WriteFailure)
    expect((failure as WriteFailure).fault).toMatchObject({ code: 'output/unwritable', values: { path } })
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(['file', 'taken', 'taken/inner'])
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept')
  })
})

describe('readWorkspace', () => {
  it('is the nearest folder upwards with a jalaseh.yaml', async () => {
    put('jalaseh.yaml', 'class: secret\n')
    put('near/jalaseh.yaml', 'paper: A5\n')
    mkdirSync(join(folder, 'near/by'))
    mkdirSync(join(folder, 'far/off'), { recursive: true })
    expect(nearestFolder(join(folder, 'near/by'))).toBe(join(folder, 'near'))
    expect(await readWorkspace('near/by/m.yaml', folder)).toMatchObject({
      folder: join(folder, 'near'),
      settings: { paper: 'A5' },
      faults: [],
    })
    expect(await readWorkspace('far/off/m.yaml', folder)).toMatchObject({
      folder,
      settings: { class: 'secret' },
    })
  })

  it('is the own folder where there is none', async () => {
    expect(await readWorkspace('m.yaml', folder)).toMatchObject({
      folder,
      settings: {},
      faults: [],
      files: [],
    })
  })

  it('tells where its faults are', async () => {
    put('office/jalaseh.yaml', 'paper: A4\nكلاس: x\noffice: { emblem: ../x.png }\n')
    const { faults, sources, settings } = await readWorkspace('office/m.yaml', folder)
    expect(faults).toMatchObject([
      { code: 'field/unknown', span: { file: 'office/jalaseh.yaml', line: 2, column: 1 } },
      { code: 'file/outside', span: { file: 'office/jalaseh.yaml', line: 3, column: 19 } },
    ])
    expect(sources.has('office/jalaseh.yaml')).toBe(true)
    expect(settings).toEqual({})
  })

  it('that is not UTF-8 or a folder is a fault', async () => {
    put('jalaseh.yaml', Buffer.from([0x61, 0xff]))
    expect((await readWorkspace('m.yaml', folder)).faults).toMatchObject([
      { code: 'source/not-utf8', span: { line: 1, column: 2 } },
    ])
    put('b/jalaseh.yaml/x', 'y')
    expect((await readWorkspace('b/m.yaml', folder)).faults).toMatchObject([{ code: 'source/folder' }])
  })
})

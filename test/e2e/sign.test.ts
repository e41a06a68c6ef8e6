// `jalaseh sign`: files signed in their places, or left as they were and the reason told.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSignatures } from '../../src/sign/signatures.ts'
import type { Signature } from '../../src/sign/signatures.ts'
import { answer, listen, refusal } from '../sign/authority.ts'
import { key, toPdf } from '../sign/documents.ts'
import { Desk } from './cli.ts'

let desk: Desk
beforeEach(() => {
  desk = new Desk()
  desk.put('a.pdf', toPdf())
  desk.put('office.p12', key('office'))
})
afterEach(() => {
  desk[Symbol.dispose]()
})

const given = { JALASEH_PASSPHRASE: 'office' }
const sign = (...more: string[]): string[] => ['sign', 'a.pdf', '--key', 'office.p12', ...more]
const bytes = (name = 'a.pdf'): Buffer => readFileSync(join(desk.folder, name))
const signatures = (name?: string): Promise<Signature[]> => readSignatures(bytes(name))
const untouched = (): void => {
  expect(bytes().equals(toPdf())).toBe(true)
  expect(desk.files()).toEqual(['a.pdf', 'office.p12'])
}

test('signs files in their places, and again only what is not signed yet', async () => {
  desk.put('b.pdf', toPdf(' /X 1'))
  const first = await desk.run(sign('b.pdf', '--reason', 'ابلاغ'), given)
  expect(first).toEqual({ code: 0, stdout: 'a.pdf\nb.pdf\n', stderr: '' })
  const sound = [{ coversWhole: true, intact: true, signatureValid: true, certificateValid: true }]
  expect(await signatures()).toMatchObject(sound)
  expect(await signatures('b.pdf')).toMatchObject(sound)
  desk.put('c.pdf', toPdf(' /X 2'))
  const again = await desk.run(sign('c.pdf'), given)
  expect(again).toMatchObject({ code: 0, stdout: 'c.pdf\n' })
  expect(again.stderr).toContain('warning sign/again')
  expect(await signatures()).toHaveLength(1)
  expect(desk.files()).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'office.p12'])
})

test('takes the passphrase from a file, whose last line may end', async () => {
  for (const end of ['', '\n', '\r\n']) {
    desk.put('a.pdf', toPdf())
    desk.put('word', `office${end}`)
    expect(await desk.run(sign('--passphrase-file', 'word'))).toMatchObject({ code: 0, stdout: 'a.pdf\n' })
  }
})

describe('with a time-stamp authority', () => {
  test('the signature bears its time', async () => {
    await using tsa = await listen(async (body, response) => {
      response.end(await answer(body))
    })
    expect(await desk.run(sign('--timestamp', tsa.url), given)).toEqual({
      code: 0,
      stdout: 'a.pdf\n',
      stderr: '',
    })
    expect(tsa.requests).toHaveLength(1)
    expect(await signatures()).toMatchObject([
      { intact: true, signatureValid: true, timeStamp: { authority: 'Test clock', valid: true } },
    ])
  })

  test.each([
    ['it refuses', 'sign/timestamp-refused', (): Buffer => refusal('not today')],
    ['it answers something else', 'sign/timestamp-answer', (): Buffer => Buffer.from('hello')],
    ['its answer is too long', 'sign/timestamp-unreachable', (): Buffer => Buffer.alloc(200_000)],
  ])('%s: %s, and the file stays', async (_, code, respond) => {
    await using tsa = await listen((_body, response) => {
      response.end(respond())
    })
    const ended = await desk.run(sign('--timestamp', tsa.url), given)
    expect(ended).toMatchObject({ code: 2, stdout: '' })
    expect(ended.stderr).toContain(code)
    untouched()
  })

  test('it sends elsewhere: nobody else is asked, and the file stays', async () => {
    await using other = await listen(async (body, response) => {
      response.end(await answer(body))
    })
    await using tsa = await listen((_body, response) => {
      response.writeHead(307, { location: other.url }).end()
    })
    const ended = await desk.run(sign('--timestamp', tsa.url), given)
    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain('HTTP 307')
    expect(other.requests).toHaveLength(0)
    untouched()
  })

  test('it is not there: told with its address, one paper after the other is not tried', async () => {
    const gone = await listen(() => {})
    await gone[Symbol.asyncDispose]()
    desk.put('a.pdf', toPdf())
    const ended = await desk.run(sign('a.pdf', '--timestamp', gone.url), given)
    expect(ended.code).toBe(2)
    expect(ended.stderr.match(/sign\/timestamp-unreachable/g)).toHaveLength(1)
    expect(ended.stderr).toContain(gone.url)
    untouched()
  })

  test.each(['ftp://127.0.0.1/x', 'tsa', 'file:///etc/passwd', 'http://me:word@127.0.0.1/'])(
    '%s is no address of one',
    async (url) => {
      const ended = await desk.run(sign('--timestamp', url), given)
      expect(ended.code).toBe(2)
      expect(ended.stderr).toContain('usage/option')
      untouched()
    },
  )
})

describe('what cannot be done is told, and the file stays', () => {
  test.each<[string, string[], Record<string, string>, string, number]>([
    ['no passphrase', sign(), { JALASEH_PASSPHRASE: '' }, 'sign/passphrase-unknown', 2],
    ['a wrong one', sign(), { JALASEH_PASSPHRASE: 'x' }, 'sign/passphrase', 2],
    ['no key', ['sign', 'a.pdf'], given, 'usage/option', 2],
    ['no paper', ['sign', '--key', 'office.p12'], given, 'usage/argument', 2],
    ['no such key', ['sign', 'a.pdf', '--key', 'x.p12'], given, 'sign/key-unreadable', 2],
    ['a key that is none', ['sign', 'a.pdf', '--key', 'a.pdf'], given, 'sign/key-format', 2],
    ['no such paper', ['sign', 'x.pdf', '--key', 'office.p12'], given, 'sign/unreadable', 1],
    ['a folder', ['sign', '.', '--key', 'office.p12'], given, 'sign/unreadable', 1],
    ['no PDF', ['sign', 'office.p12', '--key', 'office.p12'], given, 'sign/document', 1],
    ['a passphrase on the command line', sign('--passphrase', 'office'), {}, 'usage/option', 2],
  ])('%s', async (_, args, env, code, exit) => {
    const ended = await desk.run(args, env)
    expect(ended).toMatchObject({ code: exit, stdout: '' })
    expect(ended.stderr).toMatch(new RegExp(`error ${code}$`, 'm'))
    untouched()
  })

  test('one paper of several, and the others are signed', async () => {
    desk.put('b.pdf', 'nothing')
    const ended = await desk.run(['sign', 'b.pdf', 'x.pdf', 'a.pdf', '--key', 'office.p12'], given)
    expect(ended).toMatchObject({ code: 1, stdout: 'a.pdf\n' })
    expect(ended.stderr.match(/error sign\/\w+/g)).toEqual(['error sign/document', 'error sign/unreadable'])
  })

  test('the passphrase is nowhere in what is told', async () => {
    const ended = await desk.run(sign('--timestamp', 'http://127.0.0.1:9/'), {
      JALASEH_PASSPHRASE: 'q7-word',
    })
    expect(ended.stderr + ended.stdout).not.toContain('q7-word')
  })
})

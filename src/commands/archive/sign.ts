/** `jalaseh archive sign --key key.pem`: the head of the chain, signed by a key that is kept elsewhere. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readKey, signHead } from '../../archive/anchors.ts'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { disk } from '../../workspace/disk.ts'
import type { ArchiveOptions } from './archive.ts'
import { shownIn } from './archive.ts'
import { exitCode, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

export async function signArchive(
  folder: string,
  { key: keyFile, passphraseFile }: ArchiveOptions,
  host: Host,
): Promise<ExitCode> {
  const faults = await signed(folder, keyFile, passphraseFile, host)
  tell(host, faults, new Map())
  return exitCode(faults)
}

async function signed(
  folder: string,
  keyFile: string | undefined,
  passphraseFile: string | undefined,
  host: Host,
): Promise<Fault[]> {
  if (keyFile === undefined)
    return [fault('usage/option', undefined, { option: '--key', verb: 'archive sign' })]
  if (!existsSync(folder)) return [fault('archive/none')]
  const text = (path: string): Promise<string> => readFile(resolve(host.cwd, path), 'utf8').catch(() => '')
  // Editors end a file with a line's end, which is no part of the passphrase.
  const passphrase =
    passphraseFile === undefined
      ? process.env.JALASEH_PASSPHRASE
      : (await text(passphraseFile)).replace(/\r?\n$/, '')
  const key = readKey(await text(keyFile), 'private', passphrase)
  if (key === undefined) return [fault('archive/key', undefined, { file: keyFile })]
  const done = await signHead(folder, key, { now: host.now, disk, signal: host.signal })
  if ('code' in done) return [done]
  const path = shownIn(folder, done.path, host)
  host.out(path)
  return done.added ? [] : [warning('archive/signed', undefined, { path })]
}

/** `jalaseh sign <pdf…>`: a signature appended to each file, by a key file. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { todayInTehran } from '../../persian/calendar.ts'
import { formatDate } from '../../persian/date-format.ts'
import { SignFailure } from '../../sign/failure.ts'
import { signPdf } from '../../sign/sign.ts'
import type { SignOptions } from '../../sign/sign.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import { exitCode, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { askAuthority } from './timestamp-authority.ts'

export interface SignCommand {
  /** The key file, and the file with its passphrase where that is not in the environment. */
  key: string
  passphraseFile?: string | undefined
  reason?: string | undefined
  location?: string | undefined
  authority?: URL | undefined
}

/** What one paper is to blame for; after any other failure the next paper would fail alike. */
const ofOnePaper = /^(?:sign\/(?:unreadable|document|certified|again)|output\/)/

/** Signs the files one by one, each in its place; a file that cannot be signed stays as it was. */
export async function signFiles(paths: string[], command: SignCommand, host: Host): Promise<ExitCode> {
  const options = await toOptions(command, host)
  if ('code' in options) return ended([options], host)
  const faults: Fault[] = []
  for (const path of paths) {
    const found = await signFile(path, options, host)
    if (found === undefined) host.out(path)
    else faults.push(found)
    if (found !== undefined && !ofOnePaper.test(found.code)) break
  }
  return ended(faults, host)
}

async function toOptions(command: SignCommand, host: Host): Promise<SignOptions | Fault> {
  const { key, passphraseFile, reason, location, authority } = command
  const p12 = await readBytes(key, 'sign/key-unreadable', host)
  if ('code' in p12) return p12
  let passphrase = process.env.JALASEH_PASSPHRASE || undefined
  if (passphraseFile !== undefined) {
    const bytes = await readBytes(passphraseFile, 'sign/key-unreadable', host)
    if ('code' in bytes) return bytes
    // Editors end a file with a line's end, which is no part of it.
    passphrase = bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '')
  }
  if (passphrase === undefined) return fault('sign/passphrase-unknown')
  const timestamp =
    authority && ((request: Uint8Array): Promise<Uint8Array> => askAuthority(authority, request, host.signal))
  return { p12, passphrase, time: host.now, reason, location, timestamp }
}

async function signFile(path: string, options: SignOptions, host: Host): Promise<Fault | undefined> {
  const pdf = await readBytes(path, 'sign/unreadable', host)
  if ('code' in pdf) return pdf
  try {
    const signed = await signPdf(pdf, options)
    host.signal.throwIfAborted()
    await writeWhole(resolve(host.cwd, path), signed)
    return undefined
  } catch (error) {
    if (error instanceof WriteFailure) return error.fault
    if (!(error instanceof SignFailure)) throw error
    const tellIt = error.code === 'sign/again' ? warning : fault
    const { date } = error.values
    const jalali = date && formatDate(todayInTehran(new Date(date)), 'numeric')
    return tellIt(error.code, undefined, { ...error.values, file: path, ...(jalali && { jalali }) })
  }
}

async function readBytes(
  path: string,
  code: 'sign/unreadable' | 'sign/key-unreadable',
  { cwd }: Host,
): Promise<Buffer | Fault> {
  try {
    return await readFile(resolve(cwd, path))
  } catch (error) {
    const { code: reason = '' } = error as NodeJS.ErrnoException
    return fault(code, undefined, { file: path, reason })
  }
}

function ended(faults: Fault[], host: Host): ExitCode {
  tell(host, faults, new Map())
  return exitCode(faults)
}

/**
 * Signatures of the chain's head, Ed25519: they say that everything before was there and as it is when the key's holder signed.
 * Each is a text and the signature of its bytes, which OpenSSL verifies as well as we do.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import type { Disk } from '../workspace/disk.ts'
import { chainName, headOf, origin, readChainText, sha256 } from './chain.ts'
import type { Head } from './chain.ts'
import { failingAt } from './failure.ts'
import { heal } from './heal.ts'
import { withLock } from './lock.sqlite.ts'

export const anchorsName = 'anchors'

/** A key of a PEM file; undefined for another text or kind of key, or a passphrase that is wrong. */
export function readKey(pem: string, use: 'private' | 'public', passphrase?: string): KeyObject | undefined {
  try {
    const key =
      use === 'private' ? createPrivateKey({ key: pem, passphrase: passphrase ?? '' }) : createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

/** By which a signature's file tells whose it is: the beginning of the hash of the public key. */
export function fingerprint(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key
  return sha256(open.export({ type: 'spki', format: 'der' })).slice(0, 16)
}

const statement = ({ seq, hash }: Head, at: string): string =>
  `jalaseh archive\nseq: ${seq}\nhash: ${hash}\nat: ${at}\n`

function readStatement(text: string): Head | undefined {
  const match = /^jalaseh archive\nseq: (\d{1,9})\nhash: ([0-9a-f]{64})\nat: \S+\n$/.exec(text)
  return match === null ? undefined : { seq: Number(match[1]), hash: match[2] ?? '' }
}

/**
 * Signs the head, unless this key has. Faults: `archive/empty`, `archive/chain-end`. Throws ArchiveFailure.
 * @returns the head, and the path of the signature from the archive
 */
export function signHead(
  archive: string,
  key: KeyObject,
  { now, disk, signal }: { now: Date; disk: Disk; signal?: AbortSignal },
): Promise<{ head: Head; path: string; added: boolean } | Fault> {
  const alone = async (): Promise<{ head: Head; path: string; added: boolean } | Fault> => {
    await heal(archive, disk)
    const head = headOf(await readChainText(archive))
    if (head === undefined) return fault('archive/chain-end', undefined, { path: chainName })
    if (head === origin) return fault('archive/empty', undefined, { path: archive })
    const folder = join(archive, anchorsName)
    const name = `${head.seq}-${fingerprint(key)}`
    const path = `${anchorsName}/${name}.sig`
    const present = await readdir(folder).catch((): string[] => [])
    if (present.includes(`${name}.sig`)) return { head, path, added: false }
    const text = Buffer.from(statement(head, now.toISOString()))
    await disk.makeFolder(folder)
    // A text without its signature is of a run that was ended between the two.
    await disk.remove(join(folder, `${name}.txt`))
    await disk.create(join(folder, `${name}.txt`), text)
    await disk.create(join(folder, `${name}.sig`), sign(null, text, key))
    await disk.syncFolder(folder)
    return { head, path, added: true }
  }
  return failingAt(archive, () => withLock(archive, alone, signal))
}

/**
 * Holds the signatures against the chain and, where a key is given, those of the key against it. Faults: `archive/anchor` (the
 * chain was written anew since), `archive/signature`, `archive/unsigned` (the key has signed nothing here).
 * @param hashAt the hash of the line with a number, where it is there
 * @returns up to which line the chain is signed, by anyone where no key is given; 0 for nothing
 */
export async function checkAnchors(
  archive: string,
  hashAt: (seq: number) => string | undefined,
  key?: KeyObject,
): Promise<{ signed: number; faults: Fault[] }> {
  const faults: Fault[] = []
  const names = await readdir(join(archive, anchorsName)).catch(() => [])
  let signed = 0
  for (const name of names.filter((one) => one.endsWith('.sig')).toSorted()) {
    const path = `${anchorsName}/${name}`
    const signature = await readFile(join(archive, path))
    const text = await readFile(join(archive, path.replace(/sig$/, 'txt'))).catch(() => Buffer.alloc(0))
    const isOfKey = key !== undefined && name.endsWith(`-${fingerprint(key)}.sig`)
    const head = readStatement(text.toString())
    if (head === undefined || (isOfKey && !verify(null, text, key, signature)))
      faults.push(fault('archive/signature', undefined, { path }))
    else if (hashAt(head.seq) !== head.hash)
      faults.push(fault('archive/anchor', undefined, { path, seq: String(head.seq) }))
    else if (key === undefined || isOfKey) signed = Math.max(signed, head.seq)
  }
  const ofKey = key !== undefined && names.some((name) => name.endsWith(`-${fingerprint(key)}.sig`))
  if (key !== undefined && !ofKey) faults.push(fault('archive/unsigned', undefined, { path: anchorsName }))
  return { signed, faults }
}

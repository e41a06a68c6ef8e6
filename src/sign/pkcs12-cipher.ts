/**
 * The ciphers of key files: PBES2 (RFC 8018), and those of PKCS#12 itself (RFC 7292 Appendix B and C), which older
 * tools still write. Node reads no key files of its own accord, and what libraries there are take a passphrase for
 * Latin letters.
 */
import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto'
import type * as asn1js from 'asn1js'
import { PBES2Params, PBKDF2Params } from 'pkijs'
import type { AlgorithmIdentifier } from 'pkijs'
import { SignFailure } from './failure.ts'
import { decryptRc2 } from './rc2.ts'

/** Hashes by their object identifiers, those of HMACs too; with the size of their blocks. */
export const hashes: Record<string, { name: string; block: number }> = {
  '1.3.14.3.2.26': { name: 'sha1', block: 64 },
  '2.16.840.1.101.3.4.2.1': { name: 'sha256', block: 64 },
  '2.16.840.1.101.3.4.2.2': { name: 'sha384', block: 128 },
  '2.16.840.1.101.3.4.2.3': { name: 'sha512', block: 128 },
  '1.2.840.113549.2.7': { name: 'sha1', block: 64 },
  '1.2.840.113549.2.9': { name: 'sha256', block: 64 },
  '1.2.840.113549.2.10': { name: 'sha384', block: 128 },
  '1.2.840.113549.2.11': { name: 'sha512', block: 128 },
}
const ciphers: Record<string, { name: string; key: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', key: 24 },
}
const ownCiphers: Record<string, { name: string; key: number }> = {
  '1.2.840.113549.1.12.1.3': { name: 'des-ede3-cbc', key: 24 },
  '1.2.840.113549.1.12.1.4': { name: 'des-ede-cbc', key: 16 },
  '1.2.840.113549.1.12.1.5': { name: 'rc2', key: 16 },
  '1.2.840.113549.1.12.1.6': { name: 'rc2', key: 5 },
}
const pbes2 = '1.2.840.113549.1.5.13'
const pbkdf2 = '1.2.840.113549.1.5.12'
/** More would only keep the machine busy; tools write between 1,000 and a million. */
const mostIterations = 10_000_000

/** Purposes of derived bytes (RFC 7292 B.3). */
const forKey = 1
const forVector = 2
export const forMac = 3

/** What a part of a key file says, decrypted. Throws SignFailure `sign/key-algorithm`, and any error for a wrong passphrase. */
export function decrypt(algorithm: AlgorithmIdentifier, data: Uint8Array, passphrase: string): Buffer {
  const { algorithmId, algorithmParams } = algorithm
  if (algorithmId === pbes2)
    return decryptPbes2(new PBES2Params({ schema: algorithmParams }), data, passphrase)
  const cipher = ownCiphers[algorithmId]
  if (cipher === undefined) throw unknown(algorithmId)
  const [salt, iterations] = (algorithmParams as asn1js.Sequence).valueBlock.value as [
    asn1js.OctetString,
    asn1js.Integer,
  ]
  const derive = (purpose: number, size: number): Buffer =>
    deriveBytes('sha1', passphrase, octets(salt), iterations.valueBlock.valueDec, purpose, size)
  const [key, vector] = [derive(forKey, cipher.key), derive(forVector, 8)]
  if (cipher.name === 'rc2') return unpadded(decryptRc2(data, key, vector))
  // Two keys are three of which the third is the first.
  const whole = cipher.key === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key
  return decipher('des-ede3-cbc', whole, vector, data)
}

function decryptPbes2(params: PBES2Params, data: Uint8Array, passphrase: string): Buffer {
  const { algorithmId, algorithmParams } = params.keyDerivationFunc
  if (algorithmId !== pbkdf2) throw unknown(algorithmId)
  const { salt, iterationCount, prf } = new PBKDF2Params({ schema: algorithmParams })
  const hash = prf === undefined ? 'sha1' : hashes[prf.algorithmId]?.name
  const cipher = ciphers[params.encryptionScheme.algorithmId]
  if (hash === undefined) throw unknown(prf?.algorithmId ?? '')
  if (cipher === undefined) throw unknown(params.encryptionScheme.algorithmId)
  const key = pbkdf2Sync(
    passphrase,
    octets(salt as asn1js.OctetString),
    bounded(iterationCount),
    cipher.key,
    hash,
  )
  return decipher(
    cipher.name,
    key,
    octets(params.encryptionScheme.algorithmParams as asn1js.OctetString),
    data,
  )
}

/** The bytes that RFC 7292 B.2 makes of a passphrase. */
export function deriveBytes(
  hash: string,
  passphrase: string,
  salt: Uint8Array,
  iterations: number,
  purpose: number,
  size: number,
): Buffer {
  const block = Object.values(hashes).find(({ name }) => name === hash)?.block ?? 64
  const rounds = bounded(iterations)
  // UTF-16, the more significant byte first, with a zero at the end.
  const secret = Buffer.from(`${passphrase}\0`, 'utf16le').swap16()
  const filled = (bytes: Uint8Array): Buffer => Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes)
  const seed = Buffer.concat([filled(salt), filled(secret)])
  const parts: Buffer[] = []
  for (let made = 0; made < size; made += parts.at(-1)!.length) {
    let part = createHash(hash).update(Buffer.alloc(block, purpose)).update(seed).digest()
    for (let round = 1; round < rounds; round++) part = createHash(hash).update(part).digest()
    parts.push(part)
    const repeated = Buffer.alloc(block, part)
    for (let at = 0; at < seed.length; at += block) {
      let carry = 1
      for (let index = block - 1; index >= 0; index--) {
        const sum = seed[at + index]! + repeated[index]! + carry
        seed[at + index] = sum & 255
        carry = sum >> 8
      }
    }
  }
  return Buffer.concat(parts).subarray(0, size)
}

export const octets = (string: asn1js.OctetString): Buffer => Buffer.from(string.getValue())

function decipher(name: string, key: Uint8Array, vector: Uint8Array, data: Uint8Array): Buffer {
  const cipher = createDecipheriv(name, key, vector)
  return Buffer.concat([cipher.update(data), cipher.final()])
}

function unpadded(bytes: Buffer): Buffer {
  const size = bytes.at(-1) ?? 0
  if (size < 1 || size > 8 || !bytes.subarray(-size).every((byte) => byte === size))
    throw new RangeError('wrong padding')
  return bytes.subarray(0, -size)
}

function bounded(iterations: number): number {
  if (iterations >= 1 && iterations <= mostIterations) return iterations
  throw new SignFailure('sign/key-format')
}

const unknown = (algorithm: string): SignFailure => new SignFailure('sign/key-algorithm', { algorithm })

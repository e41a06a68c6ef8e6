/**
 * The seal: a hash of the whole file, written into it in place of zeros, so that not a byte of it can change unseen. It
 * shows what happened by mistake or in passing; against a forger there are the signature and the archive's chain.
 */
import { createHash } from 'node:crypto'

/** What stands for the seal until the file is written. */
export const noSeal = '0'.repeat(64)
const noId = '0'.repeat(32)
export const unsealedId = `/ID [<${noId}> <${noId}>]`

const sealPattern = /<jalaseh:seal>([0-9a-f]{64})<\/jalaseh:seal>/
const idPattern = /\/ID \[<([0-9a-f]{32})> <[0-9a-f]{32}>\]/g

/** Seals a file that was written with zeros: its hash becomes its seal, and the beginning of that its identifier. */
export function seal(pdf: Buffer): Buffer {
  const hash = createHash('sha256').update(pdf).digest('hex')
  return withSeal(pdf, hash, hash.slice(0, 32))
}

/** Whether a sealed file is as it was issued; nothing where it bears no seal. */
export function checkSeal(pdf: Buffer): { seal: string; intact: boolean } | undefined {
  const found = sealPattern.exec(pdf.toString('latin1'))?.[1]
  if (found === undefined) return undefined
  const hash = createHash('sha256')
    .update(withSeal(pdf, noSeal, noId))
    .digest('hex')
  // What the hash is not made of must be what it says.
  return { seal: found, intact: hash === found && withSeal(pdf, hash, hash.slice(0, 32)).equals(pdf) }
}

function withSeal(pdf: Buffer, hash: string, id: string): Buffer {
  const text = pdf.toString('latin1')
  const sealed = Buffer.from(pdf)
  const at = sealPattern.exec(text)?.index
  if (at !== undefined) sealed.write(hash, at + '<jalaseh:seal>'.length, 'latin1')
  const trailer = text.lastIndexOf('trailer')
  idPattern.lastIndex = Math.max(trailer, 0)
  const idAt = idPattern.exec(text)?.index
  if (idAt !== undefined) sealed.write(`/ID [<${id}> <${id}>]`, idAt, 'latin1')
  return sealed
}

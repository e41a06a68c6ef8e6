/** A file of others → an annex, or the fault that keeps it from being one. */
import { createHash } from 'node:crypto'
import {
  type Annex,
  type AnnexFault,
  type AnnexLimits,
  annexLimits,
  Refusal,
  failing,
  warningOf,
} from './annex.ts'
import { formatOf } from './file-ends.ts'
import { readImage } from './read-image.ts'
import { readPdf } from './read-pdf.ts'

/**
 * Reads a PDF, JPEG or PNG by what is in it. `name` is the one that faults print. Never throws for what a file holds; as it may
 * hold what takes long, files of others go through readAnnexSafely.
 */
export async function readAnnex(
  bytes: Uint8Array,
  name: string,
  limits: AnnexLimits = annexLimits,
): Promise<Annex | AnnexFault> {
  const failed = failing(name)
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length === 0) return { fault: failed('annex/empty') }
  if (file.length > limits.bytes) {
    const [size, limit] = [file.length, limits.bytes].map((count) => String(Math.ceil(count / 1e6)))
    return { fault: failed('annex/too-big', { size: size!, limit: limit! }) }
  }
  const kind = formatOf(file)
  if (kind === undefined) return { fault: failed('annex/format') }
  const { format, from } = kind
  try {
    const { pdf, pages, warnings } = await (format === 'pdf'
      ? readPdf(file.subarray(from), limits, failed)
      : readImage(file, format, limits, failed))
    const digest = createHash('sha256').update(file).digest('hex')
    const warn = warningOf(name)
    return { format, pdf, pages, digest, warnings: warnings.map(({ code, values }) => warn(code, values)) }
  } catch (error) {
    // Whatever a library throws about a file, the file is to blame, and what it says helps nobody.
    return { fault: error instanceof Refusal ? error.fault : failed('annex/damaged') }
  }
}

export const isRefused = (read: Annex | AnnexFault): read is AnnexFault => 'fault' in read

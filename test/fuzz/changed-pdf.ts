/** A PDF changed where it can be seen: in its objects and, unpacked, in its streams; or anywhere in its bytes. */
import { readPdfFile, streamBytes, withStream, writePdfFile } from '../../src/finish/pdf-file.ts'
import { mutate, mutateBytes } from './mutate.ts'
import { contentWords, pdfWords } from './pdf-words.ts'
import type { Random } from './random.ts'

export function changedPdf(pdf: Uint8Array, random: Random): Buffer {
  const file = random.below(4) === 0 ? undefined : readPdfFile(pdf)
  if (file === undefined) return mutateBytes(pdf, random, { words: pdfWords })
  const others = [...file.objects.values()].map(({ value }) => value)
  for (let more = true; more; more = random.below(3) === 0) {
    const number = random.pick([...file.objects.keys()]) ?? 1
    const object = file.objects.get(number)!
    const bytes = random.below(3) === 0 ? unpacked(object) : undefined
    if (bytes !== undefined)
      file.objects.set(number, withStream(object, mutateBytes(bytes, random, { words: contentWords })))
    else {
      const value = mutate(object.value, random, { words: pdfWords, others, highest: 0xff })
      file.objects.set(number, { ...object, value })
    }
  }
  if (random.below(8) === 0) file.trailer = mutate(file.trailer, random, { words: pdfWords, highest: 0xff })
  return writePdfFile(file)
}

function unpacked(object: Parameters<typeof streamBytes>[0]): Buffer | undefined {
  try {
    return streamBytes(object)
  } catch {
    // Packed in another way.
    return undefined
  }
}

/** The thread in which files of others are read: it gets one, gives back one annex or fault, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import type { AnnexLimits } from './annex.ts'
import { readAnnex } from './read-annex.ts'

export interface Work {
  bytes: Uint8Array<ArrayBuffer>
  name: string
  limits: AnnexLimits
}

const { bytes, name, limits } = workerData as Work
const read = await readAnnex(bytes, name, limits)
// The copy is handed over, not copied once more.
parentPort?.postMessage(read, 'fault' in read ? [] : [read.pdf.buffer as ArrayBuffer])

/** `jalaseh extract <pdf>`: the meeting file that a paper was printed from, byte for byte. */
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { inspectPdf } from '../../finish/inspect.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { sourceOf } from '../../verdict.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import { exitCode, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { readPdf } from '../read-pdf.ts'

export async function extract(path: string, out: string | undefined, host: Host): Promise<ExitCode> {
  const found = await sourceIn(path, host)
  if ('code' in found) return refused(found, host)
  // The name comes from the file, and may not lead anywhere else.
  const name = out ?? basename(found.name.replaceAll('\\', '/'))
  const target = resolve(host.cwd, name)
  const present = await readFile(target).catch(() => undefined)
  if (present !== undefined && !present.equals(found.bytes))
    return refused(fault('extract/exists', undefined, { path: name }), host)
  try {
    if (present === undefined) await writeWhole(target, found.bytes)
  } catch (error) {
    if (error instanceof WriteFailure) return refused(error.fault, host)
    throw error
  }
  host.out(name)
  return 0
}

async function sourceIn(path: string, host: Host): Promise<{ name: string; bytes: Uint8Array } | Fault> {
  const pdf = await readPdf(path, host)
  if ('code' in pdf) return pdf
  const inspection = inspectPdf(pdf)
  if ('unknown' in inspection) return fault(inspection.unknown, undefined, { file: path })
  const source = sourceOf(inspection)
  if (source === undefined) return fault('extract/none', undefined, { file: path })
  return source.sound ? source : fault('verify/enclosed', undefined, { file: path, name: source.name })
}

function refused(found: Fault, host: Host): ExitCode {
  tell(host, [found], new Map())
  return exitCode([found])
}

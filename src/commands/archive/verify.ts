/** `jalaseh archive verify`: whether the archive is what was stored, or exactly what is not. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readKey } from '../../archive/anchors.ts'
import { shortHash } from '../../archive/chain.ts'
import { judgedText, readJudged } from '../../archive/check-papers.ts'
import type { PaperVerdict } from '../../archive/check-papers.ts'
import { healIfIdle } from '../../archive/heal.ts'
import { judgedName } from '../../archive/inventory.ts'
import { verifyArchive } from '../../archive/verify.ts'
import type { ArchiveReport } from '../../archive/verify.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { readArchivedHead } from '../../paper/archived.ts'
import { toPersianDigits } from '../../persian/digits.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import { judge, sourceOf } from '../../verdict.ts'
import { disk } from '../../workspace/disk.ts'
import { writeWhole } from '../../workspace/write.ts'
import type { ArchiveOptions } from './archive.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

export async function verifyFolder(
  folder: string,
  { json, public: keyFile, again }: ArchiveOptions,
  host: Host,
): Promise<ExitCode> {
  const key = keyFile === undefined ? undefined : await readPublicKey(keyFile, host)
  if (key !== undefined && 'code' in key) return ended(key, host)
  await healIfIdle(folder, disk)
  const memory = join(folder, judgedName)
  const before = again ? '' : await readFile(memory, 'utf8').catch(() => '')
  const judged = readJudged(before)
  let report: ArchiveReport
  try {
    report = await verifyArchive(folder, { judgePaper, judged, key, signal: host.signal })
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (code === undefined || syscall === undefined) throw error
    if (code === 'ENOENT') return ended(fault('archive/none'), host)
    return ended(fault('archive/unreadable', undefined, { path: folder, reason: code }), host)
  }
  const after = judgedText(judged)
  // An archive that cannot be written is verified all the same.
  if (after !== before) await writeWhole(memory, after).catch(() => {})
  const { faults, head, ...counts } = report
  if (json) {
    const list = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ sound: exitCode(faults) === 0, ...counts, head, faults: list }, null, 2))
  } else {
    tell(host, faults, new Map())
    for (const line of summary(report, host)) host.out(line)
  }
  return exitCode(faults)
}

function judgePaper(pdf: Uint8Array, path: string): PaperVerdict {
  const { inspection, faults } = judge(pdf, path)
  if ('unknown' in inspection) return { faults }
  return { faults, source: sourceOf(inspection)?.bytes, head: readArchivedHead(inspection.printed) }
}

async function readPublicKey(
  path: string,
  { cwd }: Host,
): Promise<NonNullable<ReturnType<typeof readKey>> | Fault> {
  const pem = await readFile(resolve(cwd, path), 'utf8').catch(() => '')
  return readKey(pem, 'public') ?? fault('archive/key', undefined, { file: path })
}

function summary(
  { faults, head, revisions, files, bytes, signed }: ArchiveReport,
  { language }: Host,
): string[] {
  const mb = (bytes / 1_000_000).toFixed(1)
  const sound = exitCode(faults) === 0
  if (language === 'en')
    return [
      `${revisions} revisions, ${files} files, ${mb} MB`,
      ...(head ? [`head of the chain: ${head.seq} · ${shortHash(head.hash)}`] : []),
      ...(signed > 0 ? [`signed up to line ${signed}`] : []),
      sound ? 'The archive is what was stored.' : 'The archive is not what was stored.',
    ]
  const anchor = head && `${toPersianDigits(String(head.seq))} · ${shortHash(head.hash)}`
  return [
    toPersianDigits(`${revisions} نسخه، ${files} پرونده، ${mb.replace('.', '٫')} مگابایت`),
    ...(anchor ? [`سر زنجیره: ${anchor}`] : []),
    ...(signed > 0 ? [toPersianDigits(`امضاشده تا ردیف ${signed}`)] : []),
    sound ? 'بایگانی همان است که بود.' : 'بایگانی آن نیست که بود.',
  ].map(withHalfSpaces)
}

function ended(found: Fault, host: Host): ExitCode {
  tell(host, [found], new Map())
  return exitCode([found])
}

/** What a run of packs says at its end. */
import { join, relative } from 'node:path'
import { toPersianDigits } from '../../persian/digits.ts'
import { fa } from '../../persian/fa.ts'
import { tell, toJson } from '../host.ts'
import type { Host } from '../host.ts'
import type { PackRun } from '../packing/make-packs.ts'
import type { FailedPack } from '../packing/manifest.ts'

export function tellPacks(
  { entries, failed, kept, folder, faults, sources }: PackRun,
  { json }: { json?: boolean | undefined },
  host: Host,
): void {
  const shown = (name: string): string => relative(host.cwd, join(folder, name)) || name
  if (json) {
    const packs = entries.map((entry) => ({
      ...entry,
      files: entry.files.map((file) => ({ ...file, name: shown(file.name) })),
    }))
    const told = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ packs, kept, failed, faults: told }, null, 2))
    return
  }
  tell(host, faults, sources)
  for (const { files } of entries) for (const { name } of files) host.out(shown(name))
  if (entries.length + failed.length < 2) return
  host.err(summary(entries.length - kept, kept, failed, host))
}

function summary(made: number, kept: number, failed: readonly FailedPack[], { language }: Host): string {
  const names = failed.map(({ name }) => name).join(language === 'fa' ? '، ' : ', ')
  if (language === 'en')
    return [
      `${made} ${made === 1 ? 'pack' : 'packs'} made`,
      ...(kept > 0 ? [`${kept} unchanged`] : []),
      ...(failed.length > 0 ? [`${failed.length} not made: ${names}`] : []),
    ].join('; ')
  return toPersianDigits(
    [
      fa`${String(made)} بسته ساخته شد`,
      ...(kept > 0 ? [fa`${String(kept)} بسته همان است که بود`] : []),
      ...(failed.length > 0 ? [fa`${String(failed.length)} بسته ساخته نشد: ${names}`] : []),
    ].join('؛ '),
  )
}

/** Tells what came of bringing a table into the address book. */
import { toPersianDigits } from '../../persian/digits.ts'
import { fa } from '../../persian/fa.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import type { Brought } from './import.ts'
import type { PeopleOptions } from './people.ts'

export function tellImport(
  { faults, sources = new Map(), all = 0, added = [], file }: Brought,
  options: PeopleOptions,
  host: Host,
): ExitCode {
  const dry = options['dry-run'] ?? false
  const code = exitCode(faults)
  if (options.json) {
    const told = faults.map((one) => toJson(one, host.language))
    const written = file !== undefined && !dry
    host.out(JSON.stringify({ rows: all, added, file: file ?? null, written, faults: told }, null, 2))
    return code
  }
  tell(host, faults, sources)
  if (file !== undefined) host.out(file)
  if (code !== 0) return code
  const count = added.length
  const say = {
    fa: fa`${toPersianDigits(`از ${all} سطر، ${count}`)} نفر تازه بود${dry ? '؛ چیزی نوشته نشد' : ''}.`,
    en: `${count} of ${all} rows name somebody new${dry ? '; nothing was written' : ''}.`,
  }
  host.err(say[host.language])
  return 0
}

/** `jalaseh people [import <csv|xlsx>]`: each action has a file of its name. */
import { usage } from '../verb.ts'
import type { ExitCode, Host } from '../host.ts'

export interface PeopleOptions {
  'dry-run'?: boolean | undefined
  'valid-only'?: boolean | undefined
  json?: boolean | undefined
}

export async function people(
  [action, ...rest]: string[],
  options: PeopleOptions,
  host: Host,
): Promise<ExitCode> {
  const verb = 'people'
  if (action === undefined) {
    const strange = (['dry-run', 'valid-only'] as const).find((name) => options[name])
    if (strange !== undefined) return usage('usage/option', { option: `--${strange}`, verb }, host)
    const { listPeople } = await import('./list.ts')
    return listPeople(options.json ?? false, host)
  }
  if (action !== 'import') return usage('usage/action', { verb, action }, host)
  const [path, ...others] = rest
  if (path === undefined || others.length > 0) return usage('usage/argument', { verb }, host)
  const { importPeople } = await import('./import.ts')
  return importPeople(path, options, host)
}

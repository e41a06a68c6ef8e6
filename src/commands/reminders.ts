/** What `check` lists and a command that makes papers does not. */
import type { Fault } from '../model/fault.ts'

/** While building, open facts, normalised texts and old copies of templates are not news: `check` lists them. */
export function withoutReminders(faults: Fault[]): Fault[] {
  const known = ['text/normalized', 'template/outdated']
  return faults.filter(({ code }) => !code.startsWith('fact/') && !known.includes(code))
}

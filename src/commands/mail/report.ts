/** What a run of mail says at its end. */
import { join, relative } from 'node:path'
import type { Fault } from '../../model/fault.ts'
import { tell, toJson } from '../host.ts'
import type { Host, Sources } from '../host.ts'
import type { Delivered } from './deliver.ts'
import type { Letter } from './letters.ts'
import type { MailOptions } from './options.ts'
import { letterTable, sentSentence } from './words.ts'
import type { Written } from './write-letters.ts'

export interface Outcome {
  /** Of the letters. */
  folder: string
  letters: Letter[]
  written: Written[]
  sent?: Delivered & { there: number }
  faults: Fault[]
  sources: Sources
}

export function tellLetters(outcome: Outcome, options: MailOptions, host: Host): void {
  const { folder, letters, written, sent, faults, sources } = outcome
  const shown = (name: string): string => relative(host.cwd, join(folder, name)) || name
  if (options.json) {
    const rows = letters.map(({ message, ...rest }) => ({
      ...rest,
      ...(message && { id: message.id, messageId: message.messageId, subject: message.subject }),
    }))
    const files = written.map((one) => ({ ...one, file: shown(one.file) }))
    const { faults: _, ...counts } = sent ?? { faults: [] }
    const told = faults.map((one) => toJson(one, host.language))
    const all = { letters: rows, written: files, ...(sent && { sent: counts }), faults: told }
    host.out(JSON.stringify(all, null, 2))
    return
  }
  tell(host, faults, sources)
  if (options['dry-run']) for (const line of letterTable(letters, host.language)) host.out(line)
  for (const { file } of written) host.out(shown(file))
  if (sent) host.err(sentSentence(sent, sent.there, host.language))
}

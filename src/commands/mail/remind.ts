/** `jalaseh mail remind`: one digest a day for each person whose body has resolutions that are due; nothing is told twice. */
import { join, relative, resolve } from 'node:path'
import { LedgerFailure } from '../../ledger/ledger.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { NewDelivery } from '../../ledger/delivery.ts'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { TemplateFailure, templateFault } from '../../pipeline.ts'
import { readLook } from '../../workspace/read-look.ts'
import { readPeople } from '../../workspace/read-people.ts'
import { WriteFailure } from '../../workspace/write.ts'
import { toLatinDigits } from '../../persian/digits.ts'
import { exitCode, isError, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { openRegister } from '../open-register.ts'
import { deliver, ownerName } from './deliver.ts'
import type { Delivered } from './deliver.ts'
import { digestsOf } from './digests.ts'
import type { Digest } from './digests.ts'
import { mailOffice } from './office.ts'
import { knownLedger, openLedgerOf } from './open-ledger.ts'
import type { MailOptions } from './options.ts'
import { queue } from './queue.ts'
import { faultsOfTransport } from './transport.ts'
import { letterTable, sendQuestion, sentSentence } from './words.ts'
import { approvals, writeLetters } from './write-letters.ts'
import type { Written } from './write-letters.ts'

/** Deadlines that far ahead, in days. */
const usualWithin = 7

export async function remind(options: MailOptions, host: Host): Promise<ExitCode> {
  const office = await mailOffice(host)
  const faults = [...office.faults]
  const sources = new Map(office.sources)
  const done: { digests: Digest[]; written: Written[]; sent?: Delivered; there: number } = {
    digests: [],
    written: [],
    there: 0,
  }
  const folder = resolve(host.cwd, options.out, 'reminders')
  const shown = (name: string): string => relative(host.cwd, join(folder, name)) || name
  const ended = (...more: Fault[]): ExitCode => {
    faults.push(...more)
    const { digests, written, sent } = done
    if (options.json) {
      const letters = digests.map(({ letter: { message, ...rest }, subjects }) => ({
        ...rest,
        subjects,
        subject: message?.subject,
      }))
      const { faults: _, ...counts } = sent ?? { faults: [] }
      const told = faults.map((one) => toJson(one, host.language))
      const files = written.map((one) => ({ ...one, file: shown(one.file) }))
      host.out(
        JSON.stringify({ letters, written: files, ...(sent && { sent: counts }), faults: told }, null, 2),
      )
      return exitCode(faults)
    }
    tell(host, faults, sources)
    if (options['dry-run'])
      for (const line of letterTable(
        digests.map(({ letter }) => letter),
        host.language,
      ))
        host.out(line)
    for (const { file } of written) host.out(shown(file))
    if (sent) host.err(sentSentence(sent, done.there, host.language))
    return exitCode(faults)
  }
  const { sender } = office
  if (sender === undefined) return ended()
  if (options.send && sender.deliver === 'draft') return ended(fault('mail/draft-only', undefined, {}))
  const [open, book, { look }] = await Promise.all([
    openRegister(host),
    readPeople(office.folder, host.cwd),
    readLook(office.folder, host.cwd),
  ])
  for (const [name, text] of [...open.sources, ...book.sources]) sources.set(name, text)
  faults.push(
    ...book.faults,
    ...open.faults.filter((one) => isError(one) || one.code === 'register/unreadable'),
  )
  if (faults.some(isError)) return ended()
  const within = Number(toLatinDigits(options.within ?? String(usualWithin)))
  try {
    using known = knownLedger(office.folder)
    const approved = await approvals(folder)
    const found = await digestsOf(open, book, {
      within,
      sender,
      look,
      told: async (address, subjects) => (await known?.told(address, subjects)) ?? [],
      approved: (id) => approved.get(id) ?? host.now,
    })
    done.digests = found.digests
    faults.push(...found.faults)
    const leaving = found.digests.map(({ letter }) => letter).filter(({ message }) => message !== undefined)
    if (found.digests.length === 0)
      faults.push(warning('mail/nothing-due', undefined, { days: String(within) }))
    if (options['dry-run'] || faults.some(isError)) return ended()
    done.written = await writeLetters(folder, leaving, host.signal)
    if (!options.send || leaving.length === 0) return ended()
    const unready = await faultsOfTransport(sender, office.folder)
    if (unready.length > 0) return ended(...unready)
    const question = sendQuestion(leaving.length, sender.deliver, host.language)
    if (!options.yes && !(await host.confirm(question)))
      return ended(fault('mail/not-confirmed', undefined, {}))
    using begun = known ? undefined : openLedgerOf(office.folder)
    const ledger = known ?? (begun as Ledger)
    const kept = found.digests.flatMap(({ letter: { message, class: level }, subjects, day }) => {
      const one = done.written.find(({ id }) => id === message?.id)
      if (message === undefined || one === undefined) return []
      const { id, name, address, sha256: eml, size } = one
      const { messageId } = message
      const row: NewDelivery = {
        id,
        meeting: day,
        edition: 1,
        kind: 'reminder',
        name,
        address,
        messageId,
        eml,
        size,
        class: level,
        subjects,
      }
      return [{ row, path: join(folder, one.file) }]
    })
    const { there, told } = await queue(ledger, office.folder, kept, ownerName(), host)
    done.there = there.length + told.length
    done.sent = await deliver(ledger, sender, office.folder, undefined, host)
    return ended(...done.sent.faults)
  } catch (error) {
    if (error instanceof WriteFailure || error instanceof LedgerFailure) return ended(error.fault)
    if (error instanceof TemplateFailure) return ended(templateFault(error, look))
    throw error
  }
}

/** `jalaseh mail bounces <folder>`: reports of servers, as files of a folder, are entered where they belong. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Ledger } from '../../ledger/ledger.ts'
import { LedgerFailure } from '../../ledger/ledger.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { readReports } from '../../smtp/bounce.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { mailOffice } from './office.ts'
import { knownLedger } from './open-ledger.ts'
import type { MailOptions } from './options.ts'
import { stateWords } from './status.ts'

/** A report is a page of text and the head of a letter. In bytes. */
const largest = 5_000_000

interface Entered {
  file: string
  id: string
  name: string
  state: keyof typeof stateWords
  news: boolean
}

export async function bounces(folder: string, { json }: MailOptions, host: Host): Promise<ExitCode> {
  const office = await mailOffice(host)
  const faults: Fault[] = []
  const entered: Entered[] = []
  try {
    entered.push(...(await enter(resolve(host.cwd, folder), office.folder, host)))
  } catch (error) {
    if (error instanceof LedgerFailure) faults.push(error.fault)
    else if (isSystem(error))
      faults.push(fault('mail/unreadable', undefined, { path: folder, reason: error.code }))
    else throw error
  }
  if (json) {
    const told = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ entered, faults: told }, null, 2))
  } else {
    tell(host, faults, office.sources)
    for (const { file, name, state } of entered)
      host.out([file, name, host.language === 'fa' ? stateWords[state] : state].join('\t'))
  }
  return exitCode(faults)
}

async function enter(folder: string, workspace: string, { now }: Host): Promise<Entered[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted()
  using ledger = knownLedger(workspace)
  if (ledger === undefined) return []
  const entered: Entered[] = []
  for (const name of names) entered.push(...(await enterFile(ledger, folder, name, now)))
  return entered
}

async function enterFile(ledger: Ledger, folder: string, name: string, now: Date): Promise<Entered[]> {
  const path = join(folder, name)
  // A link to nowhere is left, too.
  const about = await stat(path).catch(() => undefined)
  if (!about?.isFile() || about.size > largest) return []
  const entered: Entered[] = []
  for (const report of readReports(await readFile(path))) {
    const found = await ledger.enterReport(report, now, name)
    if (found === undefined) continue
    const { delivery, news } = found
    entered.push({ file: name, id: delivery.id, name: delivery.name, state: delivery.state, news })
  }
  return entered
}

const isSystem = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string'

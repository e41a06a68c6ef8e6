/** `jalaseh check <file…>`: every fault of the files and of the templates, at once. */
import { resolve } from 'node:path'
import { toPersianDigits } from '../../persian/digits.ts'
import { readPeople } from '../../source/source.ts'
import { faultsOfLooks } from '../../workspace/look-of.ts'
import { isAddressBook, isRegister } from '../../workspace/meeting-files.ts'
import { readText } from '../../workspace/read-text.ts'
import { exitCode, isError, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { prepare } from '../prepare.ts'

export interface CheckOptions {
  json: boolean
  proofread: boolean
  /** Mends what proofreading can mend, after a question. */
  fix: boolean
  /** Answers the question beforehand. */
  yes: boolean
}

export async function check(files: string[], options: CheckOptions, host: Host): Promise<ExitCode> {
  const { registers, books, meetings } = await parted(files, host)
  const prepared = await Promise.all(meetings.map((file) => prepare(file, host)))
  const looks = prepared.map(({ look }) => look)
  const sources = new Map(looks.flatMap((look) => [...look.sources]))
  const faults = faultsOfLooks(looks)
  for (const one of prepared) {
    faults.push(...one.faults)
    for (const [name, text] of one.sources) sources.set(name, text)
  }
  for (const { name, text } of registers) {
    const { checkRegister } = await import('./register.ts')
    faults.push(...(await checkRegister(name, text, host)))
    sources.set(name, text)
  }
  for (const { name, text } of books) {
    faults.push(...readPeople(text, name).faults)
    sources.set(name, text)
  }
  if (prepared.some(({ ready }) => ready !== undefined)) {
    const { Neighbours } = await import('./contradictions.ts')
    const neighbours = new Neighbours(host)
    for (const one of prepared) faults.push(...(await neighbours.faultsOf(one)))
  }
  if (options.proofread) {
    const { proofreadFile } = await import('./proofread.ts')
    for (const one of prepared) faults.push(...(await proofreadFile(one, options, host)))
  }
  if (options.json) {
    host.out(JSON.stringify({ faults: faults.map((fault) => toJson(fault, host.language)) }, null, 2))
    return exitCode(faults)
  }
  tell(host, faults, sources)
  const errors = faults.filter(isError).length
  host.out(countLine(errors, faults.length - errors, host))
  return exitCode(faults)
}

interface Read {
  name: string
  text: string
}

/** Files of the register and address books, which are no meetings, and all others. */
async function parted(
  files: string[],
  { cwd }: Host,
): Promise<{ registers: Read[]; books: Read[]; meetings: string[] }> {
  const read = await Promise.all(
    files.map(async (name) => ({ name, read: await readText(resolve(cwd, name)) })),
  )
  const texts = read.flatMap(({ name, read: one }) => ('text' in one ? [{ name, text: one.text }] : []))
  const registers = texts.filter(({ text }) => isRegister(text))
  const books = texts.filter(({ text }) => isAddressBook(text))
  const names = new Set([...registers, ...books].map(({ name }) => name))
  return { registers, books, meetings: files.filter((name) => !names.has(name)) }
}

function countLine(errors: number, warnings: number, { language }: Host): string {
  if (language === 'en') return `${errors} errors, ${warnings} warnings`
  return toPersianDigits(`${errors} خطا، ${warnings} هشدار`)
}

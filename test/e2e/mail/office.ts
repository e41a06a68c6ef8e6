/** A small workspace that mails. Its packs are made once and copied from then on, for making them takes a browser. */
import { cpSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openLedger } from '../../../src/ledger/ledger.ts'
import type { Listed } from '../../../src/ledger/list.ts'
import { Desk } from '../cli.ts'

export const council = 'شورای نمونه'
/** Numbers of recipients, addresses r1@example.ir and so on. */
export interface Plan {
  recipients?: number
  edition?: number
  /** Further lines of the meeting file. */
  more?: string
  /** The whole of its distribution instead of numbered recipients. */
  distribution?: string[]
  people?: string
  files?: Record<string, Uint8Array>
}

const letters = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی']
export const nameOf = (n: number): string =>
  `گیرندهٔ نمونه ${letters[n % letters.length]}${n < letters.length ? '' : 'ا'}`
export const addressOf = (n: number): string => `r${n + 1}@example.ir`

export function meetingText({ recipients = 3, edition = 1, more = '', distribution }: Plan): string {
  const rows = Array.from(
    { length: recipients },
    (_, n) => `  - { to: ${nameOf(n)}, ceiling: عادی, address: ${addressOf(n)} }`,
  )
  return `meeting:
  title: جلسهٔ نمونه
  body: ${council}
  session: 12
  date: ۱۴۰۵/۰۹/۱۰
  start: "09:00"
  end: "11:00"
  place: سالن نمونه
  edition: ${edition}
agenda: [{ topic: بند نخست از ویرایش ${edition} }]
${more}
distribution:
${(distribution ?? rows).join('\n')}
`
}

/** `mail` of jalaseh.yaml. */
export const settingsText = (mail: Record<string, unknown>): string =>
  `mail: ${JSON.stringify({ from: 'office@example.ir', name: 'دبیرخانهٔ نمونه', ...mail })}\n`

const made = new Map<string, Promise<Desk>>()

/** With its packs already made where they can be. */
export async function openOffice(plan: Plan, mail: Record<string, unknown> = {}): Promise<Desk> {
  const text = meetingText(plan)
  const likeness = JSON.stringify([text, plan.people])
  const first = made.get(likeness) ?? packed(text, plan)
  made.set(likeness, first)
  const desk = new Desk()
  cpSync((await first).folder, desk.folder, { recursive: true })
  desk.put('jalaseh.yaml', settingsText(mail))
  return desk
}

async function packed(text: string, { people, files = {} }: Plan): Promise<Desk> {
  const desk = new Desk()
  desk.put('jalaseh.yaml', settingsText({}))
  desk.put('m.yaml', text)
  if (people !== undefined) desk.put('people.yaml', people)
  for (const [name, bytes] of Object.entries(files)) desk.put(name, bytes)
  const ended = await desk.run(['pack', 'm.yaml', '--for', 'all'])
  if (ended.code !== 0) throw new Error(ended.stderr)
  return desk
}

export async function closeOffices(): Promise<void> {
  for (const desk of made.values()) (await desk)[Symbol.dispose]()
  made.clear()
}

export const lettersIn = (desk: Desk, folder = 'out/m/mail'): string[] =>
  desk.has(folder)
    ? readdirSync(join(desk.folder, folder))
        .filter((name) => name.endsWith('.eml'))
        .toSorted()
    : []

export const bytesOf = (desk: Desk, name: string): Buffer => readFileSync(join(desk.folder, name))

export const ledgerFile = (desk: Desk): string => join(desk.folder, 'mail/ledger.sqlite')

export async function ledgerOf(desk: Desk): Promise<Listed[]> {
  using ledger = openLedger(ledgerFile(desk))
  return await ledger.list()
}

/** By address. */
export const statesOf = async (desk: Desk): Promise<Record<string, string>> =>
  Object.fromEntries((await ledgerOf(desk)).map(({ address, state }) => [address, state]))

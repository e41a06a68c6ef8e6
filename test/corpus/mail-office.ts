/** A workspace that mails, with packs that were made once for all rows: making them takes a browser. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Desk } from '../e2e/cli.ts'
import type { Ended } from '../e2e/cli.ts'
import { addressOf, meetingText, nameOf, settingsText } from '../e2e/mail/office.ts'
import type { Plan } from '../e2e/mail/office.ts'

/** Files of a desk by their paths. */
export type Files = Map<string, Buffer>

export const filesOf = (desk: Desk): Files =>
  new Map(
    desk
      .files()
      .filter((name) => statSync(join(desk.folder, name)).isFile())
      .map((name) => [name, readFileSync(join(desk.folder, name))]),
  )

export function put(desk: Desk, files: Files): void {
  for (const [name, content] of files) desk.put(name, content)
}

/** Makes something once on a desk of its own, and keeps its files. */
export function madeOnce(make: (desk: Desk) => Promise<void>): () => Promise<Files> {
  let made: Promise<Files> | undefined
  const first = async (): Promise<Files> => {
    using desk = new Desk()
    await make(desk)
    return filesOf(desk)
  }
  return () => (made ??= first())
}

const packs = madeOnce(async (desk) => {
  desk.put('jalaseh.yaml', settingsText({}))
  desk.put('m.yaml', meetingText({}))
  const ended = await desk.run(['pack', 'm.yaml', '--for', 'all'])
  if (ended.code !== 0) throw new Error(ended.stderr)
})

const letters = madeOnce(async (desk) => {
  await openOffice(desk, { deliver: 'smtp', host: '127.0.0.1', port: 1, security: 'none' })
  const ended = await desk.run(['mail', 'm.yaml', '--send', '--yes'])
  if (ended.code !== 2) throw new Error(ended.stderr)
})

/** Its letters are queued, for the server was not there. */
export async function openQueue(desk: Desk, mail: Record<string, unknown>): Promise<void> {
  put(desk, await letters())
  desk.put('jalaseh.yaml', settingsText(mail))
}

/** Three recipients, unless the plan says otherwise; then those packs are made anew that come out otherwise. */
export async function openOffice(desk: Desk, mail: Record<string, unknown>, plan: Plan = {}): Promise<void> {
  put(desk, await packs())
  desk.put('m.yaml', meetingText(plan))
  if (plan.people !== undefined) desk.put('people.yaml', plan.people)
  desk.put('jalaseh.yaml', settingsText(mail))
}

export const recipient = (name: string, address: string): string =>
  `  - { to: ${JSON.stringify(name)}, ceiling: عادی, address: ${JSON.stringify(address)} }`

/** The usual recipients, with some of their addresses replaced. */
export const distribution = (...addresses: string[]): string[] =>
  [0, 1, 2].map((n) => recipient(nameOf(n), addresses[n] ?? addressOf(n)))

export const everyone = [0, 1, 2].map(addressOf)

export const states = (...all: string[]): Record<string, string> =>
  Object.fromEntries(all.map((state, n) => [addressOf(n), state]))

/** The command line, ended where it does not end by itself. */
export async function runWithin(
  desk: Desk,
  args: string[],
  env: Record<string, string>,
  milliseconds = 45_000,
): Promise<Ended> {
  const running = desk.start(args, env)
  const timer = setTimeout(() => running.child.kill('SIGKILL'), milliseconds)
  try {
    return await running.ended
  } finally {
    clearTimeout(timer)
  }
}

/** The way to the office's mail server, with what is no part of any file that is archived: password and authority. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import type { SmtpSettings } from '../../smtp/session.ts'
import type { Sender } from './sender.ts'

const ports = { tls: 465, starttls: 587, none: 25 } as const

/** What keeps mail from leaving even before a server is asked: told before anything is queued. */
export async function faultsOfTransport(sender: Sender, workspace: string): Promise<Fault[]> {
  if (sender.deliver !== 'smtp') return []
  const way = await transportOf(sender, workspace)
  return 'fault' in way ? [way.fault] : []
}

/** Faults: `mail/unreadable` for a file that is named and cannot be read. @param workspace folder from which paths count */
export async function transportOf(
  { settings }: Sender,
  workspace: string,
): Promise<{ smtp: SmtpSettings } | { fault: Fault }> {
  const { host = '', security = 'starttls', port = ports[security], user } = settings
  const texts: { password?: string; ca?: string } = {}
  for (const [key, path] of [
    ['password', settings.password_file],
    ['ca', settings.ca_file],
  ] as const) {
    if (path === undefined) continue
    try {
      texts[key] = await readFile(resolve(workspace, path), 'utf8')
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? ''
      return { fault: fault('mail/unreadable', undefined, { path, reason }) }
    }
  }
  const password = texts.password?.replace(/\r?\n$/, '') ?? process.env.JALASEH_SMTP_PASSWORD
  return {
    smtp: {
      host,
      port,
      security,
      ...(user !== undefined && { user }),
      ...(password !== undefined && { password }),
      ...(texts.ca !== undefined && { ca: texts.ca }),
    },
  }
}

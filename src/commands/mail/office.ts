/** The office one stands in, with its mail settings for what needs no meeting file. */
import { join } from 'node:path'
import type { Fault } from '../../model/fault.ts'
import { readWorkspace } from '../../workspace/read-workspace.ts'
import type { Host, Sources } from '../host.ts'
import { workspaceOf } from '../open-register.ts'
import { senderOf } from './sender.ts'
import type { Sender } from './sender.ts'

export interface MailOffice {
  /** Folder of the workspace. */
  folder: string
  sender?: Sender
  faults: Fault[]
  sources: Sources
}

export async function mailOffice(host: Host): Promise<MailOffice> {
  const folder = workspaceOf(host)
  const workspace = await readWorkspace(join(folder, 'jalaseh.yaml'), host.cwd)
  const { sender, faults } = senderOf(workspace.settings, workspace.spans)
  return {
    folder,
    ...(sender && { sender }),
    faults: [...workspace.faults, ...faults],
    sources: workspace.sources,
  }
}

/** The look of a meeting's workspace: templates, styles and papers, as its settings choose among them. */
import { checkTemplates } from '../pipeline.ts'
import { distinctFaults } from '../model/fault.ts'
import type { Fault } from '../model/fault.ts'
import { officePapers } from './office-papers.ts'
import { readLook } from './read-look.ts'
import type { LookFiles } from './read-look.ts'
import type { Workspace } from './read-workspace.ts'

/** @param cwd the folder paths in messages count from */
export async function lookOf({ folder, settings, spans }: Workspace, cwd: string): Promise<LookFiles> {
  const read = await readLook(folder, cwd)
  if (settings.papers === undefined) return read
  const { papers, faults } = officePapers(read.look, settings.papers, spans)
  return { ...read, look: { ...read.look, papers }, faults: [...read.faults, ...faults] }
}

/** Faults of the looks and of the templates in them, each once though several meetings share a look. */
export function faultsOfLooks(looks: LookFiles[]): Fault[] {
  return distinctFaults(looks.flatMap(({ look, faults }) => [...faults, ...checkTemplates(look)]))
}

/** One pack: made, written whole or not at all, and told as the list of packs tells it. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Fault } from '../../model/fault.ts'
import { WriteFailure, writeTogether } from '../../workspace/write.ts'
import { withGlyphPlace } from '../glyph-place.ts'
import type { Print } from '../press.ts'
import { makeArchiveFile } from './archive-file.ts'
import type { Workplace } from './batch.ts'
import { makePack } from './make-pack.ts'
import type { Binding, PackPlan } from './make-pack.ts'
import type { PackEntry } from './manifest.ts'
import type { Planned } from './plan.ts'

export type Written = { entry: PackEntry; faults: Fault[] } | { failed: Fault; faults: Fault[] }

export async function writePack(
  { target, plan, key = '' }: Planned,
  { folder, options, prepared }: Workplace,
  binding: Binding,
  print: Print,
): Promise<Written> {
  if (plan === undefined) throw new Error('a pack without a plan was to be made')
  const failing = (told: Fault): Written => {
    const found = withGlyphPlace(told, prepared.name, prepared.sources.get(prepared.name) ?? '')
    return { failed: found, faults: [found] }
  }
  const made = await makePack(plan, binding, print)
  if ('fault' in made) return failing(made.fault)
  const files = [{ name: `${target.name}.pdf`, content: made.pdf }]
  const faults = [...made.faults]
  if (options.archival && plan.shared.content.papers.length > 0) {
    const archive = await makeArchiveFile(plan, print)
    if ('fault' in archive) return failing(archive.fault)
    faults.push(...archive.faults)
    files.push({ name: `${target.name}-archive.pdf`, content: archive.pdf })
  }
  try {
    await writeTogether(files.map(({ name, content }) => ({ path: join(folder, name), content })))
  } catch (error) {
    if (error instanceof WriteFailure) return failing(error.fault)
    throw error
  }
  const written = files.map(({ name, content }) => ({
    name,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }))
  return { entry: { ...headOf(target, plan), files: written, pages: made.pages, key }, faults }
}

/** What the list says of whose pack it is: another address does not call for another print. */
export function headOf(
  { recipient }: Planned['target'],
  { shared }: PackPlan,
): Pick<PackEntry, 'copy' | 'name' | 'address' | 'clearance' | 'class'> {
  return {
    copy: recipient?.copy ?? 0,
    name: recipient?.name ?? '',
    ...(recipient?.address !== undefined && { address: recipient.address }),
    ...(recipient && { clearance: recipient.clearance }),
    class: shared.seen.briefing.class,
  }
}

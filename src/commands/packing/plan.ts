/** What each target gets: those who may see the same share what is made for them. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Class } from '../../model/choices.ts'
import type { Fault } from '../../model/fault.ts'
import type { Recipient } from '../../pack/recipients.ts'
import type { Look } from '../../pipeline.ts'
import { packageRoot } from '../../workspace/package-root.ts'
import type { Host } from '../host.ts'
import type { Prepared } from '../prepare.ts'
import type { AnnexFile } from './annexes.ts'
import { contentOf } from './content.ts'
import type { Edition } from './editions.ts'
import { frontState } from './make-pack.ts'
import type { PackPlan } from './make-pack.ts'
import type { PackOptions } from './options.ts'
import { seenBy } from './seen.ts'
import type { Seen } from './seen.ts'
import { SharedParts } from './shared.ts'
import type { Owner } from './stamping.ts'
import type { Target } from './targets.ts'

/** What is made for one target, or why nothing is. */
export interface Planned {
  target: Target
  plan?: PackPlan
  /** Hash of all that the pack is made of. */
  key?: string
  fault?: Fault
}

export interface Ground {
  prepared: Prepared
  look: Look
  options: PackOptions
  files: ReadonlyMap<string, AnnexFile>
  since: Edition | undefined
}

/** @param see the meeting as those of one clearance may see it */
export async function planPacks(
  targets: readonly Target[],
  ground: Ground,
  host: Host,
  see: (clearance: Class | undefined, prepared: Prepared, host: Host) => Promise<Seen> = seenBy,
): Promise<Planned[]> {
  const { prepared, look, options, files, since } = ground
  const seen = new Map<Class | undefined, Promise<Seen>>()
  const shared = new Map<string, SharedParts>()
  const versions = [...(await versionsOf()), stateOfFonts(look)]
  const planned: Planned[] = []
  for (const target of targets) {
    const { recipient } = target
    const clearance = recipient?.clearance
    const view = seen.get(clearance) ?? see(clearance, prepared, host)
    seen.set(clearance, view)
    const sight = await view
    const content = contentOf(sight, { kinds: options.kinds, recipient, since }, look, files)
    if ('fault' in content) {
      planned.push({ target, fault: content.fault })
      continue
    }
    const addressee = content.papers.map((paper) => paper.addressee)
    const likeness = JSON.stringify([clearance, recipient?.pack ?? 'full', addressee])
    const parts = shared.get(likeness) ?? new SharedParts(sight, content, look, since?.edition)
    shared.set(likeness, parts)
    const plan = { shared: parts, owner: ownerOf(recipient), since: since?.edition, look }
    const { archival = false, fit = false } = options
    const said = [versions, archival, fit, parts.state, frontState(plan), plan.owner, sight.briefing.class]
    // What lies in the archive file besides what is printed.
    if (archival) said.push(sight.text)
    planned.push({ target, plan, key: createHash('sha256').update(JSON.stringify(said)).digest('hex') })
  }
  return planned
}

function ownerOf(recipient: Recipient | undefined): Owner {
  if (recipient === undefined) return {}
  const { copy, name, honorific, post, body, language } = recipient
  return {
    copy,
    recipient: {
      name,
      language,
      ...(honorific !== undefined && { honorific }),
      ...(post !== undefined && { post }),
      ...(body !== undefined && { body }),
    },
  }
}

/** However they are ordered. */
function stateOfFonts({ fonts }: Look): string {
  const files = Object.entries(fonts).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(files)).digest('hex')
}

/** Another version of the product or of the browser may print otherwise. */
async function versionsOf(): Promise<string[]> {
  const { findBrowser } = await import('../../print/find-browser.ts')
  const { version } = JSON.parse(await readFile(join(packageRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  return [version, process.version, findBrowser() ?? '']
}

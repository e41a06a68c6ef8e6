import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from './random.ts'

/** A door of the product at which anything may knock. */
export interface Target {
  /** A case; the same numbers give the same one. */
  make(random: Random): Buffer
  /** Throws where the case shows a fault of ours. */
  check(bytes: Buffer): unknown
}

/** A case that shows a fault. */
export interface Finding {
  target: string
  bytes: Buffer
  what: string
}

/** In milliseconds of the processor; of a clock a busy machine would be blamed. */
export const slowest = 1000

export const corpusFolder = join(import.meta.dirname, 'corpus')

/** The n-th case of a target under a seed. */
export const caseOf = (target: Target, seed: string, n: number): Buffer =>
  target.make(new Random(`${seed} ${n}`))

/** Why a case is one to look at; undefined where all is well. */
export async function faultOf(target: Target, bytes: Buffer, limit = slowest): Promise<string | undefined> {
  const started = process.threadCpuUsage()
  try {
    await target.check(bytes)
  } catch (error) {
    return error instanceof Error ? (error.stack ?? String(error)) : String(error)
  }
  const { user, system } = process.threadCpuUsage(started)
  const took = Math.round((user + system) / 1000)
  return took > limit ? `slow: ${took} ms` : undefined
}

/** Cases that once showed a fault, by name. */
export function corpusOf(target: string): [name: string, bytes: Buffer][] {
  const folder = join(corpusFolder, target)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name))])
}

export const nameOf = ({ bytes }: Finding): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16)

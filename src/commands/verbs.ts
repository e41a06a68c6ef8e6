/** Every command by its name, in the order of the help. Each is loaded only when it is called. */
import type { Verb } from './verb.ts'

const verbs: Record<string, () => Promise<{ verb: Verb }>> = {
  new: () => import('./new/verb.ts'),
  check: () => import('./check/verb.ts'),
  build: () => import('./build/verb.ts'),
  diff: () => import('./diff/verb.ts'),
  archive: () => import('./archive/verb.ts'),
  search: () => import('./search/verb.ts'),
  'follow-up': () => import('./follow-up/verb.ts'),
  people: () => import('./people/verb.ts'),
  pack: () => import('./pack/verb.ts'),
  mail: () => import('./mail/verb.ts'),
  sign: () => import('./sign/verb.ts'),
  verify: () => import('./verify/verb.ts'),
  extract: () => import('./extract/verb.ts'),
  schema: () => import('./schema/verb.ts'),
  doctor: () => import('./doctor/verb.ts'),
}

/** Nothing where there is no such command. */
export async function loadVerb(name = ''): Promise<Verb | undefined> {
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  return (await load?.())?.verb
}

export const loadVerbs = (): Promise<[string, Verb][]> =>
  Promise.all(
    Object.entries(verbs).map(async ([name, load]): Promise<[string, Verb]> => [name, (await load()).verb]),
  )

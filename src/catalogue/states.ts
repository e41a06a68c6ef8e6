/** States of meetings and resolutions by which a search may be narrowed. */
import { resolutionStates, states } from '../model/choices.ts'
import { searchKey } from '../persian/search-key.ts'

const all: Record<string, string> = { ...resolutionStates, ...states }

const byWord = new Map(
  Object.entries(all).flatMap(([key, name]) => [
    [searchKey(key), key],
    [searchKey(name), key],
  ]),
)

/** The key of a state, from its English or Persian word in any spelling. */
export const stateOf = (written: string): string | undefined => byWord.get(searchKey(written))

/** As they are shown to choose from. */
export const stateNames: readonly string[] = Object.values(all)

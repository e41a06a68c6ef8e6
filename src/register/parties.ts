/** Who answers for a resolution, by name: the ids of bodies are those of one file only. */
import type { Meeting } from '../model/meeting.ts'
import { joinList } from '../persian/words.ts'
import { textKey } from './identity.ts'
import type { Party, Row } from './register.ts'

export function partiesOf({ responsible, cooperating = [] }: Row, { bodies = [] }: Meeting): Party[] {
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const party = (role: Party['role']) => (name: string) => ({ name: names.get(name) ?? name, role })
  return [
    ...(responsible === undefined ? [] : [party('owner')(responsible)]),
    ...cooperating.map(party('cooperating')),
  ]
}

/** Names of one role in one spelling and order, to be compared. */
export const namesOf = (parties: Party[], role: Party['role']): string =>
  joinList(parties.flatMap((one) => (one.role === role ? [textKey(one.name)] : [])).toSorted())

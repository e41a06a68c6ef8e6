/** A meeting file written anew without some of its pieces: for a copy that must not hold a word of them. */
import { stringify } from 'yaml'
import type { Meeting } from '../model/meeting.ts'
import { meetingSchema } from '../model/meeting.ts'
import { without } from '../model/without.ts'
import { parseYaml } from './parse.ts'
import { settleReferences } from './references.ts'
import { readTree } from './tree.ts'

/** Every text in quotes, in which no reader of YAML sees a number, a day or a word of its own; as long as it is. */
const writing = {
  schema: 'failsafe',
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  lineWidth: 0,
  aliasDuplicateObjects: false,
} as const

/**
 * The file as if the pieces had never been written: without comments and in English keys, but in the author's own texts.
 * The same file and pieces give the same text. Throws where the file is not one that is read without errors.
 * @param gone dotted paths of the meeting: `agenda.2`, `people.0.phone`
 * @param head stands for that of the meeting where it is gone, too
 */
export function rebuildSource(
  text: string,
  file: string,
  gone: readonly string[],
  head: Pick<Meeting['meeting'], 'title' | 'class'>,
): string {
  const { root, mark } = parseYaml(text, file)
  if (root === null) throw new Error(`${file} is no YAML file`)
  const tree = readTree(root, meetingSchema, mark)
  settleReferences(tree)
  if (tree.faults.some(({ severity }) => severity === 'error')) throw new Error(`${file} has errors`)
  const left = without(tree.value, new Set(gone)) as Record<string, unknown>
  const { title, class: level } = head
  return stringify({ ...left, meeting: left.meeting ?? { title, class: level } }, writing)
}

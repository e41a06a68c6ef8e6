/** A file that is read without errors, rebuilt for somebody's class, says what is left of the meeting. */
import assert from 'node:assert/strict'
import { unnamed, withhold } from '../../../src/pack/withhold.ts'
import { rebuildSource } from '../../../src/source/rebuild.ts'
import { readMeeting } from '../../../src/source/source.ts'
import { allClasses } from '../../pack/canaries.ts'
import { changedMeeting } from '../meetings.ts'
import type { Target } from '../target.ts'

export const rebuild: Target = {
  make: (random) => Buffer.from(changedMeeting(random)),
  check(bytes) {
    const text = bytes.toString()
    const { value } = readMeeting(text, 'm.yaml')
    if (value === undefined) return
    for (const clearance of allClasses) {
      const { meeting, withheld } = withhold(value, clearance)
      const paths = withheld.map(({ path }) => path)
      const rebuilt = rebuildSource(text, 'm.yaml', paths, unnamed)
      const read = readMeeting(rebuilt, 'm.yaml')
      assert.deepEqual(
        read.faults.filter(({ severity }) => severity === 'error'),
        [],
      )
      assert.deepEqual(read.value, meeting)
    }
  },
}

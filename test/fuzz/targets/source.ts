/** Whatever stands in a YAML file: it is read, or answered with faults that have words and places. */
import assert from 'node:assert/strict'
import { wordFault } from '../../../src/report/wording.ts'
import { readHolidays, readMeeting, readPaper, readPeople } from '../../../src/source/source.ts'
import { readRegisterFile, readSettings } from '../../../src/source/source.ts'
import { changedMeeting } from '../meetings.ts'
import type { Target } from '../target.ts'

const readers = [readMeeting, readSettings, readPeople, readRegisterFile, readHolidays, readPaper]

export const source: Target = {
  make: (random) => Buffer.from(changedMeeting(random)),
  check(bytes) {
    const text = bytes.toString()
    const lines = text.split(/\r\n|\r|\n/).length
    for (const read of readers) {
      const { value, faults } = read(text, 'm.yaml')
      const errors = faults.filter(({ severity }) => severity === 'error')
      assert.equal(value === undefined, errors.length > 0)
      for (const fault of faults) {
        const { line = 0, column = 0 } = fault.span ?? {}
        assert.ok(line >= 1 && line <= lines && column >= 1, `${fault.code} at ${line}:${column}`)
        for (const language of ['fa', 'en'] as const) assert.notEqual(wordFault(fault, language).what, '')
      }
    }
  },
}

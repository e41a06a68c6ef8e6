import { toOutside } from '../../src/register/outside.ts'
import type { RegisteredMeeting } from '../../src/register/register.ts'
import { readMeeting, readRegisterFile } from '../../src/source/source.ts'
import type { JalaliDate } from '../../src/persian/calendar.ts'

/** A meeting file written as YAML; final, so that its resolutions count. */
export function meetingOf(id: string, yaml: string, head = ''): RegisteredMeeting {
  const text = `meeting: { title: ${id}, status: final${head && `, ${head}`} }\n${yaml}`
  const { value, faults } = readMeeting(text, `${id}.yaml`)
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return { id, meeting: value, file: `${id}.yaml` }
}

/** A file of the register, as the register is given it. */
export function outsideOf(id: string, yaml: string): RegisteredMeeting {
  const { value, faults } = readRegisterFile(yaml, `${id}.yaml`)
  if (value === undefined) throw new Error(JSON.stringify(faults))
  return toOutside(id, `${id}.yaml`, value)
}

export const day = (text: string): JalaliDate => {
  const [y = 0, m = 0, d = 0] = text.split('/').map(Number)
  return { y, m, d }
}

export const calendar = { today: day('1405/09/01'), week: { weekend: [5, 6] }, holidays: [] }

import type { RegisterFile } from '../model/register-file.ts'
import type { RegisteredMeeting } from './register.ts'

/** A file of the register as the register reads it: its resolutions were decided elsewhere. */
export function toOutside(
  id: string,
  file: string,
  { title = id, body, date, bodies, resolutions, followups }: RegisterFile,
): RegisteredMeeting {
  return {
    id,
    file,
    outside: true,
    meeting: {
      meeting: { title, ...(body !== undefined && { body }), ...(date && { date }) },
      ...(bodies && { bodies }),
      ...(resolutions && { earlier_resolutions: resolutions }),
      ...(followups && { followups }),
    },
  }
}

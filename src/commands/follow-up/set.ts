/** `jalaseh follow-up set <id>`: what was heard of a resolution today, as an entry in a file of the office. */
import { mkdir } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withLock } from '../../archive/lock.sqlite.ts'
import { ArchiveFailure, failingAt } from '../../archive/failure.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { registerSchema } from '../../model/register-file.ts'
import { formatDate } from '../../persian/date-format.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import { toOutside } from '../../register/outside.ts'
import { deriveRegister, eventsOf, findResolution } from '../../register/register.ts'
import { insertRow } from '../../source/insert.ts'
import { nearest } from '../../source/keys.ts'
import { readRegisterFile } from '../../source/source.ts'
import { readText } from '../../workspace/read-text.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import type { FollowUpOptions } from './follow-up.ts'
import { exitCode, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { openRegister } from '../open-register.ts'
import type { OpenRegister } from '../open-register.ts'

const header = `# پیگیری مصوبات در میان جلسه~ها: هر ردیف آنچه را که روزی از مصوبه~ای شنیده شد می~گوید.
# ردیف تازه در پایان می~آید؛ ردیف پیشین پاک نمی~شود.
`

export async function setResolution(id: string, options: FollowUpOptions, host: Host): Promise<ExitCode> {
  const given = (['status', 'progress', 'deadline', 'note', 'evidence'] as const).filter(
    (key) => options[key] !== undefined,
  )
  if (given.length === 0) {
    tell(host, [fault('usage/option', undefined, { option: '--status', verb: 'follow-up' })], new Map())
    return 2
  }
  // Two people may hear something at once: one of them writes first, and the other adds to that.
  const archive = join((await openRegister(host)).workspace.folder, 'archive')
  try {
    await failingAt(archive, () => mkdir(archive, { recursive: true }))
    return await withLock(archive, () => write(id, given, options, host), host.signal)
  } catch (error) {
    if (!(error instanceof ArchiveFailure || error instanceof WriteFailure)) throw error
    return ended([error.fault], host)
  }
}

async function write(
  id: string,
  given: readonly ('status' | 'progress' | 'deadline' | 'note' | 'evidence')[],
  options: FollowUpOptions,
  host: Host,
): Promise<ExitCode> {
  const open = await openRegister(host)
  const resolution = findResolution(open.register, id)
  if (resolution === undefined) return ended([unknown(id, open)], host)
  const { today } = open.calendar
  const path = join(open.workspace.folder, 'data', `follow-up-${today.y}.yaml`)
  const name = relative(host.cwd, path) || path
  const before = existsSync(path) ? await readText(path) : { text: withHalfSpaces(header) }
  if ('fault' in before) return ended([before.fault], host)
  // A file with faults is not written into: what is added could not be told from what is wrong.
  const broken = existsSync(path) ? readRegisterFile(before.text, name).faults.filter(isSevere) : []
  if (broken.length > 0) {
    tell(host, broken, new Map([[name, before.text]]))
    return 1
  }
  const english = /^[ \t]*followups[ \t]*:/m.test(before.text)
  const word = (key: keyof Keys): string => (english ? key : keys()[key])
  const row = [
    [word('id'), resolution.id],
    [word('date'), formatDate(today, 'numeric')],
    ...given.map((key) => [word(key), options[key] ?? ''] as const),
  ] as const
  const after = insertRow(before.text, [word('followups'), 'followups', keys().followups], row)
  if (after === undefined) return ended([fault('register/not-a-list', undefined, { file: name })], host)
  const { value, faults } = readRegisterFile(after, name)
  const wrong = faults.filter(isSevere)
  // The place of a fault would be one in a file that is not written.
  if (value === undefined)
    return ended(
      wrong.map(({ code, values }) => fault(code, undefined, values)),
      host,
    )
  const news = newsOf(open, toOutside(`follow-up-${today.y}`, name, value))
  if (news === 0) {
    host.err(
      said(
        host,
        'همین خبر پیش~تر ثبت شده است؛ چیزی نوشته نشد.',
        'This is recorded already; nothing was written.',
      ),
    )
    return 0
  }
  await writeWhole(path, after)
  host.out(name)
  return 0
}

const isSevere = ({ severity }: Fault): boolean => severity === 'error'

/** How many events the file would add. */
function newsOf({ meetings, register }: OpenRegister, file: ReturnType<typeof toOutside>): number {
  const others = meetings.filter(({ id, outside }) => !(outside && id === file.id))
  return eventsOf(deriveRegister([...others, file])).length - eventsOf(register).length
}

type Keys = Record<
  'followups' | 'id' | 'date' | 'status' | 'progress' | 'deadline' | 'note' | 'evidence',
  string
>

/** Persian names of the keys, from the schema. */
function keys(): Keys {
  const list = registerSchema.shape.followups
  const row = list.unwrap().element
  const persian = (type: { meta(): { fa?: string[] } | undefined }): string => type.meta()?.fa?.[0] ?? ''
  const optional = (type: { unwrap(): { meta(): { fa?: string[] } | undefined } }): string =>
    persian(type.unwrap())
  const { id, date, status, progress, deadline, note, evidence } = row.shape
  return {
    followups: optional(list),
    id: persian(id),
    date: persian(date),
    status: optional(status),
    progress: optional(progress),
    deadline: optional(deadline),
    note: optional(note),
    evidence: optional(evidence),
  }
}

function unknown(id: string, { register }: OpenRegister): Fault {
  const names = register.resolutions.map((one): [string, string] => [one.id, one.id])
  const suggestion = nearest(id, names)
  return fault('register/unknown', undefined, { id, ...(suggestion !== undefined && { suggestion }) })
}

const said = ({ language }: Host, fa: string, en: string): string =>
  language === 'fa' ? withHalfSpaces(fa) : en

function ended(faults: Fault[], host: Host): ExitCode {
  tell(host, faults, new Map())
  return exitCode(faults)
}

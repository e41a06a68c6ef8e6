/** For whom packs are made: the office itself, or the recipients that were asked for. */
import { fault, warning } from '../../model/fault.ts'
import type { Fault, Span } from '../../model/fault.ts'
import { recipientsOf, selectRecipients } from '../../pack/recipients.ts'
import type { Recipient } from '../../pack/recipients.ts'
import { safeName } from '../../paper/file-name.ts'
import { readPeople } from '../../workspace/read-people.ts'
import type { Host } from '../host.ts'
import type { Prepared } from '../prepare.ts'

export interface Target {
  /** Nobody for the office's own pack. */
  recipient: Recipient | undefined
  /** Its file, without an ending. */
  name: string
  /** Where he is named. */
  span?: Span | undefined
}

export interface Targets {
  targets: Target[]
  /** Names of the files of all who may be asked for; undefined where nobody was. */
  everyone?: string[]
  faults: Fault[]
  sources: ReadonlyMap<string, string>
}

const officePack = 'pack'

/** Faults: `pack/nobody`, `usage/recipient`, those of the address book and of `selectRecipients`. */
export async function targetsOf(
  wanted: readonly string[],
  { ready }: Prepared,
  spans: ReadonlyMap<string, Span>,
  host: Host,
): Promise<Targets> {
  if (ready === undefined) throw new Error('a file with faults was to be packed')
  if (wanted.length === 0)
    return { targets: [{ recipient: undefined, name: officePack }], faults: [], sources: new Map() }
  const { meeting } = ready.briefing
  const book = await readPeople(ready.from.workspace, host.cwd)
  const all = recipientsOf(meeting, book.people)
  const places = String(Math.max(0, ...all.map(({ recipient }) => recipient.copy))).length
  const nameOf = ({ copy, name }: Pick<Recipient, 'copy' | 'name'>): string =>
    `${String(copy).padStart(places, '0')}-${safeName(name)}`
  const { recipients, unknown, findings } = selectRecipients(all, wanted)
  const strangers = unknown.map((name) =>
    isAll(name)
      ? fault('pack/nobody', spans.get('meeting'), {})
      : fault('usage/recipient', undefined, {
          name,
          known: all.map(({ recipient }) => recipient.name).join('، '),
        }),
  )
  const found = findings.map(({ code, file, path, values }) => {
    const tell = code === 'pack/no-address' ? warning : fault
    return tell(code, (file === 'meeting' ? spans : book.spans).get(path), { ...values })
  })
  const targets = recipients.map((recipient) => {
    const { file, path } = recipient.place
    const known = file === 'meeting' ? spans : book.spans
    return { recipient, name: nameOf(recipient), span: known.get(`${path}.address`) ?? known.get(path) }
  })
  const everyone = [officePack, ...all.map(({ recipient }) => nameOf(recipient))]
  return { targets, everyone, faults: [...book.faults, ...strangers, ...found], sources: book.sources }
}

export const isAll = (word: string): boolean => word === 'all' || word === 'همه'

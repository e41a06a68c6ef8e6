/** The register on a day → a digest for each person of the address book whose body is to carry something out. */
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { classOrder, isAbove, lowestClass } from '../../model/class.ts'
import { classes } from '../../model/choices.ts'
import type { Class } from '../../model/choices.ts'
import type { Contact } from '../../model/people-file.ts'
import { deliveryId, listOf, messageIdOf } from '../../mail/delivery.ts'
import { mailboxOf } from '../../mail/mailbox.ts'
import { safeName } from '../../paper/file-name.ts'
import type { DueResolution } from '../../paper/reminder.ts'
import { dayNumber } from '../../persian/calendar.ts'
import { formatDate } from '../../persian/date-format.ts'
import { toLatinDigits } from '../../persian/digits.ts'
import { searchKey } from '../../persian/search-key.ts'
import { toReminder } from '../../pipeline.ts'
import type { Look } from '../../pipeline.ts'
import { isOpen, originWords, standings } from '../../register/standing.ts'
import type { Standing } from '../../register/standing.ts'
import type { AddressBook } from '../../workspace/read-people.ts'
import type { OpenRegister } from '../open-register.ts'
import type { Letter } from './letters.ts'
import type { Sender } from './sender.ts'

export interface Digest {
  letter: Letter
  /** What is told in it: resolution, deadline, and how far off it is. */
  subjects: string[]
  /** The day, as the ledger knows it. */
  day: string
}

export interface Reminding {
  /** Deadlines at most so many days ahead; those that have passed, too. */
  within: number
  sender: Sender
  look: Look
  /** Which of these an address was told before. */
  told: (address: string, subjects: readonly string[]) => Promise<string[]>
  approved: (id: string) => Date
}

/** Faults: those of addresses; warning `mail/class`. Whoever may not see a resolution is not reminded of it. */
export async function digestsOf(
  { register, settings, calendar }: OpenRegister,
  { people, spans }: AddressBook,
  { within, sender, look, told, approved }: Reminding,
): Promise<{ digests: Digest[]; faults: Fault[] }> {
  const { today } = calendar
  const day = toLatinDigits(formatDate(today, 'numeric')).replaceAll('/', '-')
  const due = standings(register, calendar).filter(
    ({ entry }) =>
      isOpen(entry) && entry.due !== undefined && dayNumber(entry.due) - dayNumber(today) <= within,
  )
  const faults: Fault[] = []
  const digests: Digest[] = []
  for (const [index, contact] of people.entries()) {
    const own = due.filter((one) => concerns(one, contact) && maySee(one, contact, settings.class))
    if (own.length === 0 || contact.email === undefined) continue
    const to = mailboxOf(contact.email, [contact.honorific, contact.name].filter(Boolean).join(' '))
    if (!to.ok) {
      faults.push(fault(to.code, spans.get(`people.${index}.email`), to.values))
      continue
    }
    const { address } = to.value
    const keys = new Map(own.map((one) => [subjectOf(one, dayNumber(today)), one]))
    const before = new Set(await told(address, [...keys.keys()]))
    const fresh = [...keys].filter(([key]) => !before.has(key))
    if (fresh.length === 0) continue
    const level = highest(
      fresh.map(([, { registered }]) => registered.class ?? settings.class ?? lowestClass),
    )
    const id = deliveryId({ meeting: day, edition: 1, kind: 'reminder', address })
    const bodies = new Set(fresh.map(([, { registered }]) => registered.origin.body ?? ''))
    const [council = ''] = bodies
    const unsubscribe = sender.replyTo.address
    const mail = toReminder(
      {
        recipient: {
          name: contact.name,
          language: contact.language ?? 'fa',
          ...(contact.honorific !== undefined && { honorific: contact.honorific }),
          ...(contact.post !== undefined && { post: contact.post }),
          ...(contact.body !== undefined && { body: contact.body }),
        },
        replyTo: sender.replyTo.address,
        ...(bodies.size === 1 && council !== '' && { council }),
        today,
        resolutions: fresh.map(([, one]) => dueOf(one)),
        unsubscribe,
      },
      { settings, emblem: '' },
      look,
    )
    const isWithheld = isAbove(level, sender.settings.ceilings?.[sender.deliver] ?? lowestClass)
    if (isWithheld) {
      const values = { name: contact.name, class: classes[level] }
      faults.push(warning('mail/class', spans.get(`people.${index}.email`), values))
    }
    const letter: Letter = {
      kind: 'reminder',
      name: contact.name,
      address,
      class: level,
      pages: 0,
      size: 0,
      way: isWithheld ? 'hand' : 'mail',
      file: `${day}-${safeName(contact.name)}-${id.slice(0, 6)}`,
      ...(!isWithheld && {
        message: {
          id,
          messageId: messageIdOf(id, sender.domain),
          date: approved(id),
          from: sender.from,
          replyTo: sender.replyTo,
          to: to.value,
          ...mail,
          attachments: [],
          list: listOf(council || 'reminders', sender.domain),
          unsubscribe,
          automatic: true,
          ...(sender.deliver === 'draft' && { draft: true }),
        },
      }),
    }
    digests.push({ letter, subjects: fresh.map(([key]) => key), day })
  }
  return { digests, faults }
}

const key = (name: string): string => searchKey(name).replaceAll(' ', '')

function concerns({ registered }: Standing, { body, name }: Contact): boolean {
  const names = new Set([body, name].flatMap((one) => (one === undefined ? [] : key(one))))
  return registered.parties.some((party) => names.has(key(party.name)))
}

function maySee({ registered }: Standing, { ceiling }: Contact, unsaid: Class = lowestClass): boolean {
  return !isAbove(registered.class ?? unsaid, ceiling ?? lowestClass)
}

const highest = (levels: readonly Class[]): Class =>
  classOrder.findLast((level) => levels.includes(level)) ?? lowestClass

/** Reminded before the deadline, on it, and each week after: another offset is another thing to be told. */
function subjectOf({ registered, entry }: Standing, today: number): string {
  const deadline = entry.due === undefined ? 0 : dayNumber(entry.due)
  const left = deadline - today
  const offset = left > 0 ? 'ahead' : left === 0 ? 'today' : `late-${Math.floor(-left / daysOfWeek)}`
  return [registered.key, deadline, offset].join(' ')
}
const daysOfWeek = 7

function dueOf({ registered, entry }: Standing): DueResolution {
  const { id, text, origin } = registered
  if (entry.due === undefined) throw new Error('a resolution without a deadline is not due')
  return { id, text, origin: originWords(origin, origin.body), due: entry.due }
}

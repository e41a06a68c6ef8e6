/** Packs that were made → one letter for each recipient, or why there is none. Everything is checked before any is written. */
import { join } from 'node:path'
import { fault, warning } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { isAbove, lowestClass } from '../../model/class.ts'
import { classes } from '../../model/choices.ts'
import type { Class } from '../../model/choices.ts'
import type { NewDelivery } from '../../ledger/delivery.ts'
import { attachmentName } from '../../mail/attachment-name.ts'
import { calendarAttachment, calendarEntry } from '../../mail/calendar-entry.ts'
import { deliveryId, listOf, messageIdOf } from '../../mail/delivery.ts'
import { mailboxOf } from '../../mail/mailbox.ts'
import type { MailAttachment, Mailbox, Message } from '../../mail/message.ts'
import type { MailFacts } from '../../paper/mail.ts'
import { formatDate } from '../../persian/date-format.ts'
import { toMail } from '../../pipeline.ts'
import type { PackRun } from '../packing/make-packs.ts'
import type { PackEntry } from '../packing/manifest.ts'
import type { Planned } from '../packing/plan.ts'
import type { Seen } from '../packing/seen.ts'
import type { Sender } from './sender.ts'
import type { Summary } from './summaries.ts'

/** A letter that may leave, or what keeps it here. */
export interface Letter {
  name: string
  address: string
  class: Class
  pages: number
  /** Of what is attached, in bytes. */
  size: number
  kind: NewDelivery['kind']
  /** How it leaves; `hand` where it has to be brought. */
  way: 'mail' | 'link' | 'hand'
  /** Of its file, without an ending. */
  file: string
  /** Only of those that leave. */
  message?: Message
}

const megabyte = 1_000_000
/** What servers usually take, less what base64 adds. */
const usualSize = 7

/**
 * Faults: those of addresses, `mail/address-twice`, `mail/too-big`; warning `mail/class` for a pack whose class may not
 * leave in this way.
 * @param approved when each letter was approved, by the id of its delivery
 * @param summaries that go in the place of packs that are too big
 */
export function lettersOf(
  run: PackRun,
  meeting: string,
  sender: Sender,
  approved: (id: string) => Date,
  summaries: ReadonlyMap<Seen, Summary> = new Map(),
): { letters: Letter[]; faults: Fault[] } {
  const faults: Fault[] = []
  const addressed = run.plans.flatMap((planned) => {
    const { recipient } = planned.target
    const entry = run.entries.find(({ copy }) => copy === recipient?.copy)
    return recipient && entry && planned.plan ? [{ planned, recipient, entry }] : []
  })
  const taken = new Map<string, string>()
  const letters = addressed.flatMap(({ planned, recipient, entry }): Letter[] => {
    const { span } = planned.target
    const level = entry.class as Class
    const [pack] = entry.files
    const { size = 0 } = pack ?? {}
    const kind = planned.plan?.since === undefined ? ('pack' as const) : ('supplement' as const)
    const letter = {
      kind,
      name: recipient.name,
      class: level,
      pages: entry.pages,
      size,
      file: planned.target.name,
    }
    const byHand = (address = ''): Letter[] => [{ ...letter, address, way: 'hand' }]
    if (recipient.address === undefined) return byHand()
    const to = mailboxOf(recipient.address, addressedAs(recipient))
    if (!to.ok) {
      faults.push(fault(to.code, span, to.values))
      return byHand()
    }
    const { address } = to.value
    const other = taken.get(address.toLowerCase())
    if (other !== undefined)
      faults.push(fault('mail/address-twice', span, { address, name: recipient.name, other }))
    taken.set(address.toLowerCase(), recipient.name)
    const ceiling = sender.settings.ceilings?.[sender.deliver] ?? lowestClass
    if (isAbove(level, ceiling)) {
      faults.push(warning('mail/class', span, { name: recipient.name, class: classes[level] }))
      return byHand(address)
    }
    const isTooBig = isLarge(size, sender)
    if (isTooBig && sender.settings.link === undefined) {
      const megabytes = (size / megabyte).toFixed(1)
      faults.push(fault('mail/too-big', span, { name: recipient.name, size: megabytes }))
      return byHand(address)
    }
    const summary = summaries.get(planned.plan!.shared.seen)
    const message = messageOf({
      planned,
      entry,
      run,
      meeting,
      sender,
      to: to.value,
      isTooBig,
      approved,
      summary: recipient.pack === 'full' ? summary : undefined,
    })
    return [{ ...letter, address, way: isTooBig ? 'link' : 'mail', message, size: sizeOf(message) }]
  })
  return { letters, faults }
}

/** What those may see whose packs go as an address. */
export const largeOf = (run: PackRun, sender: Sender): Seen[] =>
  run.plans.flatMap(({ plan, target: { recipient } }) => {
    const entry = run.entries.find(({ copy }) => copy === recipient?.copy)
    const [pack] = entry?.files ?? []
    return plan && pack && isLarge(pack.size, sender) && sender.settings.link !== undefined
      ? plan.shared.seen
      : []
  })

const isLarge = (size: number, { settings }: Sender): boolean =>
  size > (settings.size ?? usualSize) * megabyte

const addressedAs = ({ honorific, name }: { honorific?: string; name: string }): string =>
  [honorific, name].filter(Boolean).join(' ')

const sizeOf = ({ attachments }: Message): number => attachments.reduce((sum, { size }) => sum + size, 0)

function messageOf({
  planned,
  entry,
  run,
  meeting,
  sender,
  to,
  isTooBig,
  approved,
  summary,
}: {
  planned: Planned
  entry: PackEntry
  run: PackRun
  meeting: string
  sender: Sender
  to: Mailbox
  isTooBig: boolean
  approved: (id: string) => Date
  summary: Summary | undefined
}): Message {
  const { plan, target } = planned
  const { recipient } = target
  const [pack] = entry.files
  if (plan === undefined || recipient === undefined || pack === undefined)
    throw new Error('a letter without a pack')
  const { briefing, house, told } = plan.shared.seen
  const { edition } = run
  const { since } = plan
  const kind = since === undefined ? 'pack' : 'supplement'
  const key = { meeting, address: to.address }
  const id = deliveryId({ ...key, edition, kind })
  const first = deliveryId({ ...key, edition: since ?? 1, kind: 'pack' })
  const date = approved(id)
  const { meeting: head } = briefing.meeting
  const day = head.date === undefined ? '' : formatDate(head.date, 'numeric')
  const title = {
    persian: ['بسته\u0654 جلسه', head.session ?? '', day].filter(Boolean).join(' '),
    ascii: [kind, meeting, day.replaceAll('/', '-')].filter(Boolean),
    ending: 'pdf',
  }
  const style = sender.settings.names ?? 'persian'
  const attached: MailAttachment = {
    name: attachmentName(title, style),
    type: 'application/pdf',
    size: pack.size,
    path: join(run.folder, pack.name),
  }
  const digest =
    summary &&
    ({
      name: attachmentName(
        { ...title, persian: `${summary.title} ${day}`, ascii: ['summary', ...title.ascii.slice(1)] },
        style,
      ),
      type: 'application/pdf',
      size: summary.size,
      path: summary.path,
    } satisfies MailAttachment)
  const calendar = calendarEntry({ ...head, meeting, edition, organiser: sender.from, approved: date })
  const entryFile = calendar === undefined ? [] : [calendarAttachment(calendar)]
  const file = {
    title: run.look.papers.find((paper) => paper.kind === 'pack')?.title ?? '',
    name: attached.name,
    pages: entry.pages,
    size: pack.size,
  }
  const facts: MailFacts = {
    recipient: plan.owner.recipient ?? { name: recipient.name, language: recipient.language },
    replyTo: sender.replyTo.address,
    content: recipient.pack,
    ...(since !== undefined && { since }),
    copy: recipient.copy,
    class: entry.class as Class,
    files: isTooBig
      ? digest
        ? [{ title: summary.title, name: digest.name, pages: summary.pages, size: digest.size }]
        : []
      : [file],
    ...(entryFile[0] && { calendar: entryFile[0].name }),
    downloads: isTooBig
      ? [{ ...file, url: linkTo(sender.settings.link ?? '', pack.name), sha256: pack.sha256 }]
      : [],
    ...(told !== '' && { told }),
  }
  const { subject, html, text } = toMail(facts, briefing, house, run.look)
  const references = first === id ? [] : [messageIdOf(first, sender.domain)]
  return {
    id,
    messageId: messageIdOf(id, sender.domain),
    date,
    from: sender.from,
    replyTo: sender.replyTo,
    to,
    subject,
    text,
    html,
    attachments: [...(isTooBig ? (digest ? [digest] : []) : [attached]), ...entryFile],
    list: listOf(head.body ?? head.title, sender.domain),
    ...(references.length > 0 && { references }),
    ...(sender.deliver === 'draft' && { draft: true }),
  }
}

const linkTo = (base: string, name: string): string =>
  `${base.replace(/\/*$/, '')}/${encodeURIComponent(name)}`

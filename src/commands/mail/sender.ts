/** Who writes: the office's mail settings, checked. */
import { fault } from '../../model/fault.ts'
import type { Fault, Span } from '../../model/fault.ts'
import type { MailSettings } from '../../model/mail-settings.ts'
import type { Settings } from '../../model/settings.ts'
import { domainOf } from '../../mail/delivery.ts'
import { mailboxOf } from '../../mail/mailbox.ts'
import type { Mailbox } from '../../mail/message.ts'

export interface Sender {
  from: Mailbox
  replyTo: Mailbox
  /** Of its Message-IDs. */
  domain: string
  settings: MailSettings
  deliver: 'draft' | 'outbox' | 'smtp'
}

/** Faults: `mail/no-settings`, those of addresses, `mail/no-host`. @param spans places in `jalaseh.yaml` */
export function senderOf(
  { mail }: Settings,
  spans: ReadonlyMap<string, Span>,
): { sender?: Sender; faults: Fault[] } {
  if (mail === undefined) return { faults: [fault('mail/no-settings', undefined, {})] }
  const from = mailboxOf(mail.from, mail.name)
  const replyTo = mailboxOf(mail.reply_to ?? mail.from, mail.name)
  const { deliver = 'draft' } = mail
  const faults = [
    ...(from.ok ? [] : [fault(from.code, spans.get('mail.from'), from.values)]),
    ...(replyTo.ok || mail.reply_to === undefined
      ? []
      : [fault(replyTo.code, spans.get('mail.reply_to'), replyTo.values)]),
    ...(deliver === 'smtp' && mail.host === undefined
      ? [fault('mail/no-host', spans.get('mail.deliver'), {})]
      : []),
  ]
  if (!from.ok || !replyTo.ok || faults.length > 0) return { faults }
  const domain = domainOf(from.value.address)
  return { sender: { from: from.value, replyTo: replyTo.value, domain, settings: mail, deliver }, faults }
}

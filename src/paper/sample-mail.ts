/** The sample mail, against which templates of mail are checked. */
import { mailWords } from './mail-words.ts'
import type { MailView } from './view-mail.ts'

const T = 'نمونه'

export const sampleMail: MailView = {
  lang: 'fa',
  dir: 'rtl',
  side: 'right',
  accent: '#14505c',
  words: mailWords.fa,
  subject: T,
  preview: T,
  invocation: T,
  office: [T],
  kind: T,
  title: T,
  class: T,
  addressed: [T],
  greeting: T,
  opening: T,
  facts: [{ label: T, value: T }],
  files: [{ title: T, name: T, detail: T }],
  downloads: [{ title: T, detail: T, url: 'https://example.ir/pack.pdf', sha256: T }],
  asks: [{ n: T, text: T, detail: T }],
  resolutions: [{ n: T, text: T, detail: T, deadline: T, standing: T, late: true }],
  notes: [T],
  caution: T,
  closing: T,
  signature: [T],
  reply: 'office@example.ir',
}

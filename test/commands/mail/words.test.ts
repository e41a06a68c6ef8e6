import { expect, test } from 'vitest'
import type { Letter } from '../../../src/commands/mail/letters.ts'
import { letterTable, sendQuestion, sentSentence } from '../../../src/commands/mail/words.ts'
import { fa } from '../../../src/persian/fa.ts'

const letter = (more: Partial<Letter>): Letter => ({
  name: 'نمونه',
  address: 'a@example.ir',
  class: 'confidential',
  pages: 12,
  size: 1_260_000,
  kind: 'pack',
  way: 'mail',
  file: '1-x',
  ...more,
})

test('who gets what, in the words of each language; addresses stay as they are', () => {
  const letters = [letter({ address: 'a1@example.ir' }), letter({ address: '', way: 'hand' })]
  expect(letterTable(letters, 'en')).toEqual([
    'نمونه\ta1@example.ir\tconfidential\t12 pages\t1.3 MB\tmail',
    'نمونه\t-\tconfidential\t12 pages\t1.3 MB\tby hand',
  ])
  expect(letterTable(letters, 'fa')).toEqual([
    'نمونه\ta1@example.ir\tمحرمانه\t۱۲ صفحه\t۱٫۳ مگابایت\tرایانامه',
    'نمونه\t-\tمحرمانه\t۱۲ صفحه\t۱٫۳ مگابایت\tدستی',
  ])
  expect(letterTable([letter({ way: 'link', name: 'الف\tب\nج' })], 'en')[0]?.split('\t')).toHaveLength(6)
})

test('what is asked before anything leaves', () => {
  expect(sendQuestion(1, 'smtp', 'en')).toBe('Send 1 message (smtp)?')
  expect(sendQuestion(40, 'outbox', 'en')).toBe('Send 40 messages (outbox)?')
  expect(sendQuestion(40, 'smtp', 'fa')).toBe('۴۰ نامه به شیوهٔ «ارسال» برود؟')
})

test('what came of it', () => {
  const none = { sent: 0, failed: 0, retry: 0, unknown: 0, faults: [] }
  expect(sentSentence({ ...none, sent: 3 }, 0, 'en')).toBe('3 sent')
  const next = new Date('2026-12-01T10:35:00Z')
  const all = { sent: 5, failed: 1, retry: 2, unknown: 4, next, faults: [] }
  expect(sentSentence(all, 6, 'en')).toBe(
    '5 sent; 6 in the ledger already; 1 refused; 2 put off; 4 in doubt; next try at 14:05',
  )
  expect(sentSentence(all, 6, 'fa')).toBe(
    fa`۵ نامه رفت؛ ۶ نامه پیش~تر در دفتر بود؛ ۱ نامه پذیرفته نشد؛ ۲ نامه برای بعد ماند؛ ۴ نامه معلوم نیست رسیده باشد؛ کوشش بعدی ساعت ۱۴:۰۵`,
  )
})

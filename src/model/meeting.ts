/**
 * The meeting file: one strict schema, from which come the types, the keys in two languages, the JSON Schema
 * for editors and the field tables. To add a field, add it to its row here.
 */
import { z } from 'zod'
import {
  agendaItem,
  annex,
  ask,
  earlierResolution,
  followUp,
  obstacle,
  resolution,
  sourceEntry,
  statement,
} from './content.ts'
import { field } from './field.ts'
import { meetingHead, office } from './head.ts'
import { attendees, bodies, distribution, people } from './people.ts'
import { list, text } from './readers.ts'
import { statistic } from './statistic.ts'

export const meetingSchema = z.strictObject({
  meeting: field(meetingHead, 'جلسه', 'The meeting itself.', 'مشخصات جلسه.'),
  office: field(
    office,
    'دستگاه|سربرگ',
    "Letterhead, where it differs from the workspace's.",
    'سربرگ، اگر جز سربرگ پوشهٔ کار است.',
  ).optional(),
  bodies: field(
    bodies,
    'دستگاه~ها',
    'Bodies named in this file.',
    'دستگاه~هایی که در این پرونده نام برده می~شوند.',
  ).optional(),
  people: field(
    people,
    'اشخاص',
    'People named in this file.',
    'اشخاصی که در این پرونده نام برده می~شوند.',
  ).optional(),
  attendees: field(
    attendees,
    'شرکت~کنندگان|حاضران',
    'Who is expected, or was there.',
    'دعوت~شدگان یا حاضران.',
  ).optional(),
  agenda: field(list(agendaItem), 'دستور جلسه', 'Items in order.', 'بندهای دستور جلسه، به ترتیب.').optional(),
  background: field(
    list(text),
    'پیشینه',
    'Paragraphs that set the scene.',
    'بندهایی که زمینهٔ موضوع را می~گویند.',
  ).optional(),
  earlier_resolutions: field(
    list(earlierResolution),
    'مصوبات جلسات قبل|مصوبات قبلی',
    'Open resolutions of earlier meetings.',
    'مصوبات باز جلسات قبل.',
  ).optional(),
  followups: field(
    list(followUp),
    'پیگیری~ها',
    'What became of resolutions of earlier meetings, by their ids.',
    'آنچه بر مصوبات جلسات قبل گذشت، با شناسهٔ آن~ها.',
  ).optional(),
  statistics: field(list(statistic), 'آمار و ارقام|آمار|شاخص~ها', 'Figures.', 'آمار و ارقام.').optional(),
  statements: field(list(statement), 'اظهارات', 'Who said what.', 'اظهارات؛ چه کسی چه گفت.').optional(),
  obstacles: field(
    list(obstacle),
    'موانع|مسائل و موانع',
    'What stands in the way.',
    'موانع و مشکلات.',
  ).optional(),
  asks: field(list(ask), 'درخواست~ها', 'What is asked of whom.', 'درخواست~ها؛ چه چیزی از چه کسی.').optional(),
  resolutions: field(
    list(resolution),
    'مصوبات',
    'Resolutions or, before the meeting, their drafts.',
    'مصوبات یا، پیش از جلسه، پیش~نویس آن~ها.',
  ).optional(),
  talking_points: field(
    list(text),
    'محورهای صحبت',
    'What the chair may say.',
    'محورهای صحبت رئیس جلسه.',
  ).optional(),
  annexes: field(list(annex), 'پیوست~ها', 'Files that go with the papers.', 'پرونده~های پیوست.').optional(),
  distribution: field(distribution, 'گیرندگان|رونوشت', 'Who gets the papers.', 'گیرندگان برگ~ها.').optional(),
  sources: field(
    list(sourceEntry),
    'منابع',
    'Sources that figures and statements name.',
    'منابعی که رقم~ها و اظهارات از آن~هاست.',
  ).optional(),
})

/** What was written in a meeting file, validated. A key left out or left empty is absent. */
export type Meeting = z.output<typeof meetingSchema>
export type Statistic = NonNullable<Meeting['statistics']>[number]
export type Statement = NonNullable<Meeting['statements']>[number]
export type Resolution = NonNullable<Meeting['resolutions']>[number]
export type EarlierResolution = NonNullable<Meeting['earlier_resolutions']>[number]
export type FollowUpReport = NonNullable<Meeting['followups']>[number]
export type Person = NonNullable<Meeting['people']>[number]

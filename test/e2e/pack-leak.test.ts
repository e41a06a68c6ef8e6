// A packet of every class as the command line makes it, searched to the last byte for what each recipient may not see.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carried } from '../../src/commands/carry.ts'
import { seenBy } from '../../src/commands/packing/seen.ts'
import type { Seen } from '../../src/commands/packing/seen.ts'
import { deriveBriefing } from '../../src/insight/insight.ts'
import type { Class } from '../../src/model/choices.ts'
import { isAbove } from '../../src/model/class.ts'
import { rules } from '../../src/pack/rules.ts'
import { allClasses, base, markOf } from '../pack/canaries.ts'
import {
  canaryWorkspace,
  meetingName,
  officeMark,
  ownMarkOf,
  recipientOf,
  reworded,
} from '../pack/canary-workspace.ts'
import { marksInPdf } from '../pack/pdf-texts.ts'
import { Desk } from './cli.ts'
import { type Files, Mill, type See } from '../pack/mill.ts'

const kinds = ['briefing', 'minutes', 'changes', 'follow-up']
const kindsInProcess = ['briefing', 'changes']
/** What a recipient is told with. */
const told = 'حذف شده است'
const allMarks = [...allClasses.flatMap((level) => [markOf(level), ownMarkOf(level)]), officeMark]
const upTo = (clearance: Class): Class[] => allClasses.filter((level) => !isAbove(level, clearance))

/** What someone must not find: higher classes, what is of the row of another, what is of the office. */
function forbidden(clearance: Class, name = recipientOf(clearance)): string[] {
  const own = allClasses.filter((level) => name === recipientOf(level)).map(ownMarkOf)
  const allowed = new Set([...upTo(clearance).map(markOf), ...own])
  return allMarks.filter((mark) => !allowed.has(mark))
}

interface Entry {
  name: string
  clearance: Class
  class: Class
  files: { name: string }[]
}

let desk: Desk
let packs: Entry[]
/** Where marks stand, by the names of the files. */
const found = new Map<string, ReadonlyMap<string, string[]>>()
beforeAll(async () => {
  desk = new Desk()
  for (const [path, content] of Object.entries(canaryWorkspace(allClasses))) desk.put(path, content)
  const meeting = `data/${meetingName}.yaml`
  const { code, stderr } = await desk.run([
    'pack',
    meeting,
    '--for',
    'all',
    '--archival',
    '--kind',
    `${kinds}`,
  ])
  expect(code, stderr).toBe(0)
  const folder = join(desk.folder, 'out', meetingName, 'packs')
  packs = (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { packs: Entry[] }).packs
  for (const { name } of packs.flatMap(({ files }) => files))
    found.set(name, await marksInPdf(readFileSync(join(folder, name)), [...allMarks, told]))
}, 180_000)
afterAll(() => desk[Symbol.dispose]())

const packOf = (level: Class): Entry => packs.find(({ name }) => name === recipientOf(level))!

it('everyone of the distribution has a pack and an archive file of a class that he may see', () => {
  expect(packs.map(({ files }) => files.length)).toEqual(packs.map(() => 2))
  for (const level of allClasses) expect(packOf(level)).toMatchObject({ clearance: level, class: level })
  expect(packs.filter((one) => isAbove(one.class, one.clearance))).toEqual([])
})

it('no file has a word above its recipient, of another recipient or of the office', () => {
  for (const { name, clearance, files } of packs)
    for (const file of files)
      for (const mark of forbidden(clearance, name)) {
        expect(found.get(file.name)!.get(mark), `${mark} in ${file.name}`).toBeUndefined()
        expect(file.name).not.toContain(mark)
      }
})

it.each(allClasses)('words of every class up to %s are found for who may see it', (level) => {
  const { files } = packOf(level)
  for (const { name } of files)
    expect([...found.get(name)!.keys()]).toEqual(expect.arrayContaining(upTo(level).map(markOf)))
  const [pack] = files
  expect(found.get(pack!.name)!.has(ownMarkOf(level))).toBe(true)
  expect(found.get(pack!.name)!.has(told)).toBe(level !== 'top-secret')
})

it('a supplement tells of no change above its recipient', async () => {
  const path = `data/${meetingName}.yaml`
  const text = String(canaryWorkspace(allClasses)[path])
  const next = text
    .replace(/^( {2}edition: .*)7/m, '$18')
    .replaceAll(/^ {4}(?:text|title|item): .+$/gm, '$& تازه')
  expect(next).toMatch(/^ {2}edition: .*8/m)
  desk.put(path, next)
  const { code, stderr } = await desk.run(['pack', path, '--for', 'all', '--since', '7'])
  expect(code, stderr).toBe(0)
  const folder = join(desk.folder, 'out', meetingName, 'packs/since-7')
  for (const level of allClasses) {
    const [pack] = packOf(level).files
    const marks = await marksInPdf(readFileSync(join(folder, pack!.name)), allMarks)
    expect(forbidden(level).filter((mark) => marks.has(mark))).toEqual([])
    expect([...marks.keys()]).toEqual(expect.arrayContaining(upTo(level).map(markOf)))
  }
}, 120_000)

describe('what is above a recipient leaves no trace', () => {
  const files = canaryWorkspace(allClasses, { told: false })
  let among: ReadonlyMap<Class, Files>
  beforeAll(async () => {
    using whole = new Mill(files, meetingName)
    among = await whole.packs(allClasses, kindsInProcess)
  })
  async function expectSame(level: Class, other: typeof files, name: string): Promise<void> {
    using mill = new Mill(other, name)
    const alone = (await mill.packs([level], kindsInProcess)).get(level)!
    expect(among.get(level)!.archive.equals(alone.archive), 'archive').toBe(true)
    expect(among.get(level)!.pack.equals(alone.pack), 'pack').toBe(true)
  }

  it.each([base, 'secret'] as const)('of %s: his files are those of a meeting without it', async (level) => {
    await expectSame(level, canaryWorkspace(upTo(level), { told: false }), meetingName)
  })

  it('of what may be known to everyone: his files are the same whatever the rest says', async () => {
    const other = reworded(files, 'normal')
    const name = Object.keys(reworded({ [meetingName]: '' }, 'normal'))[0]!
    expect(name).not.toBe(meetingName)
    await expectSame('normal', other, name)
  })
})

/** What is withheld without one of the rules. */
const without =
  (id: string): See =>
  (clearance, prepared, host) =>
    seenBy(
      clearance,
      prepared,
      host,
      rules.filter((rule) => rule.id !== id),
    )

/** What is seen, and then made another. */
const seenAs =
  (change: (seen: Seen, ...given: Parameters<See>) => Partial<Seen> | Promise<Partial<Seen>>): See =>
  async (...given) => {
    const seen = await seenBy(...given)
    return { ...seen, ...(await change(seen, ...given)) }
  }

describe('without a single removal the search finds a leak', () => {
  let mill: Mill
  beforeAll(() => {
    mill = new Mill(canaryWorkspace(allClasses), meetingName)
  })
  afterAll(() => mill[Symbol.dispose]())

  const removals: [what: string, clearance: Class, see: See, where: string, kind?: string][] = [
    ['rule: meeting', 'normal', without('meeting'), 'pack archive'],
    ['rule: background', 'normal', without('background'), 'pack archive'],
    ['rule: agenda', base, without('agenda'), 'pack archive'],
    ['rule: statements', base, without('statements'), 'pack archive'],
    ['rule: resolutions', base, without('resolutions'), 'pack archive'],
    ['rule: earlier resolutions', base, without('earlier_resolutions'), 'pack archive'],
    ['rule: annexes', base, without('annexes'), 'pack archive'],
    ['rule: annexes of items', base, without('annexes of items'), 'pack archive'],
    ['rule: private fields', base, without('private fields'), 'pack archive'],
    ['rule: addresses of others', base, without('addresses'), 'archive'],
    ['rule: people', base, without('people'), 'archive'],
    [
      'files of annexes',
      base,
      seenAs(({ briefing }, _, { ready }) => ({
        briefing: {
          ...briefing,
          meeting: { ...briefing.meeting, annexes: ready!.briefing.meeting.annexes },
        },
      })),
      'pack archive',
    ],
    ['the source', base, seenAs((_, __, { ready }) => ({ text: ready!.from.text })), 'archive'],
    ['the name of the file', 'normal', seenAs((_, __, { name }) => ({ name: basename(name) })), 'archive'],
    [
      'the meeting before',
      base,
      seenAs(({ briefing, house }, _, { ready }) => ({
        briefing: deriveBriefing(briefing.meeting, house.settings, ready!.from.clock, ready!.from.previous),
      })),
      'pack archive',
      'changes',
    ],
    [
      'what other meetings brought over',
      base,
      seenAs(async ({ briefing, text }, _, { slug, name, ready }, host) =>
        carried(briefing, { id: slug, name, text }, ready!.from.workspace, host),
      ),
      'pack archive',
    ],
  ]
  it.each(removals)('%s, for %s', async (_, clearance, see, where, kind = 'briefing') => {
    const made = (await mill.packs([clearance], [kind], see)).get(clearance)!
    const leaks = await Promise.all(
      Object.entries(made).map(async ([name, file]) => {
        const found = await marksInPdf(file, forbidden(clearance))
        return found.size > 0 ? name : []
      }),
    )
    expect(leaks.flat().join(' ')).toBe(where)
  })
})

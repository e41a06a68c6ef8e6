/** (e) Search over ten thousand minutes: the first index, a change, what a question takes, and a cold command. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { guesses, soughtOf } from '../../src/catalogue/alternatives.ts'
import { expressionOf } from '../../src/catalogue/expression.sqlite.ts'
import { cataloguePath, withCatalogue } from '../../src/catalogue/open.ts'
import { parseQuery } from '../../src/catalogue/query.ts'
import { knownWords, search as ask } from '../../src/catalogue/search.sqlite.ts'
import { snippets } from '../../src/catalogue/snippet.ts'
import { searchSchema } from '../../src/catalogue/tables.sqlite.ts'
import type { SearchTables } from '../../src/catalogue/tables.sqlite.ts'
import { finished, inTurn, startCli, timed, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'
import { peakMemory } from './memory.ts'
import { everywhere, phrase, syntheticMinutes } from './minutes.ts'

const count = 10_000
const rounds = 9
const questions = 25

export function search(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'jalaseh.yaml'), 'office: { lines: [x] }\n')
    let characters = 0
    for (let number = 0; number < count; number++) {
      const text = syntheticMinutes(number)
      characters += text.length
      writeFileSync(join(folder, 'data', `m-${number}.yaml`), text)
    }
    const command = async (...args: string[]): Promise<number> => {
      const child = startCli(args, folder)
      const peak = peakMemory(child.pid)
      await finished(child)
      return peak()?.own ?? NaN
    }
    const cold = ['search', everywhere, '--sort', 'new', '--json']
    await settle()
    const index = await timed(() => command(...cold))
    writeFileSync(join(folder, 'data', 'm-1.yaml'), syntheticMinutes(count + 1))
    const change = await timed(() => command(...cold))
    await settle()
    await command(...cold)
    const memory: [searching: number[], bare: number[]] = [[], []]
    const [searching = NaN, bare = NaN] = await inTurn(rounds, [
      async () => memory[0].push(await command(...cold)),
      async () => memory[1].push(await command('--version')),
    ])
    const note = `${count} minutes of ${Math.round(characters / count)} characters`
    return [
      { name: 'first index', value: index, unit: 'ms', aim: { of: 'value', most: 60_000 }, note },
      { name: 'search after one file changed, the whole command', value: change, unit: 'ms' },
      ...(await asked(join(folder, ...cataloguePath))),
      {
        name: 'cold search beyond --version',
        value: searching - bare,
        unit: 'ms',
        aim: { of: 'value', most: 400 },
        note: `${Math.round(searching)} − ${Math.round(bare)} ms`,
      },
      {
        name: 'memory of a search beyond --version',
        value: Math.max(...memory[0]) - Math.max(...memory[1]),
        unit: 'MB',
        aim: { of: 'value', most: 150 },
      },
    ]
  })
}

/** A file that was written this shortly before it is read is read once more by the next search. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2500))

/** Questions to an open index, with the snippets of what they find. */
function asked(file: string): Promise<Figure[]> {
  return withCatalogue<SearchTables, Figure[]>(file, [searchSchema], async ({ db }) => {
    const figures: Figure[] = []
    for (const [name, text, sort, most] of [
      ['a word of every document, newest first', everywhere, 'new', 30],
      ['a word of every document, ranked', everywhere, 'rank', 100],
      ['two words, ranked', 'صادرات گمرک', 'rank', 100],
      ['a phrase, ranked', `«${phrase}»`, 'rank', 100],
      ['a rare word, ranked', 'خوشگسنج', 'rank', 30],
    ] as const) {
      const [value = NaN] = await inTurn(questions, [
        async () => {
          const query = parseQuery(text)
          const words = await knownWords(db, guesses(query))
          const sought = soughtOf(query, (word) => words.has(word))
          const filters = { bodies: [], people: [], kinds: [], states: [], revisions: false }
          const found = await ask(db, expressionOf(sought, filters), { sort, limit: 20 })
          for (const { passages } of found.documents) snippets(passages, sought, 2)
        },
      ])
      figures.push({ name, value, unit: 'ms', aim: { of: 'value', most } })
    }
    return figures
  })
}

/** (f) The register of ten thousand minutes: the first reading, a cold list, and a table brought in. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { officeTable, workbook } from '../register/workbooks.ts'
import { finished, inTurn, startCli, timed, withFolder } from './measure.ts'
import type { Figure } from './measure.ts'
import { syntheticMinutes } from './minutes.ts'

const count = 10_000
const rounds = 3

export function register(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'jalaseh.yaml'), 'office: { lines: [x] }\n')
    for (let number = 0; number < count; number++)
      writeFileSync(join(folder, 'data', `m-${number}.yaml`), syntheticMinutes(number))
    const command = async (...args: string[]): Promise<number> =>
      timed(async () => finished(startCli(args, folder)))
    const list = ['follow-up', 'list', '--overdue', '--body', 'هیچ']
    const first = await command(...list)
    const [again = NaN, bare = NaN] = await inTurn(rounds, [
      () => command(...list),
      () => command('--version'),
    ])
    const table = await importing()
    return [
      { name: `register of ${count} minutes, first reading`, value: first, unit: 'ms' },
      {
        name: 'cold follow-up list beyond --version',
        value: again - bare,
        unit: 'ms',
        note: `${Math.round(again)} − ${Math.round(bare)} ms`,
      },
      { name: 'import of a table of 300 rows, the whole command', value: table, unit: 'ms' },
    ]
  })
}

/** In an office of its own, where only the table is to be read. */
function importing(): Promise<number> {
  return withFolder(async (folder) => {
    writeFileSync(join(folder, 'jalaseh.yaml'), 'office: { lines: [x] }\n')
    writeFileSync(join(folder, 'visit.xlsx'), await workbook(officeTable()))
    const args = ['follow-up', 'import', 'visit.xlsx', '--valid-only', '--dry-run']
    const [time = NaN] = await inTurn(rounds, [async () => finished(startCli(args, folder))])
    return time
  })
}

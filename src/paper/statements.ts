/** Statements by theme, then level, then speaker. */
import type { Group } from '../insight/groups.ts'
import { levels, natures } from '../model/choices.ts'
import type { Level } from '../model/choices.ts'
import type { Statement } from '../model/meeting.ts'
import type { Directory } from './directory.ts'
import type { Speaker, StatementTheme } from './view.ts'

/** Themes in the order they first appear, rows without a theme last. */
export function statementThemes(groups: Group<Statement>[], names: Directory): StatementTheme[] {
  const met = new Set<string>()
  const themes = Map.groupBy(groups, ({ theme }) => theme)
  const nameless = themes.get(undefined) ?? []
  themes.delete(undefined)
  return [...themes, ...(nameless.length > 0 ? [[undefined, nameless] as const] : [])].map(
    ([theme, parts]) => {
      const single = parts.length === 1
      return {
        theme: theme ?? (themes.size > 0 ? 'سایر اظهارات' : 'اظهارات'),
        level: single ? levelWord(parts[0]?.level) : '',
        levels: parts.map(({ level, rows }) => ({
          level: single ? '' : levelWord(level) || 'بدون سطح معین',
          speakers: bySpeaker(rows, names, met),
        })),
      }
    },
  )
}

const levelWord = (level: Level | undefined): string => (level ? levels[level] : '')

/** Neighbouring rows of one speaker under his name; `met` are those whose post has been told. */
function bySpeaker(rows: Statement[], names: Directory, met: Set<string>): Speaker[] {
  const speakers: (Speaker & { reference: string })[] = []
  for (const { speaker: reference, nature, text, source } of rows) {
    const row = { nature: nature ? natures[nature] : '', text, source: names.mark(source) }
    const last = speakers.at(-1)
    if (last?.reference === reference) {
      last.rows.push(row)
      continue
    }
    const { name, post = '' } = names.person(reference)
    speakers.push({ reference, name, post: met.has(reference) ? '' : post, rows: [row] })
    met.add(reference)
  }
  return speakers.map(({ name, post, rows: own }) => ({ name, post, rows: own }))
}

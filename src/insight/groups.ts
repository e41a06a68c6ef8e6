/** Rows gathered under a common theme or level, in the order in which each first appears. */
import type { Level } from '../model/choices.ts'

export interface Group<T> {
  theme: string | undefined
  level: Level | undefined
  rows: T[]
}

/** Groups by theme and level together, the groups of one theme side by side; rows with neither come last. */
export function groupRows<T extends { theme?: string | undefined; level?: Level | undefined }>(
  rows: T[],
): Group<T>[] {
  const groups = new Map<string, Group<T>>()
  for (const row of rows) {
    const key = JSON.stringify([row.theme, row.level])
    const group = groups.get(key) ?? { theme: row.theme, level: row.level, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const themes = [...new Set(rows.map(({ theme }) => theme))].filter((theme) => theme !== undefined)
  const place = ({ theme }: Group<T>): number => (theme === undefined ? themes.length : themes.indexOf(theme))
  return [...groups.values()].toSorted((a, b) => place(a) - place(b))
}

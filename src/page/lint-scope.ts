type Path = hbs.AST.PathExpression

/** The values a path may stand for; `known` is false where the sample cannot tell (an empty list). */
export interface Scope {
  values: unknown[]
  known: boolean
  /** null in a page and in a partial, which see nothing outside of what they are given. */
  parent: Scope | null
  root: Scope | null
}

/** An object or a list: what has parts, and cannot be printed itself. */
export const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null

const dataNames = new Set(['index', 'first', 'last', 'key', 'root'])

/** What `{{#each}}`, `{{#with}}` or a path opens inside of a scope. */
export function childScope(parent: Scope, values: unknown[], known: boolean): Scope {
  return { values, known, parent, root: parent.root ?? parent }
}

/** The entries of the lists a scope stands for. */
export function entriesOf(list: Scope, parent: Scope): Scope {
  const items = list.values.flatMap((v): unknown[] =>
    Array.isArray(v) ? v : isObject(v) ? Object.values(v) : [],
  )
  return childScope(parent, items, items.length > 0)
}

/** What a path stands for in a scope, or the part of it that the sample does not have. */
export function resolvePath(path: Path, scope: Scope): Scope | { unknown: string } {
  let at = scope
  for (let i = 0; i < path.depth; i++) {
    if (at.parent === null) return { unknown: '..' }
    at = at.parent
  }
  let parts = path.parts
  if (path.data) {
    const first = parts[0] ?? ''
    if (!dataNames.has(first)) return { unknown: `@${first}` }
    if (first !== 'root') return childScope(scope, [], false)
    at = scope.root ?? scope
    parts = parts.slice(1)
  }
  let { values, known } = at
  for (const part of parts) {
    if (!known) break
    const next: unknown[] = []
    for (const value of values) {
      if (!isObject(value) || !Object.hasOwn(value, part)) return { unknown: part }
      next.push(value[part])
    }
    values = next
    known = values.length > 0
  }
  return childScope(scope, values, known)
}

/** A value without some of its parts, as if they had never been written. Paths are dotted: `people.0.phone`. */

/** Whether the path, or one above it, is among these. */
export function isWithin(paths: ReadonlySet<string>, path: string): boolean {
  const end = path.lastIndexOf('.')
  return paths.has(path) || (end > 0 && isWithin(paths, path.slice(0, end)))
}

/** Undefined where nothing is left; the value given is not changed. A list that loses all its rows goes, too. */
export function without(value: unknown, paths: ReadonlySet<string>): unknown {
  return rest(value, '', paths, ancestorsOf(paths))
}

/** `a`, `a.b` of `a.b.c`. */
function ancestorsOf(paths: Iterable<string>): Set<string> {
  const all = new Set([''])
  for (const path of paths)
    for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1))
      all.add(path.slice(0, end))
  return all
}

function rest(
  value: unknown,
  path: string,
  gone: ReadonlySet<string>,
  touched: ReadonlySet<string>,
): unknown {
  if (gone.has(path)) return undefined
  if (!touched.has(path) || typeof value !== 'object' || value === null) return value
  const below = (part: unknown, key: string | number): unknown =>
    rest(part, path === '' ? String(key) : `${path}.${key}`, gone, touched)
  if (Array.isArray(value)) {
    const rows = value.map(below).filter((row) => row !== undefined)
    return rows.length > 0 ? rows : undefined
  }
  const fields = Object.entries(value).map(([key, part]) => [key, below(part, key)] as const)
  return Object.fromEntries(fields.filter(([, part]) => part !== undefined))
}

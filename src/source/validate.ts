/** Fourth step of the source stage: plain value + schema → typed value; the schema's issues become faults. */
import type { z } from 'zod'
import { fault } from '../model/fault.ts'
import type { Fault, Span } from '../model/fault.ts'
import { unwrap } from '../model/field.ts'
import type { Tree } from './tree.ts'

/**
 * The value, or (undefined) the faults that stand in its way: `field/missing` and those of the readers.
 * Throws where the schema reports something the tree should have caught: a bug of ours.
 */
export function validate<S extends z.ZodType>(
  schema: S,
  tree: Tree,
): { value?: z.output<S>; faults: Fault[] } {
  const result = schema.safeParse(tree.value)
  if (result.success) return { value: result.data, faults: [] }
  const faults = result.error.issues
    .filter((issue) => !isBroken(issue.path.map(String), tree.broken))
    .map((issue) => toFault(issue, schema, tree.spans))
  return { faults }
}

function isBroken(path: string[], broken: Set<string>): boolean {
  return broken.has('') || path.some((_, index) => broken.has(path.slice(0, index + 1).join('.')))
}

function toFault(issue: z.core.$ZodIssue, schema: z.ZodType, spans: Map<string, Span>): Fault {
  const path = issue.path.map(String)
  const field = labelOf(schema, path)
  if (issue.code === 'custom') {
    const { fault: code, values } = issue.params as { fault: string; values: Record<string, string> }
    return fault(code, nearestSpan(path, spans), { field, ...values })
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return fault('field/missing', nearestSpan(path.slice(0, -1), spans), { field, key: path.at(-1) ?? '' })
  }
  throw new Error(`the schema reported ${issue.code} at ${path.join('.')}`)
}

function nearestSpan(path: string[], spans: Map<string, Span>): Span | undefined {
  for (let length = path.length; length >= 0; length--) {
    const span = spans.get(path.slice(0, length).join('.'))
    if (span) return span
  }
  return undefined
}

/** Persian name of the field at the path. */
function labelOf(schema: z.ZodType, path: string[]): string {
  let type: z.ZodType | undefined = schema
  for (const key of path) {
    if (type === undefined) break
    const here = unwrap(type)
    if (here.def.type === 'array') type = (here as z.ZodArray<z.ZodType>).element
    else type = (here as z.ZodObject).shape?.[key] as z.ZodType | undefined
  }
  return (type && unwrap(type).meta()?.fa?.[0]) ?? path.at(-1) ?? ''
}

import Handlebars from 'handlebars'
import { helperNames } from './render.ts'

export interface TemplateFault {
  code: 'template/unknown-path' | 'template/syntax' | 'template/partial-cycle' | 'template/forbidden'
  file: string
  line: number
  column: number
  values: Record<string, string>
}

/** The values a path may stand for; `known` is false where the sample cannot tell (an empty list). */
interface Scope {
  values: unknown[]
  known: boolean
  parent: Scope | null
  root: Scope | null
}
interface Place {
  file: string
  stack: string[]
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null
const helpers = new Set<string>(helperNames)
const blocks = new Set(['each', 'with', 'if', 'unless'])
const dataNames = new Set(['index', 'first', 'last', 'key', 'root'])
const forbiddenMarkup =
  /<(?:script|iframe|object|embed|link|base|form)\b|\son[a-z]+\s*=|(?:src|href)\s*=\s*["']?(?:https?:)?\/\//i

/** Checks `<kind>/page.hbs` of the kind given and every partial it reaches against a complete sample view. */
export function lintTemplates(
  templates: Record<string, string>,
  sampleView: object,
  kind?: string,
): TemplateFault[] {
  const faults = new Map<string, TemplateFault>()
  const trees = new Map<string, hbs.AST.Program>()
  const add = (
    code: TemplateFault['code'],
    file: string,
    loc: { line: number; column: number },
    values: Record<string, string>,
  ): void => {
    const fault = { code, file, line: loc.line, column: loc.column + 1, values }
    faults.set(JSON.stringify(fault), fault)
  }

  for (const [file, source] of Object.entries(templates)) {
    if (!file.endsWith('.hbs')) continue
    try {
      trees.set(file, Handlebars.parse(source))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const place = error as { lineNumber?: number; column?: number }
      const line = place.lineNumber ?? Number(/line (\d+)/.exec(message)?.[1] ?? 1)
      add(
        'template/syntax',
        file,
        { line, column: place.column ?? 0 },
        { message: message.split('\n').at(-1) ?? message },
      )
    }
  }

  const child = (parent: Scope, values: unknown[], known: boolean): Scope => ({
    values,
    known,
    parent,
    root: parent.root ?? parent,
  })

  /** null when the expression is not a path, or was reported. */
  function resolve(expression: hbs.AST.Expression, scope: Scope, place: Place): Scope | null {
    if (expression.type !== 'PathExpression') return null
    const path = expression as hbs.AST.PathExpression
    const unknown = (part: string): null => {
      add('template/unknown-path', place.file, path.loc.start, { path: path.original, part })
      return null
    }
    let at: Scope = scope
    for (let i = 0; i < path.depth; i++) {
      if (at.parent === null) return unknown('..')
      at = at.parent
    }
    let parts = path.parts
    if (path.data) {
      const first = parts[0] ?? ''
      if (!dataNames.has(first)) return unknown(`@${first}`)
      if (first !== 'root') return child(scope, [], false)
      at = scope.root ?? scope
      parts = parts.slice(1)
    }
    let { values, known } = at
    for (const part of parts) {
      if (!known) break
      const next: unknown[] = []
      for (const value of values) {
        if (!isObject(value) || !Object.hasOwn(value, part)) return unknown(part)
        next.push(value[part])
      }
      values = next
      known = values.length > 0
    }
    return child(scope, values, known)
  }

  function program(body: hbs.AST.Program | undefined, scope: Scope, place: Place): void {
    for (const node of body?.body ?? []) statement(node, scope, place)
  }

  function forbid(node: hbs.AST.Node, place: Place, what: string): void {
    add('template/forbidden', place.file, node.loc.start, { what })
  }

  function statement(node: hbs.AST.Statement, scope: Scope, place: Place): void {
    switch (node.type) {
      case 'ContentStatement': {
        const found = forbiddenMarkup.exec((node as hbs.AST.ContentStatement).value)
        if (found) forbid(node, place, found[0].trim())
        return
      }
      case 'CommentStatement':
        return
      case 'MustacheStatement':
        return mustache(node as hbs.AST.MustacheStatement, scope, place)
      case 'BlockStatement':
        return block(node as hbs.AST.BlockStatement, scope, place)
      case 'PartialStatement':
        return partial(node as hbs.AST.PartialStatement, scope, place)
      default:
        return forbid(node, place, node.type)
    }
  }

  function mustache(node: hbs.AST.MustacheStatement, scope: Scope, place: Place): void {
    if (!node.escaped) forbid(node, place, '{{{ }}}')
    const name = node.path.type === 'PathExpression' ? (node.path as hbs.AST.PathExpression).original : ''
    if (helpers.has(name)) {
      const [first, ...rest] = node.params
      if (first === undefined || rest.length > 0 || first.type !== 'PathExpression')
        return forbid(node, place, `{{${name}}}`)
      const found = resolve(first, scope, place)
      const text = name === 't'
      if (found?.known && found.values.some((v) => (text ? typeof v !== 'string' : !isObject(v))))
        forbid(node, place, `{{${name} ${(first as hbs.AST.PathExpression).original}}}`)
      return
    }
    if (node.params.length > 0) return forbid(node, place, `{{${name}}}`)
    const found = resolve(node.path, scope, place)
    if (found?.known && found.values.some(isObject)) forbid(node, place, `{{${name}}}`)
  }

  function block(node: hbs.AST.BlockStatement, scope: Scope, place: Place): void {
    const name = node.path.original as string
    const subject = node.params[0]
    if (!blocks.has(name) || subject === undefined) return forbid(node, place, `{{#${name}}}`)
    const found = resolve(subject, scope, place)
    let inner: Scope | null = scope
    if (name === 'with') inner = found
    if (name === 'each') {
      const items = (found?.values ?? []).flatMap((v): unknown[] =>
        Array.isArray(v) ? v : isObject(v) ? Object.values(v) : [],
      )
      inner = found && child(scope, items, items.length > 0)
    }
    // After a reported path the body is still walked, without knowledge of its context.
    program(node.program, inner ?? child(scope, [], false), place)
    program(node.inverse, scope, place)
  }

  function partial(node: hbs.AST.PartialStatement, scope: Scope, place: Place): void {
    if (node.name.type !== 'PathExpression') return forbid(node, place, '{{> ( )}}')
    const name = (node.name as hbs.AST.PathExpression).original
    const file = `${name}.hbs`
    if (!Object.hasOwn(templates, file))
      return add('template/unknown-path', place.file, node.loc.start, { path: `> ${name}`, part: name })
    if (place.stack.includes(file))
      return add('template/partial-cycle', place.file, node.loc.start, {
        cycle: [...place.stack.slice(place.stack.indexOf(file)), file].join(' → '),
      })
    if (node.hash?.pairs?.length) forbid(node.hash, place, `{{> ${name} ${node.hash.pairs[0]?.key}=}}`)
    const subject = node.params[0]
    const found = subject ? resolve(subject, scope, place) : child(scope, [{}], true)
    const tree = trees.get(file)
    if (tree && found)
      program(
        tree,
        { values: found.values, known: found.known, parent: null, root: scope.root ?? scope },
        { file, stack: [...place.stack, file] },
      )
  }

  for (const [file, tree] of trees) {
    if (!(kind === undefined ? file.endsWith('/page.hbs') : file === `${kind}/page.hbs`)) continue
    program(tree, { values: [sampleView], known: true, parent: null, root: null }, { file, stack: [file] })
  }
  return [...faults.values()].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  )
}

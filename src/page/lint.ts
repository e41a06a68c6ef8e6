import Handlebars from 'handlebars'
import { type Scope, childScope, entriesOf, isObject, resolvePath } from './lint-scope.ts'
import { unsafePlaces } from './lint-places.ts'
import { helperNames } from './render.ts'

export interface TemplateFault {
  code:
    | 'template/missing'
    | 'template/unknown-path'
    | 'template/syntax'
    | 'template/partial-cycle'
    | 'template/forbidden'
  file: string
  line: number
  column: number
  values: Record<string, string>
}

/** The file being walked and the partials that led there. */
interface Place {
  file: string
  stack: string[]
}
type Report = (
  code: TemplateFault['code'],
  file: string,
  at: { line: number; column: number },
  values: Record<string, string>,
) => void

/** Helpers that are given a text; any other one gets an object. */
const textHelpers = new Set(['t', 'm', 'plain'])
const blocks = new Set(['each', 'with', 'if', 'unless'])
const forbiddenMarkup =
  /<(?:script|iframe|frame|frameset|object|embed|link|base|form|noscript|video|audio|applet|foreignObject)\b|[\s"'/]on[a-z]+\s*=|[\s"'/](?:srcset|poster|background|ping|action|formaction|srcdoc)\s*=|(?:src|href|data)\s*=\s*["']?\s*(?:(?!mailto:|tel:)[a-z][a-z0-9+.-]*:(?!image\/)(?:\/\/)?|\/\/|\\)|@import\b|\burl\(\s*["']?(?!data:|#)/i

/** Letters have a head of their own. */
const forbiddenHead = /<meta\b/i

const checked = new WeakMap<Record<string, string>, TemplateFault[]>()

/** Pages that are no papers, with a view and helpers of their own. */
export interface OtherPages {
  pages: readonly string[]
  sample: object
  helpers: readonly string[]
}

/** `lintTemplates`, done once for each set of templates. */
export function lintOnce(
  templates: Record<string, string>,
  sampleView: object,
  kinds: string[],
  others: readonly OtherPages[] = [],
): TemplateFault[] {
  const faults = checked.get(templates) ?? lintTemplates(templates, sampleView, kinds, others)
  checked.set(templates, faults)
  return faults
}

/** Checks the page of each kind, every section, and every partial they reach against a complete sample view. */
export function lintTemplates(
  templates: Record<string, string>,
  sampleView: object,
  kinds: string[],
  others: readonly OtherPages[] = [],
): TemplateFault[] {
  const faults = new Map<string, TemplateFault>()
  // A partial reached twice is walked twice; the same fault is reported once.
  const report: Report = (code, file, at, values) => {
    const fault = { code, file, line: at.line, column: at.column + 1, values }
    faults.set(JSON.stringify(fault), fault)
  }
  const pages = kinds.map((kind) => `${kind}/page.hbs`)
  for (const file of [...pages, ...others.flatMap((one) => one.pages)]) {
    if (templates[file] === undefined) report('template/missing', file, { line: 1, column: 0 }, { file })
  }
  const trees = parseAll(templates, report)
  const files = new Set(Object.keys(templates))
  const check = (helpers: readonly string[], sample: object, isPage: (file: string) => boolean): void => {
    const walk = walker(trees, files, new Set(helpers), report)
    for (const [file, tree] of trees) {
      if (!isPage(file)) continue
      walk(tree, { values: [sample], known: true, parent: null, root: null }, { file, stack: [file] })
    }
  }
  check(helperNames, sampleView, (file) => pages.includes(file) || file.startsWith('sections/'))
  for (const one of others) check(one.helpers, one.sample, (file) => one.pages.includes(file))
  return [...faults.values()].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  )
}

function parseAll(templates: Record<string, string>, report: Report): Map<string, hbs.AST.Program> {
  const trees = new Map<string, hbs.AST.Program>()
  for (const [file, source] of Object.entries(templates)) {
    if (!file.endsWith('.hbs')) continue
    try {
      const tree = Handlebars.parse(source)
      trees.set(file, tree)
      // Letters have styles in their lines, with our own words in them: mail programs read no others.
      if (file.startsWith('mail/')) continue
      for (const { node, what } of unsafePlaces(tree))
        report('template/forbidden', file, node.loc.start, { what })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      // The lexer's errors name the line in their text only.
      const place = error as { lineNumber?: number; column?: number }
      const line = place.lineNumber ?? Number(/line (\d+)/.exec(message)?.[1] ?? 1)
      report(
        'template/syntax',
        file,
        { line, column: place.column ?? 0 },
        { message: message.split('\n').at(-1) ?? message },
      )
    }
  }
  return trees
}

type Walk = (body: hbs.AST.Program | undefined, scope: Scope, place: Place) => void

function walker(
  trees: Map<string, hbs.AST.Program>,
  files: Set<string>,
  helpers: Set<string>,
  report: Report,
): Walk {
  const forbid = (node: hbs.AST.Node, place: Place, what: string): void =>
    report('template/forbidden', place.file, node.loc.start, { what })

  /** null when the expression is not a path, or was reported. */
  function resolve(expression: hbs.AST.Expression, scope: Scope, place: Place): Scope | null {
    if (expression.type !== 'PathExpression') return null
    const path = expression as hbs.AST.PathExpression
    const found = resolvePath(path, scope)
    if (!('unknown' in found)) return found
    report('template/unknown-path', place.file, path.loc.start, { path: path.original, part: found.unknown })
    return null
  }

  function walk(body: hbs.AST.Program | undefined, scope: Scope, place: Place): void {
    for (const node of body?.body ?? []) statement(node, scope, place)
  }

  function statement(node: hbs.AST.Statement, scope: Scope, place: Place): void {
    switch (node.type) {
      case 'ContentStatement': {
        const { value } = node as hbs.AST.ContentStatement
        const head = place.file.startsWith('mail/') ? null : forbiddenHead.exec(value)
        const found = forbiddenMarkup.exec(value) ?? head
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
    if (name === 'sections' && helpers.has(name) && node.params.length === 0) return
    if (helpers.has(name)) {
      const [first, ...rest] = node.params
      if (first === undefined || rest.length > 0 || first.type !== 'PathExpression')
        return forbid(node, place, `{{${name}}}`)
      const found = resolve(first, scope, place)
      const text = textHelpers.has(name)
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
    const isPath = subject?.type === 'PathExpression' && node.params.length === 1
    if (!blocks.has(name) || subject === undefined || !isPath) return forbid(node, place, `{{#${name}}}`)
    const found = resolve(subject, scope, place)
    let inner: Scope | null = scope
    if (name === 'with') inner = found
    if (name === 'each') inner = found && entriesOf(found, scope)
    // After a reported path the body is still walked, without knowledge of its context.
    walk(node.program, inner ?? childScope(scope, [], false), place)
    walk(node.inverse, scope, place)
  }

  function partial(node: hbs.AST.PartialStatement, scope: Scope, place: Place): void {
    if (node.name.type !== 'PathExpression') return forbid(node, place, '{{> ( )}}')
    const name = (node.name as hbs.AST.PathExpression).original
    const file = `${name}.hbs`
    if (!files.has(file))
      return report('template/unknown-path', place.file, node.loc.start, { path: `> ${name}`, part: name })
    if (place.stack.includes(file))
      return report('template/partial-cycle', place.file, node.loc.start, {
        cycle: [...place.stack.slice(place.stack.indexOf(file)), file].join(' → '),
      })
    if (node.hash?.pairs?.length) forbid(node.hash, place, `{{> ${name} ${node.hash.pairs[0]?.key}=}}`)
    const subject = node.params[0]
    if (subject !== undefined && subject.type !== 'PathExpression')
      return forbid(node, place, `{{> ${name} …}}`)
    const found = subject ? resolve(subject, scope, place) : childScope(scope, [{}], true)
    const tree = trees.get(file)
    if (tree && found)
      walk(
        tree,
        { values: found.values, known: found.known, parent: null, root: scope.root ?? scope },
        { file, stack: [...place.stack, file] },
      )
  }

  return walk
}

// The reference for authors of templates, read out of the interfaces of the view. TypeScript 7 offers its parser only
// as an unstable interface to a compiler in a process of its own, so these few forms, which the formatter keeps in
// one shape, are read here; whatever does not fit them is an error.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { needs, sections } from '../src/model/paper.ts'
import { mailHelperNames } from '../src/page/mail.ts'
import { helperNames } from '../src/page/render.ts'

interface Member {
  name: string
  type: string
  doc: string
}
interface Shape {
  doc: string
  parents: string[]
  members: Member[]
}

const comment = String.raw`(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?`
const interfaces = new RegExp(
  String.raw`${comment}export interface (\w+)(?: extends ([\w, ]+?))? \{\n((?: {2}.*\n|\n)*)\}`,
  'g',
)
const member = new RegExp(String.raw`^ {2}${comment}(\w+)\??:\s*((?:.+)(?:\n(?: {4,}| {2}\}).*)*)`, 'gm')

const plain = (doc = ''): string => doc.replaceAll(/^\s*\*/gm, '').replaceAll(/\s+/g, ' ').trim()

/** Every interface of one file, by its name. */
export function shapesOf(text: string): Map<string, Shape> {
  const shapes = new Map<string, Shape>()
  for (const [, doc, name = '', parents = '', body = ''] of text.matchAll(interfaces)) {
    const members = [...body.matchAll(member)].map(([, about, field = '', type = '']) => ({
      name: field,
      type: type.replaceAll(/\s+/g, ' ').trim(),
      doc: plain(about),
    }))
    const rest = body.replaceAll(member, '').trim()
    if (rest !== '') throw new Error(`interface ${name} has what the reference does not understand: ${rest}`)
    shapes.set(name, { doc: plain(doc), parents: parents.split(',').map((one) => one.trim()).filter(Boolean), members })
  }
  const written = text.match(/^export interface /gm)?.length ?? 0
  if (shapes.size !== written) throw new Error(`${written} interfaces, but ${shapes.size} were read`)
  return shapes
}

/** Helper → what it is called with. */
const calls: Partial<Record<(typeof helperNames)[number], string>> = {
  t: '`{{t head.title}}` writes a text, its figures and Latin words in their direction',
  sections: '`{{sections}}` prints the sections of the paper in their order',
  qr: '`{{qr mark}}` draws a QR code of a text',
}

/** Text of `templates/README.md`. @param root the project's folder */
export function viewReference(root: string): string {
  const folder = join(root, 'src', 'paper')
  const shapes = new Map<string, Shape>()
  for (const file of readdirSync(folder).toSorted()) {
    if (!/^view(?!-of)[\w-]*\.ts$/.test(file)) continue
    for (const [name, shape] of shapesOf(readFileSync(join(folder, file), 'utf8'))) shapes.set(name, shape)
  }
  const order: string[] = []
  const visit = (name: string): void => {
    const shape = shapes.get(name)
    if (shape === undefined || order.includes(name)) return
    order.push(name)
    for (const parent of shape.parents) visit(parent)
    for (const { type } of shape.members) for (const [word] of type.matchAll(/\b[A-Z]\w*/g)) visit(word)
  }
  const reached = (root: string): string[] => {
    const from = order.length
    visit(root)
    if (order.length - from < 2) throw new Error(`${root} was not found`)
    return order.slice(from).map((name) => table(name, shapes.get(name)))
  }
  return [head, ...reached('View'), mailHead, ...reached('MailView')].join('\n\n').trimEnd() + '\n'
}

function table(name: string, shape: Shape | undefined): string {
  const { doc = '', parents = [], members = [] } = shape ?? {}
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const rows = members.map((one) => `| \`${one.name}\` | \`${cell(one.type)}\` | ${cell(one.doc)} |`)
  return [
    `### ${name}`,
    '',
    ...(doc ? [doc, ''] : []),
    ...(parents.length > 0 ? [`With all fields of ${parents.map((one) => `\`${one}\``).join(', ')}.`, ''] : []),
    ...(rows.length > 0 ? ['| field | type | meaning |', '|---|---|---|', ...rows] : []),
  ]
    .join('\n')
    .trimEnd()
}

const head = `# What a template may print

<!-- Made by data/generate.ts from src/paper/view*.ts; not to be edited by hand. -->

قالب‌ها با Handlebars نوشته می‌شوند و تنها آنچه را در این فهرست است می‌شناسند؛ نام دیگر خطاست و جای آن گفته می‌شود.
همهٔ متن‌ها آمادهٔ چاپ‌اند. \`''\` و \`[]\` یعنی چیزی برای چاپ نیست.

An office puts its own files into \`templates/\` of its workspace, beside \`jalaseh.yaml\`:

| file | does |
|---|---|
| \`sections/<id>.hbs\`, \`shared/<name>.hbs\`, \`<kind>/page.hbs\`, \`<kind>/style.css\` | stands for ours of that name |
| \`shared/<other>.css\`, \`<kind>/<other>.css\` | is read after ours |
| \`mail/message.hbs\` (HTML), \`mail/text.hbs\` (plain text), \`mail/heading.hbs\`, \`mail/downloads.hbs\` | stand for ours of that name |
| \`<kind>/paper.yaml\` with \`page.hbs\` and \`style.css\` | is a new kind of paper (or, for a kind of ours, its title, sheet and sections) |

\`jalaseh new theme --override sections/agenda.hbs\` copies one of ours with the mark by which \`jalaseh check\` tells
when ours has changed since. Styles name the family as \`var(--font)\` and the colour as \`var(--accent)\`.

## Words of a template

\`{{#if x}}\`, \`{{#unless x}}\`, \`{{#each list}}\` (with \`@index\`, \`@first\`, \`@last\`), \`{{#with x}}\`,
\`{{> shared/heading agenda}}\`, \`@root\` for the whole view, and

${helperNames.map((name) => `* ${calls[name] ?? `\`{{${name} …}}\` draws a chart of that form`}`).join('\n')}

Sections: ${Object.entries(sections).map(([id, fa]) => `\`${id}\` ${fa}`).join(' · ')}

Needs: ${Object.entries(needs).map(([id, fa]) => `\`${id}\` ${fa}`).join(' · ')}

## The view

\`Text\` is a text ready to print. A part named \`Section & { … }\` has the fields of \`Section\` and those in braces.`

const mailCalls: Record<(typeof mailHelperNames)[number], string> = {
  m: '`{{m title}}` writes a text into HTML, what runs the other way in a `span` of its own',
  plain: '`{{plain title}}` writes a text into plain text, on one line',
}

const mailHead = `## The view of mail

\`mail/message.hbs\` and \`mail/text.hbs\` say the same: one is the HTML of a message, the other its plain text. They have the
blocks and partials of other templates, and of helpers only

${mailHelperNames.map((name) => `* ${mailCalls[name]}`).join('\n')}

Mail programs strip \`<style>\` and know little of CSS: tables, inline styles, \`dir\` and \`align\` on every cell.`

/** Where in the markup a value stands: escaping keeps it inside an element or a quoted attribute, and nowhere else. */

export interface UnsafePlace {
  node: hbs.AST.Node
  what: string
}

/** Attributes that are read as more than text. */
const telling = /^(?:style|srcdoc|on.*|href|xlink:href|src|data|action)$/i
/** Addresses that the view makes itself: a picture inside the page, a place in the pack. */
const ours = new Set(['src office.emblem', 'href href'])
const mark = '\ue000'

/** Values without quotes around them, in a tag, in a comment, in a style, or in an attribute that is an address. */
export function unsafePlaces(tree: hbs.AST.Program): UnsafePlace[] {
  const nodes: hbs.AST.MustacheStatement[] = []
  const text = written(tree, nodes)
  const found: UnsafePlace[] = []
  let next = 0
  const refuse = (count: number, what: (name: string) => string | undefined): void => {
    for (const node of nodes.slice(next, next + count)) {
      const said = what((node.path as hbs.AST.PathExpression).original)
      if (said !== undefined) found.push({ node, what: said })
    }
    next += count
  }
  const marks = (part: string): number => part.split(mark).length - 1
  const pieces =
    /<!--[^]*?(?:-->|$)|<style\b[^>]*>[^]*?(?:<\/style|$)|<\/?[a-z][^\s/>]*(?:"[^"]*"|'[^']*'|[^"'>])*(?:>|$)/gi
  let at = 0
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    refuse(marks(text.slice(at, index)), () => undefined)
    at = index + piece.length
    if (/^<(?:!--|style\b)/i.test(piece)) refuse(marks(piece), (name) => `{{${name}}}`)
    else inTag(piece, refuse, marks)
  }
  return found
}

function inTag(
  tag: string,
  refuse: (count: number, what: (name: string) => string | undefined) => void,
  marks: (part: string) => number,
): void {
  let at = 0
  for (const { 0: whole, 1: name = '', 2: quoted = '', index } of tag.matchAll(
    /([^\s"'=<>/]+)\s*=\s*("[^"]*"|'[^']*')/g,
  )) {
    refuse(marks(tag.slice(at, index)), (value) => `<… {{${value}}}`)
    at = index + whole.length
    const value = quoted.slice(1, -1)
    const safe = !telling.test(name) || (/href$/i.test(name) && value === `#${mark}`)
    refuse(marks(whole), (word) =>
      safe || (value === mark && ours.has(`${name} ${word}`)) ? undefined : `${name}="{{${word}}}"`,
    )
  }
  refuse(marks(tag.slice(at)), (value) => `<… {{${value}}}`)
}

/** The text of a template with a mark in place of each value, both sides of a block one after the other. */
function written(tree: hbs.AST.Program | undefined, nodes: hbs.AST.MustacheStatement[]): string {
  return (tree?.body ?? [])
    .map((node) => {
      if (node.type === 'ContentStatement')
        return (node as hbs.AST.ContentStatement).value.replaceAll(mark, '')
      if (node.type === 'MustacheStatement') {
        nodes.push(node as hbs.AST.MustacheStatement)
        return mark
      }
      if (node.type !== 'BlockStatement') return ''
      const { program, inverse } = node as hbs.AST.BlockStatement
      return written(program, nodes) + written(inverse, nodes)
    })
    .join('')
}

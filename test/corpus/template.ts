/** A kind of paper of an office's own, `note`, with a page, a style or both. */
export function template({
  kind = 'note',
  html = '<p>a</p>',
  css,
}: {
  kind?: string
  html?: string
  css?: string
}): Record<string, string> {
  return {
    'jalaseh.yaml': 'office: { lines: [a] }\n',
    [`templates/${kind}/paper.yaml`]: 'title: یادداشت\n',
    [`templates/${kind}/page.hbs`]: html,
    ...(css !== undefined && { [`templates/${kind}/style.css`]: css }),
  }
}

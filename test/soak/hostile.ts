/** Meetings that no office would write, each with the code of the fault that it is to be refused with. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes them into a folder, from which their paths count. */
export function hostileMeetings(folder: string): { file: string; code: string }[] {
  const put = (name: string, text: string): string => {
    const path = join(folder, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
    return name
  }
  const themed = (name: string, path: string, template: string): string => {
    put(`${name}/jalaseh.yaml`, 'paper: A4\n')
    put(`${name}/templates/${path}`, template)
    return put(`${name}/m.yaml`, `meeting: x\nagenda:\n${'  - topic: a\n'.repeat(60)}`)
  }
  /** Six times sixty times sixty, and nothing printed. */
  const loops = '{{#each @root.agenda.rows}}'.repeat(6) + '{{/each}}'.repeat(6)
  return [
    { file: put('glyph.yaml', 'meeting: "\u{13000}"\n'), code: 'print/missing-glyph' },
    { file: put('deep.yaml', `meeting: ${'['.repeat(3000)}\n`), code: 'yaml/depth' },
    { file: put('alias.yaml', 'a: &a [x, x]\nmeeting: *a\n'), code: 'yaml/alias' },
    {
      file: themed('outside', 'briefing/style.css', '.cover{background:url(http://127.0.0.1:9/x.png)}'),
      code: 'template/forbidden',
    },
    {
      file: themed('script', 'briefing/page.hbs', '<script>for(;;);</script>'),
      code: 'template/forbidden',
    },
    { file: themed('nested', 'briefing/page.hbs', loops), code: 'template/too-slow' },
  ]
}

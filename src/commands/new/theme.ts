/** `jalaseh new theme`: the beginning of an office's own look, or copies of templates to change. */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import type { Language } from '../../report/wording.ts'
import { nearest } from '../../source/keys.ts'
import { basedOn } from '../../workspace/overlay.ts'
import { readLook } from '../../workspace/read-look.ts'
import { nearestFolder } from '../../workspace/read-workspace.ts'
import { WriteFailure, writeTogether } from '../../workspace/write.ts'
import { tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

const style: Record<Language, string> = {
  fa: `/* سبک این دستگاه؛ پس از سبک~های محصول خوانده می~شود و جای آن~ها را می~گیرد. رنگ و قلم در jalaseh.yaml است. */

/* نمونه: نشانهٔ توضیح را از دو سوی هر سطر بردارید.
h2{border-block-end:1.2px solid var(--accent)}
.head .lines p:first-child{color:var(--accent)}
*/
`,
  en: `/* The style of this office; it is read after those of the product. Colour and font are set in jalaseh.yaml. */

/* Examples: take the marks of the comment away.
h2{border-block-end:1.2px solid var(--accent)}
.head .lines p:first-child{color:var(--accent)}
*/
`,
}

const next: Record<Language, string[]> = {
  fa: [
    'رنگ، قلم، سربرگ و بخش~های هر برگ در jalaseh.yaml: office، font، papers',
    'برای عوض کردن یک قالب: jalaseh new theme --override sections/agenda.hbs',
    'برای برگ تازه: پوشه~ای در templates با paper.yaml، page.hbs و style.css',
    'داده~های هر قالب: templates/README.md در محصول',
  ],
  en: [
    'Colour, font, letterhead and the sections of each paper stand in jalaseh.yaml: office, font, papers',
    'To change one template: jalaseh new theme --override sections/agenda.hbs',
    'For a new paper: a folder in templates with paper.yaml, page.hbs and style.css',
    'What a template may print: templates/README.md of the product',
  ],
}

/** @param overrides templates, styles or definitions to copy, by their path below `templates/`; none for a first style */
export async function newTheme(overrides: string[], host: Host): Promise<ExitCode> {
  const workspace = nearestFolder(host.cwd)
  if (workspace === undefined) return refuse([fault('usage/workspace')], host)
  const { sources } = await readLook()
  const wanted = overrides.map((name) => name.replaceAll('\\', '/').replace(/^templates\//, ''))
  const strange = wanted.filter((path) => !sources.has(`templates/${path}`))
  if (strange.length > 0)
    return refuse(
      strange.map((file) => unknown(file, [...sources.keys()])),
      host,
    )
  const texts: [string, string][] =
    wanted.length === 0
      ? [['shared/office.css', withHalfSpaces(style[host.language])]]
      : [...new Set(wanted)].map((path) => {
          const text = sources.get(`templates/${path}`) ?? ''
          return [path, basedOn(path, text) + text]
        })
  const files = texts.map(([path, content]) => ({ path: join(workspace, 'templates', path), content }))
  const shown = (path: string): string => relative(host.cwd, path) || path
  const present = files.filter(({ path }) => existsSync(path))
  if (present.length > 0)
    return refuse(
      present.map(({ path }) => fault('output/exists', undefined, { path: shown(path) })),
      host,
    )
  try {
    await writeTogether(files)
  } catch (error) {
    if (error instanceof WriteFailure) return refuse([error.fault], host)
    throw error
  }
  for (const { path } of files) host.out(shown(path))
  if (wanted.length === 0)
    for (const line of next[host.language]) host.err(host.language === 'fa' ? withHalfSpaces(line) : line)
  return 0
}

function unknown(file: string, names: string[]): Fault {
  const paths = names.map((name) => name.replace(/^templates\//, ''))
  const near = nearest(
    file,
    paths.map((path) => [path, path]),
  )
  return fault('usage/template', undefined, { file, ...(near !== undefined && { suggestion: near }) })
}

function refuse(faults: Fault[], host: Host): ExitCode {
  tell(host, faults, new Map())
  return 2
}

/** View of a mail → subject, HTML and plain text, by the templates of `mail/`. */
import Handlebars from 'handlebars'
import type { MailView } from '../paper/view-mail.ts'
import { withinDeadline } from './deadline.ts'
import { isolateInMail, plainLine, steerLines } from './mail-text.ts'

export interface RenderedMail {
  subject: string
  html: string
  /** Lines end in LF. */
  text: string
}

/** What templates of mail may call: `m` writes a text into HTML, `plain` into plain text. */
export const mailHelperNames = ['m', 'plain'] as const

/** The two that are made; the others of the folder are their partials, and an office's own lie in `shared/`. */
export const mailPages = ['mail/message.hbs', 'mail/text.hbs'] as const

interface Compiled {
  html: Handlebars.TemplateDelegate<MailView>
  text: Handlebars.TemplateDelegate<MailView>
}

const known = new WeakMap<Record<string, string>, Compiled>()

/**
 * @param templates by path below templates/
 * @throws TemplateFailure for a page that comes to no end
 */
export function renderMail(view: MailView, templates: Record<string, string>): RenderedMail {
  const { html, text } = compiled(templates)
  return {
    subject: plainLine(view.subject),
    html: withinDeadline(() => html(view).replace(/^[ \t]*\n/gm, ''), mailPages[0]),
    text: steerLines(
      withinDeadline(() => text(view), mailPages[1]),
      view.dir,
    ),
  }
}

/** Compiled once for each set of templates, however many mails are made. */
function compiled(templates: Record<string, string>): Compiled {
  const before = known.get(templates)
  if (before) return before
  const made = {
    html: pageOf(templates, mailPages[0], { noEscape: false }),
    text: pageOf(templates, mailPages[1], { noEscape: true }),
  }
  known.set(templates, made)
  return made
}

function pageOf(
  templates: Record<string, string>,
  path: string,
  { noEscape }: { noEscape: boolean },
): Handlebars.TemplateDelegate<MailView> {
  const engine = Handlebars.create()
  engine.registerHelper('m', (text: unknown, { data }: { data: { root: MailView } }) =>
    safe(isolateInMail(written(text, 'm'), data.root.dir)),
  )
  engine.registerHelper('plain', (text: unknown) => plainLine(written(text, 'plain')))
  const options: CompileOptions = {
    strict: true,
    noEscape,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(mailHelperNames.map((name) => [name, true])) as Record<
      string,
      boolean
    > as KnownHelpers,
    explicitPartialContext: true,
  }
  for (const [file, source] of Object.entries(templates)) {
    if (!/^(?:mail|shared)\/.*\.hbs$/.test(file)) continue
    engine.registerPartial(file.slice(0, -'.hbs'.length), engine.compile(source, options))
  }
  const source = templates[path]
  if (source === undefined) throw new Error(`no template ${path}`)
  return engine.compile(source, options)
}

const safe = (markup: string) => new Handlebars.SafeString(markup)

function written(text: unknown, helper: string): string {
  if (typeof text === 'string') return text
  throw new TypeError(`{{${helper}}} got ${text === undefined ? 'an unknown field' : typeof text}, not text`)
}

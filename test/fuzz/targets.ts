/** Every target by its name, loaded when it is asked for: what it begins with takes a while to make. */
import type { Target } from './target.ts'

export const targets: Record<string, () => Promise<Target>> = {
  source: async () => (await import('./targets/source.ts')).source,
  edit: async () => (await import('./targets/edit.ts')).edit,
  rebuild: async () => (await import('./targets/rebuild.ts')).rebuild,
  page: async () => (await import('./targets/page.ts')).page,
  persian: async () => (await import('./targets/persian.ts')).persian,
  mail: async () => (await import('./targets/mail.ts')).mail,
  bounce: async () => (await import('./targets/bounce.ts')).bounce,
  table: async () => (await import('./targets/table.ts')).table,
  content: async () => (await import('./targets/content.ts')).content,
  finish: async () => (await import('./targets/finish.ts')).finish,
  inspect: async () => (await import('./targets/inspect.ts')).inspect,
  annex: async () => (await import('./targets/annex.ts')).annex,
  'annex-thread': async () => (await import('./targets/annex.ts')).annexThread,
}

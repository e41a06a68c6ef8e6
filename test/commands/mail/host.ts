/** The world as the parts of mail see it in a test. */
import type { Host } from '../../../src/commands/host.ts'
import type { Desk } from '../../e2e/cli.ts'

export const hostAt = ({ folder }: Desk, now = new Date('2026-12-01T08:00:00Z')): Host => ({
  cwd: folder,
  now,
  language: 'en',
  signal: new AbortController().signal,
  out: () => {},
  err: () => {},
  confirm: async () => false,
  terminal: false,
})

/** What is asked of `jalaseh mail`. */
export interface MailOptions {
  for: string[]
  kinds: string[]
  out: string
  since?: string | undefined
  within?: string | undefined
  fit?: boolean | undefined
  send?: boolean | undefined
  'dry-run'?: boolean | undefined
  yes?: boolean | undefined
  json?: boolean | undefined
}

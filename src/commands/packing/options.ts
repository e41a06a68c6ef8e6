/** What is asked of one run; kept beside what it makes, so that an interrupted one can go on. */
export interface PackOptions {
  /** `all`, groups and people; nobody for the office's own pack. */
  for: string[]
  kinds: string[]
  out: string
  /** Edition that a supplement adds to, as typed. */
  since?: string | undefined
  archival?: boolean | undefined
  fit?: boolean | undefined
  resume?: boolean | undefined
}

/** What a command says of itself: the options it takes, its help, and how it is run. */
import type { parseArgs, ParseArgsConfig } from 'node:util'
import { fault } from '../model/fault.ts'
import type { ExitCode, Host } from './host.ts'

export type Options = NonNullable<ParseArgsConfig['options']>

/** What was typed of the options, by their names. */
export type Values<O extends Options> = ReturnType<typeof parseArgs<{ options: O; strict: true }>>['values']

export interface VerbHelp {
  usage: string
  fa: string
  en: string
  example: string
  /** Option, Persian, English; `~` in the Persian is a half-space. */
  options: [string, string, string][]
}

export interface Verb<O extends Options = Options> {
  /** Those it takes besides the common ones. */
  options: O
  help: VerbHelp
  /** Loads the work and does it. */
  run(values: Values<O>, positionals: string[], host: Host): Promise<ExitCode>
}

/** The verb as it is given; `run` gets its values in the types of its options. */
export const defineVerb = <const O extends Options>(verb: Verb<O>): Verb<O> => verb

export const jsonHelp: VerbHelp['options'][number] = ['--json', 'نتیجه به صورت JSON', 'the result as JSON']

/** What was typed as lists, in one: commas of either script part them. */
export const listed = (lists: readonly string[]): string[] =>
  lists
    .flatMap((list) => list.split(/[,،]/))
    .map((one) => one.trim())
    .filter(Boolean)

/** Tells what is wrong with the command line itself. */
export async function usage(code: string, values: Record<string, string>, host: Host): Promise<ExitCode> {
  const { tell } = await import('./host.ts')
  tell(host, [fault(code, undefined, values)], new Map())
  return 2
}

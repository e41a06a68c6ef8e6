/** `jalaseh follow-up <list|set|report|import|export>`: the register of resolutions across meetings. */
import { resolutionStates } from '../../model/choices.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { choice, date, wholeNumber } from '../../model/readers.ts'
import type { Selection } from '../../register/standing.ts'
import { tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'

export type Asked = Selection

/** Options as they were typed. */
export interface FollowUpOptions {
  overdue?: boolean | undefined
  'due-within'?: string | undefined
  body?: string | undefined
  'untouched-since'?: string | undefined
  status?: string | undefined
  progress?: string | undefined
  note?: string | undefined
  deadline?: string | undefined
  evidence?: string | undefined
  'dry-run'?: boolean | undefined
  'valid-only'?: boolean | undefined
  format?: string | undefined
  out?: string | undefined
  open?: boolean | undefined
  json?: boolean | undefined
}

/** Options each action takes. */
const filters = ['overdue', 'due-within', 'body', 'untouched-since', 'status'] as const
const takes: Record<string, readonly (keyof FollowUpOptions)[]> = {
  list: [...filters, 'json'],
  set: ['status', 'progress', 'note', 'deadline', 'evidence'],
  report: [...filters, 'out', 'open'],
  import: ['body', 'dry-run', 'valid-only', 'json'],
  export: [...filters, 'format', 'out'],
}

export async function followUp(
  [action = '', ...rest]: string[],
  options: FollowUpOptions,
  host: Host,
): Promise<ExitCode> {
  const verb = 'follow-up'
  const known = takes[action]
  if (known === undefined) return refused([fault('usage/action', undefined, { verb, action })], host)
  const strange = Object.keys(options).find((name) => !known.includes(name as keyof FollowUpOptions))
  if (strange !== undefined)
    return refused([fault('usage/option', undefined, { option: `--${strange}`, verb })], host)
  const [first, ...others] = rest
  const wantsOne = action === 'set' || action === 'import'
  if (wantsOne !== (first !== undefined) || others.length > 0)
    return refused([fault('usage/argument', undefined, { verb })], host)
  if (action === 'set') {
    const { setResolution } = await import('./set.ts')
    return setResolution(first ?? '', options, host)
  }
  if (action === 'import') {
    const { importTable } = await import('./import.ts')
    return importTable(first ?? '', options, host)
  }
  const asked = toSelection(options)
  if (Array.isArray(asked)) return refused(asked, host)
  if (action === 'list') {
    const { listResolutions } = await import('./list.ts')
    return listResolutions(asked, options.json ?? false, host)
  }
  if (action === 'report') {
    const { reportRegister } = await import('./report.ts')
    return reportRegister(asked, { out: options.out ?? 'out', open: options.open ?? false }, host)
  }
  const { exportRegister } = await import('./export.ts')
  return exportRegister(asked, options, host)
}

/** The filters, or what is wrong with them. */
function toSelection(options: FollowUpOptions): Asked | Fault[] {
  const faults: Fault[] = []
  const read = <T>(
    name: keyof FollowUpOptions,
    schema: typeof date | typeof wholeNumber | typeof status,
  ): T | undefined => {
    const typed = options[name]
    if (typeof typed !== 'string') return undefined
    const result = schema.safeParse(typed)
    if (result.success) return result.data as T
    const [issue] = result.error.issues
    const params = issue?.code === 'custom' ? issue.params : undefined
    faults.push(fault(String(params?.fault), undefined, params?.values as Record<string, string>))
    return undefined
  }
  const dueWithin = read<number>('due-within', wholeNumber)
  const untouchedSince = read<Asked['untouchedSince']>('untouched-since', date)
  const wanted = read<NonNullable<Asked['status']>>('status', status)
  if (faults.length > 0) return faults
  return {
    ...(options.overdue && { overdue: true }),
    ...(options.body !== undefined && { body: options.body }),
    ...(dueWithin !== undefined && { dueWithin }),
    ...(untouchedSince && { untouchedSince }),
    ...(wanted && { status: wanted }),
  }
}

const status = choice(resolutionStates)

function refused(faults: Fault[], host: Host): ExitCode {
  tell(host, faults, new Map())
  return 2
}

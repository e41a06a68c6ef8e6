/** Templates may be anybody's: their work has an end, and so has what they write. */
import { Script } from 'node:vm'

/** What a template did that no paper needs. */
export class TemplateFailure extends Error {
  readonly code: 'template/too-slow' | 'template/too-long'
  readonly values: Record<string, string>
  /** Of the page, below templates/, where it was said whose it is. */
  readonly file: string | undefined

  constructor(code: TemplateFailure['code'], values: Record<string, string>, file?: string) {
    super(code)
    this.code = code
    this.values = values
    this.file = file
  }
}

/** A briefing of two thousand statements takes a tenth of a second. */
const longestMilliseconds = 10_000
/** That briefing has two megabytes; fonts and pictures are counted elsewhere. */
const longestPage = 50_000_000

const slot = Symbol.for('jalaseh.template')
const script = new Script(`globalThis[Symbol.for('jalaseh.template')]()`)

/**
 * Runs a template. Only the engine itself can end what does not end by itself, and it does so for scripts it is given.
 * @param file of the page, below templates/
 * @throws TemplateFailure after ten seconds, or for more than fifty million characters
 */
export function withinDeadline(
  render: () => string,
  file?: string,
  milliseconds = longestMilliseconds,
): string {
  const room = globalThis as { [slot]?: () => string }
  room[slot] = render
  try {
    const page = script.runInThisContext({ timeout: milliseconds }) as string
    if (page.length > longestPage) throw tooLong(file)
    return page
  } catch (error) {
    if (isTimeout(error))
      throw new TemplateFailure('template/too-slow', { seconds: String(milliseconds / 1000) }, file)
    if (error instanceof RangeError && /string length/.test(error.message)) throw tooLong(file)
    throw error
  } finally {
    delete room[slot]
  }
}

const tooLong = (file?: string): TemplateFailure =>
  new TemplateFailure('template/too-long', { limit: String(longestPage / 1_000_000) }, file)

const isTimeout = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'

#!/usr/bin/env node
/** argv → command → exit code. The only file that exits. */
import { enableCompileCache } from 'node:module'
import type { Language } from './report/wording.ts'

// A third of a cold start is compiling what the last run compiled, too.
enableCompileCache()

const stop = new AbortController()
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
for (const [signal, code] of Object.entries(signals)) {
  process.on(signal, () => {
    process.exitCode = code
    stop.abort(signal)
  })
}

// Whoever reads the results may have seen enough, as `head` has.
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return
  process.exitCode = 2
  process.stderr.write(`نتیجه در خروجی نوشته نشد.\n`)
  process.stderr.write(`The results cannot be written to the standard output (${code ?? message}).\n`)
})
// Nobody is left to be told.
process.stderr.on('error', () => {})

try {
  const { run } = await import('./commands/run.ts')
  const code = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    now: now(),
    language: language(),
    signal: stop.signal,
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    confirm,
    terminal: process.stderr.isTTY,
  })
  process.exitCode ??= code
} catch (error) {
  if (!stop.signal.aborted) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`این خطای خود جلسه است، نه پروندهٔ شما؛ متن زیر را برای ما بفرستید.\n`)
    process.stderr.write(
      `This is a bug in Jalaseh, not in your file; please send us the text below.\n${detail}\n`,
    )
    process.exitCode = 70
  }
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const { createInterface } = await import('node:readline/promises')
  using asking = createInterface({ input: process.stdin, output: process.stderr })
  // The terminal gives its keys to the question; what would have been a signal becomes one again.
  asking.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    const answer = await asking.question(`${question} [y/N] `, { signal: stop.signal })
    return /^(?:y|yes|ب|بله|آری)$/i.test(answer.trim())
  } catch (error) {
    // The input came to its end: nobody has answered.
    if (!stop.signal.aborted && (error as Error).name === 'AbortError') return false
    throw error
  }
}

/** Today, or the day of a build that is to be repeated (reproducible-builds.org/specs/source-date-epoch). */
function now(): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? ''
  return /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
}

function language(): Language {
  const locale =
    process.env.LC_ALL ||
    process.env.LC_MESSAGES ||
    process.env.LANG ||
    Intl.DateTimeFormat().resolvedOptions().locale
  return locale.startsWith('fa') ? 'fa' : 'en'
}

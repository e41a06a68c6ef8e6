/** veraPDF, where it is on PATH: the reference validator's own word on what a paper claims. */
import { execFile } from 'node:child_process'

const flavours: Record<string, string> = { 'PDF/A-3a': '3a', 'PDF/UA-1': 'ua1' }
const longestMilliseconds = 120_000

/** The profiles that it does not find met; none where it is not installed. */
export async function askVeraPdf(path: string, profiles: string[], signal: AbortSignal): Promise<string[]> {
  const failed: string[] = []
  for (const profile of profiles) {
    const said = await run(['-f', flavours[profile]!, '--format', 'text', path], signal)
    if (said?.startsWith('FAIL') === true) failed.push(profile)
  }
  return failed
}

/** What it prints, whatever it thinks of the file; nothing where it is not there. */
function run(args: string[], signal: AbortSignal): Promise<string | undefined> {
  // In other locales Java does not find files with Persian names.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  return new Promise((resolve) => {
    execFile('verapdf', args, { signal, env, timeout: longestMilliseconds }, (error, stdout) => {
      resolve(error?.code === 'ENOENT' ? undefined : stdout)
    })
  })
}

/** veraPDF, the reference validator of PDF/A and PDF/UA: fetched by Maven into a cache, asked about many files at once. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const cache = join(import.meta.dirname, '../../node_modules/.cache/verapdf')
const version = '1.28.2'
const jar = join(cache, `greenfield-apps-${version}.jar`)
/** What is run must be what was tried, whichever mirror gave it. */
const digest = '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6'
const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy'

export const profiles = ['3a', 'ua1'] as const
export type Profile = (typeof profiles)[number]

export interface FailedRule {
  clause: string
  test: number
  count: number
  description: string
  /** What is wrong at the first place, and where that is. */
  message: string
  context: string
}

export interface Verdict {
  file: string
  profile: Profile
  passed: boolean
  failedRules: FailedRule[]
}

/** A file in veraPDF's report, as far as that is read here. */
interface Job {
  itemDetails: { name: string }
  taskException?: { exceptionMessage?: string }
  validationResult?: { compliant: boolean; details: { ruleSummaries: RuleSummary[] } }[]
}

interface RuleSummary {
  ruleStatus: string
  clause: string
  testNumber: number
  failedChecks: number
  description: string
  checks: { errorMessage?: string; context: string }[]
}

/** Puts veraPDF into the cache unless it is there; gives back what keeps it from being run. */
export function fetchVeraPdf(): string | undefined {
  if (run('java', ['-version']) === undefined)
    return 'Java is missing: install a runtime of version 17 or newer, and have `java` on PATH.'
  if (isWhole()) return undefined
  mkdirSync(cache, { recursive: true })
  const artifact = `-Dartifact=org.verapdf.apps:greenfield-apps:${version}`
  const fetched = run('mvn', ['-B', '-q', copy, artifact, `-DoutputDirectory=${cache}`])
  if (fetched === undefined)
    return 'Maven is missing: install it, and have `mvn` on PATH; it fetches veraPDF, once.'
  if (fetched.status !== 0)
    return `Maven could not fetch veraPDF ${version}:\n${fetched.stdout}${fetched.stderr}`
  return isWhole() ? undefined : `What Maven fetched is not veraPDF ${version} as it was released: ${jar}`
}

const isWhole = (): boolean =>
  existsSync(jar) && createHash('sha256').update(readFileSync(jar)).digest('hex') === digest

/** Nothing where there is no such program. */
function run(
  program: string,
  args: string[],
): { status: number | null; stdout: string; stderr: string } | undefined {
  const result = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 29 })
  if (result.error === undefined) return result
  if ((result.error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
  throw result.error
}

/** One run judges all files by a profile. They go by numbers, for Java reads Persian names in some locales only. */
export function judge(files: { name: string; pdf: Uint8Array }[], profile: Profile): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'jalaseh-verapdf-'))
  try {
    for (const [n, { pdf }] of files.entries()) writeFileSync(join(folder, `${n}.pdf`), pdf)
    // It would keep settings in the user's home.
    const java = ['-XX:+UseSerialGC', '-Djava.awt.headless=true', `-Duser.home=${folder}`, '-cp', jar]
    const options = ['-f', profile, '--format', 'json', '--maxfailuresdisplayed', '1', '--recurse', folder]
    const result = run('java', [...java, 'org.verapdf.apps.GreenfieldCliWrapper', ...options])
    if (result?.stdout.startsWith('{') !== true) throw new Error(`veraPDF gave no report: ${result?.stderr}`)
    const { jobs } = (JSON.parse(result.stdout) as { report: { jobs: Job[] } }).report
    const byNumber = new Map(jobs.map((job) => [Number(basename(job.itemDetails.name, '.pdf')), job]))
    return files.map(({ name }, n) => ({ file: name, profile, ...outcome(byNumber.get(n)) }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function outcome(job: Job | undefined): Pick<Verdict, 'passed' | 'failedRules'> {
  const [result] = job?.validationResult ?? []
  if (result === undefined) {
    const description = 'The file cannot be read'
    const message = job?.taskException?.exceptionMessage ?? ''
    return {
      passed: false,
      failedRules: [{ clause: 'file', test: 0, count: 1, description, message, context: '' }],
    }
  }
  const failed = result.details.ruleSummaries.filter(({ ruleStatus }) => ruleStatus === 'FAILED')
  const failedRules = failed.map(({ clause, testNumber, failedChecks, description, checks: [first] }) => {
    const { errorMessage: message = '', context = '' } = first ?? {}
    return { clause, test: testNumber, count: failedChecks, description, message, context }
  })
  return { passed: result.compliant, failedRules }
}

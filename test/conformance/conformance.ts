/**
 * Judges the archival papers of the data sets and a pack for archives by veraPDF as PDF/A-3a and PDF/UA-1, and sees
 * that faults are found.
 *
 *   node test/conformance/conformance.ts [--json] [--keep folder]
 *
 * Ends with 1 when a paper fails a rule or a fault is let through, with 2 when veraPDF cannot be had on this machine.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Paper, spoil } from './mutations.ts'
import { type FailedRule, fetchVeraPdf, judge, profiles, type Verdict } from './verapdf.ts'

const root = join(import.meta.dirname, '../..')

interface DataSet {
  files: string[]
  kinds: string
  /** Where the command is called: an office's own look lies in the folder of its files. */
  cwd?: string
}

/** The data sets; an office with its own emblem, style and paper is put together in the folder. */
function dataSets(folder: string): DataSet[] {
  const office = join(folder, 'source')
  for (const from of ['test/data', 'test/data/office']) cpSync(join(root, from), office, { recursive: true })
  const tests = ['sparse', 'overfull', 'follow-up', 'forms'].map((name) => `test/data/${name}.yaml`)
  return [
    { files: ['data/export-working-group.yaml', ...tests], kinds: 'all' },
    // Its summary is longer than a page, and it has no meeting before it.
    { files: ['data/persian-showcase.yaml'], kinds: 'briefing,card,excerpt,follow-up,invitation,minutes' },
    { files: ['forms.yaml'], kinds: 'all', cwd: office },
    { files: ['overfull.yaml'], kinds: 'press-note', cwd: office },
  ]
}

function build(folder: string): Paper[] {
  const named = (file: string, cwd: string): Paper => ({
    name: relative(join(folder, 'papers'), resolve(cwd, file)),
    pdf: readFileSync(resolve(cwd, file)),
  })
  const papers = dataSets(folder).flatMap(({ files, kinds, cwd = root }) => {
    const out = join(folder, cwd === root ? 'papers' : 'papers/office')
    const args = ['build', ...files, '--kind', kinds, '--archival', '--out', out]
    const made = run(args, cwd) as { papers: { file: string }[] }
    return made.papers.map(({ file }) => named(file, cwd))
  })
  // The pack for archives, with annexes of others inside as they came.
  const args = ['pack', 'test/data/overfull.yaml', '--archival', '--out', join(folder, 'papers')]
  const { packs } = run(args, root) as { packs: { files: { name: string }[] }[] }
  const archives = packs.flatMap(({ files }) => files.filter(({ name }) => name.endsWith('-archive.pdf')))
  return [...papers, ...archives.map(({ name }) => named(name, root))]
}

function run(args: string[], cwd: string): unknown {
  const all = [join(root, 'src/cli.ts'), ...args, '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stdout}${stderr}`)
  return JSON.parse(stdout)
}

const codeOf = (profile: string, { clause, test }: FailedRule): string => `${profile} ${clause}-${test}`
const codesOf = (verdicts: Verdict[]): string[] =>
  verdicts.flatMap(({ profile, failedRules }) => failedRules.map((rule) => codeOf(profile, rule)))

function tell(name: string, verdicts: Verdict[]): void {
  const marks = verdicts.map(({ passed }) => (passed ? 'pass' : 'FAIL').padEnd(5))
  console.log(`${marks.join('')}${name}`)
  for (const { profile, failedRules } of verdicts) {
    for (const rule of failedRules) {
      const { count, message, description, context } = rule
      console.log(
        `          ${codeOf(profile, rule)} × ${count}: ${message || description}\n            ${context}`,
      )
    }
  }
}

const { values } = parseArgs({ options: { json: { type: 'boolean' }, keep: { type: 'string' } } })
const lacking = fetchVeraPdf()
if (lacking !== undefined) {
  console.error(lacking)
  process.exit(2)
}
const folder = resolve(values.keep ?? mkdtempSync(join(tmpdir(), 'jalaseh-conformance-')))
try {
  const papers = build(folder)
  const spoilt = spoil(papers)
  if (values.keep !== undefined) {
    mkdirSync(join(folder, 'mutations'), { recursive: true })
    for (const { name, pdf } of spoilt) writeFileSync(join(folder, 'mutations', `${name}.pdf`), pdf)
  }
  const verdicts = profiles.flatMap((profile) => judge([...papers, ...spoilt], profile))
  const verdictsOn = ({ name }: Paper): Verdict[] => verdicts.filter(({ file }) => file === name)
  const broken = papers.filter((paper) => verdictsOn(paper).some(({ passed }) => !passed))
  const faults = spoilt.map((one) => {
    const said = codesOf(verdictsOn(one))
    return {
      name: one.name,
      of: one.of,
      rules: one.rules,
      said,
      caught: one.rules.every((rule) => said.includes(rule)),
    }
  })
  const failed = broken.length + faults.filter(({ caught }) => !caught).length
  if (values.json) {
    const judged = papers.map((paper) => ({ name: paper.name, verdicts: verdictsOn(paper) }))
    console.log(JSON.stringify({ papers: judged, mutations: faults, failed }, undefined, 2))
  } else {
    console.log(`${profiles.map((profile) => profile.padEnd(5)).join('')}paper`)
    for (const paper of papers) tell(paper.name, verdictsOn(paper))
    for (const { name, of, rules, said, caught } of faults) {
      const other = `wants ${rules.join(', ')}; veraPDF says ${said.join(', ') || 'nothing'}`
      console.log(
        `${(caught ? 'caught' : 'MISSED').padEnd(10)}${name} (${of}): ${caught ? rules.join(', ') : other}`,
      )
    }
    console.log(`conformance: ${papers.length} papers, ${faults.length} mutations, ${failed} failed`)
  }
  process.exitCode = failed > 0 ? 1 : 0
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true })
}

/** `jalaseh verify <pdf…>`: whether a paper is what was issued, or what is not. */
import { resolve } from 'node:path'
import { createHash } from 'node:crypto'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import { paperMark } from '../../paper/imprint.ts'
import { toPersianDigits } from '../../persian/digits.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import { readSignatures } from '../../sign/signatures.ts'
import type { Signature } from '../../sign/signatures.ts'
import { judge, sourceOf } from '../../verdict.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { readPdf } from '../read-pdf.ts'
import { askVeraPdf } from './vera-pdf.ts'

export interface VerifyOptions {
  json: boolean
  /** What the QR code of a printed copy says. */
  mark: string | undefined
}

interface Result {
  file: string
  /** What is good to know of the file, by its name in `words`. */
  facts: [keyof (typeof words)['fa'], string][]
  signatures: Signature[]
  faults: Fault[]
}

const words = {
  fa: {
    paper: 'برگ',
    kind: 'نوع',
    body: 'جلسهٔ',
    number: 'شماره',
    day: 'تاریخ',
    class: 'طبقه~بندی',
    status: 'وضعیت',
    seal: 'مُهر',
    printed: 'رقم و متن سنجیده با مبدأ',
    claims: 'مطابقت',
    signed: 'امضا',
    sound: 'این برگ همان است که صادر شده است.',
    other: 'این برگ آن نیست که صادر شده است.',
  },
  en: {
    paper: 'paper',
    kind: 'kind',
    body: 'meeting of',
    number: 'number',
    day: 'day',
    class: 'class',
    status: 'status',
    seal: 'seal',
    printed: 'facts compared with the source',
    claims: 'conforms to',
    signed: 'signed by',
    sound: 'This paper is as it was issued.',
    other: 'This paper is not as it was issued.',
  },
}

export async function verify(paths: string[], options: VerifyOptions, host: Host): Promise<ExitCode> {
  const results: Result[] = []
  for (const path of paths) results.push(await verifyOne(path, options, host))
  const faults = results.flatMap((result) => result.faults)
  if (options.json) {
    const papers = results.map(({ file, facts, signatures, faults: found }) => ({
      file,
      ...Object.fromEntries(facts),
      signatures,
      sound: found.length === 0,
      faults: found.map((one) => toJson(one, host.language)),
    }))
    host.out(JSON.stringify({ papers }, null, 2))
    return exitCode(faults)
  }
  const say = words[host.language]
  for (const { file, facts, faults: found } of results) {
    host.out(`${say.paper}: ${file}`)
    for (const [name, value] of facts) {
      const shown = host.language === 'fa' && name !== 'seal' ? toPersianDigits(value) : value
      host.out(withHalfSpaces(`  ${say[name]}: ${shown}`))
    }
    tell(host, found, new Map())
    if (facts.length > 0) host.out(withHalfSpaces(`  ${found.length === 0 ? say.sound : say.other}`))
  }
  return exitCode(faults)
}

async function verifyOne(path: string, { mark }: VerifyOptions, host: Host): Promise<Result> {
  const pdf = await readPdf(path, host)
  if ('code' in pdf) return { file: path, facts: [], signatures: [], faults: [pdf] }
  const { inspection, facts: compared, faults } = judge(pdf, path)
  if ('unknown' in inspection) return { file: path, facts: [], signatures: [], faults }
  const { fields, seal, claims, end } = inspection
  const signatures = await readSignatures(pdf)
  faults.push(...signatureFaults(signatures, end, pdf.length, path))
  const profiles = claims.map((claim) => (claim === 'ua' ? 'PDF/UA-1' : 'PDF/A-3a'))
  for (const profile of await askVeraPdf(resolve(host.cwd, path), profiles, host.signal))
    faults.push(fault('verify/validator', undefined, { file: path, profile }))
  const source = sourceOf(inspection)
  if (mark !== undefined) {
    const own = source === undefined ? '-' : paperMark({ kind: '', ...fields }, hashOf(source.bytes))
    if (own !== mark.trim()) faults.push(fault('verify/mark', undefined, { file: path, mark: own }))
  }
  const named = (['kind', 'body', 'number', 'day', 'class', 'status'] as const).flatMap((name) => {
    const value = fields[name]
    return value === undefined ? [] : [[name, value] as Result['facts'][number]]
  })
  return {
    file: path,
    facts: [
      ...named,
      ['seal', seal],
      ...(source === undefined ? [] : [['printed', String(compared)] as Result['facts'][number]]),
      ['claims', ['PDF 1.7', ...profiles].join(', ')],
      ...signatures.map(({ signer }): Result['facts'][number] => ['signed', signer || '-']),
    ],
    signatures,
    faults,
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What follows the issued file may be signatures only, and the last of them covers it all. */
function signatureFaults(signatures: Signature[], end: number, length: number, file: string): Fault[] {
  const faults = signatures
    .filter(({ intact, signatureValid }) => !intact || !signatureValid)
    .map(({ signer }) => fault('verify/signature', undefined, { file, signer: signer || '-' }))
  const covered = signatures.some(({ coversWhole }) => coversWhole)
  if (length > end && !covered) faults.push(fault('verify/appended', undefined, { file }))
  return faults
}

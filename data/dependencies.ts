/** Why each package that we name is here, and what would take its place; the README's tables are made of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LockedPackage {
  version?: string
  license?: string
  integrity?: string
  resolved?: string
  dev?: boolean
  optional?: boolean
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export interface Manifest {
  name: string
  version: string
  license: string
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const read = (root: string, name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))

export const readManifest = (root: string): Manifest => read(root, 'package.json') as Manifest

/** Every package that is installed, by its path below the project; our own is left out. */
export function readLock(root: string): Map<string, LockedPackage> {
  const { packages } = read(root, 'package-lock.json') as { packages: Record<string, LockedPackage> }
  return new Map(Object.entries(packages).filter(([path]) => path !== ''))
}

type Reason = readonly [reason: string, instead: string]

export const reasons: Readonly<Record<string, Reason>> = {
  '@cantoo/pdf-lib': ['reads and copies the pages of annexes, assembles packs', '`@libpdf/core`'],
  '@libpdf/core': [
    'puts a signature into a PDF without rewriting it',
    '`@cantoo/pdf-lib` and some 300 lines of ours',
  ],
  asn1js: ['ASN.1 of certificates and time stamps; `pkijs` is built on it', '`@peculiar/asn1-schema`'],
  'big.js': ['decimals of pace, shares and money, exact', '`decimal.js`'],
  'csv-parse': ['tables of offices in', '`papaparse`'],
  'csv-stringify': ['the register out, as CSV', '40 lines of ours'],
  'd3-scale': ['ticks and scales of charts', '150 lines of ours'],
  'd3-shape': ['lines and areas of charts', '100 lines of ours'],
  'fastest-levenshtein': ['«did you mean» for keys', '30 lines of ours'],
  handlebars: ['templates without logic, which an office may change', '`mustache`'],
  'ical-generator': ['calendar entries and deadlines', '200 lines of ours (RFC 5545)'],
  'jalaali-js': ['Jalali ↔ Gregorian days', '`Temporal` where Node has it'],
  kysely: ['typed queries to the SQLite of Node', 'plain SQL'],
  nodemailer: ['composes MIME and speaks SMTP', 'none as well kept; `emailjs`'],
  pkijs: ['CMS signatures, chains of certificates, time stamps', '`node-forge`'],
  puppeteer: ['fetches a browser at set-up where the machine has none', '`@puppeteer/browsers` alone'],
  'puppeteer-core': ['speaks to the browser over its pipe', '`playwright-core`, or 300 lines of ours'],
  'read-excel-file': ['workbooks of offices in', '`exceljs`'],
  uqr: ['QR codes of minutes', '`qrcode`'],
  vazirmatn: ['the typeface', 'another Persian face under the OFL'],
  'write-excel-file': ['the register out, as XLSX', '`exceljs`'],
  yaml: ['reads YAML with places, writes it back', 'none; `js-yaml` keeps no places'],
  zod: ['one schema for checking, JSON Schema and the field tables', '`valibot`'],

  '@types/big.js': ['types', '–'],
  '@types/d3-scale': ['types', '–'],
  '@types/d3-shape': ['types', '–'],
  '@types/node': ['types', '–'],
  ajv: ['tests: our JSON Schemas, by another reader', '`@hyperjump/json-schema`'],
  'fast-check': ['tests: properties', '–'],
  harfbuzzjs: ['tests: how letters join, by another shaper', '–'],
  'ical.js': ['tests: calendar entries, by another reader', '–'],
  node: ['Node 24, whatever the machine has', 'a Node 24 of the machine'],
  oxfmt: ['format', '`prettier`'],
  oxlint: ['lint', '`eslint`'],
  'oxlint-tsgolint': ['lint with types', '`typescript-eslint`'],
  'parastoo-font': ['the second typeface, subset into `fonts/`', 'another Persian naskh under the OFL'],
  'pdfjs-dist': ['tests: papers, by another reader', '`mupdf`'],
  'postal-mime': ['tests: mail, by another reader', '`mailparser`'],
  rolldown: ['puts the sources together for `npm pack`', '`esbuild`'],
  'smtp-server': ['tests: a mail server that refuses and breaks off', '–'],
  'subset-font': ['makes the fonts in `fonts/`', '`pyftsubset`'],
  typescript: ['types', '–'],
  vitest: ['tests', '`node:test`'],
}

/** One table for what goes into the product, one for what does not. */
export function dependencyTables(root: string): string {
  const { dependencies, devDependencies } = readManifest(root)
  const lock = readLock(root)
  const rows = (names: Record<string, string>): string =>
    Object.entries(names)
      .map(([name, version]) => {
        const [reason = '', instead = ''] = reasons[name] ?? []
        const { license = '' } = lock.get(`node_modules/${name}`) ?? {}
        return `| \`${name}\` ${version} | ${license} | ${reason} | ${instead} |`
      })
      .join('\n')
  const head = (title: string): string => `| ${title} | licence | why | instead |\n|---|---|---|---|\n`
  return `${head('in the product')}${rows(dependencies)}\n\n${head('for development')}${rows(devDependencies)}`
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { readLock, readManifest, reasons } from '../data/dependencies.ts'
import { billOfMaterials } from '../data/sbom.ts'
import { fault } from '../src/model/fault.ts'
import { wordFault } from '../src/report/wording.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const lock = [...readLock(root)]
const manifest = readManifest(root)
const named = { ...manifest.dependencies, ...manifest.devDependencies }

/** What a product may be made of that its owner gives away as he likes. */
const free = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'Zlib',
  'OFL',
])
/** Tools only: nothing of theirs goes along. */
const ofTools = new Set([...free, 'MPL-2.0'])

const withOther = (allowed: ReadonlySet<string>, packages: typeof lock): string[] =>
  packages
    .filter(([, { license = 'none' }]) =>
      license
        .replace(/^\(|\)$/g, '')
        .split(' AND ')
        .some((one) => !allowed.has(one)),
    )
    .map(([path, { license }]) => `${path}: ${license}`)

describe('the lock file', () => {
  it('names packages of free licences', () => {
    const inProduct = lock.filter(([, { dev }]) => dev !== true)
    expect(inProduct.length).toBeGreaterThan(50)
    expect(withOther(free, inProduct)).toEqual([])
    expect(withOther(ofTools, lock)).toEqual([])
  })

  it('names no host, and the bytes of every package', () => {
    expect(lock.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
    expect(lock.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([])
    expect(read('package-lock.json')).not.toMatch(/https?:\/\/registry|_authToken/)
  })

  it('has two packages with scripts of their own, of which the set-up runs one', () => {
    const scripted = lock.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
    expect(scripted).toEqual(['node_modules/node', 'node_modules/puppeteer'])
    const setup = read('src/setup.mjs')
    expect(setup).toContain("'ci', '--include=dev', '--ignore-scripts'")
    expect(setup).toContain("'rebuild', 'node', '--ignore-scripts=false'")
    expect(setup.match(/ignore-scripts=false/g)).toHaveLength(1)
    expect(read('.puppeteerrc.cjs')).toContain('skipDownload: true')
  })

  it('has the versions that are named, to the last digit', () => {
    for (const [name, version] of Object.entries(named)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
      expect(new Map(lock).get(`node_modules/${name}`)?.version).toBe(version)
    }
  })
})

test('every package that is named has a reason, and no other', () => {
  expect(Object.keys(reasons).toSorted()).toEqual(Object.keys(named).toSorted())
})

interface Bill {
  components: {
    'bom-ref': string
    purl: string
    scope: string
    hashes: { alg: string; content: string }[]
    licenses: ({ license: { id: string } } | { expression: string })[]
  }[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

describe('the bill of materials', () => {
  const bill = billOfMaterials(root) as Bill
  const refs = bill.components.map((one) => one['bom-ref'])

  it('has every package of the product, and the font that goes along', () => {
    const paths = lock.filter(([path, { dev }]) => dev !== true || path === 'node_modules/parastoo-font')
    expect(refs.length).toBeGreaterThan(50)
    expect(new Set(refs).size).toBe(refs.length)
    for (const [path, { version }] of paths) {
      const name = path.split('node_modules/').at(-1) ?? ''
      expect(refs).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`)
    }
    expect(refs.some((ref) => ref.includes('vitest'))).toBe(false)
  })

  it('says the hash and the licence of each', () => {
    for (const { purl, hashes, licenses } of bill.components) {
      expect(hashes, purl).toMatchObject([{ alg: 'SHA-512' }])
      expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/)
      expect(licenses, purl).toHaveLength(1)
    }
  })

  it('hangs together, and is the same each time', () => {
    for (const { dependsOn } of bill.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref)
    const reached = new Set<string>()
    const walk = (ref: string): void => {
      if (reached.has(ref)) return
      reached.add(ref)
      bill.dependencies.find((one) => one.ref === ref)?.dependsOn.forEach(walk)
    }
    walk(bill.dependencies[0]?.ref ?? '')
    expect(refs.filter((ref) => !reached.has(ref))).toEqual([])
    expect(JSON.stringify(billOfMaterials(root))).toBe(JSON.stringify(bill))
    expect(JSON.stringify(bill)).not.toMatch(/timestamp|serialNumber/)
  })
})

describe('SECURITY.md', () => {
  const rows = [...read('SECURITY.md').matchAll(/^\|[^|]+\| `([^`]+)` in `([^`]+)` \|/gm)]

  it('has the limits', () => expect(rows.length).toBeGreaterThan(20))

  it('names faults that have words', () => {
    const codes = [...read('SECURITY.md').matchAll(/\| `([a-z]+\/[a-z-]+)` \|$/gm)].map(
      ([, code = '']) => code,
    )
    expect(codes.length).toBeGreaterThan(10)
    for (const code of codes) expect(wordFault(fault(code), 'fa').what, code).not.toBe('')
  })

  it.each(rows.map(([, limit = '', file = '']) => [limit, file] as const))('%s in %s', (limit, file) => {
    const isConstant = limit.includes(' = ')
    expect(read(file)).toContain(isConstant ? `const ${limit}` : limit)
  })
})

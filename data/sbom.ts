// Writes dist/sbom.cdx.json: what goes into the product, in CycloneDX 1.6; the same bytes for the same lock file.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLock, readManifest } from './dependencies.ts'
import type { LockedPackage } from './dependencies.ts'

/** A package for development whose font is subset into fonts/ and goes along. */
const alsoShipped = new Set(['node_modules/parastoo-font'])

/** Names that SPDX does not know. */
const spdx: Record<string, string> = { OFL: 'OFL-1.1' }

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

function licenceOf(licence = ''): object[] {
  if (licence === '') return []
  const known = spdx[licence] ?? licence
  return /[ (]/.test(known)
    ? [{ expression: known.replace(/^\((.*)\)$/, '$1') }]
    : [{ license: { id: known } }]
}

/** `sha512-…` of the lock file; one alone is written there. */
function hashesOf(integrity = ''): object[] {
  const [algorithm, base64] = integrity.split('-')
  if (algorithm !== 'sha512' || base64 === undefined) return []
  return [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }]
}

/** Where Node finds a package that another one asks for: below it, or below what it lies in. */
function resolve(from: string, name: string, lock: ReadonlyMap<string, LockedPackage>): string | undefined {
  const below = `${from}/node_modules/${name}`.replace(/^\//, '')
  if (lock.has(below)) return below
  return from === ''
    ? undefined
    : resolve(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name, lock)
}

/** The bill of materials as an object; without a date, which would be of no use to anybody who compares two. */
export function billOfMaterials(root: string): object {
  const manifest = readManifest(root)
  const lock = readLock(root)
  const shipped = [...lock].filter(([path, { dev }]) => dev !== true || alsoShipped.has(path))
  const purls = new Map(shipped.map(([path, { version = '' }]) => [path, purlOf(nameOf(path), version)]))
  const own = purlOf(manifest.name, manifest.version)
  const dependsOn = (from: string, names: readonly string[]): string[] => {
    const found = names.flatMap((name) => purls.get(resolve(from, name, lock) ?? '') ?? [])
    return [...new Set(found)].toSorted()
  }
  const components = shipped.map(([path, { version, license, integrity, optional }]) => ({
    type: 'library',
    'bom-ref': purls.get(path),
    name: nameOf(path),
    version,
    scope: optional === true ? 'optional' : 'required',
    hashes: hashesOf(integrity),
    licenses: licenceOf(license),
    purl: purls.get(path),
  }))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: manifest.name,
        version: manifest.version,
        licenses: licenceOf(manifest.license),
        purl: own,
      },
    },
    components: [...new Map(components.map((one) => [one['bom-ref'], one])).values()],
    dependencies: [
      {
        ref: own,
        dependsOn: dependsOn('', [...Object.keys(manifest.dependencies), ...[...alsoShipped].map(nameOf)]),
      },
      ...shipped.map(([path, { dependencies = {}, optionalDependencies = {} }]) => ({
        ref: purls.get(path),
        dependsOn: dependsOn(path, [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]),
      })),
    ].filter(({ ref }, index, all) => all.findIndex((other) => other.ref === ref) === index),
  }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(
    join(root, 'dist', 'sbom.cdx.json'),
    `${JSON.stringify(billOfMaterials(root), undefined, 2)}\n`,
  )
}

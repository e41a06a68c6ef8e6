/** What stands in the folder of a revision, and what it is: `manifest.json`. */
import { z } from 'zod'

export const manifestName = 'manifest.json'

/** A file of the revision: its path in the folder, with `/`; bytes; SHA-256 in hexadecimal. */
export interface StoredFile {
  path: string
  size: number
  sha256: string
}

/** The revision that another one takes the place of. */
export interface Replaced {
  revision: number
  /** SHA-256 of its manifest. */
  manifest: string
  reason: string
}

export interface Manifest {
  format: 1
  id: string
  /** 1 for the first. */
  revision: number
  kind: string
  title: string
  body?: string | undefined
  session?: number | undefined
  /** Day of the meeting in the Jalali calendar, 1405/09/04. */
  date: string
  class: string
  replaces?: Replaced | undefined
  /** When it was stored, ISO 8601 in UTC. */
  issued: string
  files: StoredFile[]
}

/** The names are short and safe: what reads a manifest opens these paths. */
const path = z
  .string()
  .regex(/^[^/\\:]+(?:\/[^/\\:]+)?$/)
  .refine((text) => text.split('/').every((part) => !/^\.{1,2}$/.test(part)))
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(1)
const schema = z.object({
  format: z.literal(1),
  id: z.string(),
  revision: count,
  kind: z.string(),
  title: z.string(),
  body: z.string().optional(),
  session: z.int().optional(),
  date: z.string(),
  class: z.string(),
  replaces: z.object({ revision: count, manifest: hash, reason: z.string() }).optional(),
  issued: z.string(),
  files: z.array(z.object({ path, size: z.int().min(0), sha256: hash })),
})

/** As it is stored: for people as much as for programs. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Undefined for what is no manifest of this format. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

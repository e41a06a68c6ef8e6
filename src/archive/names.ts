/** Names of revisions in an archive: good on every system, in every listing of checksums, for decades. */
import { isDeviceName } from '../model/device-name.ts'
import type { JalaliDate } from '../persian/calendar.ts'

/** Of 255 that file systems allow; endings and numbers are added. */
const mostBytes = 180

/** Separators and wildcards of some system, what BagIt and `sha256sum` write otherwise, and what cannot be seen. */
// oxlint-disable-next-line no-control-regex -- keeping control characters out of names is the purpose
const unsafe = /[\u0000-\u001f\u007f-\u009f"%*/:<>?\\|\u200b\u200d-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

/** Whether a revision can be stored under this id. */
export function isSafeId(id: string): boolean {
  const clean = id === id.normalize('NFC') && id === id.trim() && id.isWellFormed()
  const bytes = Buffer.byteLength(id)
  return (
    clean && bytes > 0 && bytes <= mostBytes && !/^\.|\.$/.test(id) && !unsafe.test(id) && !isDeviceName(id)
  )
}

/** 1405/09/04. */
export function dayText({ y, m, d }: JalaliDate): string {
  return [y, String(m).padStart(2, '0'), String(d).padStart(2, '0')].join('/')
}

/** Folder of a revision, from the archive's: 1405/09/<id>.r1. */
export function revisionPath(date: JalaliDate, id: string, revision: number): string {
  return `${dayText(date).slice(0, '1405/09'.length)}/${id}.r${revision}`
}

/** What a path says; undefined for one that is no revision's. */
export function readRevisionPath(path: string): { id: string; revision: number } | undefined {
  const match = /^\d{4}\/\d{2}\/([^/]+)\.r([1-9]\d{0,5})$/.exec(path)
  const [, id = '', revision] = match ?? []
  return match !== null && isSafeId(id) ? { id, revision: Number(revision) } : undefined
}

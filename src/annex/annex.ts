/** What an annex is once it was read: pages that any pack may take in, and what was found on the way. */
import { fault, warning, type Fault } from '../model/fault.ts'

/** Points. */
export interface PageSize {
  width: number
  height: number
}

export interface Annex {
  format: 'pdf' | 'jpeg' | 'png'
  /**
   * The sanitised copy: upright pages from the origin, cropped as they are shown, without scripts, forms or files; their
   * links lead into the annex, to the web, or to an address.
   */
  pdf: Uint8Array
  pages: PageSize[]
  /** SHA-256 of the file as it came, hex: two annexes of one digest are one. */
  digest: string
  warnings: Fault[]
}

/** Why a file cannot be an annex. */
export interface AnnexFault {
  fault: Fault
}

export interface AnnexLimits {
  /** The file's own size. */
  bytes: number
  pages: number
  /** The longest side of a page, in points. */
  side: number
  /** Pixels of an image; those of a bit each weigh an eighth. */
  pixels: number
  /** Bytes that one stream may inflate to. */
  stream: number
  /** Bytes that all streams together may inflate to, images left out. */
  inflated: number
  /** What a worker may take to read it. */
  seconds: number
  megabytes: number
}

export const annexLimits: AnnexLimits = {
  bytes: 500e6,
  pages: 1000,
  // The longest side that Acrobat opens: 200 inches.
  side: 14_400,
  pixels: 100e6,
  stream: 128e6,
  inflated: 512e6,
  seconds: 30,
  megabytes: 900,
}

/** Thrown inside the folder while a file is read; readAnnex gives its fault back. */
export class Refusal extends Error {
  readonly fault: Fault
  constructor(refused: Fault) {
    super(refused.code)
    this.fault = refused
  }
}

export type Report = (code: string, values?: Record<string, string>) => Fault

/** Faults of one file, each with its name. */
export const failing =
  (name: string): Report =>
  (code, values = {}) =>
    fault(code, undefined, { file: name, ...values })

export const warningOf =
  (name: string): Report =>
  (code, values = {}) =>
    warning(code, undefined, { file: name, ...values })

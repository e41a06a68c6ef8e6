/**
 * Objects of one file into another, with what they refer to. What a page does not need to be seen stays behind: whole pages and
 * elements that something points to, actions, files, references to other files.
 */
import { entry, nameAt, numberAt } from './objects.ts'
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFContext,
  type PDFObject,
} from './pdf-library.ts'

/** Objects that stand for more than what is shown. */
const leftTypes = new Set(
  'Page Pages Catalog Annot StructElem StructTreeRoot Filespec EmbeddedFile Sig Action Outlines'.split(' '),
)
const actions = new Set(
  'GoTo GoToR GoToE Launch Thread URI Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript SetOCGState Rendition Trans GoTo3DView RichMediaExecute'.split(
    ' ',
  ),
)
/** Entries of streams: data outside of the file, and what is said of them elsewhere. */
const leftOfStreams = 'F FFilter FDecodeParms Metadata PieceInfo AF OPI Ref LastModified Length'.split(' ')
const scalars = [PDFBool, PDFHexString, PDFName, PDFNumber, PDFString]
const keysOfTags = ['StructParent', 'StructParents'] as const
const isKeyOfTags = (name: string): name is (typeof keysOfTags)[number] =>
  (keysOfTags as readonly string[]).includes(name)

export interface CopyOptions {
  /** Added to the keys of the parent tree; without it they are left out. */
  tagsFrom?: number
  /** Told of every stream before it is copied; may throw. */
  check?: (stream: PDFRawStream) => void
}

export class Copier {
  readonly #from: PDFContext
  readonly #to: PDFContext
  readonly #options: CopyOptions
  readonly #refs = new Map<PDFRef, PDFRef>()
  readonly #due: PDFRef[] = []
  /** The next free key of the parent tree. */
  nextKey: number
  /** How many objects were not there, or could not be read. */
  lost = 0

  constructor(from: PDFContext, to: PDFContext, options: CopyOptions = {}) {
    this.#from = from
    this.#to = to
    this.#options = options
    this.nextKey = options.tagsFrom ?? 0
  }

  /** Where an object went; nothing for one that was not copied. */
  placeOf(ref: PDFRef): PDFRef | undefined {
    return this.#refs.get(ref)
  }

  copy(object: PDFObject): PDFObject {
    const copied = this.#copy(object)
    // One after the other: a chain of references may be longer than a stack.
    for (let ref = this.#due.pop(); ref !== undefined; ref = this.#due.pop()) {
      const value = this.#from.lookup(ref)
      if (value === undefined) this.lost++
      this.#to.assign(this.#refs.get(ref)!, value === undefined ? PDFNull : this.#copy(value))
    }
    return copied
  }

  /** A dictionary's entries but some, into a stream of its own. */
  stream(stream: PDFRawStream, without: readonly string[] = []): PDFRawStream {
    this.#options.check?.(stream)
    const dictionary = this.#entries(stream.dict, [...leftOfStreams, ...without])
    return PDFRawStream.of(dictionary, stream.contents)
  }

  #copy(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return this.#place(object)
    if (object instanceof PDFRawStream) {
      const postScript = nameAt(object.dict, 'Subtype') === 'PS' || nameAt(object.dict, 'Subtype2') === 'PS'
      const left = postScript || leftTypes.has(nameAt(object.dict, 'Type') ?? '')
      return left ? PDFNull : this.stream(object)
    }
    if (object instanceof PDFDict) {
      const left = leftTypes.has(nameAt(object, 'Type') ?? '') || actions.has(nameAt(object, 'S') ?? '')
      // A name such as Metadata may be that of a font or an image, among others in one dictionary.
      const without = ['Metadata', 'PieceInfo'].filter((name) => !isResource(object, name))
      return left ? PDFNull : this.#entries(object, without)
    }
    if (object instanceof PDFArray) {
      const array = PDFArray.withContext(this.#to)
      for (const value of object.asArray()) array.push(this.#copy(value))
      return array
    }
    if (object === PDFNull || scalars.some((kind) => object instanceof kind)) return object
    // Bytes that could not be read would be written as they are, and might be anything.
    this.lost++
    return PDFNull
  }

  #place(ref: PDFRef): PDFRef {
    const known = this.#refs.get(ref)
    if (known !== undefined) return known
    const place = this.#to.nextRef()
    this.#refs.set(ref, place)
    this.#due.push(ref)
    return place
  }

  #entries(dictionary: PDFDict, without: readonly string[]): PDFDict {
    const copied = PDFDict.withContext(this.#to)
    for (const [key, written] of dictionary.entries()) {
      const name = key.decodeText()
      const value = isKeyOfTags(name) ? this.keyOf(dictionary, name) : written
      if (value === undefined || without.includes(name)) continue
      copied.set(key, this.#copy(value))
    }
    return copied
  }

  /** A key of the parent tree as it is in the other file; nothing where tags are left out. */
  keyOf(from: PDFDict, name: (typeof keysOfTags)[number]): PDFNumber | undefined {
    const { tagsFrom } = this.#options
    const key = numberAt(from, name)
    if (tagsFrom === undefined || key === undefined) return undefined
    this.nextKey = Math.max(this.nextKey, key + tagsFrom + 1)
    return PDFNumber.of(key + tagsFrom)
  }
}

const isResource = (dictionary: PDFDict, name: string): boolean =>
  nameAt(dictionary, 'Type') === undefined && nameAt(asDict(entry(dictionary, name)), 'Type') !== 'Metadata'

const asDict = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFRawStream ? value.dict : value instanceof PDFDict ? value : undefined

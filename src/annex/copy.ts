/**
 * Objects of one file into another, with what they refer to. What a page does not need to be seen stays behind: whole pages and
 * elements that something points to, actions, files, references to other files.
 */
import { PartKey } from './gapped.ts'
import { found, nameAt, numberAt } from './objects.ts'
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
const leftOfStreams = named(
  'F FFilter FDecodeParms Metadata PieceInfo AF OPI Ref LastModified Length'.split(' '),
)
const leftOfAll = named(['Metadata', 'PieceInfo'])
const nothing = named([])
const scalars = [PDFBool, PDFHexString, PDFName, PDFNumber, PDFString]
const keysOfTags = ['StructParent', 'StructParents'] as const
const namesOfTags = new Map(keysOfTags.map((name) => [PDFName.of(name), name]))

export interface CopyOptions {
  /** Whether keys of the parent tree are kept, to be counted from those of other parts. */
  tags?: boolean
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
  nextKey = 0
  /** How many objects were not there, or could not be read. */
  lost = 0

  constructor(from: PDFContext, to: PDFContext, options: CopyOptions = {}) {
    this.#from = from
    this.#to = to
    this.#options = options
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
    const names = without.length === 0 ? leftOfStreams : new Set([...leftOfStreams, ...named(without)])
    const dictionary = this.#entries(stream.dict, names)
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
      const without = [...leftOfAll].filter((name) => object.has(name) && !isResource(object, name))
      return left ? PDFNull : this.#entries(object, without.length === 0 ? nothing : new Set(without))
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

  #entries(dictionary: PDFDict, without: ReadonlySet<PDFName>): PDFDict {
    const copied = PDFDict.withContext(this.#to)
    for (const [key, written] of dictionary.entries()) {
      if (without.has(key)) continue
      const ofTags = namesOfTags.get(key)
      const value = ofTags === undefined ? this.#copy(written) : this.keyOf(dictionary, ofTags)
      if (value !== undefined) copied.set(key, value)
    }
    return copied
  }

  /** A key of the parent tree as a part has it; nothing where tags are left out. */
  keyOf(from: PDFDict, name: (typeof keysOfTags)[number]): PartKey | undefined {
    const key = this.#options.tags === true ? numberAt(from, name) : undefined
    if (key === undefined) return undefined
    this.nextKey = Math.max(this.nextKey, key + 1)
    return new PartKey(key)
  }
}

const isResource = (dictionary: PDFDict, name: PDFName): boolean =>
  nameAt(dictionary, 'Type') === undefined &&
  nameAt(asDict(found(dictionary.context, dictionary.get(name))), 'Type') !== 'Metadata'

function named(names: readonly string[]): ReadonlySet<PDFName> {
  return new Set(names.map((name) => PDFName.of(name)))
}

const asDict = (value: PDFObject | undefined): PDFDict | undefined =>
  value instanceof PDFRawStream ? value.dict : value instanceof PDFDict ? value : undefined

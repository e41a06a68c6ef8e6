/** Objects of a file that may hold anything where something else is due: what is not of the kind asked for is nothing. */
import { type Box, boxOf } from './geometry.ts'
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from './pdf-library.ts'

/** What a value stands for; references are followed a few times, as they might lead to each other. */
export function found(context: PDFContext, value: PDFObject | undefined): PDFObject | undefined {
  let at = value
  for (let steps = 0; at instanceof PDFRef && steps < 8; steps++) at = context.lookup(at)
  return at === PDFNull || at instanceof PDFRef ? undefined : at
}

export function entry(dictionary: PDFDict | undefined, key: string): PDFObject | undefined {
  return dictionary && found(dictionary.context, dictionary.get(PDFName.of(key)))
}

export function dictionaryAt(dictionary: PDFDict | undefined, key: string): PDFDict | undefined {
  return asDictionary(entry(dictionary, key))
}

export function asDictionary(value: PDFObject | undefined): PDFDict | undefined {
  return value instanceof PDFDict ? value : undefined
}

export function streamAt(dictionary: PDFDict | undefined, key: string): PDFStream | undefined {
  const value = entry(dictionary, key)
  return value instanceof PDFStream ? value : undefined
}

/** The values of an array as they are written; of anything else, none. */
export function arrayAt(dictionary: PDFDict | undefined, key: string): PDFObject[] {
  const value = entry(dictionary, key)
  return value instanceof PDFArray ? value.asArray() : []
}

export function nameAt(dictionary: PDFDict | undefined, key: string): string | undefined {
  const value = entry(dictionary, key)
  return value instanceof PDFName ? textOfName(value) : undefined
}

const texts = new WeakMap<PDFName, string>()

/** What a name says: it is decoded once, as there are few of them and each comes often. */
function textOfName(name: PDFName): string {
  let text = texts.get(name)
  if (text === undefined) texts.set(name, (text = name.decodeText()))
  return text
}

export function numberAt(dictionary: PDFDict | undefined, key: string): number | undefined {
  return asNumber(entry(dictionary, key))
}

export function asNumber(value: PDFObject | undefined): number | undefined {
  const number = value instanceof PDFNumber ? value.asNumber() : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

export function textAt(dictionary: PDFDict | undefined, key: string): string | undefined {
  return asText(entry(dictionary, key))
}

export function asText(value: PDFObject | undefined): string | undefined {
  try {
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
  } catch {
    // An odd number of bytes in UTF-16, or the like.
    return undefined
  }
}

/** Four numbers or more, such as a rectangle. */
export function numbersAt(dictionary: PDFDict | undefined, key: string): number[] {
  if (dictionary === undefined) return []
  const values = arrayAt(dictionary, key).map((value) => asNumber(found(dictionary.context, value)))
  return values.every((value) => value !== undefined) ? values : []
}

export function boxAt(dictionary: PDFDict | undefined, key: string): Box | undefined {
  const [left, bottom, right, top] = numbersAt(dictionary, key)
  return top === undefined ? undefined : boxOf([left!, right!], [bottom!, top])
}

/** A line's runs in the order in which they are read. */
import { flagOf, isDigit, isSpace, kindOf } from './character.ts'
import type { Cluster } from './interpret.ts'
import type { Line, Piece } from './lines.ts'

/** Glyphs of one direction, font, size, colour and marked content, from left to right. */
export interface Unit {
  rtl: boolean
  /** What MuPDF takes it for: 1 is turned round, 0 read as it stands. Units that follow each other must differ. */
  flag: 0 | 1
  piece: Piece
  clusters: Cluster[]
}

export interface Order {
  units: Unit[]
  /** The direction of the paragraph, as far as the line tells. */
  rtl: boolean
}

/** The widest gap, in sizes, that pdf.js takes for a space between words of one run, with some room. */
const widest = 0.5

/** The inverse of the bidirectional algorithm's last step: runs back from the order on paper to that of the text. */
export function orderUnits(line: Line): Order {
  const visual: Unit[] = []
  for (const piece of line.pieces) {
    const clusters = piece.clusters.filter(({ text }) => text !== '')
    if (clusters.length === 0) continue
    const rtl = piece.reversed || isRightToLeftAlone(clusters)
    for (const part of rtl ? splitAtGaps(clusters, widest * piece.size * piece.scale[0]) : [clusters]) {
      const last = visual.at(-1)
      const goesOn =
        last !== undefined && last.rtl === rtl && sameStyle(last.piece, piece) && part === clusters
      if (goesOn) last.clusters.push(...part)
      else visual.push({ rtl, flag: rtl ? 1 : 0, piece, clusters: [...part] })
    }
  }
  const rtl = !isLeftToRightLine(visual)
  const units: Unit[] = []
  // Runs against the paragraph's direction keep the order they have on paper where they follow each other.
  let at = rtl ? visual.length - 1 : 0
  const step = rtl ? -1 : 1
  while (at >= 0 && at < visual.length) {
    let end = at
    while (visual[end + step] !== undefined && visual[at]!.rtl !== rtl && visual[end + step]!.rtl !== rtl)
      end += step
    for (let n = end; n !== at - step; n -= step) units.push(visual[n]!)
    at = end + step
  }
  return { units: rtl ? alternate(units.flatMap(splitForMupdf).flatMap(splitForPdfjs)) : units, rtl }
}

/** pdf.js takes words that a wide gap parts, as in a stretched line, for runs of their own. */
function splitAtGaps(clusters: Cluster[], gap: number): Cluster[][] {
  if (!clusters.some(({ text, advance }) => isSpace(text) && advance > gap)) return [clusters]
  const parts: Cluster[][] = [[]]
  for (const cluster of clusters) {
    parts.at(-1)!.push(cluster)
    if (isSpace(cluster.text) && cluster.advance > gap) parts.push([])
  }
  return parts.filter((part) => part.length > 0)
}

/**
 * MuPDF: a percent, plus or currency sign is read from the left even in right-to-left text, so it stands alone; and so
 * does a space at an end, which a neighbour of the same kind needs for a border.
 */
function splitForMupdf(unit: Unit, index: number, units: readonly Unit[]): Unit[] {
  if (!unit.rtl) return [unit]
  const parts: Unit[] = []
  let clusters: Cluster[] = []
  const last = unit.clusters.length - 1
  const close = (): void => {
    if (clusters.length > 0) parts.unshift({ ...unit, clusters })
    clusters = []
  }
  for (const [n, cluster] of unit.clusters.entries()) {
    const { text } = cluster
    const alone =
      (text.length === 1 && flagOf(text) === 0) ||
      (isSpace(text) && n === 0 && n < last && units[index + 1]?.rtl === true) ||
      (isSpace(text) && n === last && n > 0 && units[index - 1]?.rtl === true)
    if (alone) {
      close()
      parts.unshift({ ...unit, flag: 0, clusters: [cluster] })
    } else clusters.push(cluster)
  }
  close()
  return parts
}

/** pdf.js turns round only what has a right-to-left letter: punctuation alone is given to it one by one. */
function splitForPdfjs(unit: Unit): Unit[] {
  if (!unit.rtl || unit.clusters.length < 2) return [unit]
  if (unit.clusters.some(({ text }) => has(text, isLetter))) return [unit]
  return unit.clusters.toReversed().map((cluster) => ({ ...unit, clusters: [cluster] }))
}

/** MuPDF: what has no direction of its own, a space or a bracket alone, takes the one that its neighbour has not. */
function alternate(units: Unit[]): Unit[] {
  const isNeutral = ({ rtl, clusters }: Unit): boolean =>
    rtl && !clusters.some(({ text }) => has(text, isDirected))
  // A line may begin with such: the last of them differs from what follows.
  const first = units.findIndex((unit) => !isNeutral(unit))
  let flag: number = first === -1 ? 0 : (units[first]!.flag + first + 1) % 2
  return units.map((unit) => {
    if (!isNeutral(unit)) {
      flag = unit.flag
      return unit
    }
    const other = flag === 0 ? 1 : 0
    flag = other
    return { ...unit, flag: other }
  })
}

/** Skia marks no run of one cluster as reversed: its direction is that of its character. */
function isRightToLeftAlone(clusters: Cluster[]): boolean {
  if (clusters.length > 1) return false
  const { text } = clusters[0]!
  if (has(text, isLetter)) return true
  return !has(text, isForeign) && !has(text, isDigit)
}

const isLetter = (character: string): boolean => kindOf(character) === 'R'
const isForeign = (character: string): boolean => kindOf(character) === 'L'
const isDirected = (character: string): boolean => flagOf(character) !== undefined

/** Whether one of the characters of a text, which is mostly one, is of a class. */
function has(text: string, is: (character: string) => boolean): boolean {
  if (text.length === 1) return is(text)
  for (const character of text) if (is(character)) return true
  return false
}

function sameStyle(a: Piece, b: Piece): boolean {
  return (
    a.font === b.font &&
    a.size === b.size &&
    a.mark === b.mark &&
    a.colors[0] === b.colors[0] &&
    a.colors[1] === b.colors[1]
  )
}

/** In a left-to-right paragraph the spaces beside a right-to-left word belong to the runs around it. */
function isLeftToRightLine(visual: Unit[]): boolean {
  if (visual.every(({ rtl }) => !rtl)) return true
  if (visual.every(({ rtl }) => rtl)) return false
  return visual.some((unit, n) => {
    if (unit.rtl || unit.clusters.length < 2) return false
    const first = unit.clusters[0]!.text
    const last = unit.clusters.at(-1)!.text
    return (visual[n - 1]?.rtl === true && isSpace(first)) || (visual[n + 1]?.rtl === true && isSpace(last))
  })
}

/** The characters of a line as they are read. */
export function lineText({ units }: Order): string {
  return units.map(unitText).join('')
}

export function unitText({ rtl, clusters }: Unit): string {
  return (rtl ? clusters.toReversed() : clusters).map(({ text }) => text).join('')
}

/** Links of our papers to parts of the pack: `jalaseh:part/3`, `jalaseh:part/3/page/2`, each counted from 1. */

const partLink = /^jalaseh:part\/([1-9]\d{0,3})(?:\/page\/([1-9]\d{0,3}))?$/

/** Where a part begins, from 0, and how many pages it has. */
export interface PartPlace {
  first: number
  pages: number
}

export const isPartLink = (uri: string): boolean => partLink.test(uri)

/** The page of the pack, from 0, that a link leads to; nothing when the pack has no such part, or the part no such page. */
export function pageOfPartLink(uri: string, parts: readonly PartPlace[]): number | undefined {
  const [, part, page = '1'] = partLink.exec(uri) ?? []
  const place = parts[Number(part) - 1]
  return place !== undefined && Number(page) <= place.pages ? place.first + Number(page) - 1 : undefined
}

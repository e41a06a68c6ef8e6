/** What the pages show of each element, gathered while their content is rewritten; what shows nothing leaves the tree. */
import { readDictionary, referenceOf } from './dictionary.ts'
import type { Fragment, Tags } from './marked-content.ts'
import type { PdfFile } from './pdf-file.ts'
import { type Content, type Element, isContent, isElement, type Structure, within } from './structure.ts'

export interface PrintedStructure {
  tagsOf(page: number): Tags
  textOf(element: Element): string
}

export function gatherText({ objects }: PdfFile, { ownerOf }: Structure): PrintedStructure {
  const fragments = new Map<number, Map<number, Fragment>>()
  // The text of a form is not read.
  const fragmentOf = ({ page, mcid, form }: Content): Fragment | undefined =>
    form === undefined ? fragments.get(page)?.get(mcid) : undefined

  /** Chromium repeats the head of a table on each of its pages, and tags it every time. */
  const isRepeated = (owner: Element, page: number, text: string): boolean => {
    const before = owner.kids.find(isContent)
    if (before === undefined || before.page === page || within(owner, 'TH') === undefined) return false
    return fragmentOf(before)?.text === text
  }
  const tagsOf = (page: number): Tags => {
    const onPage = new Map<number, Fragment>()
    fragments.set(page, onPage)
    return {
      taggedForms: taggedForms(objects, page),
      isArtifact(mcid, shows, fragment) {
        const owner = ownerOf(page, mcid)
        if (owner === undefined) return false
        if (fragment !== undefined) onPage.set(mcid, fragment)
        const isBorder = (shows === 'path' || shows === 'nothing') && !isPicture(owner)
        if (!isBorder && !(fragment !== undefined && isRepeated(owner, page, fragment.text))) return false
        owner.kids = owner.kids.filter(
          (kid) => !isContent(kid) || kid.form !== undefined || kid.page !== page || kid.mcid !== mcid,
        )
        return true
      },
    }
  }
  return { tagsOf, textOf: (element) => elementText(element, fragmentOf) }
}

function taggedForms(objects: PdfFile['objects'], page: number): Set<string> {
  const resources = readDictionary(readDictionary(objects.get(page)!.value).get('Resources') ?? '<<>>')
  const named = readDictionary(resources.get('XObject') ?? '<<>>')
  const tagged = [...named].filter(([, value]) =>
    /\/StructParents \d/.test(objects.get(referenceOf(value) ?? NaN)?.value ?? ''),
  )
  return new Set(tagged.map(([name]) => name))
}

/** The text of an element in its order; a space stands between what is not on one line. */
export function elementText(
  element: Element,
  fragmentOf: (content: Content) => Fragment | undefined,
): string {
  let text = ''
  let end: string | undefined
  const add = (part: Element): void => {
    for (const kid of part.kids) {
      if (isElement(kid)) add(kid)
      const fragment = isContent(kid) ? fragmentOf(kid) : undefined
      if (fragment === undefined || !isContent(kid)) continue
      const start = `${kid.page} ${fragment.first}`
      text += end === undefined || end === start ? fragment.text : ` ${fragment.text}`
      end = `${kid.page} ${fragment.last}`
    }
  }
  add(element)
  return text.replaceAll(/ +/g, ' ').trim()
}

/** A figure that holds no elements is a picture; one that does is a box with a caption. */
export function isPicture({ type, kids }: Element): boolean {
  return type === 'Figure' && !kids.some(isElement)
}

/** Stamps of packs: each text is printed once, together with others, and then put on as many pages as bear it. */
import type { Sheet } from '../../annex/assemble.ts'
import { finishPdf } from '../../finish/finish.ts'
import type { Fault } from '../../model/fault.ts'
import type { House } from '../../paper/head.ts'
import { toStamps } from '../../pipeline.ts'
import type { Look, StampText } from '../../pipeline.ts'
import type { Print } from '../press.ts'

const paper = { kind: 'stamps', title: 'stamps' }

/** Texts that may be in one pack: no sheet of another group can be told from theirs, nor theirs from it. */
export interface StampGroup {
  key: string
  texts: readonly StampText[]
}

export class Sheets {
  readonly #known = new Map<string, Sheet>()
  readonly #house: House
  readonly #look: Look

  constructor(house: House, look: Look) {
    this.#house = house
    this.#look = look
  }

  /** Prints those of the texts that are not there yet; the fault that keeps them from it. */
  async add(groups: readonly StampGroup[], print: Print): Promise<Fault | undefined> {
    const wanted = groups.flatMap(({ key, texts }) =>
      texts.map((text) => ({ key, text, id: idOf(key, text) })),
    )
    const missing = [...new Map(wanted.map((one) => [one.id, one])).values()].filter(
      ({ id }) => !this.#known.has(id),
    )
    if (missing.length === 0) return undefined
    const texts = missing.map(({ text }) => text)
    const printed = await print(paper, () => toStamps(texts, this.#house, this.#look))
    if ('fault' in printed) return printed.fault
    const keys = [...new Set(missing.map(({ key }) => key))]
    const ofPages = missing.map(({ key }) => keys.indexOf(key))
    const { openSheets } = await import('../../annex/assemble.ts')
    // Their words are read with the pages that bear them.
    const sheets = await openSheets(finishPdf(printed.pdf, { groups: ofPages }).pdf)
    missing.forEach(({ id }, index) => this.#known.set(id, sheets[index]!))
    return undefined
  }

  of(key: string, text: StampText): Sheet {
    return this.#known.get(idOf(key, text))!
  }
}

const idOf = (key: string, text: StampText): string => JSON.stringify([key, text])

/** Stamps of packs: each text is printed once, together with others, and then put on as many pages as bear it. */
import { openSheets } from '../../annex/assemble.ts'
import type { Sheet } from '../../annex/assemble.ts'
import { finishPdf } from '../../finish/finish.ts'
import type { Fault } from '../../model/fault.ts'
import type { House } from '../../paper/head.ts'
import { toStamps } from '../../pipeline.ts'
import type { Look, StampText } from '../../pipeline.ts'
import type { Print } from '../press.ts'

const paper = { kind: 'stamps', title: 'stamps' }
const keyOf = (text: StampText): string => JSON.stringify(text)

export class Sheets {
  readonly #known = new Map<string, Sheet>()
  readonly #house: House
  readonly #look: Look

  constructor(house: House, look: Look) {
    this.#house = house
    this.#look = look
  }

  /** Prints those of the texts that are not there yet; the fault that keeps them from it. */
  async add(texts: readonly StampText[], print: Print): Promise<Fault | undefined> {
    const missing = [...new Map(texts.map((text) => [keyOf(text), text])).values()].filter(
      (text) => !this.#known.has(keyOf(text)),
    )
    if (missing.length === 0) return undefined
    const printed = await print(paper, () => toStamps(missing, this.#house, this.#look))
    if ('fault' in printed) return printed.fault
    // Their words are read with the pages that bear them.
    const sheets = await openSheets(finishPdf(printed.pdf).pdf)
    missing.forEach((text, index) => this.#known.set(keyOf(text), sheets[index]!))
    return undefined
  }

  of(text: StampText): Sheet {
    return this.#known.get(keyOf(text))!
  }
}

/** The sample's parts of packs. */
import type { PackView } from './view-pack.ts'

const T = 'نمونه'
const href = 'jalaseh:part/2'

export const samplePack: PackView = {
  pack: {
    recipients: [{ lang: 'fa', dir: 'rtl', lines: [T], copy: T }],
    supplement: T,
    told: T,
    asks: [{ n: T, text: T, to: T, amount: T, legalBasis: T, effect: T }],
    resolutions: [
      {
        n: T,
        text: T,
        credit: T,
        responsible: T,
        cooperating: T,
        deadline: T,
        status: { word: T, shape: 'open' },
      },
    ],
    contents: [
      {
        label: T,
        title: T,
        detail: T,
        page: '۲',
        href,
        sections: [{ number: '۱', title: T, page: '۳', href: `${href}/page/2` }],
      },
    ],
  },
  slip: { label: T, title: T, fields: [{ label: T, value: T }] },
  supplement: { title: T, groups: [{ title: T, rows: [{ change: T, title: T, lines: [T] }] }] },
}

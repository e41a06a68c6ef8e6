import { describe, expect, it, test } from 'vitest'
import { renderPage } from '../../src/page/render.ts'
import { faceRules, typeface } from '../../src/page/typeface.ts'
import { definition, shipped } from './files.ts'
import { summary } from './sample-view.ts'

const fonts = {
  'Vazirmatn-Regular.woff2': 'AAAA',
  'Vazirmatn-Medium.woff2': 'BBBB',
  'Parastoo-Regular.woff2': 'CCCC',
  'Parastoo-Bold.woff2': 'DDDD',
  'own-Bold.woff2': 'EEEE',
}
const file = { regular: 'a.woff2', bold: 'b.woff2' }

test.each([
  ['none', undefined, { family: 'Vazirmatn', files: { Regular: 'AAAA', Medium: 'BBBB' } }],
  [
    'ours',
    { family: 'vazirmatn' as const },
    { family: 'Vazirmatn', files: { Regular: 'AAAA', Medium: 'BBBB' } },
  ],
  [
    'naskh',
    { family: 'parastoo' as const },
    { family: 'Parastoo', files: { Regular: 'CCCC', Bold: 'DDDD' } },
  ],
  ['own', { ...file, name: 'B Nazanin' }, { family: 'B Nazanin', files: { Bold: 'EEEE' } }],
  ['own without a name', file, { family: 'Office', files: { Bold: 'EEEE' } }],
])('settings that name %s', (_, font, expected) => {
  expect(typeface(font, fonts)).toEqual(expected)
})

it('files read in another order make the same page', () => {
  const backwards = Object.fromEntries(Object.entries(fonts).toReversed())
  expect(faceRules(typeface(undefined, backwards))).toBe(faceRules(typeface(undefined, fonts)))
})

it('a name cannot leave its quotes, nor be a word of CSS', () => {
  expect(faceRules({ family: 'serif', files: {} })).toBe(':root{--font:"serif"}')
  expect(faceRules({ family: 'a"};x{</style>', files: {} })).not.toMatch(/"\};|<\//)
})

describe('styles', () => {
  const paper = definition('summary')
  const styles = { ...shipped('.css'), 'shared/0.css': '/* shared own */', 'summary/0.css': '/* kind own */' }
  const page = (added: string[], font?: { family: 'parastoo' }): string =>
    renderPage({
      paper,
      view: summary,
      templates: shipped('.hbs'),
      styles: { ...styles, 'briefing/0.css': '/* another kind */' },
      added,
      fonts,
      accent: '#14505c',
      size: 'A4',
      ...(font && { font }),
    })

  it('that an office adds come after all of ours, those for one kind last', () => {
    const order = (html: string): string[] =>
      ['/* Text */', '.summary h1{', '/* shared own */', '/* kind own */'].toSorted(
        (a, b) => html.indexOf(a) - html.indexOf(b),
      )
    const html = page(['summary/0.css', 'shared/0.css', 'briefing/0.css'])
    expect(order(html)).toEqual(['/* Text */', '.summary h1{', '/* shared own */', '/* kind own */'])
    expect(html.includes('/* another kind */')).toBe(false)
    expect(order(page([]))[0]).toBe('/* shared own */')
  })

  it('take the family from one variable, and no other family is embedded', () => {
    const html = page([], { family: 'parastoo' })
    expect(html.match(/@font-face\{font-family:(\w+)/g)).toEqual([
      '@font-face{font-family:Parastoo',
      '@font-face{font-family:Parastoo',
    ])
    expect(html.includes(':root{--font:Parastoo}')).toBe(true)
    expect(html.includes('Vazirmatn')).toBe(false)
  })
})

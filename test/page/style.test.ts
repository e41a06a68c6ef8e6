import { describe, expect, it } from 'vitest'
import { shipped } from './files.ts'

const styles = Object.entries(shipped('.css'))

describe.each(styles)('%s', (_, css) => {
  // Each of these breaks Persian joins, embeds a second font, or fights the settings of the paper.
  it.each([
    ['letter-spacing', /letter-spacing/],
    ['italics', /font-style\s*:\s*italic/],
    ['stroked text', /text-stroke/],
    ['justified rivers', /text-align\s*:\s*justify/],
    ['physical alignment', /text-align\s*:\s*(?:left|right)/],
    ['physical edges', /\b(?:margin|padding|border)-(?:left|right)\b/],
    ['a paper size of its own', /[{;]\s*size\s*:/],
    ['direction of text', /[{;]\s*direction\s*:/],
    ['Arabic digits', /arabic-indic/],
    ['another font', /font-family\s*:\s*(?!var\(--font\))/],
    ['anything from outside', /url\((?!data:)|@import/],
    ['a weight that is not embedded', /font-weight\s*:\s*(?!400|500|700)/],
  ])('has no %s', (_name, pattern) => {
    expect(css).not.toMatch(pattern)
  })
})

describe('the furniture of every page', () => {
  it('tells the class at head and foot, the page and how many there are', () => {
    const css = shipped('.css')['shared/furniture.css'] ?? ''
    expect(css).toMatch(/@top-left\{content:var\(--doc-class\) var\(--doc-copy\)/)
    expect(css).toMatch(/@bottom-left\{content:var\(--doc-class\)/)
    expect(css).toMatch(/counter\(page,persian\).*counter\(pages,persian\)/)
  })

  it('is left as it is by every kind: none says anything else in those places', () => {
    // In a pack the class at the head and the number of the page are stamps.
    const kindStyles = styles.filter(([path]) => !/^(?:shared|packed)\//.test(path))
    expect(kindStyles.length).toBeGreaterThanOrEqual(2)
    for (const [path, css] of kindStyles)
      expect(
        css.match(/@(?:top-left|bottom-left|bottom-center)\b[^}]*content:(?!var\(--doc-class\)|"صفحهٔ ")/g),
        path,
      ).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { cssString, escapeMarkup } from '../../src/page/escape.ts'
import { isolate, isolateInStyle } from '../../src/page/isolate.ts'
import { type PageInput, renderPage } from '../../src/page/render.ts'
import type { View } from '../../src/paper/view.ts'
import { definition, shipped } from './files.ts'
import { briefing, summary } from './sample-view.ts'

const base = {
  templates: shipped('.hbs'),
  styles: shipped('.css'),
  fonts: { 'Vazirmatn-Regular.woff2': 'AAAA', 'Vazirmatn-Bold.woff2': 'BBBB' },
  accent: '#14505c',
  size: 'A4',
} as const

const page = (view: View, more: Partial<PageInput> = {}): string =>
  renderPage({ ...base, paper: definition('briefing'), ...more, view } as PageInput)
const pageOf = (view: View, more: Partial<PageInput> = {}): string =>
  renderPage({ ...base, paper: definition('summary'), ...more, view } as PageInput)
const titled = (title: string): View => ({ ...summary, head: { ...summary.head, title } })
const own = (source: string): Partial<PageInput> => ({ templates: { 'summary/page.hbs': source } })
const bodyOf = (html: string): string => html.slice(html.indexOf('<body'))

describe('text of the user', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', '&lt;script&gt;'],
    ['mustaches', '{{head.class}} {{{x}}} {{> shared/open}}', '{{'],
    ['the end of CDATA', ']]>', ']]&gt;'],
    ['a comment', '<!-- x', '&lt;!--'],
    ['the end of the style', '</style><img src=x onerror=1>', '&lt;/style&gt;'],
    ['an ampersand', '&lt;b&gt;', '&amp;lt;'],
  ])('is shown as text: %s', (_, text, shown) => {
    const html = pageOf(titled(text))
    expect(/<h1>(.*?)<\/h1>/s.exec(html)?.[1]).toContain(shown)
    expect(html).not.toMatch(/<script|<img|<!--/)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })

  it('keeps the text whole', () => {
    const text = 'الف {{head.class}} <b> "ب" \'پ\' & ]]>'
    const html = pageOf(titled(text))
    const shown = (/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')
      .replaceAll(/<\/?bdi[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
    expect(shown).toBe(text)
  })

  it('cannot leave an attribute', () => {
    const view = { ...briefing, agenda: { ...briefing.agenda, id: '"><svg onload=x>\'' } }
    expect(page(view)).toContain('<h2 id="&quot;&gt;&lt;svg onload&#x3D;x&gt;&#x27;">')
    expect(escapeMarkup(`"'<>&`)).toBe('&quot;&#39;&lt;&gt;&amp;')
  })

  it('cannot leave a CSS string', () => {
    const css = cssString('a"b\\c</style>\n\u0000\u007f&}')
    expect(css.slice(1, -1)).not.toMatch(/["\n<>&\p{Cc}]|\\(?![0-9a-f]+ )/u)
    expect(css).toBe('"a\\22 b\\5c c\\3c /style\\3e    \\26 }"')
    const html = pageOf(titled('x";}body{display:none}</style>'))
    expect(html).not.toContain('x";}')
    const title = /--doc-title:("[^"]*");--doc-running/.exec(html)?.[1]
    expect(title).toMatch(/^"[^"<>&\n]+"$/)
    expect(title).toContain('\\22 ;}body{display:none}\\3c /style\\3e ')
  })

  it('loses the control characters that nothing can show, and no other', () => {
    expect(escapeMarkup('الف\u0000\u0001\u0008\u001b\u007f\u0085ب\tپ\nت')).toBe('الفب\tپ\nت')
    expect(escapeMarkup('می\u200cرود \u200e−۵ ۱۲\u200f٪')).toBe('می\u200cرود \u200e−۵ ۱۲\u200f٪')
    expect(pageOf(titled('الف\u0000\u0007ب'))).not.toMatch(/(?![\n])\p{Cc}/u)
  })

  it('is never taken for a replacement pattern', () => {
    expect(pageOf(titled('$& $1 $$'))).toMatch(/<h1>.*\$&amp;.*\$1.*\$\$.*<\/h1>/)
  })
})

describe('direction', () => {
  it('isolates what runs from left to right', () => {
    expect(isolate('تلفن ۰۲۱-۸۸۰۰۱۲۳۴ است')).toBe('تلفن <bdi dir="ltr">۰۲۱-۸۸۰۰۱۲۳۴</bdi> است')
    expect(isolate('نامهٔ ۱۲۳/ص/۴۵۶')).toBe('نامهٔ <bdi dir="rtl" class="nowrap">۱۲۳/ص/۴۵۶</bdi>')
  })

  it('isolates in the strings of CSS without markup', () => {
    expect(isolateInStyle('گواهی ISO 9001 است')).toBe('"گواهی \u2066ISO 9001\u2069 است"')
  })

  it('escapes inside of an isolation', () => {
    expect(isolate('http://x.ir/?a=1&b=<2>')).toMatch(/^<bdi dir="ltr">http:\/\/x\.ir\/\?a=1&amp;b=&lt;2/)
  })

  it('is right to left in the page, in Persian', () => {
    expect(page(briefing)).toMatch(/^<!doctype html>\n<html lang="fa-IR" dir="rtl">/)
  })
})

describe('templates', () => {
  it.each(['{{t head.nothing}}', '{{t nothing}}', '{{nothing}}', '{{nothing.deeper}}'])(
    'fail on a field that does not exist: %s',
    (source) => {
      expect(() => pageOf(summary, own(source))).toThrow(/nothing|deeper|unknown field/)
    },
  )

  it('fail where {{t}} gets a list', () => {
    expect(() => pageOf(summary, own('{{t keyFigures}}'))).toThrow(/not text/)
  })

  it('fail where the page is missing', () => {
    expect(() => pageOf(summary, { templates: {} })).toThrow('no template summary/page.hbs')
  })

  it('escape without {{t}}, too', () => {
    expect(bodyOf(pageOf(titled('<b>'), own('{{head.title}}')))).toContain('&lt;b&gt;')
  })
})

describe('settings', () => {
  it.each(['#fff', 'red', '#14505c;}', '', '#14505g'])('refuse the accent %j', (accent) => {
    expect(() => page(briefing, { accent })).toThrow('accent is not a colour')
  })

  it.each([
    ['A4', '210mm', '297mm'],
    ['A5', '148mm', '210mm'],
  ] as const)('give %s its size and its height', (size, width, height) => {
    const html = page(briefing, { size })
    expect(html).toContain(`@page{size:${width} ${height}}`)
    expect(html).toContain(`--page-height:${height}`)
    expect(html).toContain(`<body class="briefing ${size.toLowerCase()} draft">`)
    expect(html.match(/(?<=[{;]\s*)size\s*:\s*[A-Za-z0-9]+/g)).toEqual([`size:${width}`])
  })

  it('keep a style sheet inside of its element, and the order of the sheets', () => {
    const styles = {
      'summary/b.css': 'b{}',
      'shared/a.css': 'a{content:"</style><p>"}',
      'briefing/c.css': 'c{}',
    }
    const html = pageOf(summary, { styles })
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(html.indexOf('a{content')).toBeLessThan(html.indexOf('b{}'))
    expect(html).not.toContain('c{}')
  })

  it('let a paper have a sheet of its own, and turn it', () => {
    const html = page(briefing, {
      paper: { kind: 'briefing', title: 'x', sheet: 'A6', orientation: 'landscape' },
    })
    expect(html).toContain('@page{size:148mm 105mm}')
    expect(html).toContain('<body class="briefing a6 draft">')
  })

  it('embed the fonts under one name with their weights', () => {
    const html = page(briefing)
    expect(html).toContain(
      '@font-face{font-family:Vazirmatn;font-weight:700;src:url(data:font/woff2;base64,BBBB) format("woff2")}',
    )
    expect(() => page(briefing, { fonts: { 'Vazirmatn-Thin.woff2': 'AA' } })).toThrow('unknown weight')
    expect(() => page(briefing, { fonts: { 'Vazirmatn-Bold.woff2': 'AA)}' } })).toThrow('not base64')
  })

  it('refuse an emblem that is not an image inside the page', () => {
    for (const emblem of ['https://x.ir/a.png', 'data:text/html;base64,AA==', 'data:image/png;base64,A"A'])
      expect(() => page({ ...briefing, office: { ...briefing.office, emblem } })).toThrow('emblem')
  })

  it('load nothing and run nothing', () => {
    const html = page(briefing)
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/(?:src|href)="(?!data:|#)|url\((?!data:)|<script|@import/)
  })
})

describe('the briefing', () => {
  const html = bodyOf(page(briefing))

  it('prints a dotted line for each open field and none for the others', () => {
    const cover = html.slice(0, html.indexOf('<section'))
    const open = [...briefing.letter, ...briefing.cover].filter((f) => f.blank)
    expect(cover.match(/<span class="blank">/g)).toHaveLength(open.length)
    for (const field of open)
      expect(cover).toMatch(new RegExp(`<dt>${field.label}:?</dt><dd><span class="blank">`))
    for (const point of briefing.openPoints) expect(cover).toContain(point)
  })

  it('has one h1, every section under an h2 with its id, and no level left out', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map((m) => Number(m[1]))
    expect(levels.filter((l) => l === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    levels.forEach((l, i) => expect(l - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1))
    expect(html.match(/<h2/g)).toHaveLength(13)
    expect(html.match(/<h2 id="[a-z-]+">/g)).toHaveLength(13)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leaves out a section that is empty', () => {
    const empty = page({ ...briefing, earlier: { ...briefing.earlier, rows: [] }, openPoints: [] })
    expect(empty).not.toContain(briefing.earlier.title)
    expect(empty).not.toContain('نکته‌های باز')
  })

  it('says a status by shape and by word', () => {
    expect(html).toContain('<span class="shape shape-late"></span>عقب‌افتاده')
    expect(html).toContain('<span class="shape shape-running"></span>در جریان')
  })

  it('takes no paragraph for a list of rows: every row has as many cells as its head', () => {
    for (const [table] of html.matchAll(/<table>.*?<\/table>/gs)) {
      const heads = table.match(/<th[ >]/g)?.length ?? 0
      const groups = table.match(/class="group"/g)?.length ?? 0
      for (const [row] of table.matchAll(/<tr><td.*?<\/tr>/gs))
        expect(row.match(/<td[ >]/g)).toHaveLength(heads - groups)
    }
  })
})

describe('the summary', () => {
  const html = bodyOf(pageOf(summary))

  it('holds purpose, standing, figures, asks and what to say, in this order', () => {
    const places = [
      'بسمه تعالی',
      '<h1>',
      summary.summary.purpose.slice(0, 20),
      'تا امروز',
      '<svg',
      'چه می‌خواهیم',
      'چه بگوییم',
      'نکته‌های باز',
    ].map((t) => html.indexOf(t))
    expect(places.every((p) => p > 0)).toBe(true)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
  })

  it('prints no empty heading when a part is missing', () => {
    const none = {
      asks: { ...summary.asks, rows: [] },
      talkingPoints: { ...summary.talkingPoints, items: [] },
      summary: { ...summary.summary, paces: [], keyFigures: [] },
    }
    const bare = bodyOf(pageOf({ ...summary, ...none }))
    expect(bare).not.toMatch(/<h2|<svg|class="figures"/)
  })
})

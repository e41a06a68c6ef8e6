import type { CDPSession } from 'puppeteer'

const pixelsPerPoint = 96 / 72
const pixelsPerMillimetre = 96 / 25.4
const leastOverflow = 0.1

/**
 * The used margins of the first page in pixels, [top, right, bottom, left]. Chromium's own margin, 0.4 inch,
 * stands where no rule sets one. Lengths are measured on an element, which knows every unit and calc().
 */
const pageMargins = `(() => {
  const sides = ['top', 'right', 'bottom', 'left']
  const margins = Object.fromEntries(sides.map((side) => [side, '0.4in']))
  const read = (rules) => {
    for (const rule of rules) {
      if (rule instanceof CSSPageRule && /^(:first)?$/.test(rule.selectorText)) {
        for (const side of sides) margins[side] = rule.style.getPropertyValue('margin-' + side) || margins[side]
      } else if (rule.cssRules && !(rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches)) {
        read(rule.cssRules)
      }
    }
  }
  for (const sheet of document.styleSheets) read(sheet.cssRules)
  const probe = document.documentElement.appendChild(document.createElement('div'))
  const lengths = sides.map((side) => {
    probe.style.cssText = 'position: absolute; width: ' + margins[side]
    return probe.getBoundingClientRect().width
  })
  probe.remove()
  return lengths
})()`

/**
 * By how many millimetres the content of a document that was printed is taller than the content box of one page.
 * The document is laid out anew at the width of that box, without page breaks; 0.1 is the least that is given,
 * for content that a forced break alone sends to a second page.
 * @param size the page in points, [width, height]
 */
export async function measureOverflow(session: CDPSession, size: [number, number]): Promise<number> {
  const [top, right, bottom, left] = await value<[number, number, number, number]>(session, pageMargins)
  const width = size[0] * pixelsPerPoint - left - right
  const height = size[1] * pixelsPerPoint - top - bottom
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: Math.max(1, Math.round(width)),
    height: Math.max(1, Math.floor(height)),
    deviceScaleFactor: 1,
    mobile: false,
  })
  try {
    const tall = await value<number>(
      session,
      // The viewport's width is whole pixels; the root has the exact width, as on the page.
      `document.documentElement.style.width = '${width}px', document.documentElement.scrollHeight`,
    )
    const overflow = (tall - height) / pixelsPerMillimetre
    return Math.max(leastOverflow, Math.round(overflow * 10) / 10)
  } finally {
    await session.send('Emulation.clearDeviceMetricsOverride')
  }
}

async function value<T>(session: CDPSession, expression: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
  })
  if (exceptionDetails !== undefined)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as T
}

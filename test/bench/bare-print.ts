/** The bare CDP print that the product is held against: a document set, Page.printToPDF, and nothing looked at. */
import type { PrintBrowser } from '../../src/print/browser.ts'

/** A page of the browser, and a function that prints one document in it. */
export async function barePrinter(browser: PrintBrowser): Promise<(html: string) => Promise<Buffer>> {
  const { targetId, session } = await browser.attachPage()
  await session.send('Page.enable')
  return async (html) => {
    const loaded = new Promise((resolve) => session.once('Page.loadEventFired', resolve))
    await session.send('Page.setDocumentContent', { frameId: targetId, html })
    await loaded
    const { data } = await session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
    return Buffer.from(data, 'base64')
  }
}

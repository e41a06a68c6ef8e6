/** Finishes a printed PDF again and again in a process of its own, and says how long the calls took and what memory. */
import { readFileSync } from 'node:fs'
import { finishPdf } from '../../src/finish/finish.ts'

const [file = '', calls = '1'] = process.argv.slice(2)
const pdf = readFileSync(file)
const before = process.resourceUsage().maxRSS
const times: number[] = []
let pages = 0
let size = 0
for (let call = 0; call < Number(calls); call++) {
  const started = performance.now()
  const finished = finishPdf(pdf, { metadata: { language: 'fa-IR' } })
  times.push(performance.now() - started)
  pages = finished.report.pages
  size = finished.pdf.length
}
// maxRSS is in kilobytes.
const megabytes = ((process.resourceUsage().maxRSS - before) * 1024) / 1e6
console.log(JSON.stringify({ pages, times, megabytes, sizes: [pdf.length, size] }))

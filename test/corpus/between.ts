/**
 * Stands between the command line and its browser as a browser would, and passes on what each says to the other, but
 * for one thing that goes wrong. Arguments: what, the browser, and the browser's own.
 */
import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import type { Readable, Writable } from 'node:stream'

interface Message {
  id?: number
  method?: string
  sessionId?: string
  params?: { html?: string }
  result?: { data?: string }
}

const [wrong = '', browser = '', ...args] = process.argv.slice(2)
const child = spawn(browser, args, { stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'pipe'] })
const toBrowser = child.stdio[3] as Writable
const toTool = createWriteStream('', { fd: 4 })
child.on('exit', (code) => process.exit(code ?? 1))

const pdf = (objects: string): string => `%PDF-1.4\n${objects}\ntrailer << /Root 1 0 R >>\n%%EOF\n`
/** What takes the place of a print. */
const prints: Record<string, string> = {
  'prints nothing': '',
  'prints no PDF': 'a page that is none',
  'prints no page': pdf(
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n2 0 obj << /Type /Pages /Kids [] /Count 0 >> endobj',
  ),
}
const asked = new Set<number>()
/** Pages that go wrong when they are printed: those of one of the meetings. */
const doomed = new Set<string>()
/** What is taken of memory and not given back. */
const hoard: Buffer[] = []
const answers = (message: object): void => void toTool.write(`${JSON.stringify(message)}\0`)

/** One side's messages, each handled and then, if it is still one, passed on. */
function pass(
  from: Readable,
  to: Writable,
  handle: (message: Message) => Message | string | undefined,
): void {
  let rest = ''
  from.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const handled = handle(JSON.parse(message) as Message)
      if (handled !== undefined)
        to.write(`${typeof handled === 'string' ? handled : JSON.stringify(handled)}\0`)
    }
  })
  from.on('end', () => to.end())
}

pass(createReadStream('', { fd: 3 }), toBrowser, (message) => {
  const { id = 0, method, sessionId = '', params } = message
  if (method === 'Page.setDocumentContent' && params?.html?.includes('doomed')) doomed.add(sessionId)
  if (method === 'Page.printToPDF') {
    asked.add(id)
    if (wrong === 'dies') process.kill(process.pid, 'SIGKILL')
    if (wrong === 'talks nonsense') toTool.write('nonsense\0')
    if (wrong === 'tells half') answers({ method: 'Fetch.requestPaused', sessionId, params: {} })
    if (doomed.has(sessionId)) {
      if (wrong === 'loses a page') return { id, method: 'Page.crash', sessionId }
      if (wrong === 'fills the memory') {
        hoard.push(Buffer.alloc(700_000_000, 1))
        return undefined
      }
    }
  }
  if (method === 'Target.closeTarget' && wrong === 'closes nothing') return undefined
  if (method === 'Audits.enable' && wrong === 'is of another age') {
    answers({ id, sessionId, error: { code: -32601, message: `'${method}' wasn't found` } })
    return undefined
  }
  return message
})
pass(child.stdio[4] as Readable, toTool, (message) => {
  const data = prints[wrong]
  if (data === undefined || !asked.has(message.id ?? 0)) return message
  return { ...message, result: { data: Buffer.from(data).toString('base64') } }
})

/** A host that nobody may contact: every connection and datagram to it is written down. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What answers what is asked for by name, so that what would be asked for next is asked for. */
const bodies: Record<string, [type: string, body: string]> = {
  '.css': ['text/css', 'p{color:red}'],
  '.js': ['text/javascript', ''],
  '.svg': ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" id="a" width="9" height="9"/>'],
  '.html': ['text/html', '<p>a'],
}

export class Canary implements AsyncDisposable {
  /** Paths that were asked for, and `udp`. */
  readonly hits: string[] = []
  /** Pages that are served besides, by their paths. */
  readonly pages = new Map<string, string>()
  connections = 0
  readonly #datagrams = createSocket('udp4')
  readonly #server = createServer(({ url = '' }, response) => {
    this.hits.push(url)
    const page = this.pages.get(url)
    const other = bodies[/\.\w+$/.exec(url)?.[0] ?? ''] ?? ['text/plain', '']
    const [type, body] = page === undefined ? other : ['text/html', page]
    response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(body)
  })

  static async open(): Promise<Canary> {
    const canary = new Canary()
    canary.#server.on('connection', () => canary.connections++)
    canary.#server.on('upgrade', ({ url = '' }, socket) => {
      canary.hits.push(url)
      socket.destroy()
    })
    canary.#datagrams.on('message', () => canary.hits.push('udp'))
    canary.#server.listen(0, '127.0.0.1')
    await once(canary.#server, 'listening')
    canary.#datagrams.bind(canary.port, '127.0.0.1')
    await once(canary.#datagrams, 'listening')
    return canary
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get host(): string {
    return `127.0.0.1:${this.port}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    this.#datagrams.close()
    await once(this.#server, 'close')
  }
}

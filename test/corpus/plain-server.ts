/**
 * A mail server that begins without encryption, and whose answer to STARTTLS may bring more than it should: what somebody
 * in between would add before the connection is secured.
 */
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { certificate } from '../e2e/mail/server.ts'

export interface PlainServer extends AsyncDisposable {
  port: number
  /** Lines that came before the connection was secured, and after it. */
  plain: string[]
  secured: string[]
}

/** @param toStartTls what is answered to STARTTLS; the connection is secured where it begins with 220 */
export async function startPlainServer(toStartTls: string): Promise<PlainServer> {
  const sockets = new Set<Socket>()
  const found = { plain: [] as string[], secured: [] as string[] }
  const talk = (socket: Socket, lines: string[], onStartTls?: () => void): void => {
    let rest = ''
    const read = (chunk: Buffer): void => {
      const all = (rest + chunk.toString('latin1')).split('\r\n')
      rest = all.pop() ?? ''
      for (const line of all) {
        lines.push(line)
        const verb = line.slice(0, 8).toUpperCase()
        if (verb === 'STARTTLS' && onStartTls) {
          socket.off('data', read)
          socket.write(toStartTls)
          if (toStartTls.startsWith('220')) onStartTls()
          else socket.on('data', read)
        } else if (verb.startsWith('EHLO')) socket.write('250-peer\r\n250-STARTTLS\r\n250 8BITMIME\r\n')
        else if (verb === 'DATA') socket.write('354 go on\r\n')
        else if (verb === 'QUIT') socket.end('221 bye\r\n')
        else if (line === '.' || /^(?:MAIL|RCPT|RSET|HELO|AUTH)/.test(verb)) socket.write('250 ok\r\n')
      }
    }
    socket.on('data', read)
    socket.on('error', () => {})
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.write('220 peer\r\n')
    talk(socket, found.plain, () => {
      const { key, cert } = certificate
      talk(new TLSSocket(socket, { isServer: true, key, cert }), found.secured)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(found, {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

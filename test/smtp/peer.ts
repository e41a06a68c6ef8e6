/** A mail server of a few lines that can break off at any byte. It keeps what it took: from the dot on it has a message. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

type Break = 'rst' | 'fin' | 'silence'

export interface Behaviour {
  /** After so many bytes of a message, of which the dot and its line are the last. */
  breakAt?: number
  how?: Break
  /** To each command, by its verb, and to the `dot`; `undefined` is yes. A word instead of a line breaks, as does one after `~`. */
  answer?: (to: string, line: string) => string | undefined
  /** Before the answer to the dot, in ms. */
  delay?: () => number
  /** Waited for before a message is asked for. */
  asked?: () => Promise<void>
  extensions?: string[]
}

export interface Peer extends AsyncDisposable {
  port: number
  /** Message-IDs of what came whole, in order. */
  taken: string[]
  /** As they came, with the dots that are doubled and the last one. */
  bodies: string[]
  commands: string[]
  sessions: number
}

const end = '\r\n.\r\n'

export async function listen(behaviour: Behaviour = {}): Promise<Peer> {
  const sockets = new Set<Socket>()
  const peer: Omit<Peer, typeof Symbol.asyncDispose> = {
    port: 0,
    taken: [],
    bodies: [],
    commands: [],
    sessions: 0,
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    peer.sessions++
    serve(socket, behaviour, peer)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(peer, {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

function serve(socket: Socket, behaviour: Behaviour, peer: Omit<Peer, typeof Symbol.asyncDispose>): void {
  const { breakAt, how = 'rst', answer = () => undefined, delay, asked, extensions = [] } = behaviour
  let buffer = ''
  let inData = false
  let deaf = false
  const say = (text: string): void => {
    if (!socket.writable) return
    if (text === 'rst' || text === 'fin' || text === 'silence') return cut(text)
    const { words, then } = /^(?<words>.*)~(?<then>\w+)$/s.exec(text)?.groups ?? {}
    socket.write(words ?? `${text}\r\n`)
    if (then !== undefined) cut(then as Break)
  }
  const cut = (kind: Break): void => {
    deaf = true
    if (kind === 'rst') socket.resetAndDestroy()
    if (kind === 'fin') socket.end()
    if (kind === 'silence') socket.pause()
  }
  const replies: Record<string, string> = {
    EHLO: ['peer', ...extensions]
      .map((line, n, all) => `250${n === all.length - 1 ? ' ' : '-'}${line}`)
      .join('\r\n'),
    DATA: '354 go on',
    QUIT: '221 bye',
  }
  const take = (): void => {
    if (breakAt !== undefined && buffer.length >= breakAt) return cut(how)
    const at = buffer.startsWith('.\r\n') ? 0 : buffer.indexOf(end)
    if (at < 0) return
    const body = buffer.slice(0, at + end.length)
    buffer = buffer.slice(at + end.length)
    inData = false
    peer.bodies.push(body)
    peer.taken.push(/^Message-ID: <([^>]+)>/im.exec(body)?.[1] ?? '')
    const reply = answer('dot', body) ?? '250 2.0.0 queued'
    if (delay === undefined) say(reply)
    else setTimeout(() => say(reply), delay())
  }
  socket.on('data', async (chunk) => {
    if (deaf) return
    buffer += chunk.toString('latin1')
    if (inData) return take()
    for (let at = buffer.indexOf('\r\n'); at >= 0 && !inData && !deaf; at = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, at)
      buffer = buffer.slice(at + 2)
      const verb = (/^\w+/.exec(line)?.[0] ?? '').toUpperCase()
      peer.commands.push(line)
      const reply = answer(verb, line) ?? replies[verb] ?? '250 ok'
      inData = reply.startsWith('354')
      if (inData) await asked?.()
      say(reply)
      if (verb === 'QUIT') socket.end()
      if (inData) take()
    }
  })
  say(answer('greeting', '') ?? '220 peer')
}

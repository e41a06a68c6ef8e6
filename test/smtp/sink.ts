// A mail server in a process of its own that takes everything by STARTTLS and keeps nothing. node sink.ts <key and certificate as JSON>
import { writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

const { key, cert } = JSON.parse(process.argv[2] ?? '') as { key: string; cert: string }
const server = new SMTPServer({
  key,
  cert,
  authOptional: true,
  onData(stream, _, done) {
    stream.resume()
    stream.once('end', () => done())
  },
})
server.listen(0, '127.0.0.1', () => writeSync(1, `${(server.server.address() as AddressInfo).port}\n`))

/**
 * Loaded into the command line before it starts: what it must not do and leaves no trace of is written into the file
 * that CORPUS_WATCH names.
 */
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const told = process.env.CORPUS_WATCH ?? ''
const names = (): string => Reflect.ownKeys(Object.prototype).map(String).toSorted().join(' ')
const before = names()

if (told !== '' && isMainThread) {
  subscribe('net.client.socket', () => appendFileSync(told, 'a connection was begun\n'))
  process.on('exit', () => {
    if (names() !== before) appendFileSync(told, `Object.prototype: ${names()}\n`)
  })
}

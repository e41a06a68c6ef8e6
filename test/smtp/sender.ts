// A process that sends what is due, until it is killed. node sender.ts <folder of a desk> <port> <lease in ms>
import { join } from 'node:path'
import { writeSync } from 'node:fs'
import { openLedger } from '../../src/ledger/ledger.ts'
import { send } from '../../src/smtp/send.ts'

const [folder = '', port = '', lease = ''] = process.argv.slice(2)
using ledger = openLedger(join(folder, 'ledger.sqlite'))
const result = await send({
  ledger,
  settings: { host: '127.0.0.1', port: Number(port), security: 'none', connections: 3 },
  from: 'office@example.ir',
  outbox: join(folder, 'outbox'),
  owner: `${process.pid}-${process.hrtime.bigint()}`,
  clock: () => new Date(),
  timing: { lease: Number(lease) },
})
writeSync(1, JSON.stringify(result))

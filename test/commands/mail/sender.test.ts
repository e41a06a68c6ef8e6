import { describe, expect, it } from 'vitest'
import { senderOf } from '../../../src/commands/mail/sender.ts'
import { readSettings } from '../../../src/source/source.ts'

const given = (mail: object) => {
  const { value, spans } = readSettings(`mail: ${JSON.stringify(mail)}\n`, 'jalaseh.yaml')
  if (value === undefined) throw new Error('no settings')
  const { sender, faults } = senderOf(value, spans)
  return { sender, codes: faults.map(({ code, span }) => `${span?.line ?? '-'} ${code}`) }
}

describe('who writes', () => {
  it('is the address of the settings, with its name; answers go there too', () => {
    const { sender, codes } = given({ from: 'office@example.ir', name: 'دبیرخانه' })
    expect(codes).toEqual([])
    expect(sender).toMatchObject({
      from: { name: 'دبیرخانه', address: 'office@example.ir' },
      replyTo: { name: 'دبیرخانه', address: 'office@example.ir' },
      domain: 'example.ir',
      deliver: 'draft',
    })
  })

  it('may have answers sent elsewhere, and a Persian domain', () => {
    const { sender } = given({ from: 'office@نمونه.ایران', reply_to: 'head@example.ir' })
    expect(sender?.from.address).toMatch(/^office@xn--[a-z0-9]+\.xn--mgba3a4f16a$/)
    expect([sender?.replyTo.address, sender?.domain]).toEqual([
      'head@example.ir',
      sender?.from.address.replace('office@', ''),
    ])
  })

  it('is told everything that is wrong with it at once', () => {
    expect(given({ from: 'a,b@x.ir', reply_to: 'nobody', deliver: 'smtp' })).toEqual({
      sender: undefined,
      codes: ['1 mail/address-several', '1 mail/address-form', '1 mail/no-host'],
    })
  })

  it('says of a wrong address only once that it is wrong', () => {
    expect(given({ from: 'nobody' }).codes).toEqual(['1 mail/address-form'])
  })

  it('is nobody without settings', () => {
    expect(senderOf({}, new Map()).faults.map(({ code }) => code)).toEqual(['mail/no-settings'])
  })
})

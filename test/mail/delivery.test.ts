import { expect, it } from 'vitest'
import { deliveryId, domainOf, listOf, messageIdOf } from '../../src/mail/delivery.ts'

const key = { meeting: 'data/m', edition: 1, kind: 'pack', address: 'ali@x.ir' } as const

it('a delivery has one id, however its mailbox is written', () => {
  const id = deliveryId(key)
  expect(id).toMatch(/^[0-9a-f]{64}$/)
  expect(deliveryId({ ...key, address: 'Ali@x.ir' })).toBe(id)
  const others = [
    { ...key, meeting: 'data/n' },
    { ...key, edition: 2 },
    { ...key, kind: 'supplement' as const },
    { ...key, address: 'ali@y.ir' },
    { ...key, meeting: 'data/m","x' },
  ]
  expect(new Set([id, ...others.map(deliveryId)]).size).toBe(6)
})

it('a message is named by its delivery', () => {
  expect(messageIdOf(deliveryId(key), domainOf('office@x.ir'))).toBe(`${deliveryId(key).slice(0, 32)}@x.ir`)
})

it('a council has one list, however it is spelled', () => {
  const { name, id } = listOf('کارگروه توسعهٔ صادرات', 'x.ir')
  expect(name).toBe('کارگروه توسعهٔ صادرات')
  expect(id).toMatch(/^c[0-9a-f]{12}\.x\.ir$/)
  expect(listOf('كارگروه  توسعه صادرات', 'x.ir').id).toBe(id)
  expect(listOf('کارگروه توسعهٔ واردات', 'x.ir').id).not.toBe(id)
})

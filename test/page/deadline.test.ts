import { expect, it } from 'vitest'
import { TemplateFailure, withinDeadline } from '../../src/page/deadline.ts'

const code = (work: () => string, milliseconds?: number): string => {
  try {
    return withinDeadline(work, undefined, milliseconds)
  } catch (error) {
    if (error instanceof TemplateFailure) return error.code
    throw error
  }
}

it('gives what was written', () => {
  expect(withinDeadline(() => 'متن')).toBe('متن')
})

it('ends what comes to no end', () => {
  expect(
    code(() => {
      for (;;);
    }, 50),
  ).toBe('template/too-slow')
})

it('ends what writes without end', () => {
  expect(code(() => 'x'.repeat(50_000_001))).toBe('template/too-long')
  expect(code(() => 'x'.repeat(2 ** 29) + 'x'.repeat(2 ** 29))).toBe('template/too-long')
})

it('what a template fails with otherwise goes on', () => {
  expect(() =>
    withinDeadline(() => {
      throw new TypeError('no text')
    }),
  ).toThrow(TypeError)
})

it('leaves nothing behind, one within the other neither', () => {
  expect(withinDeadline(() => 'a' + withinDeadline(() => 'b'))).toBe('ab')
  expect(Object.getOwnPropertySymbols(globalThis)).not.toContain(Symbol.for('jalaseh.template'))
})

import { expect, test } from 'vitest'
import { withoutNotes } from '../../src/workspace/photo.ts'
import { jpeg } from '../corpus/pictures.ts'

test('what a camera wrote is left out, the picture stays', () => {
  expect(withoutNotes(jpeg(1, 1, 'GPS 35N 51E'))).toEqual(jpeg(1, 1))
})

test('a photo is turned as before', () => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex')
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const plain = jpeg(1, 1)
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  const turned = Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)])
  expect(withoutNotes(turned)).toEqual(turned)
})

test('what is no JPEG is left as it was', () => {
  const bytes = Buffer.from('\xff\xd8no segments', 'latin1')
  expect(withoutNotes(bytes)).toEqual(bytes)
})

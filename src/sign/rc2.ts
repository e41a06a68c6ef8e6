/**
 * RC2 in CBC mode, read only (RFC 2268). Key files of older tools hide their certificates by it, with 40 bits of key;
 * OpenSSL 3 keeps it in a provider that Node does not load.
 */

const table = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
)
const turns = [1, 2, 3, 5]

/** The plain bytes with their padding, by a key all of whose bits count. Throws RangeError for a broken block. */
export function decryptRc2(data: Uint8Array, key: Uint8Array, iv: Uint8Array): Buffer {
  if (data.length === 0 || data.length % 8 !== 0) throw new RangeError('not whole blocks')
  const words = expand(key)
  const plain = Buffer.from(data)
  for (let at = 0; at < data.length; at += 8) {
    const block = decryptBlock(plain.subarray(at, at + 8), words)
    const before = at === 0 ? iv : data.subarray(at - 8, at)
    for (let index = 0; index < 8; index++) plain[at + index] = block[index]! ^ before[index]!
  }
  return plain
}

function expand(key: Uint8Array): Uint16Array {
  const bytes = Buffer.alloc(128)
  bytes.set(key)
  const size = key.length
  for (let at = size; at < 128; at++) bytes[at] = table[(bytes[at - 1]! + bytes[at - size]!) & 255]!
  bytes[128 - size] = table[bytes[128 - size]!]!
  for (let at = 127 - size; at >= 0; at--) bytes[at] = table[bytes[at + 1]! ^ bytes[at + size]!]!
  return Uint16Array.from({ length: 64 }, (_, at) => bytes.readUInt16LE(at * 2))
}

function decryptBlock(block: Buffer, words: Uint16Array): Buffer {
  const r = Uint16Array.from({ length: 4 }, (_, at) => block.readUInt16LE(at * 2))
  for (let round = 15; round >= 0; round--) {
    for (let n = 3; n >= 0; n--) {
      const [a, b, c] = [r[(n + 3) & 3]!, r[(n + 2) & 3]!, r[(n + 1) & 3]!]
      const turned = (r[n]! >> turns[n]!) | (r[n]! << (16 - turns[n]!))
      r[n] = turned - words[round * 4 + n]! - (a & b) - (~a & c)
    }
    // Five rounds, six and five, with a mashing between them.
    if (round === 11 || round === 5) for (let n = 3; n >= 0; n--) r[n] = r[n]! - words[r[(n + 3) & 3]! & 63]!
  }
  const plain = Buffer.alloc(8)
  for (let at = 0; at < 4; at++) plain.writeUInt16LE(r[at]!, at * 2)
  return plain
}

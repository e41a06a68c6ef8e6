/** `jalaseh sign`: papers signed by a key file. */
import { defineVerb, usage } from '../verb.ts'

export const verb = defineVerb({
  options: {
    key: { type: 'string' },
    'passphrase-file': { type: 'string' },
    timestamp: { type: 'string' },
    reason: { type: 'string' },
    location: { type: 'string' },
  },
  help: {
    usage: 'jalaseh sign <pdf…> --key office.p12',
    fa: 'برگ را با کلید دستگاه امضا می~کند (PAdES)؛ هر تغییر پس از آن پیداست.',
    en: 'Signs papers with the key of the office (PAdES); any later change shows.',
    example: 'jalaseh sign out/export-1405-09/minutes.pdf --key office.p12 --timestamp https://tsa.example/',
    options: [
      [
        '--key FILE',
        'پروندهٔ کلید (PKCS#12)؛ رمز آن در متغیر JALASEH_PASSPHRASE',
        'key file (PKCS#12); its passphrase in JALASEH_PASSPHRASE',
      ],
      ['--passphrase-file FILE', 'یا پرونده~ای که رمز در آن است', 'or a file that holds the passphrase'],
      [
        '--timestamp URL',
        'مهر زمان هم از این مرجع می~گیرد (RFC 3161)',
        'adds a time-stamp of this authority (RFC 3161)',
      ],
      ['--reason TEXT', 'علت امضا', 'why it is signed'],
      ['--location TEXT', 'محل امضا', 'where it is signed'],
    ],
  },
  async run({ key, timestamp, reason, location, 'passphrase-file': passphraseFile }, files, host) {
    if (files.length === 0) return usage('usage/argument', { verb: 'sign' }, host)
    if (key === undefined) return usage('usage/option', { option: '--key', verb: 'sign' }, host)
    const { authorityAddress } = await import('./timestamp-authority.ts')
    const authority = timestamp === undefined ? undefined : authorityAddress(timestamp)
    if (timestamp !== undefined && authority === undefined)
      return usage('usage/option', { option: '--timestamp', verb: 'sign' }, host)
    const { signFiles } = await import('./sign.ts')
    return signFiles(files, { key, passphraseFile, reason, location, authority }, host)
  },
})

/** `jalaseh people`: the address book of the office. */
import { defineVerb, jsonHelp } from '../verb.ts'

export const verb = defineVerb({
  options: {
    'dry-run': { type: 'boolean' },
    'valid-only': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: {
    usage: 'jalaseh people · people import <csv|xlsx>',
    fa: 'دفترچهٔ نشانی: همهٔ اشخاص آن را می~گوید، و جدول اشخاص یک دستگاه را به آن می~آورد.',
    en: "The address book: lists its people, and brings an office's table of people into it.",
    example: 'jalaseh people import guests.xlsx --dry-run',
    options: [
      ['--dry-run', 'با import: می~سنجد و نمی~نویسد', 'with import: examines, and writes nothing'],
      [
        '--valid-only',
        'با import: تنها سطرهای درست را می~آورد',
        'with import: brings in the sound rows only',
      ],
      jsonHelp,
    ],
  },
  async run(values, words, host) {
    const { people } = await import('./people.ts')
    return people(words, values, host)
  },
})

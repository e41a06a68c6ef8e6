/** `jalaseh schema [meeting|settings|people|register]`: the JSON Schema of a source file. */
import { defineVerb, usage } from '../verb.ts'

export const verb = defineVerb({
  options: {},
  help: {
    usage: 'jalaseh schema [meeting|settings|people|register]',
    fa: 'JSON Schema پروندهٔ جلسه، تنظیم~ها، دفترچهٔ نشانی یا دفتر مصوبات را می~نویسد.',
    en: 'Prints the JSON Schema of meeting files, settings, the address book or the register.',
    example: 'jalaseh schema > meeting.schema.json',
    options: [],
  },
  async run(_, [name = 'meeting'], host) {
    const { isSchemaName, schemaText } = await import('../schema-text.ts')
    if (!isSchemaName(name)) return usage('usage/option', { option: name, verb: 'schema' }, host)
    host.out(schemaText(name).trimEnd())
    return 0
  },
})

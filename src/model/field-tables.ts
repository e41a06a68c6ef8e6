/** The field tables of the README, from the schema: one table for each row of the file. */
import type { z } from 'zod'
import { unwrap } from './field.ts'

const kinds: Record<string, string> = {
  text: 'متن',
  verbatim: 'متن بی تغییر',
  number: 'عدد',
  whole: 'عدد صحیح',
  percent: 'درصد',
  date: 'تاریخ',
  period: 'دوره',
  money: 'مبلغ با واحد',
  deadline: 'مهلت',
  time: 'ساعت',
  colour: 'رنگ',
  file: 'پرونده',
  unit: 'واحد',
  id: 'شناسه',
  reference: 'شناسه یا نام',
}

/** Markdown: a heading and a table for the root and, in the order they are met, for each row below it. */
export function fieldTables(schema: z.ZodObject, title: string): string {
  const tables: string[] = []
  const seen = new Set<z.ZodType>()
  const queue: [z.ZodObject, string][] = [[schema, title]]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [row, heading] = next
    if (seen.has(row)) continue
    seen.add(row)
    tables.push(table(row, heading))
    for (const [key, value] of Object.entries(row.shape)) {
      const inner = rowOf(value as z.ZodType)
      if (inner) queue.push([inner, row === schema ? `\`${key}\`` : `${heading} ← \`${key}\``])
    }
  }
  return tables.join('\n\n')
}

function table(row: z.ZodObject, heading: string): string {
  const lines = Object.entries(row.shape).map(([key, value]) => {
    const field = value as z.ZodType
    const meta = unwrap(field).meta()
    const required = field.def.type === 'optional' ? '' : ' *'
    const cells = [
      `\`${key}\`${required}`,
      (meta?.fa ?? []).join('، '),
      kindOf(field),
      meta?.descriptionFa ?? '',
      meta?.description ?? '',
    ]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  const short = row.meta()?.shorthand
  const note = short === undefined ? [] : ['', `A bare text stands for \`${short}\`.`]
  return [
    `#### ${heading}`,
    '',
    '| key | کلید | نوع | شرح | description |',
    '|---|---|---|---|---|',
    ...lines,
    ...note,
  ].join('\n')
}

function kindOf(type: z.ZodType): string {
  const inner = unwrap(type)
  if (inner.def.type === 'array') return `فهرست: ${kindOf((inner as z.ZodArray<z.ZodType>).element)}`
  if (inner.def.type === 'object') return 'چند کلید'
  const { kind, choices } = inner.meta() ?? {}
  return choices
    ? Object.entries(choices)
        .map(([en, fa]) => `${fa} (\`${en}\`)`)
        .join('، ')
    : (kinds[kind ?? ''] ?? 'متن')
}

function rowOf(type: z.ZodType): z.ZodObject | undefined {
  const inner = unwrap(type)
  if (inner.def.type === 'array') return rowOf((inner as z.ZodArray<z.ZodType>).element)
  return inner.def.type === 'object' ? (inner as z.ZodObject) : undefined
}

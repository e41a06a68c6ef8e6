/** `jalaseh people`: the address book as a table. */
import { classes } from '../../model/choices.ts'
import { warning } from '../../model/fault.ts'
import type { Contact } from '../../model/people-file.ts'
import { toPersianDigits } from '../../persian/digits.ts'
import { withHalfSpaces } from '../../persian/fa.ts'
import { readPeople } from '../../workspace/read-people.ts'
import { exitCode, tell, toJson } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { workspaceOf } from '../open-register.ts'

const heads = {
  fa: ['', 'نام', 'سمت', 'دستگاه', 'گروه~ها', 'سقف طبقه~بندی', 'رایانامه'],
  en: ['', 'name', 'post', 'body', 'groups', 'ceiling', 'e-mail'],
}

export async function listPeople(json: boolean, host: Host): Promise<ExitCode> {
  const { people, faults, sources } = await readPeople(workspaceOf(host), host.cwd)
  if (faults.length === 0 && people.length === 0) faults.push(warning('people/none'))
  if (json) {
    const told = faults.map((one) => toJson(one, host.language))
    host.out(JSON.stringify({ people, faults: told }, null, 2))
    return exitCode(faults)
  }
  tell(host, faults, sources)
  if (people.length === 0) return exitCode(faults)
  const rows = people.map((one, index) => rowOf(one, index, host))
  for (const line of aligned([heads[host.language].map(withHalfSpaces), ...rows])) host.out(line)
  return exitCode(faults)
}

function rowOf(contact: Contact, index: number, { language }: Host): string[] {
  const { honorific, name, post = '', body = '', groups = [], ceiling, email = '' } = contact
  const number = String(index + 1)
  return [
    language === 'fa' ? toPersianDigits(number) : number,
    [honorific, name].filter(Boolean).join(' '),
    post,
    body,
    groups.join('، '),
    ceiling === undefined ? '' : language === 'fa' ? classes[ceiling] : ceiling,
    email,
  ]
}

/** Columns of one width each; those that say nothing are left out. */
function aligned([head = [], ...rows]: string[][]): string[] {
  const columns = head.flatMap((_, column) => (rows.some((row) => row[column]) ? [column] : []))
  const table = [head, ...rows].map((row) => columns.map((column) => row[column] ?? ''))
  const widths = columns.map((_, column) => Math.max(...table.map((row) => widthOf(row[column] ?? ''))))
  return table.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}

/** In columns of a terminal: marks and half-spaces take none. */
const widthOf = (text: string): number => [...text.replace(/[\p{M}\p{Cf}]/gu, '')].length

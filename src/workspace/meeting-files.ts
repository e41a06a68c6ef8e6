/** The meeting files of a workspace and those of its register: YAML beside `jalaseh.yaml` or in `data/`. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { meetingSchema } from '../model/meeting.ts'
import { peopleSchema } from '../model/people-file.ts'
import { registerSchema } from '../model/register-file.ts'
import { foldKey, namesOf } from '../source/keys.ts'
import { readText } from './read-text.ts'

export interface MeetingFile {
  path: string
  text: string
}

const folders = ['.', 'data']
const ending = /\.ya?ml$/i
/** The key may be written in either language, in quotes, and after other keys. */
const meetingKey = /^[ \t]*["']?(?:meeting|جلسه)["']?[ \t]*:/m

/** A file of the register has no meeting, but these. */
const registerKey = /^["']?(?:followups|پیگیری[\s\u200c]?ها|resolutions|مصوبات)["']?[ \t]*:/m
const meetingRoot = /^["']?(?:meeting|جلسه)["']?[ \t]*:/m
const topKeys = /^["']?([^\s"'#-][^:"'\n]*?)["']?[ \t]*:/gm

/** A meeting file whose `meeting:` was forgotten has an agenda or figures, which a register has not. */
export function isRegister(text: string): boolean {
  if (!registerKey.test(text) || meetingRoot.test(text)) return false
  const [meeting, register] = [namesOf(meetingSchema).field, namesOf(registerSchema).field]
  return topKeysOf(text).every((key) => register.has(key) || !meeting.has(key))
}

/** The address book has people and nothing else; a remark in it may begin a line with «جلسه:». */
export function isAddressBook(text: string): boolean {
  const keys = topKeysOf(text)
  const { field } = namesOf(peopleSchema)
  return keys.length > 0 && keys.every((key) => field.has(key))
}

const isMeeting = (text: string): boolean =>
  meetingKey.test(text) && !isRegister(text) && !isAddressBook(text)

const topKeysOf = (text: string): string[] =>
  [...text.replace(/^\ufeff/, '').matchAll(topKeys)].map(([, key]) => foldKey(key ?? ''))

/** Files by their names, the last (with us, the newest) first; what cannot be read is left to `check`. */
export async function meetingFiles(workspace: string): Promise<MeetingFile[]> {
  return (await yamlFiles(workspace)).filter(({ text }) => isMeeting(text))
}

/** Both kinds at once, the newest first. */
export async function officeFiles(
  workspace: string,
): Promise<{ meetings: MeetingFile[]; registers: MeetingFile[] }> {
  const files = await yamlFiles(workspace)
  return {
    meetings: files.filter(({ text }) => isMeeting(text)),
    registers: files.filter(({ text }) => isRegister(text)),
  }
}

async function yamlFiles(workspace: string): Promise<MeetingFile[]> {
  const paths = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(workspace, folder)).catch((): string[] => [])
      return names.filter((name) => ending.test(name)).map((name) => join(workspace, folder, name))
    }),
  )
  const byName = paths.flat().toSorted((a, b) => (a < b ? 1 : -1))
  const files = await Promise.all(byName.map(async (path) => ({ path, read: await readText(path) })))
  return files.flatMap(({ path, read }) => ('text' in read ? [{ path, text: read.text }] : []))
}

/** A workspace of canaries: a meeting with pieces of every class and all that belongs to it, as files. */
import { stringify } from 'yaml'
import { classes } from '../../src/model/choices.ts'
import type { Class } from '../../src/model/choices.ts'
import { isAbove } from '../../src/model/class.ts'
import { flate, rawPdf, stream } from '../annex/raw-pdf.ts'
import { allClasses, base, canary, markOf, writtenMeetingWith } from './canaries.ts'

/** How words begin that are one recipient's own, in his row of the address book. */
const ownMarks: Record<Class, string> = {
  normal: 'حذقب',
  confidential: 'حذقپ',
  'highly-confidential': 'حذقت',
  secret: 'حذقج',
  'top-secret': 'حذقچ',
}
export const ownMarkOf = (level: Class): string => ownMarks[level]
/** How words begin that are for the office alone: remarks, and what the address book knows besides. */
export const officeMark = 'حذقخ'

export const recipientOf = (level: Class): string => `گیرندهٔ ${classes[level]}`

/** What the file of the meeting is called is of the class of the meeting. */
export const meetingName = canary(base, 'name of the file')
const previousName = canary(base, 'name of the previous file')
const earlierName = canary(base, 'name of the earlier file')

/** Files by their paths; the meeting has pieces of these classes only, and its file this name. */
export function canaryWorkspace(
  levels: readonly Class[],
  { name = meetingName, told = true } = {},
): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {
    'jalaseh.yaml': `# ${officeMark}شصض\nwithheld: ${told ? 'told' : 'silent'}\n`,
    'data/people.yaml': stringify({ people: allClasses.map(contact) }),
  }
  const annexFile = (level: Class, id: string, file: string): string => {
    const path = `annexes/${file}.pdf`
    files[`data/${path}`] = annexPdf(level, id)
    return path
  }
  const meeting = writtenMeetingWith(levels) as Written
  for (const annex of meeting.annexes ?? []) {
    const level = allClasses.find((one) => annex.id === canary(one, idPath) || annex.id === itemAnnex(one))
    annex.file = annexFile(level ?? base, annex.id, annex.file)
  }
  // Evidence is named, and not put into packs.
  for (const { files: named = [] } of meeting.followups ?? [])
    for (const path of named) files[`data/${path}`] = annexPdf(base, path)
  if (meeting.office) {
    meeting.office.emblem = 'emblem.svg'
    files['data/emblem.svg'] = emblem
  }
  if (levels.includes(base)) Object.assign(meeting.meeting, { previous: `${previousName}.yaml`, body: ours })
  files[`data/${name}.yaml`] = `# ${officeMark}صضط\n${stringify(meeting)}`
  files[`data/${previousName}.yaml`] = stringify(earlier(levels, 'before', '۱۴۰۵/۰۸/۰۱'))
  files[`data/${earlierName}.yaml`] = stringify(earlier(levels, 'earlier', '۱۴۰۵/۰۷/۰۱'))
  return files
}

/** The same files with other words in what one who has the clearance may not see. */
export function reworded(
  files: Record<string, string | Uint8Array>,
  clearance: Class,
): Record<string, string | Uint8Array> {
  const marks = allClasses.filter((level) => isAbove(level, clearance)).map(markOf)
  const word = new RegExp(`(?<=${marks.join('|')})[سشصضطظعف]{6}`, 'g')
  const changed = (text: string): string => text.replace(word, (rest) => [...rest].toReversed().join(''))
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      changed(path),
      typeof content === 'string' ? changed(content) : content,
    ]),
  )
}

interface Written {
  meeting: Record<string, unknown>
  office?: Record<string, unknown>
  annexes?: { id: string; file: string }[]
  followups?: { files?: string[] }[]
  resolutions?: { id: string; text: string; class?: Class }[]
}

const idPath = 'this annex'
const itemAnnex = (level: Class): string => canary(level, 'this annex of item')
/** All meetings are of one body, so that its resolutions come over. */
const ours = 'کارگروه نمونه'

/** A meeting before this one, whose resolutions are still open. */
function earlier(levels: readonly Class[], file: string, date: string): unknown {
  const meeting = writtenMeetingWith(levels, file) as Written
  meeting.meeting.body = ours
  meeting.meeting.date = date
  const resolutions = (meeting.resolutions ?? []).map((row) => ({ ...row, status: 'in-progress' }))
  // Without an id of its own, a resolution goes by the name of its file.
  const nameless = resolutions.map((row) => ({
    text: `${row.text} ${row.id}`,
    class: row.class,
    status: row.status,
  }))
  return { ...meeting, resolutions: [...resolutions, ...nameless] }
}

function contact(level: Class, index: number): Record<string, string> {
  const own = (n: number): string => ownMarks[level] + 'سشصض'[n]! + 'طظعف'[n]!
  const office = (n: number): string => officeMark + 'سشصضط'[index]! + 'طظعف'[n]!
  return {
    name: recipientOf(level),
    honorific: own(0),
    post: own(1),
    body: own(2),
    phone: office(0),
    email: office(1),
    note: office(2),
  }
}

const emblem = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8V8Z"/></svg>'

/** A canary of the class wherever an annex can say something. */
function annexPdf(level: Class, id: string): Uint8Array {
  const word = (what: string): string => canary(level, `${id} ${what}`)
  const text = (words: string): string => `<feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}>`
  const shown = word('shown')
  const letters = [...new Set(shown)]
  const codes = [...shown].map((letter) => (letters.indexOf(letter) + 65).toString(16)).join('')
  const map = letters
    .map((letter, n) => `<${(n + 65).toString(16)}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`)
    .join('\n')
  return rawPdf(
    [
      '<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R/Outlines 8 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R/Annots[10 0 R]>>',
      flate(`/Span <</ActualText ${text(word('actual'))}>> BDC BT /F 12 Tf 60 60 Td <${codes}> Tj ET EMC`),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
      flate(
        `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${letters.length} beginbfchar\n${map}\nendbfchar endcmap`,
      ),
      stream(
        `<x:xmpmeta xmlns:x="adobe:ns:meta/"><t>${word('xmp')}</t></x:xmpmeta>`,
        '/Type/Metadata/Subtype/XML',
      ),
      '<</Type/Outlines/First 9 0 R/Last 9 0 R>>',
      `<</Title ${text(word('outline'))}/Parent 8 0 R/Dest[3 0 R/Fit]>>`,
      `<</Type/Annot/Subtype/Link/Rect[60 600 200 620]/Border[0 0 0]/A<</S/URI/URI(https://example.org/${encodeURIComponent(word('link'))})>>>>`,
    ],
    `/Info <</Title ${text(word('title'))}/Subject ${text(word('subject'))}>>`,
  )
}

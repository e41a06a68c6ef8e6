/** `jalaseh follow-up report`: the follow-up paper, over the register of the office rather than one meeting file. */
import { join, relative, resolve } from 'node:path'
import { deriveBriefing } from '../../insight/insight.ts'
import { fault } from '../../model/fault.ts'
import type { Fault } from '../../model/fault.ts'
import type { Meeting } from '../../model/meeting.ts'
import { fa } from '../../persian/fa.ts'
import { finishPaper } from '../finish-paper.ts'
import { toRow } from '../../register/standing.ts'
import { faultsOfLooks, lookOf } from '../../workspace/look-of.ts'
import { readAssets } from '../../workspace/read-workspace.ts'
import { WriteFailure, writeWhole } from '../../workspace/write.ts'
import { chosen } from './list.ts'
import type { Asked } from './follow-up.ts'
import { exitCode, isError, tell } from '../host.ts'
import type { ExitCode, Host } from '../host.ts'
import { openRegister } from '../open-register.ts'
import { openPress } from '../press.ts'

const kind = 'follow-up'

export async function reportRegister(
  asked: Asked,
  options: { out: string; open: boolean },
  host: Host,
): Promise<ExitCode> {
  await using press = openPress(host.signal)
  press.warm()
  const open = await openRegister(host)
  const { workspace, settings, calendar, holidays } = open
  const ended = (faults: Fault[]): ExitCode => {
    tell(host, [...open.faults, ...faults], open.sources)
    return exitCode([...open.faults, ...faults])
  }
  const resolutions = chosen(open, asked).map(({ registered }) => toRow(registered))
  if (resolutions.length === 0) return ended([fault('register/none')])
  const files = await lookOf(workspace, host.cwd)
  const assets = await readAssets([{ files: workspace.files, base: workspace.folder }], workspace.folder)
  const before = [...faultsOfLooks([files]), ...assets.faults]
  const paper = files.look.papers.find((one) => one.kind === kind)
  if (paper === undefined) throw new Error('there is no follow-up paper')
  if (before.some(isError)) return ended(before)

  const body = asked.body === undefined ? '' : ` · ${asked.body}`
  const meeting: Meeting = {
    meeting: { title: fa`دفتر مصوبات${body}`, status: 'final', date: calendar.today },
    earlier_resolutions: resolutions,
  }
  const briefing = deriveBriefing(meeting, settings, { today: calendar.today, holidays })
  const house = { settings, emblem: assets.emblem }
  const look = { ...files.look, fonts: { ...files.look.fonts, ...assets.fonts } }
  const [finished] = await press.run([(print) => finishPaper({ paper, briefing, house, look }, print)])
  if (finished === undefined || 'fault' in finished) return ended(finished ? [finished.fault] : [])
  const path = join(resolve(host.cwd, options.out), 'register', `${kind}.pdf`)
  try {
    await writeWhole(path, finished.pdf)
  } catch (error) {
    if (error instanceof WriteFailure) return ended([error.fault])
    throw error
  }
  const name = relative(host.cwd, path) || path
  host.out(name)
  if (options.open) {
    const { openFiles } = await import('../open-files.ts')
    openFiles([name], host)
  }
  return ended(finished.faults)
}

/** A file of the register, checked by itself and against the rest of the register. */
import { dirname, relative, resolve } from 'node:path'
import type { Fault } from '../../model/fault.ts'
import { readRegisterFile } from '../../source/source.ts'
import { checkFile, isFault } from '../../workspace/read-files.ts'
import { nearestFolder } from '../../workspace/read-workspace.ts'
import type { Host } from '../host.ts'
import { readRegister } from '../read-register.ts'

/** Faults of the source stage and of files named; warnings `register/unknown` and the like, where the file is an office's. */
export async function checkRegister(name: string, text: string, host: Host): Promise<Fault[]> {
  const path = resolve(host.cwd, name)
  const workspace = nearestFolder(dirname(path))
  const { value, faults, files } = readRegisterFile(text, name)
  const checked = await Promise.all(
    files.map((file) => checkFile(file, dirname(path), workspace ?? dirname(path))),
  )
  const own = [...faults, ...checked.filter(isFault)]
  if (value === undefined || workspace === undefined) return own
  const register = await readRegister(workspace, host)
  const shown = relative(host.cwd, path) || path
  return [...own, ...register.faults.filter(({ span }) => span?.file === shown)]
}

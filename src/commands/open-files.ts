/** Opens papers in the program the system keeps for PDFs. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Host } from './host.ts'

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer.exe' }

/** A system without such a program gets the path on standard error; the papers are made all the same. */
export function openFiles(files: string[], host: Host): void {
  const command = openers[process.platform] ?? 'xdg-open'
  for (const file of files) {
    const child = spawn(command, [resolve(host.cwd, file)], { detached: true, stdio: 'ignore' })
    child.on('error', () => host.err(`${command}: ${file}`))
    child.unref()
  }
}

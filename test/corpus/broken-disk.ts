/**
 * Shell lines that run the command line, "$@", on a disk that is full or may not be written to. What is mounted is seen by
 * them alone and is gone when they end. Where nothing may be mounted the same refusals are had by other means.
 */
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'

export const mayMount =
  spawnSync('unshare', ['-m', 'sh', '-c', `mount -t tmpfs none ${tmpdir()}`]).status === 0

/** No child of a row outlives it. */
const run = 'timeout -s KILL 40 "$@"'

const mounted = (lines: string[]): string => `exec unshare -m sh -ec '${lines.join('\n')}' sh "$@"`

/** A folder on a disk of 2 MB of which some are left; what it has then is in the folder afterwards. */
export const full = (folder: string, kilobytes: number): string =>
  mayMount
    ? mounted([
        `mkdir -p ../disk ${folder}`,
        'mount -t tmpfs -o size=2m none ../disk',
        `cp -a ${folder} ../disk/on`,
        'left=$(df --output=avail -k ../disk | tail -n 1)',
        `head -c $(((left - ${kilobytes}) * 1024)) /dev/zero > ../disk/filler`,
        `mount --bind ../disk/on ${folder}`,
        `code=0; ${run} || code=$?`,
        `umount ${folder}; rm -r ${folder}; cp -a ../disk/on ${folder}`,
        'exit $code',
      ])
    : limited(kilobytes * 1024)

/** Whatever stands in the message for a full disk. */
export const isFull = mayMount ? 'no space is left on the disk, ENOSPC' : 'EFBIG'

/** No file of ours may be longer; the browser's may, for those of the corpus lift the limit. */
export const limited = (bytes: number): string =>
  `exec timeout -s KILL 40 prlimit --fsize=${bytes}:unlimited "$@"`

/** Nothing may be written below a folder. */
export const readOnly = (folder: string): string =>
  mayMount
    ? mounted([
        `mkdir -p ${folder}`,
        `mount --bind ${folder} ${folder}`,
        `mount -o remount,ro,bind ${folder}`,
        run,
      ])
    : asOther(folder)

/** To root nothing is forbidden, so somebody else is asked. */
function asOther(folder: string): string {
  const other = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups ' : ''
  return [
    `mkdir -p ${folder}`,
    'chmod -R a+rwX . ../tmp',
    `chmod -R a-w ${folder}`,
    `code=0; timeout -s KILL 40 ${other}"$@" || code=$?`,
    `chmod -R u+w ${folder}`,
    'exit $code',
  ].join('\n')
}

/** A folder in which there is room for bytes and none for another file. */
export const withoutNames = (folder: string): string =>
  mayMount ? mounted([`mount -t tmpfs -o nr_inodes=1 none ${folder}`, run]) : readOnly(folder)

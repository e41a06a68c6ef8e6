/** How far a long work has come, for a person who watches a terminal. */
import { toPersianDigits } from '../persian/digits.ts'
import { fa } from '../persian/fa.ts'
import type { Host } from './host.ts'

/** Work shorter than this is over before a line about it is read. */
const longMilliseconds = 1500
/** From as many done on, the time they took tells that of the rest. */
const telling = 5

const deeds = { building: 'ساختن', sending: 'فرستادن' } as const
type Deed = keyof typeof deeds

export interface Progress extends Disposable {
  /** One more is done. */
  step(): void
}

/** Says nothing where nobody watches, or while the work is short. */
export function startProgress(total: number, host: Host, deed: Deed = 'building'): Progress {
  let done = 0
  const begin = performance.now()
  const timer = host.terminal
    ? setInterval(
        () => host.err(progressLine(done, total, performance.now() - begin, host.language, deed)),
        longMilliseconds,
      )
    : undefined
  return {
    step() {
      done++
    },
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

/** «در حال ساختن: ۴۰/۲۰۰، حدود ۲ دقیقه مانده». @param spent milliseconds so far */
export function progressLine(
  done: number,
  total: number,
  spent: number,
  language: Host['language'],
  deed: Deed = 'building',
): string {
  const seconds = done < telling ? undefined : Math.ceil((spent / done / 1000) * (total - done))
  const count = `${done}/${total}`
  if (language === 'en') {
    const left =
      seconds === undefined
        ? ''
        : `, about ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} left`
    return `${deed}: ${count}${left}`
  }
  const left =
    seconds === undefined
      ? ''
      : `، حدود ${seconds < 90 ? `${seconds} ثانیه` : `${Math.round(seconds / 60)} دقیقه`} مانده`
  return toPersianDigits(fa`در حال ${deeds[deed]}: ${count}${left}`)
}

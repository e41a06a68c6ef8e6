/** `jalaseh new`: a workspace, a meeting file, minutes or a look. */
import type { ExitCode, Host } from '../host.ts'
import { defineVerb, usage } from '../verb.ts'

export const verb = defineVerb({
  options: {
    keys: { type: 'string' },
    override: { type: 'string', multiple: true },
    from: { type: 'string' },
  },
  help: {
    usage:
      'jalaseh new [dir] · jalaseh new meeting <slug> · jalaseh new minutes --from <file> · jalaseh new theme',
    fa: 'پوشهٔ کار یا پروندهٔ جلسهٔ تازه می~سازد که همان~گونه که هست برگ می~دهد، یا ظاهری را برای دستگاه می~آغازد.',
    en: 'Makes a workspace or a meeting file that builds as it is, or begins a look for the office.',
    example: 'jalaseh new meeting export-1405-09',
    options: [
      ['--keys fa|en', 'زبان کلیدها (fa مگر آن~که بیاید)', 'language of the keys (fa unless said)'],
      [
        '--from FILE',
        'با minutes: صورت~جلسه~ای از روی پروندهٔ توجیهی، با مصوبات باز، برای پر کردن پس از جلسه',
        'with minutes: minutes begun from a briefing, with the open resolutions, to be filled in',
      ],
      [
        '--override file',
        'با theme: از یک قالب یا سبک ما رونوشتی برای تغییر می~گذارد',
        'with theme: copies one of our templates or styles, to be changed',
      ],
    ],
  },
  async run({ keys = 'fa', override, from }, [what, name], host) {
    if (keys !== 'fa' && keys !== 'en') return misused('--keys', host)
    if (what === 'theme') {
      const { newTheme } = await import('./theme.ts')
      return newTheme(override ?? [], host)
    }
    if (override) return misused('--override', host)
    if (what === 'minutes') {
      if (from === undefined) return misused('--from', host)
      const { newMinutes } = await import('./minutes.ts')
      return newMinutes(from, name, host)
    }
    if (from !== undefined) return misused('--from', host)
    const { newMeeting, newWorkspace } = await import('./new.ts')
    if (what !== 'meeting') return newWorkspace(what ?? '.', keys, host)
    return name === undefined ? usage('usage/argument', { verb: 'new' }, host) : newMeeting(name, keys, host)
  },
})

const misused = (option: string, host: Host): Promise<ExitCode> =>
  usage('usage/option', { option, verb: 'new' }, host)

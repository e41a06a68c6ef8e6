/** `jalaseh doctor`: what this machine has and lacks. */
import { defineVerb } from '../verb.ts'

export const verb = defineVerb({
  options: {},
  help: {
    usage: 'jalaseh doctor',
    fa: 'می~گوید این دستگاه چه کم دارد و چگونه به دست می~آید.',
    en: 'Says what this machine lacks and how to get it.',
    example: 'jalaseh doctor',
    options: [],
  },
  async run(_, __, host) {
    const { doctor } = await import('./doctor.ts')
    return doctor(host)
  },
})

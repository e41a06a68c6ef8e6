/**
 * Loaded into the command line before it starts: the same program with smaller numbers. CORPUS_SMALLER is an object of
 * constants by the names they have in the source.
 */
import { registerHooks } from 'node:module'

const wanted = JSON.parse(process.env.CORPUS_SMALLER ?? '{}') as Record<string, number>

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!/\/src\/print\/\w+\.ts$/.test(url) || loaded.source === undefined || loaded.source === null)
      return loaded
    let source = Buffer.from(loaded.source as Uint8Array).toString('utf8')
    for (const [name, value] of Object.entries(wanted))
      source = source.replace(new RegExp(`^(const ${name} = )[\\d_]+$`, 'm'), `$1${value}`)
    return { ...loaded, source }
  },
})

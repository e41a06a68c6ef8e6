/** A QR code as a picture of one path: sharp in print, and black whatever the theme. */
import { encode } from 'uqr'
import { escapeMarkup } from './escape.ts'

/** ISO/IEC 18004 asks for four modules of white around it. */
const quietZone = 4

/** The code of a text; level M survives a stamp or a fold over a seventh of it. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  const rows = data.flatMap((row, y) => runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`))
  return `<svg class="qr" role="img" viewBox="0 0 ${size} ${size}"><title>QR: ${escapeMarkup(text)}</title><path d="${rows.join('')}"/></svg>`
}

/** The dark stretches of a row: where each begins and how long it is. */
function runsOf(row: readonly boolean[]): [x: number, width: number][] {
  const runs: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    if (!dark) continue
    const last = runs.at(-1)
    if (last !== undefined && last[0] + last[1] === x) last[1]++
    else runs.push([x, 1])
  }
  return runs
}

/** Figures as a table for the terminal, and as objects for `--json`. */
import type { Figure } from './measure.ts'

export type Judged = Figure & { ratio?: number; verdict?: 'pass' | 'over' }

export function withVerdict(figure: Figure): Judged {
  const { value, peer, aim } = figure
  const ratio = value !== undefined && peer?.value !== undefined ? value / peer.value : undefined
  const held = aim?.of === 'ratio' ? ratio : value
  return {
    ...figure,
    ...(ratio !== undefined && { ratio }),
    ...(aim && held !== undefined && { verdict: held <= aim.most ? 'pass' : 'over' }),
  }
}

export function toTable(figures: Figure[]): string {
  const rows = figures
    .map(withVerdict)
    .map(({ name, value, unit, peer, aim, ratio, verdict, note }) => [
      note ? `${name} (${note})` : name,
      amount(value, unit),
      peer ? `${amount(peer.value, unit, 'not installed')}, ${peer.name}` : '',
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
      aim === undefined ? '' : aim.of === 'ratio' ? `≤ ${aim.most} ×` : `≤ ${aim.most} ${unit}`,
      verdict ?? '',
    ])
  const table = [['figure', 'here', 'peer', 'ratio', 'aim', ''], ...rows]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  return table
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function amount(value: number | undefined, unit: string, none = 'not measured'): string {
  return value === undefined ? none : `${value.toFixed(value < 20 ? 1 : 0)} ${unit}`
}

/** Matrices and boxes of pages (ISO 32000-2 8.3.3), in points. */

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export const move = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]
export const grow = (factor: number): Matrix => [factor, 0, 0, factor, 0, 0]
/** Round the origin, against the clock, by radians. */
export const rotate = (angle: number): Matrix => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [cos, sin, -sin, cos, 0, 0]
}

/** The first matrix and then the second. */
export function chain([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

export function movePoint([x, y]: readonly [number, number], [a, b, c, d, e, f]: Matrix): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The box round four corners that were moved. */
export function moveBox({ x, y, width, height }: Box, matrix: Matrix): Box {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([left, bottom]) => movePoint([left!, bottom!], matrix))
  return boxOf(
    corners.map(([left]) => left),
    corners.map(([, bottom]) => bottom),
  )
}

export function boxOf(xs: readonly number[], ys: readonly number[]): Box {
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** What two boxes share; nothing where they lie apart. */
export function shared(one: Box, other: Box): Box | undefined {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)]
  const width = Math.min(one.x + one.width, other.x + other.width) - x
  const height = Math.min(one.y + one.height, other.y + other.height) - y
  return width > 0 && height > 0 ? { x, y, width, height } : undefined
}

/** From a page's own space to the page as it is shown, from the origin: turned clockwise by quarters, in points. */
export function upright({ x, y, width, height }: Box, turn: number, unit: number): Matrix {
  const turned: Record<number, Matrix> = {
    0: [1, 0, 0, 1, -x, -y],
    90: [0, -1, 1, 0, -y, x + width],
    180: [-1, 0, 0, -1, x + width, y + height],
    270: [0, 1, -1, 0, y + height, -x],
  }
  return chain(turned[turn]!, grow(unit))
}

export const numberText = (value: number): string => String(Number(value.toFixed(4)))
export const matrixText = (matrix: Matrix): string => `${matrix.map(numberText).join(' ')} cm`

/** Sheets of paper. */
import type { PageSize } from './annex.ts'

/** ISO 216, in points. */
export const a4: PageSize = { width: 595.28, height: 841.89 }

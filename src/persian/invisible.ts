/**
 * The invisible (or easily confused) characters the project emits, as named
 * escapes so that no source file hides one. Source: research persian.md §1.3, §3.1.
 */

/** Zero-width non-joiner, the Persian half-space. */
export const ZWNJ = '\u200c'
/** No-break space, between a number and its unit or scale. */
export const NBSP = '\u00a0'
/** Left-to-right mark, before a minus sign. */
export const LRM = '\u200e'
/** Right-to-left mark, before a percent sign and around a section hyphen. */
export const RLM = '\u200f'
/** Word joiner, around the en dash of a range. */
export const WJ = '\u2060'
/** Left-to-right isolate, for CSS strings where no markup is possible. */
export const LRI = '\u2066'
/** Right-to-left isolate. */
export const RLI = '\u2067'
/** Pop directional isolate, closing LRI or RLI. */
export const PDI = '\u2069'
/** The true minus sign (visible, but easily taken for a hyphen). */
export const MINUS = '\u2212'

/** How often a property is tried; fewer where each of many mutants is tried with all of them. */
export const runs = { numRuns: Number(process.env.FAST_CHECK_RUNS ?? 10_000) }

/** How often a piece of text is repeated where only its length may be the trouble. */
export const longRun = runs.numRuns * 5

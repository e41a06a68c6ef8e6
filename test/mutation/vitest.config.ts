import { defineConfig } from 'vitest/config'

/**
 * The tests that need neither a browser nor a shell, tried against every mutant;
 * MUTATION_TESTS narrows them to those of the files that are mutated.
 */
export default defineConfig({
  test: { include: [process.env.MUTATION_TESTS ?? 'test/persian/**/*.test.ts'] },
})

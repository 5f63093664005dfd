import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // What is read is read anew; where a test is about the cache it names a folder.
    env: { STADTPROFILE_CACHE: '' },
    include: ['test/**/*.test.ts'],
    // A whole PDF is read in seconds, a started program takes a fraction of one; slow machines get ten times that.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Processes, because the command line tests change folders and PDF.js keeps state of its own.
    pool: 'forks',
  },
})

import { ignoreFonts } from './ignore-fonts.ts'

/*
 * What PDF.js finds in the thread that reads; loaded before it.
 */

// To look at `Response` loads all of Node's network client, which takes longer than to open a document. A reader fetches
// nothing.
for (const name of ['fetch', 'Request', 'Response', 'WebSocket']) Reflect.deleteProperty(globalThis, name)
Reflect.set(
  globalThis,
  'Response',
  class {
    readonly body = null
  },
)

// Without it PDF.js inflates by itself, at once; with it each stream goes the way of Node's web streams, which takes
// longer than to inflate it.
Reflect.deleteProperty(globalThis, 'DecompressionStream')

ignoreFonts()

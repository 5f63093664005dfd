import { handOverOperators } from './hand-over-operators.ts'
import { InflateAtOnce } from './inflate-at-once.ts'
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

// With Node's, each stream goes the way of web streams, which takes longer than to inflate it. Without any, PDF.js inflates
// by itself: slower too, and wrong where a stored block follows one with short codes.
Reflect.set(globalThis, 'DecompressionStream', InflateAtOnce)

Reflect.set(globalThis, 'structuredClone', handOverOperators(structuredClone))

ignoreFonts()

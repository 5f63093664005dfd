import { createRequire, Module } from 'node:module'

const DRAWING = '@napi-rs/canvas'

/**
 * Runs `load` without the optional package that PDF.js draws with: to load it takes longer than PDF.js itself, and
 * nothing here draws. An empty module stands in for it, and any class for the `DOMMatrix` that PDF.js makes one of while
 * it loads. Where the package is loaded already, whoever loaded it may want to draw: then PDF.js finds it.
 *
 * @param from a file of PDF.js, from where the package is looked for
 */
export async function withoutDrawing<T>(from: string, load: () => Promise<T>): Promise<T> {
  const require = createRequire(from)
  const path = findDrawing(require)
  if ('DOMMatrix' in globalThis || (path !== null && path in require.cache)) return load()
  if (path !== null) require.cache[path] = Object.assign(new Module(path), { loaded: true })
  Reflect.set(globalThis, 'DOMMatrix', Object)
  try {
    return await load()
  } finally {
    Reflect.deleteProperty(globalThis, 'DOMMatrix')
    if (path !== null) Reflect.deleteProperty(require.cache, path)
  }
}

/** The package's main file; null where it is not installed. */
function findDrawing(require: NodeJS.Require): string | null {
  try {
    return require.resolve(DRAWING)
  } catch {
    return null
  }
}

/**
 * Runs `load` and gives arrays the native `push` back that it replaced. On the V8 of Node 20 the legacy build of PDF.js
 * puts in one written in JavaScript, for arrays whose length cannot be written; all programs in the process, PDF.js
 * itself included, would push several times slower from then on.
 */
export async function keepingBuiltins<T>(load: () => Promise<T>): Promise<T> {
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push')
  try {
    return await load()
  } finally {
    if (push !== undefined) Object.defineProperty(Array.prototype, 'push', push)
  }
}

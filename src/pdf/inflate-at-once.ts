import { inflateSync } from 'node:zlib'

/** Bytes. PDF.js inflates larger streams by itself, into buffers that go back to the system whole when a thread is ended. */
const LARGEST = 16_777_216

/**
 * What PDF.js needs of a `DecompressionStream`, for `deflate` alone: takes all bytes in one piece and gives all that
 * they hold in one. Where they are damaged PDF.js is told so, and reads by itself what it can.
 */
export class InflateAtOnce {
  #bytes: Uint8Array = new Uint8Array()
  readonly writable = {
    getWriter: () => ({
      ready: Promise.resolve(),
      write: (bytes: Uint8Array): Promise<void> => {
        this.#bytes = bytes
        return Promise.resolve()
      },
      close: () => Promise.resolve(),
    }),
  }

  /** Throws where the bytes are damaged, end too early, or hold too much. */
  readonly readable = { [Symbol.iterator]: () => [inflateSync(this.#bytes, { maxOutputLength: LARGEST })].values() }

  /** @throws TypeError where PDF.js asks for a format that it has a decoder of its own for */
  constructor(format: string) {
    if (format !== 'deflate') throw new TypeError(`no ${format} here`)
  }
}

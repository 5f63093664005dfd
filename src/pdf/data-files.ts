import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What PDF.js asks for: which of its folders, and a file in it. */
interface DataFile {
  readonly kind: string
  readonly filename: string
}

/**
 * Reads the fonts and character maps that come with PDF.js, at once: a thread that is ended while a file is open leaves
 * it open for good.
 */
export class DataFiles {
  readonly #folders: Readonly<Record<string, unknown>>

  /** @param folders by their kinds */
  constructor(folders: Readonly<Record<string, unknown>>) {
    this.#folders = folders
  }

  /** @returns rejects where there is no such file */
  fetch({ kind, filename }: DataFile): Promise<Uint8Array> {
    return new Promise((resolve) => {
      resolve(new Uint8Array(readFileSync(join(String(this.#folders[kind]), filename))))
    })
  }
}

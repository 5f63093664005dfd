import type { ReaderNotice } from '../source/source-document.ts'
import { withinTurns } from './within-turns.ts'

/** Warnings that follow from leaving out pictures: PDF.js says them of every picture and of pictures inside fonts. */
const EXPECTED = /^(?:Image exceeded maximum allowed size|Type3 font resource )/u

/** Collects what a reading has to report, each thing once per page. */
export class NoticeBoard {
  /** The page being read, 1-based; null before the first and after the last. */
  page: number | null = null
  readonly #notices = new Map<string, ReaderNotice>()

  get notices(): readonly ReaderNotice[] {
    return [...this.#notices.values()]
  }

  add(kind: ReaderNotice['kind'], words: string): void {
    this.#notices.set(`${kind} ${String(this.page)} ${words}`, { kind, page: this.page, words })
  }

  /** @param words a warning of PDF.js, without its prefix */
  addWarning(words: string): void {
    if (!EXPECTED.test(words)) this.add('pdf-warning', words)
  }

  /** Reads something the text can do without: where it fails, a notice says so and `fallback` stands in. */
  async attempt<T>(what: string, fallback: T, read: () => Promise<T>): Promise<T> {
    try {
      return await withinTurns(read())
    } catch (error) {
      this.add('extra-failed', `${what}: ${error instanceof Error ? error.message : String(error)}`)
      return fallback
    }
  }
}

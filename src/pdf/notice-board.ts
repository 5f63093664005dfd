import type { ReaderNotice } from '../source/source-document.ts'
import type { LostCharacters } from './read-page.ts'
import { withinTurns } from './within-turns.ts'

/** Warnings that follow from leaving out pictures: PDF.js says them of every picture and of pictures inside fonts. */
const EXPECTED = /^(?:Image exceeded maximum allowed size|Type3 font resource )/u

interface AttemptOptions {
  readonly without?: readonly string[]
  readonly onExtra?: (name: string | null) => void
}

/** Collects what a reading has to report, each thing once per page. */
export class NoticeBoard {
  readonly #without: ReadonlySet<string>
  readonly #onExtra: (name: string | null) => void

  /** @param options what is to be left out, and who is told of what is attempted */
  constructor({ without = [], onExtra = () => undefined }: AttemptOptions = {}) {
    this.#without = new Set(without)
    this.#onExtra = onExtra
    for (const name of without) this.add('extra-failed', `${name}: took too long or too much memory`)
  }

  /** The page being read, 1-based; null before the first and after the last. */
  page: number | null = null
  readonly #notices = new Map<string, ReaderNotice>()

  get notices(): readonly ReaderNotice[] {
    return [...this.#notices.values()]
  }

  add(kind: ReaderNotice['kind'], words: string): void {
    this.#notices.set(`${kind} ${String(this.page)} ${words}`, { kind, page: this.page, words })
  }

  addLost({ control, unknown, placeless, halves }: LostCharacters): void {
    if (control > 0) this.add('control-characters', `${String(control)} control characters dropped`)
    if (unknown > 0)
      this.add('unknown-characters', `${String(unknown)} characters that their font does not name stand as U+FFFD`)
    if (placeless > 0) this.add('placeless-characters', `${String(placeless)} characters stand at no place on the page`)
    if (halves > 0) this.add('half-characters', `${String(halves)} halves of characters stand as U+FFFD`)
  }

  /** @param words a warning of PDF.js, without its prefix */
  addWarning(words: string): void {
    if (!EXPECTED.test(words)) this.add('pdf-warning', words)
  }

  /** Reads something the text can do without: where it fails, a notice says so and `fallback` stands in. */
  async attempt<T>(name: string, fallback: T, read: () => Promise<T>): Promise<T> {
    try {
      return await this.#extra(name, fallback, read)
    } catch (error) {
      this.add('extra-failed', `${name}: ${error instanceof Error ? error.message : String(error)}`)
      return fallback
    }
  }

  /** Like `attempt` where there is another way to it: null, and no notice. */
  async attemptQuietly<T>(name: string, read: () => Promise<T>): Promise<T | null> {
    return this.#extra(name, null, read).catch(() => null)
  }

  async #extra<T, F>(name: string, fallback: F, read: () => Promise<T>): Promise<T | F> {
    if (this.#without.has(name)) return fallback
    this.#onExtra(name)
    try {
      return await withinTurns(read())
    } finally {
      this.#onExtra(null)
    }
  }
}

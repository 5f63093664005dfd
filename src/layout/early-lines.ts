import type { Settings } from '../rules/settings-rules.ts'
import type { SourcePage } from '../source/source-document.ts'
import { buildPageLines } from './build-lines.ts'
import type { Line } from './line.ts'
import { charactersBySize, hasMarksAndStarts } from './set-footnotes-aside.ts'

/** A page that came before the others. */
interface EarlyPage {
  /** Without its text once it has become lines. */
  page: SourcePage
  lines: readonly Line[] | null
  readonly sizes: ReadonlyMap<number, number>
  readonly marks: boolean
  readonly starts: boolean
  readonly waits: boolean
}

/**
 * Makes lines of pages while others are still being read, of those whose lines are the same whatever the others hold;
 * the raw text of these is let go.
 */
export class EarlyLines {
  readonly #settings: Settings
  readonly #isUnsure: (page: SourcePage) => boolean
  readonly #pages = new Map<number, EarlyPage>()

  /** @param isUnsure whether the text of a page depends on other pages for other reasons than its footnotes */
  constructor(settings: Settings, isUnsure: (page: SourcePage) => boolean = () => false) {
    this.#settings = settings
    this.#isUnsure = isUnsure
  }

  get count(): number {
    return this.#pages.size
  }

  /** Takes a page, in any order. */
  take(page: SourcePage): void {
    const { number } = page
    const sizes = charactersBySize(page)
    this.#pages.set(number, { page, lines: null, sizes, ...hasMarksAndStarts(page), waits: this.#isUnsure(page) })
    for (const near of [number - 1, number, number + 1]) this.#settle(near)
  }

  /** All pages in their order; those whose lines are made have no text any more. */
  pages(): readonly SourcePage[] {
    return [...this.#pages.values()].map(({ page }) => page).sort((one, other) => one.number - other.number)
  }

  /** Null where the lines of the page are still to be made. */
  linesOf({ number }: SourcePage): readonly Line[] | null {
    return this.#pages.get(number)?.lines ?? null
  }

  /** As {@link charactersBySize}, of the text that the page had. */
  sizesOf(page: SourcePage): ReadonlyMap<number, number> {
    return this.#pages.get(page.number)?.sizes ?? charactersBySize(page)
  }

  /** What a page has of footnotes depends on the pages beside it. */
  #settle(number: number): void {
    const early = this.#pages.get(number)
    const around = number === 1 ? [number + 1] : [number - 1, number + 1]
    const beside = around.map((near) => this.#pages.get(near)).filter((near) => near !== undefined)
    if (early?.lines !== null || early.waits || beside.length < around.length) return
    const all = [early, ...beside]
    if (early.marks && all.some(({ starts }) => starts)) return
    if (early.starts && all.some(({ marks }) => marks)) return
    early.lines = buildPageLines(early.page, this.#settings)
    early.page = { ...early.page, items: [] }
  }
}

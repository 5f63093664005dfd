/**
 * What is known of the words of a document, by their ids. These count up from 0, so that a list does: a map of as many
 * entries takes five times the memory.
 */
export class ByWord<T extends object | string> {
  readonly #list: (T | undefined)[]
  #size = 0

  /** @param words how many the document has */
  constructor(words: number) {
    this.#list = new Array<T | undefined>(words).fill(undefined)
  }

  /** Of how many words something is known. */
  get size(): number {
    return this.#size
  }

  get(id: number): T | undefined {
    return this.#list[id]
  }

  has(id: number): boolean {
    return this.#list[id] !== undefined
  }

  set(id: number, value: T): void {
    if (!this.has(id)) this.#size += 1
    this.#list[id] = value
  }

  /** In ascending order. */
  *keys(): Generator<number, void> {
    for (const [id] of this) yield id
  }

  /** In the order of ids. */
  *[Symbol.iterator](): Generator<readonly [id: number, value: T], void> {
    for (let id = 0; id < this.#list.length; id += 1) {
      const value = this.#list[id]
      if (value !== undefined) yield [id, value]
    }
  }
}

/** As it is read. */
export type KnownByWord<T extends object | string> = Pick<ByWord<T>, 'get' | 'has' | 'size' | 'keys'> &
  Iterable<readonly [id: number, value: T]>

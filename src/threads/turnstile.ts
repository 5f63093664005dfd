/** Lets so many through at a time; who asks to be alone waits until all others have left, and they for it. */
export class Turnstile {
  readonly #most: number
  readonly #waiting: { readonly alone: boolean; readonly enter: () => void }[] = []
  #inside = 0
  #closed = false

  constructor(most: number) {
    this.#most = most
  }

  async pass<T>(alone: boolean, run: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ alone, enter })
      this.#admit()
    })
    try {
      return await run()
    } finally {
      this.#inside -= 1
      this.#closed = false
      this.#admit()
    }
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#closed || this.#inside >= (next.alone ? 1 : this.#most)) return
      this.#waiting.shift()
      this.#inside += 1
      this.#closed = next.alone
      next.enter()
    }
  }
}

import type { ParsedContact } from '../contacts/parsed-contact.ts'

/** Runs of letters; a name begins with one, whatever stands around it. */
const LETTERS = /[\p{L}\p{M}]+/gu

/** Persons that a document names, found again in its texts. */
export class KnownPersons {
  readonly #byFirstLetters = new Map<string, string[]>()

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      const [letters = ''] = name.match(LETTERS) ?? []
      const others = this.#byFirstLetters.get(letters)
      if (others === undefined) this.#byFirstLetters.set(letters, [name])
      else others.push(name)
    }
  }

  /** Those whose names stand in the text. */
  namedIn(text: string): ReadonlySet<string> {
    const letters = new Set(text.match(LETTERS))
    const candidates = [...letters].flatMap((run) => this.#byFirstLetters.get(run) ?? [])
    return new Set(candidates.filter((name) => text.includes(name)))
  }
}

/** Names of persons that a contact gives beyond doubt, as often as it does. */
export function surePersons({ persons, notices }: ParsedContact): readonly string[] {
  const unsure = new Set(notices.filter(({ code }) => code === 'contact/person-by-shape').map(({ text }) => text))
  return persons.map(({ value }) => value.name).filter((name) => !unsure.has(name))
}

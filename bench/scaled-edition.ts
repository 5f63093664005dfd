import type { Content, ContentCity } from '../fixtures/typeset/content.ts'

/** Cities of the fixture edition fill so many pages each, with a share of the table of contents. */
const PAGES_PER_CITY = 3.68
const FRONT_PAGES = 3

/** The file of an edition of so many pages. */
export function scaledName(pages: number): string {
  return `edition-of-${String(pages)}-pages.pdf`
}

/** The fixture edition with its cities again and again, under names of their own, until it has about so many pages. */
export function scaledEdition(content: Content, pages: number): Content {
  const count = Math.max(1, Math.round((pages - FRONT_PAGES) / PAGES_PER_CITY))
  const { cities } = content
  return {
    ...content,
    cities: Array.from({ length: count }, (_, index) => namesake(cities[index % cities.length], index)),
  }
}

function namesake(city: ContentCity | undefined, index: number): ContentCity {
  if (city === undefined) throw new Error('the edition has no city')
  const number = index + 1
  const own = { id: `${city.id}-${String(number)}`, number, turn: city.turn ?? city.number }
  return {
    ...city,
    ...own,
    name: `${city.name} an der ${riverName(index)}`,
    numbers: [`${String(number)}.1`, `${String(number)}.2`, `${String(number)}.3`],
  }
}

const CONSONANTS = 'bdfglmnrst'
const VOWELS = 'aeiou'

/** 0 is Baba, 1 Beba; 2500 names that can be spoken. */
function riverName(index: number): string {
  const syllable = (value: number): string =>
    (CONSONANTS[Math.floor(value / VOWELS.length) % CONSONANTS.length] ?? '') + (VOWELS[value % VOWELS.length] ?? '')
  const name = syllable(index % 50) + syllable(Math.floor(index / 50))
  return name.charAt(0).toUpperCase() + name.slice(1)
}

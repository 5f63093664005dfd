import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extract } from '../dist/index.js'

/*
 * npm run bench:diff
 *
 * The program compares 200 cities of 50 offers each with a heavily edited copy, in a process of its own. Prints time and
 * memory beside what they may be.
 */

const [CITIES, OFFERS] = [200, 50]
const [MOST_SECONDS, MOST_MEGABYTES] = [5, 500]

type Fields = Record<string, unknown>
interface City extends Fields {
  id: string
  name: string
  programme: Fields & { offers: (Fields & { id: string; name: string; description: Text; contact: Fields | null })[] }
}
interface Text {
  text: string
  blocks: { kind: string; marker: null; level: number; text: string }[]
}

const root = new URL('../', import.meta.url)
const words = wordsOf(readFileSync(new URL('fixtures/editions/musterstaedte-2026/source.txt', root), 'utf8'))
const { report } = await extract(fileURLToPath(new URL('fixtures/editions/musterstaedte-2026/source.txt', root)))
const folder = mkdtempSync(join(tmpdir(), 'stadtprofile-bench-'))
try {
  const next = chance(1)
  const old = enlarged(report as unknown as Fields & { cities: City[] }, next)
  const [a, b] = [join(folder, 'old.json'), join(folder, 'new.json')]
  writeFileSync(a, JSON.stringify(old))
  writeFileSync(b, JSON.stringify(heavilyEdited(old, next)))
  measure(a, b)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function measure(a: string, b: string): void {
  const meter = `data:text/javascript,process.on('exit',()=>process.stderr.write('memory '+process.resourceUsage().maxRSS+'\\n'))`
  const program = fileURLToPath(new URL('dist/cli/bin.js', root))
  const start = process.hrtime.bigint()
  const args = ['--import', meter, program, 'diff', a, b, '--format', 'json', '--fail-on', 'none']
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { maxBuffer: 1 << 30, encoding: 'utf8' })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (status !== 0) throw new Error(stderr)
  const megabytes = Number(/memory (\d+)/u.exec(stderr)?.[1]) / 1024
  const { changes } = (JSON.parse(stdout) as { summary: { changes: number } }).summary
  const row = (name: string, value: number, most: number, unit: string): string =>
    `${name.padEnd(8)}${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} of ${String(most).padStart(4)} ${unit.padEnd(3)} = ${(value / most).toFixed(2)}\n`
  process.stdout.write(
    [
      `${String(CITIES)} cities of ${String(OFFERS)} offers, ${String(changes)} changes\n`,
      row('time', seconds, MOST_SECONDS, 's'),
      row('memory', megabytes, MOST_MEGABYTES, 'MB'),
    ].join(''),
  )
}

/** The same numbers between 0 and 1 in each run (Lehmer’s generator, 1951). */
function chance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.match(/\p{L}{3,}/gu) ?? [])]
}

function some(count: number, next: () => number): string {
  return Array.from({ length: count }, () => words[Math.floor(next() * words.length)] ?? '').join(' ')
}

function paragraph(text: string): Text {
  return { text, blocks: [{ kind: 'paragraph', marker: null, level: 1, text }] }
}

function enlarged<T extends { cities: City[] }>(edition: T, next: () => number): T {
  const [model] = edition.cities
  if (model === undefined) throw new Error('the fixture has no city')
  const contact = edition.cities
    .flatMap(({ programme }) => programme.offers)
    .find((offer) => offer.contact !== null)?.contact
  const cities = Array.from({ length: CITIES }, (_, index) => {
    const city = structuredClone(model)
    const id = `stadt-${String(index)}`
    city.programme.offers = Array.from({ length: OFFERS }, (__, row) => ({
      id: `angebot-${String(row)}`,
      name: `${some(3, next)} ${String(row)}`,
      description: paragraph(some(80, next)),
      contact: { ...contact, emails: [`${id}.${String(row)}@example.org`], sameAs: null },
    }))
    return { ...city, id, name: `Stadt ${String(index)}`, number: index + 1 }
  })
  return { ...edition, cities, diagnostics: [] }
}

/** Of ten offers four stay as they are; the others are renamed, reworded, moved, dropped or new. */
function heavilyEdited<T extends { cities: City[] }>(edition: T, next: () => number): T {
  const copy = structuredClone(edition)
  for (const [index, city] of copy.cities.entries()) {
    city.programme.offers = city.programme.offers.flatMap((offer, row) => {
      const draw = next()
      const reworded = { ...offer, description: paragraph(`${offer.description.text} ${some(8, next)}`) }
      if (draw < 0.4) return [offer]
      if (draw < 0.6) return [reworded]
      if (draw < 0.8) return [{ ...reworded, id: `neu-${String(row)}`, name: some(3, next) }]
      if (draw < 0.9) return []
      const other = copy.cities[(index + 7) % copy.cities.length]
      other?.programme.offers.push({ ...offer, id: `${offer.id}-aus-${String(index)}` })
      return []
    })
  }
  copy.cities.reverse()
  return copy
}

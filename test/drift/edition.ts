import type { Content, ContentCity } from '../../fixtures/typeset/content.ts'
import { KNOWN_LABELS, type Labels, type LabelsFor } from '../../fixtures/typeset/labels.ts'
import type { PrintedBlock, PrintedEdition, PrintedTable } from '../../fixtures/typeset/print-model.ts'
import { printEdition, renderPrinted } from '../../fixtures/typeset/render-pdf.ts'
import { MAIN_RENDERING, type Rendering } from '../../fixtures/typeset/rendering.ts'
import { textDump } from '../../fixtures/typeset/text-dump.ts'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import type { SourceDocument } from '../../src/source/source-document.ts'
import { readText } from '../../src/text/read-text.ts'

/** An edition that edits change. */
export interface Edition {
  readonly content: Content
  readonly labelsFor: LabelsFor
  readonly rendering: Rendering
  /** What is changed in the edition as it is laid out, in this order. */
  readonly layouts: readonly ((printed: PrintedEdition) => PrintedEdition)[]
  /** What is changed in the pages as they were read, in this order. */
  readonly readings: readonly ((document: SourceDocument) => SourceDocument)[]
}

/**
 * An edition as the rules know it, with some of the cities, which are numbered anew. Their layout stays that of these
 * numbers, whatever is changed, so that no edit moves line ends that it does not mean.
 */
export function editionOf(content: Content, ids: readonly string[]): Edition {
  const cities = content.cities
    .filter(({ id }) => ids.includes(id))
    .map((city, index) => ({
      ...numbered(city, index + 1),
      turn: index + 1,
    }))
  return {
    content: { ...content, cities },
    labelsFor: KNOWN_LABELS,
    rendering: MAIN_RENDERING,
    layouts: [],
    readings: [],
  }
}

/** A city with another number, which its sections carry as well. */
export function numbered(city: ContentCity, number: number): ContentCity {
  const of = (section: number) => `${number}.${section}`
  return { ...city, number, numbers: [of(1), of(2), of(3)] }
}

export function withCities(edition: Edition, cities: readonly ContentCity[]): Edition {
  return { ...edition, content: { ...edition.content, cities: [...cities] } }
}

/** Changes what one city says. */
export function withCity(edition: Edition, id: string, change: (city: ContentCity) => ContentCity): Edition {
  return withCities(
    edition,
    edition.content.cities.map((city) => (city.id === id ? change(city) : city)),
  )
}

/** Changes the labels of some cities. */
export function withLabels(edition: Edition, ids: readonly string[], change: (labels: Labels) => Labels): Edition {
  const { labelsFor } = edition
  return {
    ...edition,
    labelsFor: (city) => (city !== null && ids.includes(city.id) ? change(labelsFor(city)) : labelsFor(city)),
  }
}

/** Changes what some cities print. */
export function withBlocks(
  edition: Edition,
  ids: readonly string[],
  change: (blocks: readonly PrintedBlock[]) => readonly PrintedBlock[],
): Edition {
  const places = edition.content.cities.map(({ id }) => ids.includes(id))
  return withLayout(edition, (printed) => ({
    ...printed,
    cities: printed.cities.map((city, index) => (places[index] === true ? change(city) : city)),
  }))
}

/** Changes the tables of some cities. */
export function withTables(
  edition: Edition,
  ids: readonly string[],
  change: (table: PrintedTable) => PrintedTable,
): Edition {
  return withBlocks(edition, ids, (blocks) => blocks.map((block) => (block.kind === 'table' ? change(block) : block)))
}

export function withLayout(edition: Edition, change: (printed: PrintedEdition) => PrintedEdition): Edition {
  return { ...edition, layouts: [...edition.layouts, change] }
}

export function withReading(edition: Edition, change: (document: SourceDocument) => SourceDocument): Edition {
  return { ...edition, readings: [...edition.readings, change] }
}

/** Typesets an edition and reads the PDF. */
export async function readAsPdf({
  content,
  rendering,
  labelsFor,
  layouts,
  readings,
}: Edition): Promise<SourceDocument> {
  const printed = layouts.reduce((edition, change) => change(edition), printEdition(content, rendering, labelsFor))
  const document = await readPdf(new Uint8Array(renderPrinted(printed)))
  return readings.reduce((read, change) => change(read), document)
}

/** Whether content and labels say all that was changed, so that a dump can print it. */
export function canBeDumped({ rendering, layouts, readings }: Edition): boolean {
  return rendering === MAIN_RENDERING && layouts.length === 0 && readings.length === 0
}

/** Writes an edition as a text dump and reads that. */
export function readAsDump({ content, labelsFor }: Edition): SourceDocument {
  return readText(new TextEncoder().encode(textDump(content, labelsFor)))
}

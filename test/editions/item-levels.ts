import type { Content } from '../../fixtures/typeset/content.ts'
import type { Block } from '../../src/report/report.ts'
import type { City } from '../../rules/stadtprofile/report.generated.ts'

/** `o 2` for each list item of an edition: the end of its text and its level, in printed order. */
export function itemLevelsOfContent({ cities }: Content): readonly string[] {
  const texts = cities.flatMap((city) => [
    [city.steering, city.delivery, city.taskDivision, city.cooperationBodies, city.goals, city.fundingPriorities],
    city.offers.map(({ description }) => description),
  ])
  const items = texts.flat(2).filter((block) => typeof block !== 'string')
  return items.map(([, text, level]) => shown(text.replaceAll(/\{[-|]\}/gu, ''), level ?? 1))
}

/** The same for a report. */
export function itemLevelsOfCities(cities: readonly City[]): readonly string[] {
  const blocks = cities.flatMap(({ organisation, programme }): readonly (readonly Block[] | undefined)[] => [
    organisation?.steering.blocks,
    organisation?.delivery.blocks,
    organisation?.taskDivision.blocks,
    organisation?.cooperationBodies.blocks,
    programme?.goals.blocks,
    programme?.fundingPriorities.blocks,
    ...(programme?.offers.map(({ description }) => description.blocks) ?? []),
  ])
  const items = blocks.flatMap((list) => list ?? []).filter(({ kind }) => kind === 'item')
  return items.map(({ text, level }) => shown(text, level))
}

function shown(text: string, level: number): string {
  return `${text.slice(-20)} ${String(level)}`
}

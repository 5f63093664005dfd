import { familyRules } from './outline-rules.ts'
import { ruleId } from './pattern-rule.ts'

/** Whether something can be the id of a family: lower-case words joined by hyphens. */
export function isFamilyId(name: string): boolean {
  return ruleId.safeParse(name).success
}

/** `library-report` → `Library report` */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/**
 * The files of a new family: those of the template, with the id and the title that its `report.json` names replaced
 * wherever they stand.
 *
 * @param template texts by file name
 * @param id of the new family
 * @throws ZodError where the template has no readable `report.json`
 */
export function fromTemplate(template: ReadonlyMap<string, string>, id: string): ReadonlyMap<string, string> {
  const placeholder = familyRules.parse(JSON.parse(template.get('report.json') ?? 'null'))
  return new Map(
    [...template].map(([name, text]) => [
      name,
      // An id has no blank and no capital: none that was put in is taken for the title.
      text.replaceAll(placeholder.id, () => id).replaceAll(placeholder.title, () => titleOf(id)),
    ]),
  )
}

import { type Markup, markup } from '../../pages/markup.ts'
import type { Rules } from '../../rules/load-rules.ts'
import type { ChangeGroup } from './grouped-changes.ts'
import { changeCard, type ChangeControl } from './html-change.ts'
import { counted } from './html-head.ts'

/** The changes of one chapter below its name. */
export function changeGroup({ entity, name, changes }: ChangeGroup, rules: Rules, control: ChangeControl): Markup {
  const id = `group-${entity ?? ''}`
  return markup`<section class="group" aria-labelledby="${id}">
<h2 id="${id}"><span lang="${rules.family.language}">${name}</span> <span class="number">${counted(changes.length, 'change')}</span></h2>
${changes.map((change) => changeCard(change, rules, control))}</section>
`
}

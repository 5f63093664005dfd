import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Markup, markup } from '../pages/markup.ts'
import type { Block } from '../report/report.ts'
import type { ReviewData } from './review-data.ts'
import type { OpenList, ReviewedCard, ReviewedEntity, ReviewedSection, ReviewedValue } from './reviewed-values.ts'

/** Numbers values as they are shown. */
interface Counter {
  next: number
}

/** All values, by chapter, section and field or row; text that ended nowhere stands first. */
export function valuePanel(
  entities: readonly ReviewedEntity[],
  unclaimed: readonly ReviewedValue[],
  { values }: ReviewData,
): Markup {
  const counter = { next: 0 }
  const loose = unclaimed.length === 0 ? null : looseText(unclaimed, counter)
  const chapters = entities.map((entity) => chapter(entity, counter))
  return markup`${loose}${chapters}<p class="empty" id="no-match"${values.length === 0 ? null : markup` hidden`}>No value is like that.</p>`
}

function looseText(unclaimed: readonly ReviewedValue[], counter: Counter): Markup {
  return markup`<section class="entity" data-entity="" aria-labelledby="loose"><h2 id="loose">Text that ended nowhere</h2>
<div class="card">${unclaimed.map((value) => oneValue(value, counter))}</div></section>
`
}

function chapter({ id, name, cards, sections }: ReviewedEntity, counter: Counter): Markup {
  const heading = `chapter-${id}`
  return markup`<section class="entity" data-entity="${id}" aria-labelledby="${heading}"><h2 id="${heading}">${name}</h2>
${cards.map((card) => oneCard(card, counter))}${sections.map((section) => oneSection(section, counter))}</section>
`
}

function oneSection({ title, cards }: ReviewedSection, counter: Counter): Markup {
  return markup`<div class="part"><h3>${title}</h3>
${cards.map((card) => oneCard(card, counter))}</div>
`
}

function oneCard({ title, values, lists }: ReviewedCard, counter: Counter): Markup {
  return markup`<div class="card">${title === null ? null : markup`<h4>${title}</h4>`}
${values.map((value) => oneValue(value, counter))}${lists.length === 0 ? null : addition(lists)}</div>
`
}

function oneValue({ label, text, blocks, kind, isEntry }: ReviewedValue, counter: Counter): Markup {
  const index = counter.next
  counter.next += 1
  const isOwnWord = kind === 'contact' && isEntry
  const said = text === null || text === '' ? markup`<span class="nothing">nothing</span>` : words(text, blocks)
  return markup`<div class="entry ${kind}" id="v${index}"><button type="button" class="pick" aria-describedby="t${index}"${isOwnWord ? markup` lang="en"` : null}>${label}</button><div class="said" id="t${index}">${said}</div></div>
`
}

function words(text: string, blocks: readonly Block[] | null): Markup {
  if (blocks === null || blocks.length === 0) return markup`${text}`
  return markup`${blocks.map(oneBlock)}`
}

function oneBlock({ kind, marker, level, text }: Block, index: number): Markup {
  const depth = kind === 'item' ? ` item level${String(Math.min(level, 4))}` : ''
  const sign = kind === 'item' ? markup`<span class="marker">${marker ?? '•'}</span> ` : null
  return markup`<p class="block${depth}" data-block="${index}">${sign}${text}</p>`
}

/** An entry that was printed but not read. */
function addition(lists: readonly OpenList[]): Markup {
  return markup`<div class="addition">${lists.map(
    ({ path, label }) => markup`<button type="button" class="add" data-path="${path}">+ ${label}</button> `,
  )}</div>`
}

/** What the program has to say, gravest first; each leads to its place. */
export function diagnosticPanel(
  diagnostics: readonly Diagnostic[],
  data: ReviewData,
  entities: readonly ReviewedEntity[],
): Markup {
  const listed = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    diagnostics
      .map((diagnostic, index) => ({ diagnostic, index }))
      .filter(({ diagnostic: one }) => one.severity === severity),
  )
  const items = listed.map(({ diagnostic, index }) => {
    const { severity, code, message, page, pointer } = diagnostic
    const entity = entities.find((one) => pointer === one.pointer || pointer?.startsWith(`${one.pointer}/`) === true)
    const where = [entity?.name, page === null ? null : `page ${String(page)}`, code].filter((word) => word != null)
    return markup`<li class="diagnostic" data-index="${index}" data-severity="${severity}" data-entity="${entity?.id ?? ''}"><span class="badge ${severity}">${SEVERITY_WORDS[severity]}</span> <button type="button" class="pick">${message}</button><span class="where">${where.join(' · ')}</span></li>
`
  })
  return markup`<ol>${items}</ol><p class="empty" id="no-diagnostic"${data.diagnostics.length === 0 ? null : markup` hidden`}>No diagnostic is like that.</p>`
}

const SEVERITY_WORDS: Readonly<Record<Diagnostic['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  info: 'remark',
}

/** What was corrected so far. */
export function correctionPanel(): Markup {
  return markup`<p class="explained">What you mark as wrong is kept in this browser until you save it. <code>corrections.json</code> names each value by ids, what was read, and what is right.</p>
<button type="button" id="export" disabled>Save corrections.json</button>
<ol id="correction-list"></ol>
<p class="empty" id="no-correction">Nothing is corrected yet. Select a value and press <kbd>e</kbd>.</p>`
}

/** For one correction; it stands at its value while it is open. */
export function correctionForm(): Markup {
  return markup`<form id="correction" hidden>
<h5 id="correction-title">Correct this value</h5>
<label>Right value <textarea id="after" rows="2" spellcheck="false"></textarea></label>
<label class="switch" id="removal"><input type="checkbox" id="remove"> The document has no such entry</label>
<label>Reason <input id="reason" type="text" required pattern=".*\\S.*" autocomplete="off"></label>
<label>Your name <input id="author" type="text" required pattern=".*\\S.*" autocomplete="name"></label>
<p class="fault" id="correction-fault" role="alert"></p>
<div><button type="submit">Keep correction</button> <button type="button" id="cancel">Cancel</button></div>
</form>`
}

import { type Markup, markup } from '../pages/markup.ts'
import type { Report } from '../report/report.ts'
import {
  type ComparisonData,
  type EditionName,
  REGION_KINDS,
  type RegionKind,
  type ReviewData,
  type Sheet,
  type ShownDocument,
} from './review-data.ts'

const KIND_WORDS: Readonly<Record<RegionKind, string>> = {
  name: 'Names',
  text: 'Descriptions',
  contact: 'Contacts',
  value: 'Other values',
  label: 'Labels',
  furniture: 'Header, footer',
  figure: 'Figure',
  footnote: 'Footnote',
  contents: 'Contents',
  outside: 'Outside',
  unclaimed: 'Unclaimed',
}

/** The pages, or the lines of a text, with the meaning of the colours that lie over them. */
export function sheetPanel(data: ReviewData, { edition }: Report): Markup {
  return markup`<section class="pane document" aria-label="Document">
<div class="tools">
${legend(data.sheets)}
${data.kind === 'pdf' ? zoom() : null}
</div>
${sheetList(data, 'new', `${unitOf(data)} of ${edition.source.file}`)}
</section>`
}

/** Two documents side by side, each below the name of its edition. */
export function comparedPanel(data: ComparisonData, old: Report, next: Report): Markup {
  const { old: before, sheets } = data
  return markup`<section class="pane document" aria-label="Documents">
<div class="tools">
${legend(sheets)}
${data.kind === 'pdf' || before.kind === 'pdf' ? zoom() : null}
</div>
<div class="compared">
${oneEdition(before, 'old', old)}${oneEdition(data, 'new', next)}</div>
</section>`
}

function oneEdition(document: ShownDocument, name: EditionName, { edition: { id, source } }: Report): Markup {
  const title = `${name === 'old' ? 'Old' : 'New'} edition`
  const own = id === null ? title : `${title} ${id}`
  return markup`<section class="edition ${name}" aria-label="${own}">
<h2>${title}${id === null ? null : markup` <b>${id}</b>`} <span class="where">${source.file}</span></h2>
<p class="absence" hidden></p>
${sheetList(document, name, `${own}: ${unitOf(document).toLowerCase()} of ${source.file}`)}
</section>
`
}

function unitOf({ kind }: ShownDocument): string {
  return kind === 'pdf' ? 'Pages' : 'Lines'
}

/** Folders with the pictures of pages, beside the page that shows them. */
export const PICTURE_FOLDERS: Readonly<Record<EditionName, string>> = { old: 'pages-old', new: 'pages' }

function sheetList({ kind, sheets }: ShownDocument, edition: EditionName, words: string): Markup {
  const folder = PICTURE_FOLDERS[edition]
  return markup`<div class="sheets ${kind}" data-edition="${edition}" tabindex="0" role="group" aria-label="${words}">
${sheets.map((sheet, index) => oneSheet(sheet, index, kind, folder))}</div>`
}

/** Of colours that nothing has only that of unclaimed text is told. */
function legend(sheets: readonly Sheet[]): Markup {
  const counts = new Map<RegionKind, number>()
  for (const { regions } of sheets) for (const { kind } of regions) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const shown = REGION_KINDS.filter((kind) => counts.has(kind) || kind === 'unclaimed')
  return markup`<fieldset class="legend" id="legend"><legend>Show</legend>${shown.map(
    (kind) =>
      markup`<label><input type="checkbox" value="${kind}" checked> <span class="swatch ${kind}"></span>${KIND_WORDS[kind]}</label> `,
  )}</fieldset>`
}

function zoom(): Markup {
  return markup`<div class="zoom" role="group" aria-label="Zoom">
<button type="button" id="zoom-out" aria-label="Smaller" title="Smaller (−)">−</button>
<button type="button" id="zoom-fit" aria-label="Fit the pane" title="Fit the pane (0)">Fit</button>
<button type="button" id="zoom-in" aria-label="Larger" title="Larger (+)">+</button>
</div>`
}

/** What lies over a page is made when it comes into view. */
function oneSheet(
  { width, height, hasPicture }: Sheet,
  index: number,
  kind: ShownDocument['kind'],
  folder: string,
): Markup {
  const page = String(index + 1)
  if (kind === 'text') return markup`<pre class="sheet" data-sheet="${index}"></pre>\n`
  const picture = hasPicture
    ? markup`<img src="${folder}/${page}.webp" width="${Math.round(width)}" height="${Math.round(height)}" loading="lazy" decoding="async" alt="Page ${page}">`
    : markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Page ${page}: its words, without a picture"></svg>`
  return markup`<figure class="sheet" data-sheet="${index}"><figcaption>Page ${page}</figcaption><div class="paper">${picture}</div></figure>\n`
}

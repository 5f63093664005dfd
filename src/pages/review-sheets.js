// @ts-check
/* The pages with what lies over them. Boxes are made when a page comes near the screen. */

/** @typedef {import('../review/review-data.ts').ReviewData} ReviewData */
/** @typedef {import('../review/review-data.ts').Region} Region */
/** @typedef {import('../review/review-data.ts').ValuePlace} ValuePlace */
/** @typedef {{ readonly value: number | null, readonly block: number | null, readonly scrolls?: boolean }} Target */

/** @type {unknown} */
const island = JSON.parse(document.querySelector('#data')?.textContent ?? '')
const data = /** @type {ReviewData} */ (island)
const pane = /** @type {HTMLElement} */ (document.querySelector('#sheets'))
const sheets = /** @type {HTMLElement[]} */ ([...pane.querySelectorAll('.sheet')])
const SVG = 'http://www.w3.org/2000/svg'

/** @type {Target} */
let selected = { value: null, block: null }
/** @type {Target} */
let hovered = { value: null, block: null }

/** @param {number} index */
function sheetAt(index) {
  const sheet = sheets[index]
  const held = data.sheets[index]
  return sheet === undefined || held === undefined ? null : { sheet, ...held }
}

/**
 * @param {HTMLElement} box
 * @param {readonly [number, number, number, number]} place
 * @param {number} width
 * @param {number} height
 */
function putAt(box, [x0, y0, x1, y1], width, height) {
  box.style.left = `${String((x0 / width) * 100)}%`
  box.style.top = `${String((y0 / height) * 100)}%`
  box.style.width = `${String(((x1 - x0) / width) * 100)}%`
  box.style.height = `${String(((y1 - y0) / height) * 100)}%`
}

/**
 * Marks ink with what it became.
 * @param {HTMLElement} element
 * @param {Region} region
 */
function markRegion(element, { kind, value, block, rule }) {
  element.className = `region ${kind}`
  if (value !== null) element.dataset['value'] = String(value)
  if (block !== null) element.dataset['block'] = String(block)
  element.title = rule === null ? kind : `${kind}: ${rule}`
}

/** @param {number} index */
function fillPage(index) {
  const found = sheetAt(index)
  const paper = found?.sheet.querySelector('.paper')
  if (found === null || !paper || paper.querySelector('.layer')) return
  const { regions, width, height } = found
  const layer = document.createElement('div')
  layer.className = 'layer'
  layer.ariaHidden = 'true'
  for (const region of regions) {
    const box = document.createElement('div')
    markRegion(box, region)
    putAt(box, region.box, width, height)
    layer.append(box)
  }
  const svg = paper.querySelector('svg')
  if (svg) for (const region of regions) svg.append(printedWords(region))
  paper.append(layer)
  drawMarks()
}

/** Characters of a page that could not be drawn. @param {Region} region */
function printedWords({ box: [x0, y0, x1, y1], text }) {
  const words = document.createElementNS(SVG, 'text')
  words.textContent = text
  const size = y1 - y0
  /** @type {Readonly<Record<string, number>>} */
  const attributes = { x: x0, y: y1 - size * 0.22, 'font-size': size * 0.85, textLength: x1 - x0 }
  for (const [name, value] of Object.entries(attributes)) words.setAttribute(name, String(value))
  words.setAttribute('lengthAdjust', 'spacingAndGlyphs')
  return words
}

/** The lines of a text; what stands between two regions is white space. @param {number} index */
function fillLines(index) {
  const found = sheetAt(index)
  if (found === null) return
  const inOrder = [...found.regions].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  for (const [line, regions] of Map.groupBy(inOrder, ({ box }) => box[1])) {
    const row = document.createElement('div')
    row.className = 'line'
    row.dataset['line'] = String(line)
    let column = 1
    for (const region of regions) {
      const part = document.createElement('span')
      markRegion(part, region)
      part.dataset['columns'] = `${String(region.box[0])}-${String(region.box[2])}`
      part.textContent = region.text
      row.append(' '.repeat(Math.max(0, region.box[0] - column)), part)
      column = region.box[2] + 1
    }
    found.sheet.append(row)
  }
}

/** Draws around what is selected and what is pointed at. */
function drawMarks() {
  for (const old of pane.querySelectorAll('.mark')) old.remove()
  for (const old of pane.querySelectorAll('.marked')) old.classList.remove('marked', 'pointed')
  if (hovered.value !== selected.value) drawPlaces(hovered, 'pointed')
  drawPlaces(selected, 'marked')
}

/**
 * @param {Target} target
 * @param {string} name
 */
function drawPlaces({ value }, name) {
  const { places = [] } = value === null ? {} : (data.values[value] ?? {})
  for (const place of places) {
    const found = sheetAt(place.sheet)
    if (found === null) continue
    if (data.kind === 'text') for (const part of partsAt(found.sheet, place)) part.classList.add('marked', name)
    else drawBox(found.sheet.querySelector('.layer'), place, found, name)
  }
}

/**
 * @param {Element | null} layer
 * @param {ValuePlace} place
 * @param {{ readonly width: number, readonly height: number }} size
 * @param {string} name
 */
function drawBox(layer, { box }, { width, height }, name) {
  if (layer === null) return
  const mark = document.createElement('div')
  mark.className = `mark ${name}`
  putAt(mark, box, width, height)
  layer.append(mark)
}

/**
 * @param {Element} sheet
 * @param {ValuePlace} place
 */
function partsAt(sheet, { box: [first, line, last] }) {
  const parts = /** @type {HTMLElement[]} */ ([...sheet.querySelectorAll(`[data-line="${String(line)}"] .region`)])
  return parts.filter(({ dataset: { columns = '' } }) => {
    const [from = 0, to = 0] = columns.split('-').map(Number)
    return from <= last && to >= first
  })
}

/** Brings the first place of a value into view. @param {number} value */
function scrollToValue(value) {
  const place = data.values[value]?.places[0]
  if (place === undefined) return
  if (data.kind === 'text') {
    const found = sheetAt(place.sheet)
    const part = found === null ? undefined : partsAt(found.sheet, place)[0]
    if (part !== undefined) part.scrollIntoView({ block: 'center' })
    return
  }
  fillPage(place.sheet)
  const found = sheetAt(place.sheet)
  const paper = found?.sheet.querySelector('.paper')
  if (found === null || !paper) return
  const { top, height, left, width } = paper.getBoundingClientRect()
  const edge = pane.getBoundingClientRect()
  const y = top - edge.top + (place.box[1] / found.height) * height
  const x = left - edge.left + (place.box[0] / found.width) * width
  const isInView = y > 20 && y < edge.height - 60
  const isAcross = x > 0 && x < edge.width - 40
  if (!isInView) pane.scrollTop += y - edge.height / 3
  if (!isAcross) pane.scrollLeft += x - 40
}

/** @param {Event} event @returns {Target} */
function targetOf(event) {
  const region = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.region'))
  const { value, block } = region?.dataset ?? {}
  return { value: value === undefined ? null : Number(value), block: block === undefined ? null : Number(block) }
}

/**
 * @param {string} name
 * @param {Target} detail
 */
function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }))
}

pane.addEventListener('click', (event) => {
  const target = targetOf(event)
  if (target.value !== null) tell('picked', { ...target, scrolls: false })
})
pane.addEventListener('pointerover', (event) => tell('pointed', targetOf(event)))
pane.addEventListener('pointerleave', () => tell('pointed', { value: null, block: null }))

document.addEventListener('pointed', (event) => {
  const next = /** @type {CustomEvent<Target>} */ (event).detail
  if (next.value === hovered.value && next.scrolls !== true) return
  hovered = next
  if (next.value !== null && next.scrolls === true) scrollToValue(next.value)
  drawMarks()
})
document.addEventListener('selected', (event) => {
  selected = /** @type {CustomEvent<Target>} */ (event).detail
  if (selected.value !== null && selected.scrolls === true) scrollToValue(selected.value)
  drawMarks()
})
document.addEventListener('sheet-wanted', (event) => {
  sheets[/** @type {CustomEvent<number>} */ (event).detail]?.scrollIntoView({ block: 'start' })
})

for (const box of document.querySelectorAll('#legend input')) {
  box.addEventListener('change', () => {
    const { value, checked } = /** @type {HTMLInputElement} */ (box)
    pane.classList.toggle(`without-${value}`, !checked)
  })
}

let zoom = 1
/** Keeps what is in the middle there. @param {number} next */
function setZoom(next) {
  const middle = (pane.scrollTop + pane.clientHeight / 2) / pane.scrollHeight
  zoom = Math.min(4, Math.max(0.5, next))
  pane.style.setProperty('--zoom', String(zoom))
  pane.scrollTop = middle * pane.scrollHeight - pane.clientHeight / 2
}
document.querySelector('#zoom-in')?.addEventListener('click', () => setZoom(zoom * 1.25))
document.querySelector('#zoom-out')?.addEventListener('click', () => setZoom(zoom / 1.25))
document.querySelector('#zoom-fit')?.addEventListener('click', () => setZoom(1))

if (data.kind === 'text') for (const index of sheets.keys()) fillLines(index)
else {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) fillPage(sheets.indexOf(/** @type {HTMLElement} */ (target)))
    },
    { root: pane, rootMargin: '100% 0px' },
  )
  for (const sheet of sheets) near.observe(sheet)
}

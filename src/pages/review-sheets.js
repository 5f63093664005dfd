// @ts-check
/* Documents: pages or lines, with what lies over them. Boxes are made when a page comes near the screen. The event `marks`
   tells a document which places to mark; it tells by `ink` what the pointer is at. */

/** @typedef {import('../review/review-data.ts').ReviewData | import('../review/review-data.ts').ComparisonData} Data */
/** @typedef {import('../review/review-data.ts').ShownDocument} ShownDocument */
/** @typedef {import('../review/review-data.ts').EditionName} EditionName */
/** @typedef {import('../review/review-data.ts').Region} Region */
/** @typedef {import('../review/review-data.ts').RegionBox} RegionBox */
/** @typedef {import('../review/review-data.ts').ValuePlace} ValuePlace */
/** @typedef {'marked' | 'pointed'} MarkName */
/** @typedef {{ readonly edition: EditionName, readonly name: MarkName, readonly places: readonly ValuePlace[],
 *   readonly shows: ValuePlace | null }} Marks */
/** @typedef {{ readonly edition: EditionName, readonly isClick: boolean, readonly value: number | null,
 *   readonly block: number | null, readonly place: ValuePlace | null }} Ink */

/** @type {unknown} */
const island = JSON.parse(document.querySelector('#data')?.textContent ?? '')
const data = /** @type {Data} */ (island)

/** @typedef {{ readonly width: number, readonly height: number }} Size */
/** @param {HTMLElement} box @param {RegionBox} place @param {Size} size */
function putAt(box, [x0, y0, x1, y1], { width, height }) {
  box.style.left = `${String((x0 / width) * 100)}%`
  box.style.top = `${String((y0 / height) * 100)}%`
  box.style.width = `${String(((x1 - x0) / width) * 100)}%`
  box.style.height = `${String(((y1 - y0) / height) * 100)}%`
}

/**
 * Marks ink with what it became.
 * @param {HTMLElement} element
 * @param {Region} region
 * @param {number} index within its sheet
 */
function markRegion(element, { kind, value, block, rule }, index) {
  element.className = `region ${kind}`
  element.dataset['index'] = String(index)
  for (const [name, target] of Object.entries({ value, block }))
    if (target !== null) element.dataset[name] = `${target}`
  element.title = rule === null ? kind : `${kind}: ${rule}`
}

/** Characters of a page that could not be drawn. @param {Region} region */
function printedWords({ box: [x0, y0, x1, y1], text }) {
  const words = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  words.textContent = text
  const size = y1 - y0
  const placed = { x: x0, y: y1 - size * 0.22, 'font-size': size * 0.85, textLength: x1 - x0 }
  const attributes = { ...placed, lengthAdjust: 'spacingAndGlyphs' }
  for (const [name, value] of Object.entries(attributes)) words.setAttribute(name, String(value))
  return words
}

/**
 * Parts of a line that a place covers.
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

class SheetList {
  /**
   * @param {HTMLElement} pane
   * @param {ShownDocument} shown
   */
  constructor(pane, shown) {
    this.pane = pane
    this.shown = shown
    this.elements = /** @type {HTMLElement[]} */ ([...pane.querySelectorAll('.sheet')])
    /** @type {Record<MarkName, readonly ValuePlace[]>} */
    this.marks = { marked: [], pointed: [] }
    this.sought = /** @type {ValuePlace | null} */ (null)
  }

  /** Makes what lies over the sheets: of lines at once, of pages as they come near. */
  fill() {
    if (this.shown.kind === 'text') {
      for (const index of this.elements.keys()) this.fillLines(index)
      return
    }
    const near = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) this.fillPage(this.elements.indexOf(/** @type {HTMLElement} */ (target)))
      },
      { root: this.pane, rootMargin: '100% 0px' },
    )
    for (const element of this.elements) near.observe(element)
  }

  /** @param {number} index */
  sheetAt(index) {
    const [element, held] = [this.elements[index], this.shown.sheets[index]]
    return element === undefined || held === undefined ? null : { element, ...held }
  }

  /** @param {number} index */
  fillPage(index) {
    const found = this.sheetAt(index)
    const paper = found?.element.querySelector('.paper')
    if (found === null || !paper || paper.querySelector('.layer')) return
    const layer = document.createElement('div')
    layer.className = 'layer'
    layer.ariaHidden = 'true'
    for (const [at, region] of found.regions.entries()) {
      const box = document.createElement('div')
      markRegion(box, region, at)
      putAt(box, region.box, found)
      layer.append(box)
    }
    paper.querySelector('svg')?.append(...found.regions.map(printedWords))
    paper.append(layer)
    this.drawMarks()
  }

  /** Lines; what stands between two regions is white space. @param {number} index */
  fillLines(index) {
    const found = this.sheetAt(index)
    if (found === null) return
    const inOrder = [...found.regions.entries()].sort(([, a], [, b]) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
    for (const [line, regions] of Map.groupBy(inOrder, ([, { box }]) => box[1])) {
      const row = document.createElement('div')
      row.className = 'line'
      row.dataset['line'] = String(line)
      let column = 1
      for (const [at, region] of regions) {
        const part = document.createElement('span')
        markRegion(part, region, at)
        part.dataset['columns'] = `${String(region.box[0])}-${String(region.box[2])}`
        part.textContent = region.text
        row.append(' '.repeat(Math.max(0, region.box[0] - column)), part)
        column = region.box[2] + 1
      }
      found.element.append(row)
    }
  }

  /** @param {Marks} marks */
  mark({ name, places, shows }) {
    this.marks[name] = places
    if (shows !== null) this.show(shows)
    this.drawMarks()
  }

  /** Draws around what is selected and what is pointed at. */
  drawMarks() {
    for (const old of this.pane.querySelectorAll('.mark')) old.remove()
    for (const old of this.pane.querySelectorAll('.marked')) old.classList.remove('marked', 'pointed')
    for (const name of /** @type {const} */ (['pointed', 'marked'])) {
      for (const place of this.marks[name]) this.drawPlace(place, name)
    }
  }

  /**
   * @param {ValuePlace} place
   * @param {MarkName} name
   */
  drawPlace(place, name) {
    const found = this.sheetAt(place.sheet)
    if (found === null) return
    if (this.shown.kind === 'text') {
      for (const part of partsAt(found.element, place)) part.classList.add('marked', name)
      return
    }
    const box = document.createElement('div')
    box.className = `mark ${name}`
    putAt(box, place.box, found)
    found.element.querySelector('.layer')?.append(box)
  }

  /** Brings a place into view. @param {ValuePlace} place */
  show(place) {
    const found = this.sheetAt(place.sheet)
    if (found === null) return
    if (this.shown.kind === 'text') {
      this.sought = place
      this.showLines(found.element, place, 12)
      return
    }
    this.fillPage(place.sheet)
    const paper = found.element.querySelector('.paper')
    if (!paper) return
    const { top, left, height } = paper.getBoundingClientRect()
    const [x0, y0, , y1] = place.box.map((edge) => (edge / found.height) * height)
    this.scrollToward({ top: top + (y0 ?? 0), bottom: top + (y1 ?? 0), left: left + (x0 ?? 0) })
  }

  /** Again for some frames: what comes on the screen may be longer than it was taken for.
   * @param {Element} sheet @param {ValuePlace} place @param {number} frames */
  showLines(sheet, place, frames) {
    if (frames === 0 || this.sought !== place) return
    const [, first, , last] = place.box
    const lineAt = (/** @type {number} */ line) => sheet.querySelector(`[data-line="${String(line)}"]`) ?? sheet
    const { top, left } = lineAt(first).getBoundingClientRect()
    this.scrollToward({ top, left, bottom: first === 0 ? top : lineAt(last).getBoundingClientRect().bottom })
    requestAnimationFrame(() => this.showLines(sheet, place, frames - 1))
  }

  /** Only where it is not in view. @param {{ readonly top: number, readonly bottom: number, readonly left: number }} where */
  scrollToward({ top, bottom, left }) {
    const edge = this.pane.getBoundingClientRect()
    const [y, x, height] = [top - edge.top, left - edge.left, bottom - top]
    const isLong = height > edge.height - 60
    if (y <= 20 || (isLong ? y >= edge.height / 3 : y + height >= edge.height - 20)) {
      this.pane.scrollTop += y - Math.max(20, Math.min(edge.height / 3, (edge.height - height) / 2))
    }
    if (x <= 0 || x >= edge.width - 40) this.pane.scrollLeft += x - 40
  }

  /** What ink an event is at. @param {Event} event @returns {Omit<Ink, 'edition' | 'isClick'>} */
  inkAt(event) {
    const region = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.region'))
    const sheet = this.elements.findIndex((element) => region !== null && element.contains(region))
    const { value, block, index } = region?.dataset ?? {}
    const box = this.shown.sheets[sheet]?.regions[Number(index)]?.box
    return {
      value: value === undefined ? null : Number(value),
      block: block === undefined ? null : Number(block),
      place: box === undefined ? null : { sheet, box },
    }
  }
}

for (const element of document.querySelectorAll('.sheets')) {
  const pane = /** @type {HTMLElement} */ (element)
  const edition = /** @type {EditionName} */ (pane.dataset['edition'])
  const list = new SheetList(pane, edition === 'old' && 'old' in data ? data.old : data)
  const tell = (/** @type {Omit<Ink, 'edition' | 'isClick'>} */ ink, isClick = false) =>
    document.dispatchEvent(new CustomEvent('ink', { detail: { ...ink, edition, isClick } }))
  pane.addEventListener('click', (event) => tell(list.inkAt(event), true))
  pane.addEventListener('pointerover', (event) => tell(list.inkAt(event)))
  pane.addEventListener('pointerleave', (event) => tell(list.inkAt(event)))
  document.addEventListener('marks', (event) => {
    const { detail } = /** @type {CustomEvent<Marks>} */ (event)
    if (detail.edition === edition) list.mark(detail)
  })
  document.addEventListener('sheet-wanted', (event) => {
    const { detail } = /** @type {CustomEvent<{ edition: EditionName, sheet: number }>} */ (event)
    if (detail.edition === edition) list.elements[detail.sheet]?.scrollIntoView({ block: 'start' })
  })
  list.fill()
}

/**
 * What both readers (`src/pdf/`, `src/text/`) hand to the later stages.
 *
 * Coordinates are PDF points (1/72 inch) on the page as it is read: origin at the top left, x to the right,
 * y downwards, after rotation. They are rounded to 1/100 point where they are read, once.
 */

/** A rectangle, `x0 <= x1` and `y0 <= y1`. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** A typeface as the document names it. */
export interface FontFace {
  readonly name: string
  readonly bold: boolean
  readonly italic: boolean
}

/**
 * A run of text set in one go: one baseline, one font, one size, in the order of the content stream.
 * A PDF gives one or more items per line, down to one per glyph; a text gives one item per line or per column of a line.
 */
export interface TextItem {
  /** Characters as the source maps them (ligatures, soft hyphens and no-break blanks included), never empty. */
  readonly text: string
  readonly box: Box
  /** y of the baseline; x of it where `turn` is 90 or 270. */
  readonly baseline: number
  /**
   * x of the left edge of each UTF-16 unit of `text`, and of the right edge of the last: `text.length + 1` numbers,
   * not decreasing. A ligature of several characters shares its width among them evenly.
   * Turned text counts along its reading direction, from `box.y0` (90, 270) or `box.x0` (180).
   */
  readonly edges: readonly number[]
  /** Font size in points as displayed. */
  readonly size: number
  readonly font: FontFace
  /** Degrees clockwise by which the text is turned against the page's reading direction; 0 for ordinary text. */
  readonly turn: 0 | 90 | 180 | 270
  /** Line of the text file, 1-based; null for PDF. */
  readonly textLine: number | null
  /** First column in that line, 0-based, in UTF-16 units of the line without its control characters; 0 for PDF. */
  readonly textColumn: number
  /** Id of the marked content the item stands in, as the structure tree refers to it; null where there is none. */
  readonly markedContent: string | null
}

/** A straight ruling line, drawn as a stroke or as a thin filled rectangle. */
export interface RulingLine {
  readonly direction: 'horizontal' | 'vertical'
  readonly box: Box
  /** Thickness in points. */
  readonly thickness: number
}

/** An area filled with one colour other than white: shading of a table row or cell, or part of a drawing. */
export interface FilledArea {
  readonly box: Box
  /** `#rrggbb` */
  readonly colour: string
}

/** A link annotation, or a target listed by a text dump. */
export interface Link {
  /** As the source has it: `mailto:…`, `https://…`, `tel:…`. */
  readonly target: string
  /** One box per visual line the link covers; null where the source lists targets without places. */
  readonly box: Box | null
  /** Where a text file lists the target: its line, 1-based, and first column, 0-based; null for PDF. */
  readonly listedAt: { readonly line: number; readonly column: number } | null
}

/** A node of a tagged PDF's structure tree. */
export interface StructureNode {
  /** Standard structure type: `Table`, `TR`, `TH`, `TD`, `P`, `L`, `LI`, `H1` … */
  readonly role: string
  readonly children: readonly (StructureNode | { readonly markedContent: string })[]
}

export interface SourcePage {
  /** 1-based place in the source. */
  readonly number: number
  readonly width: number
  readonly height: number
  /**
   * Degrees clockwise by which the page was turned to be read, already applied to all coordinates: its entry `/Rotate`,
   * and what brings its text upright where most of it is turned.
   */
  readonly rotation: 0 | 90 | 180 | 270
  /** The part of `rotation` that a viewer does not do: degrees clockwise that turn the page as it is read back into the page as it is displayed. */
  readonly readingTurn: 0 | 90 | 180 | 270
  /**
   * `placed`: x and y are where the ink is. `flowed`: only the order of lines and their widths (estimated from generic
   * font metrics) mean anything; columns of a table follow one another.
   */
  readonly layout: 'placed' | 'flowed'
  readonly items: readonly TextItem[]
  readonly rulings: readonly RulingLine[]
  readonly fills: readonly FilledArea[]
  /** Boxes of pictures. */
  readonly images: readonly Box[]
  readonly links: readonly Link[]
  /** Null where the page is not tagged. */
  readonly structure: StructureNode | null
}

export interface OutlineEntry {
  readonly title: string
  /** Page the entry points to, 1-based; null where it cannot be resolved. */
  readonly page: number | null
  readonly children: readonly OutlineEntry[]
}

/** Something the reader met that may have cost content. */
export interface ReaderNotice {
  readonly kind:
    | 'pdf-warning'
    | 'page-failed'
    | 'extra-failed'
    | 'control-characters'
    | 'unknown-characters'
    | 'placeless-characters'
    | 'half-characters'
    | 'swapped-ligatures'
  readonly page: number | null
  readonly words: string
}

export interface SourceDocument {
  readonly kind: 'pdf' | 'text'
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string
  readonly title: string | null
  readonly pages: readonly SourcePage[]
  readonly outline: readonly OutlineEntry[]
  readonly notices: readonly ReaderNotice[]
}

/** A page without its text. */
export type PageFrame = Omit<SourcePage, 'items'>

/** A document without its text, which has become lines. */
export type DocumentFrame = Omit<SourceDocument, 'pages'> & { readonly pages: readonly PageFrame[] }

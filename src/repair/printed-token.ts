/** A part of a token that comes from one printed word. */
export interface TokenPart {
  readonly text: string
  /** Id of the printed word. */
  readonly word: number
  /** Where the part begins in the word's clean characters. */
  readonly at: number
}

/** A run of characters without a blank, cleaned: usually one printed word, or several letters that were spaced apart. */
export interface PrintedToken {
  readonly text: string
  /** In printed order; their texts make up `text`. */
  readonly parts: readonly TokenPart[]
  /** Targets of the link annotations that cover it. */
  readonly links: readonly string[]
}

/**
 * What a printed line ends with: nothing, a hyphen that belongs to the last word (`hyphen`), one at which nobody
 * breaks by himself (`firm`, U+2011), one that only shows at a line end (`soft`, U+00AD), or one with white space
 * before it (`lone`), which may be a hyphen or a dash.
 */
export type LineEndMark = 'none' | 'hyphen' | 'firm' | 'soft' | 'lone'

/** A printed line as tokens. Never empty. */
export interface TokenLine {
  /** The last token keeps its hyphen where `mark` is `hyphen` or `firm`; a `lone` hyphen is the last token. */
  readonly tokens: readonly PrintedToken[]
  readonly mark: LineEndMark
  /** Id of the last printed word. */
  readonly lastWord: number
  /** White space before a `lone` hyphen, as a share of the font size; 0 elsewhere. */
  readonly gap: number
}

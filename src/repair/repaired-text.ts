import type { Line, Word } from '../layout/line.ts'

/** What is known about the words of a document, or of all documents of a run, before any line is joined. */
export interface Vocabulary {
  /** How often the word stands whole (not at a line end, not after one) in the documents; case matters. */
  count(word: string): number
  /** How often it stands whole in any case. */
  countFolded(word: string): number
}

/** What was done where two printed lines meet. */
export type JoinAction =
  /** The line end was white space: `the⏎end` is `the end`. */
  | 'blank'
  /** The typesetter's hyphen is gone: `Be-⏎ratung` is `Beratung`. */
  | 'hyphen-removed'
  /** The author's hyphen stays and the parts touch: `LVR-⏎Klinikum` is `LVR-Klinikum`. */
  | 'hyphen-kept'
  /** The author's hyphen stays and a blank follows: `Sach-⏎und` is `Sach- und`. */
  | 'hyphen-and-blank'
  /** The word was cut without a hyphen: `aue⏎ntal.de` is `auental.de`. */
  | 'cut'

/** A decision at one line end, with the evidence that carried it. */
export interface Join {
  readonly action: JoinAction
  /** The printed characters on both sides, `Be-⏎ratung`. */
  readonly printed: string
  /** The result, `Beratung`. */
  readonly joined: string
  /** Name of the evidence that decided, `link-target`, `whole-elsewhere`, `suspended-compound` … */
  readonly evidence: string
  /** True where two readings were close; the caller reports it. */
  readonly close: boolean
  /** Id of the word before the line end. */
  readonly wordBefore: number
}

/** Which characters of a repaired text come from which printed word. */
export interface Span {
  /** First character in `RepairedText.text`. */
  readonly from: number
  /** One past the last. */
  readonly to: number
  /** Id of the printed word. */
  readonly word: number
  /** Where its first character stands among the word's clean characters (`cleanWord`). */
  readonly at: number
}

export interface RepairedText {
  /** Unicode NFC, one blank for a run of white space, no blank at either end. */
  readonly text: string
  /** Ascending, not overlapping. Blanks between words belong to no span. */
  readonly spans: readonly Span[]
  readonly joins: readonly Join[]
  /** All printed words in order, also those of which nothing is left. */
  readonly words: readonly Word[]
}

/** What `joinLines` may lean on besides the lines themselves. */
export interface RepairContext {
  readonly vocabulary: Vocabulary
  /** The words of all documents of the run, asked where those of this document leave a hyphen undecided. */
  readonly runVocabulary?: Vocabulary | null
  /** Targets of the links on the lines' pages that have no place (text dumps); words carry the placed ones. */
  readonly looseTargets: readonly string[]
}

export type JoinLines = (lines: readonly Line[], context: RepairContext) => RepairedText

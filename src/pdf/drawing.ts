import type { Box, FilledArea, RulingLine } from '../source/source-document.ts'
import type { GlyphRun } from './glyph-run.ts'
import { type GraphicsState, initialPosition, initialState, type TextPosition } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'
import type { PdfFont } from './pdf-font.ts'

/** A page while its operators are carried out: the machine's registers and what has been drawn so far. */
export interface Drawing {
  state: GraphicsState
  readonly savedStates: GraphicsState[]
  position: TextPosition
  /** A clipping operator waits for its path. */
  clipPending: boolean
  /** Groups that are open inside a soft mask, the mask included: nothing in them is ink. 0 outside masks. */
  maskDepth: number
  /** Ids of the open marked contents, outermost first. */
  readonly markedContents: (string | null)[]
  /** What ids of marked content on this page begin with; null where the document is not tagged. */
  readonly markedContentPrefix: string | null
  readonly fontOf: (id: string) => PdfFont
  /** The run the last glyph went to. */
  openRun: GlyphRun | null
  readonly runs: GlyphRun[]
  readonly rulings: DrawnRuling[]
  readonly fills: FilledArea[]
  readonly images: Box[]
  controlCharacters: number
  /** Glyphs with ink of which the font does not say what they are. */
  unknownCharacters: number
  /** Characters whose size cannot be computed. */
  placelessCharacters: number
}

/** A ruling with the colour it was drawn in. */
export interface DrawnRuling extends RulingLine {
  readonly colour: string
}

/** What an operator does to the drawing. */
export type Operator = (drawing: Drawing, args: readonly unknown[]) => void

/** Operators by the names PDF.js gives them. */
export type Operators = Readonly<Record<string, Operator>>

/** The surroundings of a page's operators. */
export interface DrawingSetting {
  /** From PDF user space to the page as displayed. */
  readonly matrix: Matrix
  readonly page: Box
  readonly fontOf: (id: string) => PdfFont
  readonly markedContentPrefix: string | null
}

export function startDrawing({ matrix, page, fontOf, markedContentPrefix }: DrawingSetting): Drawing {
  return {
    state: initialState(matrix, page),
    savedStates: [],
    position: initialPosition(),
    clipPending: false,
    maskDepth: 0,
    markedContents: [],
    markedContentPrefix,
    fontOf,
    openRun: null,
    runs: [],
    rulings: [],
    fills: [],
    images: [],
    controlCharacters: 0,
    unknownCharacters: 0,
    placelessCharacters: 0,
  }
}

/** An operand as a list; empty where the document has something else there. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** An operand as a number; `fallback` where the document has something else there. */
export function numberOf(value: unknown, fallback = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback
}

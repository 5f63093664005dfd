import { endingIn } from './ending.ts'
import type { Joint } from './joint.ts'

/** Letters and digits that touch a line end inside an address. */
export interface Pieces {
  readonly leftPiece: string
  /** May go over several lines; not over one without a hyphen after one with. */
  readonly rightPiece: string
}

/** Finds the letters and digits on both sides, up to the next dot, hyphen, slash or `@`. */
export function piecesAt(joint: Joint): Pieces {
  let rightPiece = ''
  for (const { text, mark } of joint.ahead) {
    const piece = /^[\p{L}\p{N}]*/u.exec(text)?.[0] ?? ''
    if (rightPiece !== '' && /^\p{Lu}/u.test(piece)) break
    rightPiece += piece
    if (piece.length < text.length || (mark === 'none' && joint.mark !== 'none')) break
  }
  return { leftPiece: endingIn(joint.left, /[\p{L}\p{N}]/u), rightPiece }
}

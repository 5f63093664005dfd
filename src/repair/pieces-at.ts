import type { Joint } from './joint.ts'

/** Letters and digits that touch a line end inside an address. */
export interface Pieces {
  readonly leftPiece: string
  /** May go over several lines. */
  readonly rightPiece: string
}

/** Finds the letters and digits on both sides, up to the next dot, hyphen, slash or `@`. */
export function piecesAt(joint: Joint): Pieces {
  let rightPiece = ''
  for (const { text } of joint.ahead) {
    const piece = /^[\p{L}\p{N}]*/u.exec(text)?.[0] ?? ''
    rightPiece += piece
    if (piece.length < text.length) break
  }
  return { leftPiece: /[\p{L}\p{N}]*$/u.exec(joint.left)?.[0] ?? '', rightPiece }
}

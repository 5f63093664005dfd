import { matchTemplate, squeeze } from './address-template.ts'
import { withoutLead } from './address-shape.ts'
import { endingIn } from './ending.ts'
import { foldUmlauts } from './fold-umlauts.ts'
import { type Evidence, vote } from './joint.ts'
import { isLegalBreak } from './legal-breaks.ts'
import { piecesAt } from './pieces-at.ts'
import { templatesFor } from './template-index.ts'

const LABEL = /[\p{L}\p{N}-]/u

/** No label of an address begins or ends in a hyphen: `soziales.-⏎stadt.de`. */
const addressEdge: Evidence = (joint, context) =>
  /[.@/:_]$/u.test(joint.left) || /^[.@/:_-]/u.test(joint.right)
    ? vote(context, 'hyphen-removed', 'address-edge')
    : null

/** The same label stands whole in another address. */
const labelElsewhere: Evidence = (joint, context) => {
  const left = squeeze(endingIn(joint.left, LABEL))
  const ahead = joint.ahead.map(({ text, mark }) => ({ text: /^[\p{L}\p{N}-]*/u.exec(text)?.[0] ?? '', mark }))
  if (left === '') return null
  const own = context.targets.flatMap((target) => target.labels)
  for (const label of [...own, ...templatesFor(left, context.vocabulary.labels)]) {
    const match = matchTemplate(left, ahead, label)
    if (match?.whole === true)
      return vote(context, match.gap === '-' ? 'hyphen-kept' : 'hyphen-removed', 'label-elsewhere')
  }
  return null
}

/** A name printed nearby is spelled so: `meier-⏎lang@…` beside `Meier-Lang`, `muster-⏎mann@…` beside `Mustermann`. */
const addressName: Evidence = (joint, context) => {
  const { leftPiece, rightPiece } = piecesAt(joint)
  if (leftPiece === '' || rightPiece === '') return null
  if (context.nearby().has(foldUmlauts(`${leftPiece}-${rightPiece}`)))
    return vote(context, 'hyphen-kept', 'address-name')
  return context.nearby().has(foldUmlauts(leftPiece + rightPiece))
    ? vote(context, 'hyphen-removed', 'address-name')
    : null
}

/** The running text has the two pieces as one word, or as a compound with a hyphen. */
const addressWord: Evidence = (joint, context) => {
  const { leftPiece, rightPiece } = piecesAt(joint)
  const whole = context.vocabulary.countSpelled(leftPiece + rightPiece)
  const compound = context.vocabulary.countSpelled(`${leftPiece}-${rightPiece}`)
  if (whole > 0 && whole >= compound) return vote(context, 'hyphen-removed', 'address-word')
  return compound > 0 ? vote(context, 'hyphen-kept', 'address-compound') : null
}

/** Both pieces are words of the text, the two together are not: `stadt-⏎neudorf.de`. */
const addressTwoWords: Evidence = (joint, context) => {
  const { leftPiece, rightPiece } = piecesAt(joint)
  if (context.vocabulary.countSpelled(leftPiece + rightPiece) > 0) return null
  if (/\p{N}$/u.test(leftPiece) || /^\p{N}/u.test(rightPiece)) return vote(context, 'hyphen-kept', 'address-two-words')
  const isWord = (piece: string) => piece.length > 1 && context.vocabulary.countSpelled(piece) > 0
  if (!isWord(leftPiece)) return vote(context, 'hyphen-removed', 'address-fragment')
  return isWord(rightPiece) ? vote(context, 'hyphen-kept', 'address-two-words') : null
}

/** Pieces of a path are mostly set apart by hyphens, where one of them is. */
const addressHyphenStyle: Evidence = (joint, context) => {
  const left = endingIn(joint.left, LABEL)
  const right = /^[\p{L}\p{N}-]*/u.exec(joint.right)?.[0] ?? ''
  if (!left.includes('-') && !right.replace(/-$/u, '').includes('-')) return null
  const isPath = /[^/:]\//u.test(withoutLead(joint.left))
  return vote(context, 'hyphen-kept', isPath ? 'path-hyphen-style' : 'address-hyphen-style')
}

/** The piece after the line end is the last part of several compounds of the text: `Sozialamt`, `Sportamt`. */
const compoundTail: Evidence = (joint, context) => {
  const { rightPiece } = piecesAt(joint)
  return context.vocabulary.countEnding(rightPiece) >= SEVERAL ? vote(context, 'hyphen-removed', 'compound-tail') : null
}

const SEVERAL = 3

const brokenBefore: Evidence = (joint, context) =>
  joint.brokenBefore ? vote(context, 'hyphen-removed', 'broken-before') : null

const addressPatterns: Evidence = (joint, context) => {
  const { leftPiece, rightPiece } = piecesAt(joint)
  if (!/^\p{L}+$/u.test(leftPiece + rightPiece)) return null
  return isLegalBreak(leftPiece + rightPiece, leftPiece.length)
    ? vote(context, 'hyphen-removed', 'address-patterns')
    : null
}

/** Evidence about a hyphen at a line end inside an address, strongest first. */
export const ADDRESS_EVIDENCE: readonly Evidence[] = [
  addressEdge,
  labelElsewhere,
  addressName,
  addressWord,
  addressTwoWords,
  addressHyphenStyle,
  addressPatterns,
  compoundTail,
  brokenBefore,
]

import {
  holdsAddressMark,
  type LeftShape,
  leftShape,
  type RightShape,
  rightShape,
  textAhead,
  withoutLead,
} from './address-shape.ts'
import { CLOSING, withoutEnding } from './ending.ts'
import { foldUmlauts } from './fold-umlauts.ts'
import type { Joint, JointContext } from './joint.ts'
import { piecesAt } from './pieces-at.ts'

/** Whether the line end lies inside an e-mail or web address, by the shape of what stands on either side. */
export function isInsideAddress(joint: Joint, context: JointContext): boolean {
  if (!holdsAddressMark(joint)) return false
  const domains = context.rules.topLevelDomains.values
  if (withoutLead(joint.left) === '') return false
  const left = leftShape(joint.left, domains)
  const ahead = textAhead(joint.ahead, joint.mark !== 'none', (word) => context.vocabulary.countFolded(word) > 1)
  const right = rightShape(ahead, domains)
  if (right === 'new') return left === 'scheme' && /^www\./iu.test(ahead)
  if (left === 'scheme') return opensScheme(withoutLead(joint.left) + ahead)
  if (joint.mark === 'none' || joint.mark === 'lone') return goesOnWithoutHyphen(joint, context, left, right)
  if (left === 'open' || left === 'path') return true
  if (left === 'complete') return right === 'domain' || (right === 'local-tail' && isBare(joint.left))
  if (left === 'local' && /\p{L}{2}[._]\p{L}/u.test(joint.left)) return /^[\p{Ll}\p{N}@._]/u.test(joint.right)
  return right === 'local-tail' || (right === 'domain' && /^[\p{Ll}\p{N}-]*$/u.test(withoutLead(joint.left)))
}

/** Ends like a domain, and may as well be a local part: `uta.lu⏎bin@…` */
function isBare(left: string): boolean {
  return !/@|:\/\/|^www\./iu.test(withoutLead(left))
}

function opensScheme(text: string): boolean {
  return /^(?:https?:\/\/|www\.)[\p{L}\p{N}]/u.test(text.toLowerCase())
}

function goesOnWithoutHyphen(joint: Joint, context: JointContext, left: LeftShape, right: RightShape): boolean {
  if (joint.mark === 'lone') return false
  const first = joint.right
  if (left === 'open') return right !== 'local-tail' && goesOnWithHost(joint, context, right)
  if (left === 'complete') {
    if (right === 'local-tail') return isBare(joint.left) && isLocalPartBefore(joint, context)
    return /^(?:\/|\.\p{Ll})./u.test(first) || (first.startsWith('-') && right === 'domain')
  }
  if (left === 'path') return goesOnWithPath(joint, context, right)
  if (/^@[\p{L}\p{N}]/u.test(first))
    return /[\p{L}\p{N}][._-][\p{L}\p{N}]+$/u.test(joint.left) || isUnknownFragment(joint.left, context)
  if (right === 'local-tail') {
    const isLocal = left === 'local' && /\p{L}/u.test(joint.left) && !joint.left.endsWith('.')
    return /^[._+-]/u.test(first) || isLocal || isLocalPartBefore(joint, context)
  }
  if (right === 'top-level')
    return /[\p{Ll}\p{N}-]{2}\.$/u.test(joint.left) && /^[\p{Ll}\p{N}.-]+$/u.test(withoutLead(joint.left))
  return false
}

/** A domain goes on until its last label is a top-level domain; one that is not listed ends before an ordinary word. */
function goesOnWithHost({ left, right: first, ahead }: Joint, { rules }: JointContext, right: RightShape): boolean {
  if (!/^[\p{Ll}\p{N}.@/_-]/u.test(first)) return false
  const looksFinished = /[\p{L}\p{N}]\.\p{L}{2,}$/u.test(left) && !/www\.\p{L}+$/u.test(left.toLowerCase())
  if (right !== 'word' || !looksFinished) return true
  const runs = ahead.map((_, index) => ahead.slice(0, index + 1).map(({ text }) => text))
  return runs.some(
    (run) => leftShape(left + withoutEnding(run.join(''), CLOSING), rules.topLevelDomains.values) !== 'open',
  )
}

/** A web address with a path ends where the next word is an ordinary one. */
function goesOnWithPath(joint: Joint, context: JointContext, right: RightShape): boolean {
  if (!/^[\p{Ll}\p{N}/?#&=%_~.-]/u.test(joint.right) || right === 'local-tail') return false
  if (right === 'path' || /^[?#&=%_~/]./u.test(joint.right)) return true
  const bare = withoutEnding(joint.right, CLOSING)
  if (/^\p{Ll}+(?:-[\p{Ll}\p{N}]+)+$/u.test(bare)) return true
  if (/[/_=?&#-]$/u.test(joint.left)) return bare.length > 1 && isPathWord(bare, context)
  const { leftPiece, rightPiece } = piecesAt(joint)
  const { vocabulary } = context
  return vocabulary.countSpelled(rightPiece) === 0 && vocabulary.countSpelled(leftPiece + rightPiece) > 0
}

/** No word of the text, or a noun of it that addresses spell otherwise: `…/⏎foerderung` beside `Förderung`. */
function isPathWord(word: string, { vocabulary }: JointContext): boolean {
  const count = vocabulary.count(word)
  return vocabulary.countFolded(word) === 0 || (count <= 1 && vocabulary.countSpelled(word) > count)
}

/** A small word that stands nowhere else is more likely the beginning of a local part. */
function isUnknownFragment(left: string, context: JointContext): boolean {
  const word = withoutLead(left)
  return /^[\p{Ll}\p{N}_-]+$/u.test(word) && context.vocabulary.countFolded(word) <= 1
}

/** `tim.⏎mustermann@…` beside `Tim Mustermann`, `muster⏎mann@…` beside `Mustermann`, `wohnbera⏎tung@…` with the word known. */
function isLocalPartBefore(joint: Joint, { nearby, vocabulary }: JointContext): boolean {
  const { leftPiece, rightPiece } = piecesAt(joint)
  const before = /^(\p{Ll}+)\.$/u.exec(withoutLead(joint.left))?.[1]
  if (before !== undefined) {
    const isNoun =
      vocabulary.count(before.slice(0, 1).toUpperCase() + before.slice(1)) > 0 && vocabulary.count(before) <= 1
    const isName = nearby().has(before) || vocabulary.countFolded(before) <= 1
    return isNoun || (isName && nearby().has(foldUmlauts(rightPiece)))
  }
  if (leftPiece === '' || joint.left.endsWith('.')) return false
  if (nearby().has(foldUmlauts(leftPiece + rightPiece))) return true
  return vocabulary.countSpelled(leftPiece) <= 1 && vocabulary.countSpelled(leftPiece + rightPiece) > 0
}

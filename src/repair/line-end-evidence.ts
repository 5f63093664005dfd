import { type Evidence, vote } from './joint.ts'

/** A line ends between two words. */
const lineEnd: Evidence = (_, context) => vote(context, 'blank', 'line-end')

/** `Verein/⏎Verband`, `2020–⏎2025`, `stadt⏎-neudorf`: the mark has no blank before it, so it has none after it. */
const slashJoins: Evidence = ({ left, right }, context) =>
  !/@|:\/\/|^www\./iu.test(left) &&
  (/[\p{L}\p{N}).]\/$/u.test(left) || (/\p{N}–$/u.test(left) && /^\p{N}/u.test(right)))
    ? vote(context, 'cut', 'slash-joins')
    : null

/** `„Lesekreis⏎“`, `(Mitte⏎)`: what closes does not begin a line; it was pushed out of a full one. */
const closingMark: Evidence = ({ right }, context) =>
  /^[“”’»)\],.;:!?…]+$/u.test(right) ? vote(context, 'cut', 'closing-mark') : null

/** How often a word must stand whole before its two pieces, known from nowhere else, count as one cut without hyphen. */
const OVERWHELMING = 3

/** The same where the first piece has a line of its own, as a word that is too long for its column. */
const LIKELY = 1

/** `Senioren⏎beratung` is two words unless neither piece is one; `70.⏎000` is one number where it stands whole. */
const cutWord: Evidence = (joint, context) => {
  const { vocabulary } = context
  const number = /\p{N}{1,3}(?:\.\p{N}{3})*\.$/u.exec(joint.left)?.[0] ?? ''
  const thousands = /^\p{N}{3}(?!\p{N})/u.exec(joint.right)?.[0] ?? ''
  if (number !== '' && thousands !== '' && vocabulary.count(number + thousands) > 0)
    return vote(context, 'cut', 'cut-word')
  if (!/^\p{Ll}/u.test(joint.right)) return null
  const { head, headPart, tail, tailPart } = joint.word()
  const isPlain = headPart.length > 1 && headPart === head && tailPart === tail && /^\p{Ll}+$/u.test(tail)
  if (!isPlain || !joint.left.endsWith(head)) return null
  if (vocabulary.countFolded(head + tail) < (joint.alone ? LIKELY : OVERWHELMING)) return null
  return vocabulary.countFolded(head) <= 1 && vocabulary.countFolded(tail) <= 1
    ? vote(context, 'cut', 'cut-word')
    : null
}

/** Evidence about the end of a line without a hyphen. */
export const LINE_END_EVIDENCE: readonly Evidence[] = [cutWord, closingMark, slashJoins, lineEnd]

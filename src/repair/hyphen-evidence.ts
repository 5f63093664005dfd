import { endingIn, withoutEnding } from './ending.ts'
import { type Evidence, vote } from './joint.ts'
import { isLegalBreak } from './legal-breaks.ts'
import { isAllCapitals, isCapitalised } from './word-at-joint.ts'

/** `Be\u00AD⏎ratung`: a hyphen that shows only at a line end. */
const softHyphen: Evidence = (joint, context) =>
  joint.mark === 'soft'
    ? vote(context, joint.left.endsWith('-') ? 'hyphen-kept' : 'hyphen-removed', 'soft-hyphen')
    : null

/** `E\u2011⏎Mail`: a hyphen the author put there. */
const firmHyphen: Evidence = (joint, context) =>
  joint.mark === 'firm' ? vote(context, 'hyphen-kept', 'firm-hyphen') : null

/** The rules name the word. */
const exception: Evidence = (joint, context) => {
  const left = joint.word().head.toLowerCase().replaceAll('-', '')
  if (left === '') return null
  const right = joint.right.toLowerCase().replaceAll('-', '')
  for (const { word } of context.rules.exceptions) {
    const spelled = word.toLowerCase()
    const whole = spelled.replaceAll('-', '')
    if (!whole.startsWith(left)) continue
    const rest = whole.slice(left.length)
    if (rest === '' || !right.startsWith(rest) || /^\p{L}/u.test(right.slice(rest.length))) continue
    return vote(context, hyphenAt(spelled, left.length) ? 'hyphen-kept' : 'hyphen-removed', 'exception')
  }
  return null
}

/** Whether a hyphen stands before the letter with this number, hyphens not counted. */
function hyphenAt(word: string, letters: number): boolean {
  let seen = 0
  for (const char of word) {
    if (char === '-' && seen === letters) return true
    if (char !== '-') seen += 1
  }
  return false
}

/** `Bürger-⏎*innen`, `Bürger:in-⏎nen`, `Helfer/-⏎innen`, `LSB-⏎TIQ*`. */
const genderForm: Evidence = (joint, context) => {
  const { marks, endings } = context.rules.gender
  const after = smallLetters(joint.right)
  if (marks.includes(joint.left.at(-1) ?? '') && endings.includes(after)) {
    return vote(context, joint.left.endsWith('/') ? 'hyphen-kept' : 'hyphen-removed', 'gender-form')
  }
  const begun = endingIn(joint.left, /\p{Ll}/u)
  const isCutEnding =
    marks.includes(joint.left.at(-1 - begun.length) ?? '') &&
    endings.some(
      (one) => one.length > begun.length && one.startsWith(begun) && after.startsWith(one.slice(begun.length)),
    )
  const isCutBeforeMark = marks.includes(joint.right[0] ?? '') && endings.includes(smallLetters(joint.right.slice(1)))
  const isCutAbbreviation = isAllCapitals(joint.word().headPart) && /^\p{Lu}+\*/u.test(joint.right)
  const isCut = (begun !== '' && isCutEnding) || isCutBeforeMark || isCutAbbreviation
  return isCut ? vote(context, 'hyphen-removed', 'gender-form') : null
}

function smallLetters(text: string): string {
  return /^\p{Ll}+/u.exec(text)?.[0] ?? ''
}

/** `Sach-⏎und Personalkosten`, `Jugend-⏎/ Seniorenamt`: the hyphen stands for the rest of a word. */
const suspendedCompound: Evidence = (joint, context) => {
  const word = withoutEnding(joint.right, /[,;:]/u)
  const isConjunction = context.rules.conjunctions.values.includes(word) || joint.right === '/'
  return isConjunction ? vote(context, 'hyphen-and-blank', 'suspended-compound') : null
}

/** `0299-⏎89`, `24-⏎Stunden`, `Covid-⏎19`, `100%-⏎ige`. */
const numberOrCode: Evidence = (joint, context) =>
  /[\p{N}%§.)]$/u.test(joint.left) || /^[\p{N}(„]/u.test(joint.right)
    ? vote(context, 'hyphen-kept', 'number-or-code')
    : null

/** The documents have the word whole, as one or as a compound with a hyphen; before a capital, in just these letters. */
const wholeElsewhere: Evidence = (joint, context) => {
  const { head, headPart, tail, tailPart } = joint.word()
  if (head === '' || tail === '' || !/\p{L}/u.test(headPart)) return null
  const isCamel = isCapitalised(tail) && !isAllCapitals(tailPart)
  const { vocabulary } = context
  const count = (word: string) => (isCamel ? vocabulary.count(word) : vocabulary.countFolded(word))
  const one = count(head + tail) + count(headPart + tail) + count(headPart + tailPart)
  const compound = vocabulary.countFolded(`${head}-${tail}`)
  if (one === 0 && compound === 0) return null
  return vote(context, one >= compound ? 'hyphen-removed' : 'hyphen-kept', 'whole-elsewhere')
}

/** The documents have another form of the word. */
const inflectedElsewhere: Evidence = (joint, context) => {
  const { headPart, tailPart } = joint.word()
  if (headPart.length < 2 || tailPart.length < 2) return null
  const one = context.vocabulary.countStem(headPart + tailPart)
  const compound = context.vocabulary.countStem(`${headPart}-${tailPart}`)
  if (one === 0 && compound === 0) return null
  return vote(context, one >= compound ? 'hyphen-removed' : 'hyphen-kept', 'inflected-elsewhere')
}

/** The documents have a longer word that ends in this one: `Netz-⏎werk` and `Seniorennetzwerk`. */
const insideElsewhere: Evidence = (joint, context) => {
  const { headPart, tailPart } = joint.word()
  const known = headPart.length > 2 && tailPart.length > 1 && context.vocabulary.countEnding(headPart + tailPart) > 0
  return known && !isCapitalised(tailPart) ? vote(context, 'hyphen-removed', 'inside-elsewhere') : null
}

/** `Klinik-⏎Verbund`: a word that goes on has no capital, unless all of it is in capitals. */
const capitalAfter: Evidence = (joint, context) => {
  const { headPart, tailPart } = joint.word()
  if (!isCapitalised(tailPart)) return null
  const shouted =
    isAllCapitals(headPart) && isAllCapitals(tailPart) && headPart.length + tailPart.length > LONGEST_ABBREVIATION
  return shouted ? null : vote(context, 'hyphen-kept', 'capital-after')
}

/** Two abbreviations with a hyphen between them; more letters are a word in capitals. */
const LONGEST_ABBREVIATION = 8

/** `EU-⏎weit`, `E-⏎mail`: nobody breaks an abbreviation or after a single letter. */
const abbreviationBefore: Evidence = (joint, context) => {
  const { headPart, tailPart } = joint.word()
  const abbreviated = /^\p{L}$/u.test(headPart) || isAllCapitals(headPart)
  return abbreviated && !/^\p{Lu}{2}/u.test(tailPart) ? vote(context, 'hyphen-kept', 'abbreviation-before') : null
}

/** A typesetter breaks by the patterns of the language; where they forbid it and a word follows, the author may have. */
const hyphenationPatterns: Evidence = (joint, context) => {
  const { headPart, tailPart } = joint.word()
  const sameCase = !isCapitalised(tailPart) || isAllCapitals(headPart)
  if (headPart === '' || tailPart === '' || !sameCase) return null
  if (isLegalBreak(headPart + tailPart, headPart.length)) {
    return vote(context, 'hyphen-removed', 'hyphenation-patterns')
  }
  return context.vocabulary.countFolded(tailPart) > 0 ? vote(context, 'hyphen-kept', 'not-german') : null
}

/** Few compounds have a hyphen before a small letter. */
const lowerCaseAfter: Evidence = (joint, context) =>
  /^\p{Ll}/u.test(joint.right) && /\p{L}$/u.test(joint.left)
    ? vote(context, 'hyphen-removed', 'lower-case-after')
    : null

/** `Teilhabe -⏎Förderung`: white space before makes it a dash. */
const loneDash: Evidence = (_, context) => vote(context, 'blank', 'lone-dash')

/** `Bera -⏎tung`: what stands before the blank is no word. */
const loneHyphen: Evidence = (joint, context) => {
  const { headPart, tailPart } = joint.word()
  const isWord = headPart.length < 2 || context.vocabulary.countFolded(headPart) > 0
  return !isWord && /^\p{Ll}/u.test(tailPart) ? vote(context, 'hyphen-removed', 'lone-hyphen') : null
}

/** Evidence about a hyphen at the end of a line of running text, strongest first. */
export const HYPHEN_EVIDENCE: readonly Evidence[] = [
  softHyphen,
  exception,
  firmHyphen,
  genderForm,
  suspendedCompound,
  numberOrCode,
  wholeElsewhere,
  capitalAfter,
  abbreviationBefore,
  inflectedElsewhere,
  hyphenationPatterns,
  insideElsewhere,
  lowerCaseAfter,
]

/** Evidence about a hyphen with a blank before it. */
export const LONE_HYPHEN_EVIDENCE: readonly Evidence[] = [
  exception,
  loneDash,
  wholeElsewhere,
  loneHyphen,
  inflectedElsewhere,
  hyphenationPatterns,
  lowerCaseAfter,
]

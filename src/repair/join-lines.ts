import type { Line } from '../layout/line.ts'
import type { RepairRules } from '../rules/repair-rules.ts'
import { decideJoint, type Decision } from './decide-joint.ts'
import type { AheadToken, Joint, JointContext } from './joint.ts'
import { knownTargets } from './known-targets.ts'
import { lazily } from '../layout/lazily.ts'
import { nearbyNames } from './nearby-names.ts'
import type { TokenLine } from './printed-token.ts'
import { readTokens } from './read-tokens.ts'
import type { Join, RepairContext, RepairedText } from './repaired-text.ts'
import { TextBuilder } from './text-builder.ts'
import { asDocumentVocabulary } from './vocabulary.ts'
import { wordAtJoint } from './word-at-joint.ts'

/**
 * Joins printed lines into running text. What stands between two lines (a blank, a hyphen of the typesetter or of the
 * author, nothing) is decided by weighed evidence; every decision is recorded.
 *
 * @param lines lines of one block or cell, in reading order
 * @param context what the documents of the run say about words and addresses
 */
export function joinLines(lines: readonly Line[], context: RepairContext, rules: RepairRules): RepairedText {
  const read = lines.map((line) => readTokens(line)).filter((line) => line !== null)
  const jointContext = prepare(read, context, rules)
  const joins: Join[] = []
  const builder = new TextBuilder()
  let brokenBefore = false
  for (const [index, line] of read.entries()) {
    const before = read[index - 1]
    if (before !== undefined) {
      const joint = toJoint(read, index, builder.text, brokenBefore)
      const decision = decideJoint(joint, jointContext)
      joins.push(toJoin(joint, decision, before))
      applyJoin(builder, joint, decision)
      brokenBefore = decision.action === 'hyphen-removed' && (!decision.close || brokenBefore)
    }
    builder.addTokens(line.tokens)
    if (line.tokens.length > 1) brokenBefore = false
  }
  return { text: builder.text, spans: builder.spans, joins, words: lines.flatMap(({ words }) => words) }
}

function prepare(lines: readonly TokenLine[], context: RepairContext, rules: RepairRules): JointContext {
  const placed = lines.flatMap((line) => line.tokens.flatMap((token) => token.links))
  return {
    vocabulary: asDocumentVocabulary(context.vocabulary),
    runVocabulary: context.runVocabulary == null ? null : asDocumentVocabulary(context.runVocabulary),
    rules,
    targets: knownTargets([...new Set(placed)], context),
    nearby: lazily(() => nearbyNames(lines)),
  }
}

function toJoint(lines: readonly TokenLine[], index: number, text: string, brokenBefore: boolean): Joint {
  const before = lines[index - 1]
  const line = lines[index]
  const mark = before?.mark ?? 'none'
  const leftText = mark === 'none' || mark === 'soft' ? text : text.slice(0, -1).trimEnd()
  const linksBefore = before?.tokens.at(mark === 'lone' ? -2 : -1)?.links ?? []
  const linksAfter = line?.tokens[0]?.links ?? []
  const touching = {
    left: leftText.slice(leftText.lastIndexOf(' ') + 1).slice(-LONGEST_RUN),
    right: line?.tokens[0]?.text ?? '',
  }
  return {
    mark,
    ...touching,
    word: lazily(() => wordAtJoint(touching)),
    ahead: tokensAhead(lines, index),
    links: linksBefore.length + linksAfter.length === 0 ? [] : [...new Set([...linksBefore, ...linksAfter])],
    sharedLinks: linksBefore.filter((target) => linksAfter.includes(target)),
    brokenBefore,
    alone: before?.tokens.length === 1,
    gap: before?.gap ?? 0,
    leftText: leftText.slice(-LONGEST_PHONE),
    rightText: lazily(() => textOnRight(lines, index)),
  }
}

/** Lines an address may go over. */
const MOST_LINES = 50

/** Characters without a blank that are looked at before a line end; more is no word and no address. */
const LONGEST_RUN = 500

/** Characters a telephone number may have, separators included. */
const LONGEST_PHONE = 60

/** The next line; where it holds but digits and separators, with the lines after it. */
function textOnRight(lines: readonly TokenLine[], index: number): string {
  const text = lines[index]?.tokens.map((token) => token.text).join(' ') ?? ''
  return /^[\d ()/.-]+$/u.test(text) ? text + textOnRight(lines, index + 1) : text
}

function tokensAhead(lines: readonly TokenLine[], index: number): readonly AheadToken[] {
  const ahead: AheadToken[] = []
  for (const line of lines.slice(index, index + MOST_LINES)) {
    const first = line.tokens[0]
    if (first === undefined) break
    const alone = line.tokens.length === 1
    const hyphen = alone && (line.mark === 'hyphen' || line.mark === 'firm')
    ahead.push({ text: hyphen ? first.text.slice(0, -1) : first.text, mark: alone ? line.mark : 'none' })
    if (!alone) break
  }
  return ahead
}

function applyJoin(builder: TextBuilder, joint: Joint, { action }: Decision): void {
  if (action === 'hyphen-removed') {
    if (joint.mark !== 'soft') builder.dropLast()
    return
  }
  if (action !== 'blank' && joint.mark === 'lone') builder.closeUp()
  if (action === 'blank' || action === 'hyphen-and-blank') builder.addBlank()
}

function toJoin(joint: Joint, { action, evidence, close }: Decision, before: TokenLine): Join {
  const hyphen = { none: '', soft: '\u00AD', hyphen: '-', firm: '-', lone: ' -' }[joint.mark]
  const between = {
    blank: joint.mark === 'lone' ? ' - ' : ' ',
    'hyphen-removed': '',
    'hyphen-kept': joint.mark === 'soft' ? '' : '-',
    'hyphen-and-blank': '- ',
    cut: '',
  }[action]
  return {
    action,
    printed: `${joint.left}${hyphen}⏎${joint.right}`,
    joined: `${joint.left}${between}${joint.right}`,
    evidence,
    close,
    wordBefore: before.lastWord,
  }
}

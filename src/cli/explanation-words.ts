import type { Found } from '../explain/found.ts'
import type { EntityNote, SectionNote } from '../explain/heading-notes.ts'
import type { LineEnd } from '../explain/line-end.ts'
import type { NearMiss } from '../explain/near-miss.ts'
import type { RuleUse } from '../explain/rule-use.ts'

/** The words in which explanations are shown. */

/** What decided where no rule did. */
const ASIDE: Readonly<Record<string, string>> = {
  'repeated-edge': 'repeated-edge: the same at this edge of most pages',
  footnote: 'a footnote, or the mark of one',
  contents: 'on a page of contents',
  'before-entities': 'before the first entity',
  'after-entities': 'behind the last entity',
}

const MARKS = { heading: 'heading of', label: 'label of', marker: 'list marker,' } as const

/** A rule by its file and key: `outline.json programme/offers/contact`. */
export function ruleInWords({ file, key, role }: RuleUse): string {
  const name = file === null ? (ASIDE[key] ?? key) : `${file} ${key}`
  return role === 'text' || role === 'aside' ? name : `${MARKS[role]} ${name}`
}

/** How a heading, a label or a column was found. */
export function foundInWords(found: Found): string {
  switch (found.by) {
    case 'pattern':
      return `worded as the rule ${found.known} says`
    case 'wording':
      return `printed as in the rules, “${found.known}”`
    case 'alias':
      return `by the alias “${found.known}”`
    case 'near-match':
      return `nearly “${found.known}”: ${differenceInWords(found)}`
    case 'renamed':
      return `“${found.printed}” stands in its place`
    case 'header':
      return `named “${found.printed}” by the header row, not by the rules`
    case 'header-row':
      return 'without its label, by the header row'
    case 'place':
      return 'by its place; no header row names it'
    case 'style':
      return 'set like the headings that are known; worded otherwise'
    case 'nothing':
      return `not found; no line prints ${found.wordings.map((wording) => `“${wording}”`).join(' or ')}`
  }
}

/** `distance 3, 0.15 of it; limit 0.2` */
export function differenceInWords({ distance, share, limit }: Pick<NearMiss, 'distance' | 'share' | 'limit'>): string {
  return `distance ${String(distance)}, share ${share.toFixed(2)}, limit ${String(limit)}`
}

const KIND_WORDS: Readonly<Record<NearMiss['kind'], string>> = {
  section: 'the section title',
  group: 'the group heading',
  label: 'the label',
  caption: 'the caption',
  table: 'the table label',
  column: 'the column',
  entity: 'the name',
}

/** The wording that a line comes nearest to. */
export function missInWords(miss: NearMiss): string {
  return `nearest: ${KIND_WORDS[miss.kind]} “${miss.known}” (${miss.key}); ${differenceInWords(miss)}`
}

/** How a line was weighed as the heading of an entity. */
export function entityInWords({ text, isTaken, evidence, weight, threshold }: EntityNote): string {
  const signs = evidence.map((entry) => `${entry.sign} ${entry.weight > 0 ? '+' : ''}${String(entry.weight)}`)
  const verdict = isTaken ? 'taken' : weight >= threshold ? 'another line weighs more' : 'not taken'
  const sum = `weight ${String(weight)}, threshold ${String(threshold)}`
  return `as an entity heading: ${verdict}, ${sum} (${signs.join(', ') || 'no sign'}) “${text}”`
}

const SECTION_WORDS: Readonly<Record<SectionNote['why'], string>> = {
  'title-unknown': 'it is numbered like one, but no title comes near',
  'not-set-apart': 'without a number it would have to stand alone, larger than the text or bold',
  'set-like-text': 'it is set like running text, the headings are not',
  'set-unlike-headings': 'its title differs and it is set unlike the others',
  mention: 'its section is there already, and what follows are parts of the section above',
  'without-entity': 'it is one, but no entity heading stands before it',
}

/** Why a line is no section heading. */
export function sectionInWords({ why }: SectionNote): string {
  return `as a section heading: ${SECTION_WORDS[why]}`
}

/** What was done at a line end. */
export function endInWords({ action, printed, joined, evidence, close }: LineEnd): string {
  return `line end, ${action} by ${evidence}${close ? ', a close call' : ''}: ${printed} → ${joined}`
}

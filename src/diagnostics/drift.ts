import type { DiagnosticCode } from './diagnostic.ts'

/** Whether a diagnostic says that the document does not fit the rules; the others tell of the document alone. */
const IS_DRIFT = {
  'reader/notice': true,
  'edition/unknown': false,
  'outline/no-entity': true,
  'outline/entity-count': true,
  'outline/entity-number': true,
  'outline/entity-heading': true,
  'outline/page-sequence': true,
  'outline/text-outside': false,
  'section/missing': true,
  'section/repeated': true,
  'section/number': false,
  'section/without-entity': true,
  'heading/near-match': true,
  'heading/unknown': true,
  'heading/repeated': true,
  'field/missing': true,
  'field/empty': true,
  'figure/missing': true,
  'figure/not-saved': false,
  'list/item-empty': false,
  'list/unknown-marker': true,
  'table/missing': true,
  'table/label-missing': true,
  'table/row-count': true,
  'table/column-missing': true,
  'table/column-unknown': true,
  'table/column-renamed': true,
  'table/cells-listed': true,
  'table/unreadable': true,
  'table/row-without-name': true,
  'table/cell-empty': true,
  'table/close-call': false,
  'value/not-understood': true,
  'reference/unknown': true,
  'repair/undecided': false,
  'contact/address-without-local-part': false,
  'contact/phone-not-recognised': false,
  'contact/unclassified': false,
  'contact/person-by-shape': false,
  'contact/nothing-above': false,
  'correction/stale': false,
  'text/footnote': false,
  'text/paragraph-doubtful': false,
  'text/unclaimed': true,
  // Each place is told by `text/unclaimed`.
  'text/unclaimed-share': false,
} as const satisfies Readonly<Record<DiagnosticCode, boolean>>

/** Whether a diagnostic says that the document does not fit the rules. */
export function isDrift({ code }: { readonly code: DiagnosticCode }): boolean {
  return IS_DRIFT[code]
}

import type { Severity } from '../report/report.ts'
import type { DiagnosticCode } from './diagnostic.ts'

/**
 * Severity of each diagnostic. *error*: the output is wrong or incomplete; *warning*: the document does not contain
 * enough to decide; *info*: decided, worth a look.
 */
export const SEVERITIES = {
  'reader/notice': 'warning',
  'outline/no-entity': 'error',
  'outline/entity-count': 'error',
  'outline/entity-number': 'warning',
  'outline/entity-heading': 'warning',
  'outline/page-sequence': 'warning',
  'outline/text-outside': 'info',
  'section/missing': 'error',
  'section/repeated': 'warning',
  'section/number': 'info',
  'section/without-entity': 'error',
  'heading/near-match': 'info',
  'heading/unknown': 'warning',
  'heading/repeated': 'warning',
  'field/missing': 'error',
  'field/empty': 'warning',
  'figure/missing': 'warning',
  'table/missing': 'error',
  'table/label-missing': 'warning',
  'table/row-count': 'error',
  'table/column-missing': 'error',
  'table/column-unknown': 'warning',
  'table/column-renamed': 'error',
  'table/unreadable': 'error',
  'table/row-without-name': 'warning',
  'table/cell-empty': 'warning',
  'table/close-call': 'info',
  'list/unknown-marker': 'warning',
  'value/not-understood': 'warning',
  'reference/unknown': 'warning',
  'repair/undecided': 'info',
  'contact/address-without-local-part': 'warning',
  'contact/phone-not-recognised': 'warning',
  'contact/unclassified': 'info',
  'contact/person-by-shape': 'info',
  'contact/nothing-above': 'warning',
  'text/footnote': 'info',
  'text/paragraph-doubtful': 'info',
  'text/unclaimed': 'warning',
  'text/unclaimed-share': 'error',
} as const satisfies Readonly<Record<DiagnosticCode, Severity>>

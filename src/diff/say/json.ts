import { jsonPieces } from '../../report/to-json.ts'
import type { Rules } from '../../rules/load-rules.ts'
import { compareWords } from '../compare/compare-words.ts'
import { type Edition, type EditionDiff, openChanges, type PlacedChange } from '../diff-reports.ts'
import type { Acceptance } from '../judge/baseline.ts'
import { causeWords } from './diff-words.ts'
import { DIFF_VERSION, diffSchemaId, entityField } from './diff-schema.ts'
import type { LongFormat } from './format.ts'
import { countLevels } from './grouped-changes.ts'

/** For programs; `diffSchema` says what it holds. */
export const formatJson: LongFormat = (diff, { rules }) => jsonPieces(Object.entries(diffDocument(diff, rules)))

/** The whole difference; its changes are made ready one after the other. */
function diffDocument(diff: EditionDiff, rules: Rules): object {
  const open = openChanges(diff)
  return {
    $schema: diffSchemaId(rules),
    diffVersion: DIFF_VERSION,
    old: shownEdition(diff.old),
    new: shownEdition(diff.new),
    cause: { ...diff.cause, words: causeWords(diff.cause) },
    summary: { changes: open.length, levels: countLevels(open), accepted: diff.changes.length - open.length },
    changes: shownChanges(diff.changes, rules),
    diagnostics: diff.findings,
    baseline: { stale: diff.reviewed.stale.map(shownAcceptance), expired: diff.reviewed.expired.map(shownAcceptance) },
  }
}

function shownEdition({ name, report: { edition } }: Edition): object {
  const { file, sha256, kind } = edition.source
  return { name, id: edition.id, source: { file, sha256, kind }, extraction: edition.extraction ?? null }
}

function* shownChanges(changes: readonly PlacedChange[], rules: Rules): Generator<object, void> {
  for (const change of changes) yield shownChange(change, rules)
}

function shownChange(change: PlacedChange, rules: Rules): object {
  const { kind, level, subject, path, before, after, entity, id, fingerprint, pairing, judgement, isSameContent } =
    change
  const isText = subject === 'field' && typeof before === 'string' && typeof after === 'string'
  return {
    kind,
    level,
    subject,
    path,
    before,
    after,
    [entityField(rules)]: entity,
    id,
    old: change.old,
    new: change.new,
    fingerprint,
    score: pairing?.score ?? null,
    reasons: pairing?.reasons ?? [],
    why: change.why ?? pairing?.why ?? null,
    judgement,
    sameContent: isSameContent,
    words: isText ? compareWords(before, after).map(({ isSame, ...texts }) => ({ same: isSame, ...texts })) : null,
    accepted: change.accepted === null ? null : consentOf(change.accepted),
  }
}

function consentOf({ reason, author, expires }: Acceptance): object {
  return { reason, author, expires: expires ?? null }
}

function shownAcceptance(acceptance: Acceptance): object {
  const { fingerprint, kind, path } = acceptance
  return { fingerprint, kind, path, ...consentOf(acceptance) }
}

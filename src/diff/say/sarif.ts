import { programInfo } from '../../report/program-info.ts'
import { toJson } from '../../report/to-json.ts'
import type { Level } from '../../rules/levels.ts'
import { openChanges, type PlacedChange } from '../diff-reports.ts'
import type { Format, FormatContext } from './format.ts'
import { oneLine, showChange } from './shown-change.ts'

const SARIF_LEVELS: Readonly<Record<Level, string>> = {
  breaking: 'error',
  suspicious: 'warning',
  content: 'note',
  cosmetic: 'none',
}

/** Given to changes whose level a file of levels decides. */
const OWN_LEVEL = 'level-file'

/** SARIF 2.1.0 (OASIS), for code scanning services: a result for each change, known again by its fingerprint. */
export const formatSarif: Format = (diff, context) => {
  const { levels } = context.rules.diff
  const { name, version } = programInfo()
  const ruleIds = [...Object.keys(levels), OWN_LEVEL]
  const described = Object.entries(levels).map(([id, { level, why }]) => ({
    id,
    shortDescription: { text: why },
    defaultConfiguration: { level: SARIF_LEVELS[level] },
  }))
  const ownLevel = { id: OWN_LEVEL, shortDescription: { text: 'A file of levels gives the level of this place.' } }
  return toJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, version, rules: [...described, ownLevel] } },
        results: openChanges(diff).map((change) => result(change, context.newFile ?? diff.new.name, ruleIds, context)),
      },
    ],
  })
}

function result(change: PlacedChange, file: string, ruleIds: readonly string[], { lineOf }: FormatContext): object {
  const ruleId = change.judgement ?? OWN_LEVEL
  const pointer = change.new?.pointer ?? null
  const line = pointer === null ? null : lineOf(pointer)
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: SARIF_LEVELS[change.level],
    message: { text: oneLine(showChange(change)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replaceAll(/\p{Cs}/gu, '\uFFFD')) },
          ...(line === null ? {} : { region: { startLine: line } }),
        },
        logicalLocations: [{ fullyQualifiedName: change.path, kind: 'member' }],
      },
    ],
    partialFingerprints: { 'change/v1': change.fingerprint },
  }
}

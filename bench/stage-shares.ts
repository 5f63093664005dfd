/** A CPU profile as Node writes it; times in microseconds. */
export interface Profile {
  readonly nodes: readonly ProfileNode[]
  /** Ids of nodes. */
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

/** A part of the program with its share of the time, 0 to 1. */
export interface StageShare {
  readonly stage: string
  readonly share: number
}

/**
 * How the time of a run divides among the program's folders, largest first. Each sample counts for the innermost function
 * of the program on the stack, with whatever that calls outside it; waiting is left out.
 *
 * @param profiles one for each thread
 * @param build URL of the build, with a slash at its end
 */
export function stageShares(profiles: readonly Profile[], build: URL): readonly StageShare[] {
  const times = new Map<string, number>()
  let total = 0
  for (const { nodes, samples, timeDeltas } of profiles) {
    const stages = stagesOf(nodes, build)
    for (const [index, id] of samples.entries()) {
      const time = timeDeltas[index] ?? 0
      const stage = stages.get(id) ?? OTHER
      if (stage === 'idle') continue
      times.set(stage, (times.get(stage) ?? 0) + time)
      total += time
    }
  }
  return [...times].map(([stage, time]) => ({ stage, share: time / total })).sort((a, b) => b.share - a.share)
}

const OTHER = 'Node.js'

function stagesOf(nodes: readonly ProfileNode[], build: URL): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const stages = new Map<number, string>()
  const visit = (node: ProfileNode, outer: string): void => {
    const stage = ownStage(node, build) ?? outer
    stages.set(node.id, stage)
    for (const child of node.children ?? []) {
      const next = byId.get(child)
      if (next !== undefined) visit(next, stage)
    }
  }
  const [root] = nodes
  if (root !== undefined) visit(root, OTHER)
  return stages
}

/** Null for what belongs to whoever called it. */
function ownStage({ callFrame: { functionName, url } }: ProfileNode, build: URL): string | null {
  if (url.startsWith(build.href)) return /^[^/]+(?=\/)/u.exec(url.slice(build.href.length))?.[0] ?? 'top'
  if (url.includes('/pdfjs-dist/')) return 'PDF.js'
  return functionName === '(garbage collector)' || functionName === '(idle)' ? functionName.slice(1, -1) : null
}

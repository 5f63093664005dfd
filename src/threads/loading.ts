/** What is done when a first thread begins to be loaded, and when no thread is loaded any more. */
interface Phase {
  readonly begins: () => void
  readonly ends: () => void
}

let count = 0
const phases: Phase[] = []

/** Says that a thread is being loaded; to be called again, as often as may be, when it is no more. */
export function beginLoading(): () => void {
  let isOver = false
  if (count === 0) for (const { begins } of phases) begins()
  count += 1
  return () => {
    if (isOver) return
    isOver = true
    count -= 1
    if (count === 0) for (const { ends } of phases) ends()
  }
}

/** Does something each time threads begin to be loaded, and when all are. */
export function whileLoading(phase: Phase): void {
  phases.push(phase)
}

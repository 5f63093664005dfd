/**
 * Pairs rows with columns one to one so that the sum of scores is the greatest. Method: the Hungarian algorithm with
 * potentials (Kuhn 1955, Munkres 1957), in cubic time.
 *
 * @param scores one list per row, all of one length; 0 for pairs that must not be
 * @returns for each row its column; null where it has none
 */
export function assign(scores: readonly (readonly number[])[]): readonly (number | null)[] {
  const rows = scores.length
  const columns = scores[0]?.length ?? 0
  const size = Math.max(rows, columns)
  const costs = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => 1 - (scores[row]?.[column] ?? 0)),
  )
  const rowOfColumn = cheapest(costs)
  const pairs = new Array<number | null>(rows).fill(null)
  for (const [column, row] of rowOfColumn.entries()) {
    if (row < rows && column < columns && (scores[row]?.[column] ?? 0) > 0) pairs[row] = column
  }
  return pairs
}

/** What the search for one row's column knows of each column; index 0 stands for none. */
interface Paths {
  readonly distance: number[]
  readonly before: number[]
  readonly isDone: boolean[]
}

/** @returns for each column of the square of costs its row */
function cheapest(costs: readonly (readonly number[])[]): readonly number[] {
  const size = costs.length
  const ofRow = new Array<number>(size + 1).fill(0)
  const ofColumn = new Array<number>(size + 1).fill(0)
  /** Row of each column, both from 1; 0 is none. */
  const rows = new Array<number>(size + 1).fill(0)
  for (let row = 1; row <= size; row += 1) {
    rows[0] = row
    const paths: Paths = {
      distance: new Array<number>(size + 1).fill(Infinity),
      before: new Array<number>(size + 1).fill(0),
      isDone: new Array<boolean>(size + 1).fill(false),
    }
    let column = 0
    while (rows[column] !== 0) column = nextColumn(column, paths, { costs, rows, ofRow, ofColumn })
    while (column !== 0) {
      const previous = paths.before[column] ?? 0
      rows[column] = rows[previous] ?? 0
      column = previous
    }
  }
  return rows.slice(1).map((row) => row - 1)
}

interface Potentials {
  readonly costs: readonly (readonly number[])[]
  readonly rows: readonly number[]
  readonly ofRow: number[]
  readonly ofColumn: number[]
}

/** Goes on to the column that is reached at the least cost, and lowers the potentials by that cost. */
function nextColumn(column: number, { distance, before, isDone }: Paths, known: Potentials): number {
  const { costs, rows, ofRow, ofColumn } = known
  isDone[column] = true
  const row = rows[column] ?? 0
  let next = 0
  let least = Infinity
  for (let other = 1; other < distance.length; other += 1) {
    if (isDone[other] === true) continue
    const cost = (costs[row - 1]?.[other - 1] ?? 0) - (ofRow[row] ?? 0) - (ofColumn[other] ?? 0)
    if (cost < (distance[other] ?? Infinity)) {
      distance[other] = cost
      before[other] = column
    }
    if ((distance[other] ?? Infinity) < least) {
      least = distance[other] ?? Infinity
      next = other
    }
  }
  for (const [other, done] of isDone.entries()) {
    if (done) {
      ofRow[rows[other] ?? 0] = (ofRow[rows[other] ?? 0] ?? 0) + least
      ofColumn[other] = (ofColumn[other] ?? 0) - least
    } else distance[other] = (distance[other] ?? Infinity) - least
  }
  return next
}

/** Operators on their way from the part of PDF.js that parses to the part that draws. */
interface OperatorMessage {
  readonly chunk: { readonly fnArray: readonly unknown[]; readonly argsArray: readonly unknown[] }
}

/**
 * Both parts of PDF.js run in the thread that reads, and everything one tells the other is copied as if they did not:
 * a tenth of the time. Of operators only the two lists are copied, which the sender empties; what stands in them is
 * neither changed by it nor by this reader.
 *
 * @param clone copies everything else
 */
export function handOverOperators(clone: typeof structuredClone): typeof structuredClone {
  return <T>(value: T, options?: Parameters<typeof structuredClone>[1]): T =>
    isOperatorMessage(value) ? withOwnLists(value) : clone(value, options)
}

function isOperatorMessage<T>(value: T): value is T & OperatorMessage {
  if (typeof value !== 'object' || value === null || !('chunk' in value)) return false
  const { chunk } = value
  return typeof chunk === 'object' && chunk !== null && 'fnArray' in chunk && 'argsArray' in chunk
}

function withOwnLists<T extends OperatorMessage>(message: T): T {
  const { fnArray, argsArray } = message.chunk
  return { ...message, chunk: { ...message.chunk, fnArray: [...fnArray], argsArray: [...argsArray] } }
}

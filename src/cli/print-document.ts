import { writeText, type Output } from './io.ts'
import { writeFailure } from './write-failure.ts'

/**
 * Prints a whole document, or one in pieces, to standard output.
 *
 * @throws Failure with the exit code `output`
 */
export async function printDocument(stdout: Output, text: string | Iterable<string>): Promise<void> {
  try {
    for (const piece of typeof text === 'string' ? [text] : text) await writeText(stdout, piece)
  } catch (error) {
    throw writeFailure('standard output', error, 'Direct the output to another place.')
  }
}

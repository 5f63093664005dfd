import { writeText, type Output } from './io.ts'
import { writeFailure } from './write-failure.ts'

/**
 * Prints a whole document to standard output.
 *
 * @throws Failure with the exit code `output`
 */
export async function printDocument(stdout: Output, text: string): Promise<void> {
  try {
    await writeText(stdout, text)
  } catch (error) {
    throw writeFailure('standard output', error, 'Direct the output to another place.')
  }
}

/** Where the program writes: a stream, and whether a person looks at it. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean }

/** All the program knows of its surroundings, so that tests can give their own. */
export interface CliIo {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  /** The day, UTC, `2027-01-31`. */
  readonly today: string
  /** Relative paths start here. */
  readonly cwd: string
  /** `NO_COLOR`, and what holds a password or says where pages are kept, are read, nothing else. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Writes and waits until the stream has taken it. A reader that went away (`… | head`) is no failure.
 *
 * @throws the stream's error, `ENOSPC` for example
 */
export async function writeText(output: Output, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    output.write(text, (error?: NodeJS.ErrnoException | null) => {
      if (error && error.code !== 'EPIPE') reject(error)
      else resolve()
    })
  })
}

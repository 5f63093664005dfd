import { isAbsolute, relative, sep } from 'node:path'

/**
 * A path as a person knows it: relative where it lies below the folder the person is in.
 *
 * @param path absolute
 */
export function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, path)
  return short === '' || short === '..' || short.startsWith(`..${sep}`) || isAbsolute(short) ? path : short
}

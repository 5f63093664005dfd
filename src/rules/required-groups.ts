/** Named groups that the stages read out of a pattern, by where it stands. */
const REQUIRED: readonly { readonly file: string; readonly where: RegExp; readonly groups: readonly string[] }[] = [
  { file: 'report.json', where: /^\/edition\/\d+$/u, groups: ['edition'] },
  { file: 'outline.json', where: /^\/entity\/heading$/u, groups: ['title'] },
  { file: 'outline.json', where: /^\/sectionHeading$/u, groups: ['title'] },
  { file: 'outline.json', where: /^\/contentsLine\/\d+$/u, groups: ['title'] },
  { file: 'lists.json', where: /^\/markers\/\d+$/u, groups: ['marker'] },
  { file: 'contacts.json', where: /^\/postalCode$/u, groups: ['postalCode'] },
]

/**
 * Named groups that a pattern must have.
 *
 * @param file name of the rule file, with its ending
 * @param where JSON Pointer of the pattern rule in the file
 */
export function requiredGroups(file: string, where: string): readonly string[] {
  return REQUIRED.filter((entry) => entry.file === file && entry.where.test(where)).flatMap((entry) => entry.groups)
}

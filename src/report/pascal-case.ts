/** Words or a camelCase key as the name of a type: `taskDivision` is `TaskDivision`, `town profile` is `TownProfile`. */
export function pascalCase(words: string): string {
  return words
    .split(/[^a-z0-9]/iu)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

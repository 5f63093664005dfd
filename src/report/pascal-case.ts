/** Words or a camelCase key as the name of a type: `taskDivision` is `TaskDivision`, `town profile` is `TownProfile`. */
export function pascalCase(words: string): string {
  return words.replaceAll(/(?:^|[^a-zA-Z0-9]+)([a-zA-Z0-9])/gu, (_, letter: string) => letter.toUpperCase())
}

/** For schemas that parse once in a process: to compile one, as zod does at its first use, takes longer than to parse. */
export const PARSE_ONCE = { jitless: true } as const

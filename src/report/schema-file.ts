/** Name of the file that holds the JSON Schema. */
export const SCHEMA_FILE = 'report.schema.json'

/** How a report refers to it: reports lie in folders of their own, one schema lies beside these. */
export const SCHEMA_REFERENCE = `../${SCHEMA_FILE}`

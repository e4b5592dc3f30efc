/** Pattern for `ilike` that finds a typed text anywhere, literally: `%`, `_` and `\` have no meaning. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

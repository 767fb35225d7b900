/**
 * Names the properties that a browser bundle may shorten, each with its short name.
 *
 * @param root the repository, with its last slash.
 */
export function readMangledProperties(root: string): Readonly<Record<string, string>>;

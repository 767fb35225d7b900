/**
 * What a theme is called: the name that its sheet's first comment begins with, up to a comma, else its file's.
 *
 * @param text the sheet, such as `/* Petits Pas, a primary school's portal. *\/ …`
 */
export function themeTitle(file: string, text: string): string {
  const named = /^\s*\/\*\s*(\p{Lu}[^,.:;*]*),/u.exec(text)?.[1];
  return named?.trim() ?? file.charAt(0).toUpperCase() + file.slice(1).replaceAll("-", " ");
}

const prefix = "educonnect-";

/** Makes each of the kit's classes a part of the same name too, so that hosts style both renderings by one list of names. */
export function mirrorParts(root: ParentNode): void {
  for (const element of root.querySelectorAll(`[class*=${prefix}]`)) {
    const names = [...element.classList].filter((name) => name.startsWith(prefix));
    element.part.value = names.map((name) => name.slice(prefix.length)).join(" ");
  }
}

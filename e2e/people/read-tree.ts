import type { Page } from "playwright-core";

/** Something that the browser tells assistive technology about. */
export interface TreeNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly isInvalid: boolean;
}

const textOf = (property: { readonly value?: unknown } | undefined): string =>
  typeof property?.value === "string" ? property.value.replaceAll(/\s+/gu, " ").trim() : "";

/** Reads the browser's own accessibility tree, as a screen reader meets it. */
export async function readTree(page: Page): Promise<readonly TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: textOf(role),
      name: textOf(name),
      description: textOf(description),
      isInvalid: properties.some(
        (property) => property.name === "invalid" && textOf(property.value) === "true",
      ),
    }));
}

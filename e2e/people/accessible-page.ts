import type { CDPSession, Page } from "playwright-core";
import { vi } from "vitest";

/** Something that the browser tells assistive technology about. */
export interface AccessibleNode {
  /** By which the browser finds it again; null for text. */
  readonly id: number | null;
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly isFocused: boolean;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  readonly isDisabled: boolean;
  readonly isChecked: boolean;
  /** The text inside, as it is read. */
  readonly text: string;
  /** The names of the groups around it, the nearest first. */
  readonly groups: readonly string[];
}

/** Finds a node by what is told of it. */
export interface Wanted {
  readonly role: string;
  readonly name: string;
  /** Whether the name may go on. */
  readonly isBeginning?: boolean;
  /** What the name of a group around it begins with. */
  readonly group?: string | undefined;
  /** Its place among those alike, from 0; without it there must be one alone. */
  readonly place?: number | undefined;
}

type RawNode = Awaited<ReturnType<typeof readRaw>>[number];

const readRaw = async (session: CDPSession) => (await session.send("Accessibility.getFullAXTree")).nodes;

const wordsOf = (value: { readonly value?: unknown } | undefined): string =>
  typeof value?.value === "string" ? value.value.replaceAll(/\s+/gu, " ").trim() : "";

/** Lists the nodes in the order in which they are read. */
function listNodes(raw: readonly RawNode[]): AccessibleNode[] {
  const byId = new Map(raw.map((node) => [node.nodeId, node]));
  const list: AccessibleNode[] = [];
  const readText = (node: RawNode): string => {
    if (wordsOf(node.role) === "StaticText") return wordsOf(node.name);
    const texts = (node.childIds ?? []).map((id) => byId.get(id)).map((child) => child && readText(child));
    return texts.filter(Boolean).join(" ");
  };
  const visit = (node: RawNode, groups: readonly string[]): void => {
    const [role, name] = [wordsOf(node.role), wordsOf(node.name)];
    const has = (property: string): boolean => {
      const value = node.properties?.find((each) => each.name === property)?.value.value;
      return value === true || value === "true";
    };
    if (!node.ignored && role !== "InlineTextBox") {
      list.push({
        id: node.backendDOMNodeId ?? null,
        role,
        name,
        description: wordsOf(node.description),
        isFocused: has("focused"),
        isInvalid: has("invalid"),
        isRequired: has("required"),
        isDisabled: has("disabled"),
        isChecked: has("checked"),
        text: readText(node),
        groups,
      });
    }
    const isGroup = !node.ignored && (role === "group" || role === "radiogroup");
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child !== undefined) visit(child, isGroup ? [name, ...groups] : groups);
    }
  };
  const [root] = raw;
  if (root !== undefined) visit(root, []);
  return list;
}

/** A page as assistive technology knows it: nothing but the tree of roles, names, states and texts that the browser tells. */
export class AccessiblePage {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async open(page: Page): Promise<AccessiblePage> {
    return new AccessiblePage(page, await page.context().newCDPSession(page));
  }

  async read(): Promise<readonly AccessibleNode[]> {
    return listNodes(await readRaw(this.#session));
  }

  /** Waits until something is told of, and gives it. */
  async find({ role, name, isBeginning = false, group, place }: Wanted): Promise<AccessibleNode> {
    return this.waitFor((nodes) => {
      const found = nodes.filter(
        (node) =>
          node.role === role &&
          (isBeginning ? node.name.startsWith(name) : node.name === name) &&
          (group === undefined || node.groups.some((each) => each.startsWith(group))),
      );
      const [node] = found.slice(place ?? 0);
      if (node === undefined || (place === undefined && found.length > 1)) {
        throw new Error(`${found.length} × ${role} « ${name} » among ${describe(nodes)}`);
      }
      return node;
    });
  }

  /** Reads the tree until a reading of it succeeds. */
  waitFor<Found>(look: (nodes: readonly AccessibleNode[]) => Found): Promise<Found> {
    return vi.waitFor(async () => look(await this.read()), { timeout: 15_000, interval: 50 });
  }

  /** Gives it the focus, as assistive technology asks the browser to. */
  async focus({ id }: AccessibleNode): Promise<void> {
    if (id === null) throw new Error("Text takes no focus");
    await this.#session.send("DOM.focus", { backendNodeId: id });
  }

  /** Does what it is there for, as assistive technology asks the browser to. */
  async activate(node: AccessibleNode): Promise<void> {
    await this.focus(node);
    const { object } = await this.#session.send("DOM.resolveNode", { backendNodeId: node.id ?? 0 });
    if (object.objectId === undefined) throw new Error(`${node.name} is gone`);
    const functionDeclaration = "function () { this.click(); }";
    await this.#session.send("Runtime.callFunctionOn", { objectId: object.objectId, functionDeclaration });
  }
}

const told = new Set(["heading", "button", "link", "textbox", "radio", "group", "status", "alert"]);

const describe = (nodes: readonly AccessibleNode[]): string =>
  nodes
    .filter(({ role }) => told.has(role))
    .map(({ role, name, text, isFocused }) => `${isFocused ? "→" : ""}${role} « ${name || text} »`)
    .join(", ");

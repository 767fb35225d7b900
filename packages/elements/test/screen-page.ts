import type { Command, SignInCommand } from "@educonnect-activation/core";
import type { EduconnectEventMap } from "../src/events/educonnect-events.ts";
import type { BaseScreen } from "../src/screens/base-screen.ts";

type Tags = HTMLElementTagNameMap;

/** The tags whose elements are screens. */
export type ScreenTag = { [Tag in keyof Tags]: Tags[Tag] extends BaseScreen ? Tag : never }[keyof Tags];

const eventNames = [
  "educonnect-command",
  "educonnect-navigate",
  "educonnect-link-answer",
  "educonnect-replace",
  "educonnect-sign-out",
] as const satisfies readonly (keyof EduconnectEventMap)[];

const roleSelectors = {
  button: "button, summary",
  link: "a[href]",
  textbox: "input:not([type=radio])",
  radio: "input[type=radio]",
  heading: "h1, h2, h3",
  group: "fieldset, [role=group]",
  status: "[role=status]",
} as const;

/** What is used of axe-core, which only a test may import. */
export interface Axe {
  setup(node: Element): unknown;
  teardown(): void;
  run(
    context: Element,
    options: { rules: Record<string, { enabled: boolean }> },
  ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
  readonly commons: { readonly text: { accessibleText(element: Element): string } };
}

/** One screen in the page, found by roles and the names that a screen reader reads. */
export class ScreenPage<Tag extends ScreenTag> {
  readonly element: Tags[Tag];
  readonly commands: (Command | SignInCommand)[] = [];
  readonly events: { readonly name: string; readonly detail: unknown }[] = [];

  readonly #axe: Axe;

  constructor(axe: Axe, tag: Tag, properties: Partial<Tags[Tag]>, host: Element = document.body) {
    this.#axe = axe;
    this.element = document.createElement(tag);
    Object.assign(this.element, properties);
    // Outside the screen, as a host listens: only what bubbles and crosses the shadow root arrives.
    host.addEventListener("educonnect-command", (event) => {
      if (event instanceof CustomEvent && event.target === this.element) this.commands.push(event.detail);
    });
    for (const name of eventNames) {
      host.addEventListener(name, (event) => {
        if (event.target !== this.element || !(event instanceof CustomEvent)) return;
        this.events.push({ name, detail: event.detail });
        // A test must not leave its page.
        event.preventDefault();
      });
    }
    host.append(this.element);
  }

  /** Sets properties and waits for what they change. */
  async set(properties: Partial<Tags[Tag]>): Promise<void> {
    Object.assign(this.element, properties);
    await this.element.updateComplete;
  }

  get root(): Element | ShadowRoot {
    return this.element.shadowRoot ?? this.element;
  }

  all(role: keyof typeof roleSelectors): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(roleSelectors[role])].filter((each) =>
      each.checkVisibility(),
    );
  }

  names(role: keyof typeof roleSelectors): string[] {
    return this.all(role).map((each) => this.#nameOf(each));
  }

  get(role: keyof typeof roleSelectors, name: string, within: Element | null = null): HTMLElement {
    const found = this.all(role).find(
      (each) => this.#nameOf(each) === name && (within?.contains(each) ?? true),
    );
    if (found) return found;
    throw new Error(`No ${role} is called "${name}"; there are: ${this.names(role).join(" | ")}`);
  }

  /** Types as a person does: the whole text at once, then the events of input and of leaving the field. */
  async type(name: string, text: string, within: Element | null = null): Promise<void> {
    const input = this.get("textbox", name, within);
    if (!(input instanceof HTMLInputElement)) throw new Error(`${name} is no input`);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await this.element.updateComplete;
  }

  async press(role: "button" | "radio" | "link", name: string, within: Element | null = null): Promise<void> {
    this.get(role, name, within).click();
    await this.element.updateComplete;
    await this.element.updateComplete;
  }

  /** The name of what has the focus. */
  get focused(): string {
    const active = this.element.shadowRoot?.activeElement ?? document.activeElement;
    return active === null ? "" : this.#nameOf(active);
  }

  /** The lines of the summary of errors. */
  get summary(): string[] {
    return [...this.root.querySelectorAll(".educonnect-summary li")].map(textOf);
  }

  /** What describes a field, in the order it is read. */
  descriptionOf(name: string, within: Element | null = null): string {
    const ids = this.get("textbox", name, within).getAttribute("aria-describedby")?.split(" ") ?? [];
    return ids.map((id) => textOf(this.root.querySelector(`[id="${id}"]`))).join(" ");
  }

  get status(): string {
    return textOf(this.root.querySelector(".educonnect-status"));
  }

  /** What the status says to the eye. */
  get shownStatus(): string {
    const hidden = textOf(this.root.querySelector(".educonnect-status .educonnect-hidden"));
    return this.status.slice(0, this.status.length - hidden.length).trim();
  }

  get text(): string {
    return textOf(this.root.querySelector(".educonnect-screen"));
  }

  /** The accessible name, computed as assistive technology does. */
  #nameOf(element: Element): string {
    this.#axe.setup(document.body);
    try {
      return this.#axe.commons.text.accessibleText(element).replaceAll(/\s+/gu, " ").trim();
    } finally {
      this.#axe.teardown();
    }
  }

  /** What axe finds wrong, by rule and place. */
  async violations(): Promise<string[]> {
    const { violations } = await this.#axe.run(this.element, { rules: { region: { enabled: false } } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? "").replaceAll(/\s+/gu, " ").trim();
}

/** Resolves as soon as something holds; a test that waits in vain ends at its own time limit, with what it saw last. */
export async function waitUntil(holds: () => boolean, seen: () => string): Promise<void> {
  const giveUpAt = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > giveUpAt) throw new Error(`Waited in vain; last seen: ${seen()}`);
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
}

const spaces = /\s+/gu;

/** The accessible names of elements, as axe computes them by the rules of ARIA. */
export function namesOf(axe: Axe, elements: readonly Element[]): string[] {
  // Its survey of the page takes long: one for all.
  axe.setup(document.body);
  try {
    return elements.map((each) => axe.commons.text.accessibleText(each).replaceAll(spaces, " ").trim());
  } finally {
    axe.teardown();
  }
}

/** The text of an element that can be seen. */
export function seenText(element: Element): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return "";
  for (const hidden of copy.querySelectorAll(".educonnect-hidden, [aria-hidden=true]")) hidden.remove();
  return copy.textContent.replaceAll(spaces, " ").trim();
}

/** Types into a field as a person does, the whole text at once. */
export function type(root: ParentNode, name: string, text: string): void {
  const input = root.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  if (input === null) throw new Error(`No field is named ${name}.`);
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Chooses the radio button at a place among all those of the screen. */
export function choose(root: ParentNode, place: number): void {
  const radio = root.querySelectorAll<HTMLInputElement>("input[type=radio]")[place];
  if (radio === undefined) throw new Error(`There is no radio button ${place}.`);
  radio.click();
}

import { expect, waitFor, within, type userEvent } from "storybook/test";

type User = ReturnType<typeof userEvent.setup>;

const textOf = (element: Element | null) => (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();

function deepFocus(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

const patience = { timeout: 10_000 };

/** By the keyboard or a screen reader, as far as the page can tell: a pointer is at a place, which a script has not. */
export function press(element: HTMLElement): void {
  element.focus();
  element.click();
}

/** What a person does in the wizard, by the names that a screen reader reads. */
export class JourneyPage {
  readonly #canvas: HTMLElement;
  readonly #user: User;
  readonly #tag: string;
  #hasActed = false;

  constructor(
    { canvasElement, userEvent }: { canvasElement: HTMLElement; userEvent: User },
    tag = "educonnect-activation",
  ) {
    this.#canvas = canvasElement;
    this.#user = userEvent;
    this.#tag = tag;
  }

  get root(): HTMLElement {
    const element = this.#canvas.querySelector<HTMLElement>(this.#tag);
    const root = (element?.shadowRoot ?? element)?.querySelector<HTMLElement>(".educonnect-wizard");
    if (root === null || root === undefined) throw new TypeError(`${this.#tag} is not drawn.`);
    return root;
  }

  /** The page that the last mail's link leads to. */
  link(): JourneyPage {
    return new JourneyPage(
      { canvasElement: this.#canvas, userEvent: this.#user },
      "educonnect-confirmation-link",
    );
  }

  /** Waits for the screen of a heading, with nothing under way and the person led to it: what is typed before would go nowhere. */
  async untilHeading(heading: string): Promise<void> {
    await waitFor(() => {
      const [screen] = this.root.querySelectorAll<HTMLElement & { busy?: boolean }>(":scope > :not([class])");
      void expect(textOf(this.root.querySelector(".educonnect-heading"))).toBe(heading);
      void expect(screen?.busy).toBe(false);
      if (this.#hasActed)
        void expect(deepFocus()?.className).toMatch(/educonnect-(?:heading|summary|locked)/);
    }, patience);
    this.#hasActed = true;
  }

  async untilText(text: RegExp): Promise<void> {
    await waitFor(() => expect(textOf(this.root)).toMatch(text), patience);
  }

  async type(label: string, value: string, index = 0): Promise<void> {
    const field = within(this.root).getAllByLabelText(label)[index];
    if (!(field instanceof HTMLInputElement)) throw new TypeError(`${label} is no field to type in.`);
    // Pressed by script at no place, so that nothing is taken for the second half of a double press; and over what is there.
    field.focus();
    await this.#user.type(field, value, {
      skipClick: true,
      initialSelectionStart: 0,
      initialSelectionEnd: field.value.length,
    });
  }

  async choose(label: string, index: number): Promise<void> {
    const radio = within(this.root).getAllByRole("radio", { name: new RegExp(`^${label}`) })[index];
    if (radio === undefined) throw new TypeError(`No answer is called ${label}.`);
    radio.click();
  }

  async press(name: string): Promise<void> {
    press(await within(this.root).findByRole("button", { name }, patience));
  }

  async follow(name: RegExp): Promise<void> {
    const found =
      within(this.root).queryByRole("link", { name }) ?? within(this.root).getByRole("button", { name });
    press(found);
  }

  /** Writes an ISO date in the fields of a child, or in one's own. */
  async giveDate(date: string, index = 0): Promise<void> {
    const [year = "", month = "", day = ""] = date.split("-");
    await this.type("Jour", day, index);
    await this.type("Mois", month, index);
    await this.type("Année", year, index);
  }
}

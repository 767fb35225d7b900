import { frenchServices } from "@educonnect-activation/core";
import { html, nothing, svg } from "lit";
import { breakAddress } from "../../controls/school-contact.ts";
import { drawIcon } from "../../controls/icons.ts";
import { BaseScreen } from "../base-screen.ts";
import { StepFrame, stepProperties } from "../step-frame.ts";
import { identifierStyles } from "../../theme/identifier-styles.ts";
import { printStyles } from "../../theme/print-styles.ts";
import { addTexts } from "../../i18n/translate.ts";

const tick = svg`<path d="m4.5 12.5 5 5L19.5 7"></path>`;

addTexts("services", frenchServices);

/**
 * Screen 10: the account is active; its identifier, to keep.
 *
 * @fires {CustomEvent<Command>} educonnect-command - `servicesRequested`
 * @csspart identifier - the identifier, large
 * @csspart mark - the tick above the heading
 * @csspart tools - copy, print and download
 */
export class EduconnectSuccess extends BaseScreen {
  static override properties = {
    ...stepProperties,
    identifier: {},
    pendingEmail: { attribute: "pending-email" },
  };

  /** The account's identifier. */
  declare identifier: string;
  /** The address, masked, that still waits for its confirmation; null when none does. */
  declare pendingEmail: string | null;

  protected override readonly step = new StepFrame(this);

  constructor() {
    super();
    this.identifier = "";
    this.pendingEmail = null;
  }

  protected override get sheets() {
    return [...super.sheets, identifierStyles];
  }

  protected override get lastingSheets() {
    return [...super.lastingSheets, printStyles];
  }

  protected override renderHeader(): unknown {
    return [super.renderHeader(), html`<div class="educonnect-mark">${drawIcon("tick", tick)}</div>`];
  }

  protected override headingText(): string {
    return this.text("success.heading");
  }

  protected override renderContent(): unknown {
    const { pendingEmail: email } = this;
    return html`<p class="educonnect-text">${this.text("success.text")}</p>
      <div>
        <p class="educonnect-hidden" id=${this.idOf("label")}>${this.text("success.identifier")}</p>
        <p
          class="educonnect-identifier"
          dir="ltr"
          id=${this.idOf("identifier")}
          role="group"
          aria-labelledby="${this.idOf("label")} ${this.idOf("identifier")}"
        >
          ${this.identifier}
        </p>
        <div class="educonnect-tools">
          ${this.button({ label: "success.copy", onClick: () => void this.#copy() })}
          ${this.button({ label: "success.print", onClick: () => window.print() })}
          ${this.button({ label: "success.download", onClick: () => this.#download() })}
        </div>
      </div>
      ${this.status()}
      ${
        email === null
          ? nothing
          : html`<p class="educonnect-panel">
              ${breakAddress(this.text("success.pendingEmail", { email }))}
            </p>`
      }
      <p class="educonnect-text">${this.text("success.account")}</p>
      <div class="educonnect-actions">
        ${this.button({
          label: "success.services",
          kind: "primary",
          onClick: () => this.send({ type: "servicesRequested" }),
        })}
      </div>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.identifier);
      this.announcement = this.text("success.copied");
    } catch {
      // No permission, or no secure context: leave it ready to be copied by hand.
      const shown = this.find("identifier");
      if (shown === null) return;
      getSelection()?.selectAllChildren(shown);
      this.announcement = this.text("success.selected");
    }
  }

  #download(): void {
    const { identifier } = this;
    saveText(this.text("success.fileName"), `${this.text("success.fileText", { identifier })}\r\n`);
  }
}

/** Lets the browser save a text as a file; an address of the page's own memory needs nothing of a Content Security Policy. */
export function saveText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has been handed over by then; Safari reads the address a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

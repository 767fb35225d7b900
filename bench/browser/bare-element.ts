/** The yardstick of the first paint: an element of Lit that shows one line and does nothing else. */
import { html, LitElement, type TemplateResult } from "lit";

class BareElement extends LitElement {
  protected override render(): TemplateResult {
    return html`<p>Je me connecte</p>`;
  }
}

customElements.define("bare-element", BareElement);

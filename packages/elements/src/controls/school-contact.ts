import type { SchoolContact } from "@educonnect-activation/core";
import { html, nothing, type TemplateResult } from "lit";
import { translate, type MessageOverrides } from "../i18n/translate.ts";

/**
 * Renders whom to ask: the school's name, telephone and address as far as they are known.
 *
 * @param help what says to ask where no school is known: the host's link `contact`; words alone without one.
 */
export function schoolContact(
  messages: MessageOverrides,
  contact: SchoolContact | null,
  help: unknown,
): TemplateResult {
  const link = (href: string, text: unknown) => html`<a class="educonnect-link" href=${href}>${text}</a>`;
  return html`<div class="educonnect-panel educonnect-contact">
    <h3 class="educonnect-subheading">${translate(messages, "contact.heading")}</h3>
    ${
      contact === null
        ? html`<p>${help === nothing ? translate(messages, "contact.unknown") : help}</p>`
        : html`<p>${translate(messages, "contact.text", { name: contact.name })}</p>
            ${
              contact.phone === null
                ? nothing
                : html`<p>
                    ${link(`tel:${contact.phone.replace(/[^+\d]/gu, "")}`, translate(messages, "contact.phone", { phone: contact.phone }))}
                  </p>`
            }
            ${
              contact.email === null
                ? nothing
                : html`<p>
                    ${link(`mailto:${contact.email}`, breakAddress(translate(messages, "contact.email", { email: contact.email })))}
                  </p>`
            }`
    }
  </div>`;
}

/** Lets a line break after each `@` and dot of an address, so that none breaks within a word of it; it is read and copied as it is. */
export function breakAddress(text: string): unknown {
  return text.match(/.+?(?:[@.](?=\S)|$)/gsu)?.map((part) => html`${part}<wbr />`);
}

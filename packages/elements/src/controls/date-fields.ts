import type { Issue, MessageKey } from "@educonnect-activation/core";
import { html, nothing, render, type TemplateResult } from "lit";
import { translate, type MessageOverrides } from "../i18n/translate.ts";
import { dateOrder, type DatePart, joinSentences } from "../i18n/wording.ts";
import { dateParts, marksPart, splitDate } from "./read-date.ts";
import { describedBy, fieldError, invalidClass } from "./text-field.ts";

/** A date typed in three fields. */
export interface DateFields {
  readonly messages: MessageOverrides;
  readonly legend: MessageKey;
  /** Whose date it is, for those who hear the fields out of their place. */
  readonly owner?: string;
  /** Gives the id of a part by its name with the suffix. */
  readonly idOf: (name: string) => string;
  /** Ends the names of the fields, so that several dates can be in one form. */
  readonly suffix: string;
  /** Where each part was drawn before; empty at first, and kept by the caller for each date. */
  readonly places: Map<DatePart, HTMLElement>;
  readonly issues: readonly Issue[];
  readonly issueText: (issue: Issue) => string;
  /** Whether it is the reader's own birth date, which the browser may fill in. */
  readonly isOwn: boolean;
}

function onPaste(event: ClipboardEvent): void {
  const parts = splitDate(event.clipboardData?.getData("text") ?? "");
  if (parts === null || !(event.currentTarget instanceof Element)) return;
  event.preventDefault();
  for (const input of event.currentTarget.querySelectorAll("input")) {
    const part = dateParts.find((name) => input.name.startsWith(name));
    if (part !== undefined) input.value = parts[part];
  }
}

/** Draws a field into a place of its own, so that what is typed stays with it when the language puts it elsewhere. */
function keptField(places: DateFields["places"], part: DatePart, field: TemplateResult): HTMLElement {
  const place = places.get(part) ?? document.createElement("div");
  places.set(part, place);
  place.classList.add("educonnect-date-part", `educonnect-date-${part}`);
  render(field, place);
  return place;
}

/** Renders the three fields in the order of the language; a date pasted into any of them fills all, and none passes the focus on by itself. */
export function dateFields(date: DateFields): TemplateResult {
  const { messages, issues, suffix, idOf } = date;
  const groupId = idOf(`date${suffix}`);
  const language = translate(messages, "lang");
  const order = dateOrder(language);
  const error = issues.length === 0 ? undefined : joinSentences(language, issues.map(date.issueText));
  const describes = describedBy(error !== undefined && `${groupId}-error`);
  const field = (part: DatePart) => {
    const name = part + suffix;
    return html`<label class="educonnect-hint educonnect-date-label" for=${idOf(name)}
        >${translate(messages, `date.${part}`)}</label
      >
      <input
        class="educonnect-input"
        id=${idOf(name)}
        name=${name}
        type="text"
        inputmode="numeric"
        dir="ltr"
        autocomplete=${date.isOwn ? (`bday-${part}` as const) : "off"}
        placeholder=${translate(messages, `date.${part}Placeholder`)}
        aria-required="true"
        aria-invalid=${issues.some((issue) => marksPart(issue, part, order[0] ?? "day")) ? "true" : nothing}
        aria-describedby=${describes}
      />`;
  };
  return html`<fieldset
    class="educonnect-field educonnect-fieldset ${invalidClass(error)}"
    aria-describedby=${describes}
    @paste=${onPaste}
  >
    <legend class="educonnect-label educonnect-legend">
      ${translate(messages, date.legend)}${date.owner && html`<span class="educonnect-hidden"> ${date.owner}</span>`}
    </legend>
    ${fieldError(groupId, translate(messages, "errors.prefix"), error)}
    <div class="educonnect-date">${order.map((part) => keptField(date.places, part, field(part)))}</div>
  </fieldset>`;
}

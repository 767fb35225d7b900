import { html, nothing, type TemplateResult } from "lit";

/** One line of the summary; without a field it is text, with one it leads there. */
export interface SummaryLine {
  readonly text: string;
  readonly fieldId: string | undefined;
}

/** Renders everything that is wrong, in one place that takes the focus; nothing when all is well. */
export function errorSummary(
  id: string,
  heading: string,
  lines: readonly SummaryLine[],
  onFollow: (fieldId: string) => void,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const follow = (fieldId: string) => (event: Event) => {
    // The address must not change, and a fragment finds nothing inside a shadow root.
    event.preventDefault();
    onFollow(fieldId);
  };
  return html`<div
    class="educonnect-panel educonnect-summary"
    role="group"
    tabindex="-1"
    id=${id}
    aria-labelledby="${id}-heading"
  >
    <h2 class="educonnect-subheading" id="${id}-heading">${heading}</h2>
    <ul>
      ${lines.map(
        ({ text, fieldId }) =>
          html`<li>
            ${
              fieldId === undefined
                ? text
                : html`<a class="educonnect-link" href="#${fieldId}" @click=${follow(fieldId)}>${text}</a>`
            }
          </li>`,
      )}
    </ul>
  </div>`;
}

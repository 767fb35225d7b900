import { html, nothing, type TemplateResult } from "lit";
import { fieldError, invalidClass } from "../../controls/text-field.ts";

/** One of the cards. */
export interface ChoiceCard {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: string | null;
}

/** A question with an answer on each card. */
export interface ChoiceCards {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly legend: string;
  readonly hint?: string;
  readonly cards: readonly ChoiceCard[];
  readonly chosen: string | null;
  readonly error: string | undefined;
  /** Read before the error: « Erreur : ». */
  readonly errorPrefix: string;
  readonly onChoose: (value: string) => void;
}

/** Renders a question as real radio buttons, so that arrow keys, names and states come from the browser; its id is on the one that takes the focus. */
export function choiceCards(question: ChoiceCards): TemplateResult {
  const { id, error, hint, chosen, cards } = question;
  const entrance = cards.find(({ value }) => value === chosen) ?? cards[0];
  const isShort = cards.every(({ label, description }) => label.length < 12 && description === undefined);
  const idOf = (card: ChoiceCard) => (card === entrance ? id : `${id}-${card.value}`);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return html`<fieldset
    class="educonnect-question ${invalidClass(error, "-group")}"
    role="radiogroup"
    aria-required="true"
    aria-invalid=${error === undefined ? nothing : "true"}
    aria-describedby=${described || nothing}
  >
    <legend class="educonnect-question-name">
      <span class="educonnect-number">${question.number}<span class="educonnect-hidden">. </span></span
      ><span>${question.legend}</span>
    </legend>
    ${hint === undefined ? nothing : html`<p class="educonnect-hint educonnect-hint-group" id="${id}-hint">${hint}</p>`}
    ${fieldError(id, question.errorPrefix, error, "-group")}
    <div class="educonnect-choices ${isShort ? "educonnect-choices-short" : ""}">
      ${cards.map(
        (card) =>
          html`<div class="educonnect-choice">
            <input
              type="radio"
              id=${idOf(card)}
              name=${question.name}
              value=${card.value}
              .checked=${card.value === chosen}
              @change=${() => question.onChoose(card.value)}
            /><label class="educonnect-choice-text" for=${idOf(card)}
              ><span class="educonnect-choice-label"><bdi>${card.label}</bdi></span
              >${
                card.description === undefined
                  ? nothing
                  : html`<span class="educonnect-hidden">, </span
                      ><span class="educonnect-hint"><bdi>${card.description}</bdi></span>`
              }</label
            >${
              card.icon
                ? html`<img class="educonnect-choice-icon" src=${card.icon} alt="" width="36" height="36" />`
                : nothing
            }
          </div>`,
      )}
    </div>
  </fieldset>`;
}

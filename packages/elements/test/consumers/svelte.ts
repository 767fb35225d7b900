/** What the compiler of Svelte's templates looks up: the compiler is the test, and every line that expects an error must have one. */
import type { SvelteHTMLElements } from "svelte/elements";

declare function show(...values: unknown[]): void;

export const wizard: SvelteHTMLElements["educonnect-activation"] = {
  class: "activation",
  baseUrl: "/educonnect",
  audience: "pupil",
  "oneduconnect-step-change": ({ detail }) => show(detail.step.length, detail.method),
};
// @ts-expect-error there are guardians and pupils
export const wrong: SvelteHTMLElements["educonnect-activation"] = { audience: "teacher" };

export const email: SvelteHTMLElements["educonnect-email"] = {
  given: null,
  "oneduconnect-command": ({ detail }) => {
    if (detail.type === "emailSubmitted") show(detail.email.length);
    // @ts-expect-error no command is called so
    if (detail.type === "emailEaten") show(detail);
  },
};
// @ts-expect-error an address is a text
export const wrongAddress: SvelteHTMLElements["educonnect-email"] = { given: 7 };

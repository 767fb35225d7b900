/** What the compiler of Vue's templates looks up: the compiler is the test, and every line that expects an error must have one. */
import type { GlobalComponents } from "vue";

declare const wizard: InstanceType<GlobalComponents["educonnect-activation"]>;
declare const email: InstanceType<GlobalComponents["educonnect-email"]>;

export const properties: (typeof wizard)["$props"] = {
  class: "activation",
  baseUrl: "/educonnect",
  audience: "pupil",
};
// @ts-expect-error there are guardians and pupils
export const wrong: (typeof wizard)["$props"] = { audience: "teacher" };

email.$emit(
  "educonnect-command",
  new CustomEvent("educonnect-command", { detail: { type: "emailSubmitted", email: "toto@toto.fr" } }),
);
// @ts-expect-error the screen of the mail address leads nowhere
email.$emit("educonnect-portal-choice", new CustomEvent("educonnect-portal-choice"));
// @ts-expect-error an address is a text
export const wrongAddress: (typeof email)["$props"] = { given: 7 };

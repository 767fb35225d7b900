/**
 * What the compiler of Angular's templates writes for `<educonnect-email [given]="…" (educonnect-command)="…">`: the compiler is the test,
 * and every line that expects an error must have one.
 */

declare function show(...values: unknown[]): void;

export const email = document.createElement("educonnect-email");
email.given = null;
// @ts-expect-error an address is a text
email.given = 7;
email.addEventListener("educonnect-command", ({ detail }) => {
  if (detail.type === "emailSubmitted") show(detail.email.length);
  // @ts-expect-error no command is called so
  if (detail.type === "emailEaten") show(detail);
});

export const wizard = document.createElement("educonnect-activation");
wizard.baseUrl = "/educonnect";
// @ts-expect-error there are guardians and pupils
wizard.audience = "teacher";
wizard.addEventListener("educonnect-step-change", ({ detail }) => show(detail.step.length, detail.method));

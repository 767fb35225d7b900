import "@educonnect-activation/elements/define/email";
import { createElementFor } from "../screen-story.ts";

/** A real screen with a button, fields and an error: what the tokens do, as the toolbar has them. */
export function tokensInUse(globals: Readonly<Record<string, unknown>>): HTMLElement {
  return createElementFor(
    "educonnect-email",
    { issues: [{ code: "email_invalid", field: "email" }] },
    globals,
  );
}

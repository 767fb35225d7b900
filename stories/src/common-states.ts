// The states that every screen of a step has, one row each.
import { expect, waitFor } from "storybook/test";
import { screenIn } from "./page/screen-page.ts";

/** A fixed instant, so that what is counted down from it reads the same each time (epoch seconds). */
export const now = 1_789_000_000;

export const contact = { name: "E.E.PU Jules-Ferry", phone: "03 22 00 00 00", email: "ecole@example.org" };

/** A request is under way. */
export const busy = { args: { busy: true } };

/** A request lasts longer than people expect. */
export const slow = { args: { busy: true }, play: untilSlow };

/** What is said of the request becomes something else. */
async function untilSlow({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> {
  const said = () => screenIn(canvasElement).part("status")?.textContent?.trim() ?? "";
  await waitFor(() => expect(said()).not.toBe(""));
  const first = said();
  await waitFor(() => expect(said()).not.toBe(first), { timeout: 8000 });
}

/** The request came to nothing: what was typed is kept, and can be sent again. */
export const offline = { args: { issues: [{ code: "network_failed" }] as const } };

/** Too many tries, and whom to ask meanwhile. */
export const locked = {
  args: { now, lockedUntil: now + 900, contact, issues: [{ code: "step_locked" }] as const },
};

/** What the server says when it can't take a request just now. */
export const overloaded = {
  args: { issues: [{ code: "server_busy", params: { retryAfterSeconds: 30 } }] as const },
};

/** Written from right to left. */
export const rightToLeft = { args: { lang: "ar" } };

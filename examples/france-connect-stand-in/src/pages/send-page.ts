import { createHash } from "node:crypto";
import type { Context } from "../provider/middleware.ts";
import { logoutScript, styles } from "./styles.ts";

export interface PageOptions {
  /** Origins that a form of the page may end up at, its own besides. */
  readonly formOrigins?: readonly string[];
  /** The one script a page may run; none by default. */
  readonly script?: "logout";
}

/** Answers with a page: nothing from elsewhere, no script, and only the sheet that the policy names by its hash. */
export function sendPage(
  ctx: Pick<Context, "body" | "type" | "set">,
  page: string,
  { formOrigins = [], script }: PageOptions = {},
): void {
  ctx.type = "text/html; charset=utf-8";
  ctx.body = page;
  ctx.set({
    "content-security-policy": [
      "default-src 'none'",
      `style-src ${hashOf(styles)}`,
      ...(script === undefined ? [] : [`script-src ${hashOf(logoutScript)}`]),
      // A browser holds the redirects after a form to this, so a log-out, whose end is not known here, has no limit.
      ...(script === undefined ? [`form-action ${["'self'", ...formOrigins].join(" ")}`] : []),
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

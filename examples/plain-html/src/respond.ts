/** A file that browsers may load. */
export interface PortalFile {
  readonly type: "text/html" | "text/css" | "text/javascript";
  readonly text: string;
}

/** As strict as the elements bear: nothing inline, nothing from elsewhere, no text that becomes markup or script. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join("; ");

/** Answers with a file, or that there is none. */
export function respond(file: PortalFile | undefined): Response {
  return new Response(file?.text ?? "Not found\n", {
    status: file === undefined ? 404 : 200,
    headers: {
      "content-type": `${file?.type ?? "text/plain"}; charset=utf-8`,
      "content-security-policy": contentSecurityPolicy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
    },
  });
}

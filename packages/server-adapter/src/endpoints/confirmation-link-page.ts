import { chooseConfirmationLanguage } from "../delivery/wording/confirmation-languages.ts";
import { frenchMails } from "../delivery/wording/fr.ts";
import { ProblemError } from "../http/problem.ts";
import { noBody } from "../http/read-body.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { nothing } from "./requirement.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Nothing but the elements' own module may run, and nothing may frame the page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join("; ");

/**
 * The page that a confirmation link opens, for deployments without one of their own.
 *
 * It speaks what the browser asks for, as nobody else can tell, with a menu of languages where the module defines one: a choice made before
 * then counts. Opening it changes nothing (mail scanners do): the token is in the fragment, which no server sees, and only a press of a button posts it.
 */
export const confirmationLinkPage = defineEndpoint({
  method: "GET",
  path: "/confirmation-link",
  caller: "anybody",
  body: noBody,
  requires: nothing,
  response: "html",
  problems: ["endpoint_unknown"],
  neverFails: true,
  summary: "The page a confirmation link opens",
  description:
    "The link is this address, `#` and the token. The page reads the token from the fragment, asks `POST /confirmation-link/read`, and posts `/confirmation-link/answer` only when a button is pressed: mail scanners open links. 404 where the deployment has a page of its own.",
  handle({ elementsModule, basePath, texts }, { request: { acceptLanguage } }) {
    if (elementsModule === null) throw new ProblemError("endpoint_unknown");
    const { lang, dir, action, needsScript } = chooseConfirmationLanguage(acceptLanguage) ?? {
      lang: "fr",
      dir: "ltr",
      ...frenchMails.confirmation,
    };
    const title = escapeHtml(`${action} – ${texts.serviceName}`);
    const body = `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<script type="module" src="${escapeHtml(elementsModule)}"></script>
</head>
<body>
<educonnect-language></educonnect-language>
<main>
<educonnect-confirmation-link lang="${lang}" base-url="${escapeHtml(basePath)}" return-url="/"></educonnect-confirmation-link>
<noscript><p>${escapeHtml(needsScript)}</p></noscript>
</main>
</body>
</html>
`;
    return {
      status: 200,
      body,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": contentSecurityPolicy,
        "referrer-policy": "no-referrer",
        vary: "accept-language",
      },
    };
  },
});

import type { Environment } from "../environment.ts";
import type { PlainResponse } from "../http/message.ts";
import { ProblemError } from "../http/problem.ts";

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
 * Opening it changes nothing (mail scanners do): the token is in the fragment, which no server sees, and only a press of a button posts it.
 *
 * @throws {ProblemError} `route_unknown` when the deployment has not said where the elements' module is.
 */
export function linkPage({ elementsModule, basePath, texts }: Environment): PlainResponse {
  if (elementsModule === null) throw new ProblemError("route_unknown");
  const title = escapeHtml(`Confirmer mon adresse mail – ${texts.serviceName}`);
  const body = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<script type="module" src="${escapeHtml(elementsModule)}"></script>
</head>
<body>
<main>
<educonnect-email-link base-url="${escapeHtml(basePath)}" return-url="/"></educonnect-email-link>
<noscript><p>Activez JavaScript pour confirmer votre adresse mail ; si le mail porte un code, vous pouvez aussi le saisir sur la page d’activation.</p></noscript>
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
    },
  };
}

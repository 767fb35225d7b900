import { schools } from "../directory/schools.ts";
import { describeLetters } from "../letters/describe-letters.ts";
import type { Letter, LetterStatus } from "../letters/letter.ts";
import type { SentMail } from "../mail-server/sent-mail.ts";
import { renderConfirmPage } from "../pages/confirm-page.ts";
import { renderHelpPage } from "../pages/help-page.ts";
import { renderLettersPage } from "../pages/letters-page.ts";
import { renderMailsPage } from "../pages/mails-page.ts";
import { renderNotFoundPage } from "../pages/not-found-page.ts";
import { renderPortalPage } from "../pages/portal-page.ts";
import { renderServicePage } from "../pages/service-page.ts";
import { demoServices, servicesPath } from "../schools/demo-services.ts";
import type { SentText } from "../operator/sent-text.ts";
import type { Asset } from "./assets.ts";
import { respondAsset, respondJson, respondMailHtml, respondPage, respondText } from "./responses.ts";

/** What the demo's site is made of. */
export interface SiteOptions {
  /** The only origin it answers for. */
  readonly publicOrigin: string;
  /** Where the handler is mounted, beside the site. */
  readonly basePath: string;
  /** The path of the module that defines the elements, which is among the assets. */
  readonly elementsModule: string;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly letters: readonly Letter[];
  /** Reads the present statuses. */
  readonly readStatuses: () => Promise<(personId: string) => LetterStatus>;
  /** The mails received so far, the oldest first. */
  readonly mails: () => readonly SentMail[];
  /** The texts sent so far, the oldest first. */
  readonly texts: () => readonly SentText[];
}

/** The portal's page where one signs in and activates an account. */
export const loginPath = "/";

/** The page that the link of a confirmation mail opens. */
export const confirmPath = "/confirmer";

/** The page of help that mails lead to. */
export const helpPath = "/aide";

type Page = (url: URL) => Response | Promise<Response>;

const mailPath = /^\/demo\/mails\/([1-9]\d{0,8})\.html$/u;

/**
 * Creates the demo's site: the portal, the letters, the mails and their JSON.
 *
 * Answers only to its own origin's name, so that no other site can reach the letters by a name of its own that leads here; another name of
 * the loopback is sent on to it.
 */
export function createSite(options: SiteOptions): (request: Request) => Promise<Response> {
  const { publicOrigin, basePath, elementsModule, assets, letters, readStatuses, mails, texts } = options;
  const host = new URL(publicOrigin).host;
  const loopbackHosts = new Set(["127.0.0.1", "[::1]"].map((name) => host.replace("localhost", name)));

  const pages: Readonly<Record<string, Page>> = {
    "/": () => respondPage(renderPortalPage({ elementsModule, basePath, audience: "guardian" })),
    "/eleve": () => respondPage(renderPortalPage({ elementsModule, basePath, audience: "pupil" })),
    [confirmPath]: () => respondPage(renderConfirmPage({ elementsModule, basePath })),
    [helpPath]: () => respondPage(renderHelpPage(Object.values(schools))),
    "/demo": () => Response.redirect(`${publicOrigin}/demo/letters`, 302),
    "/demo/letters": async (url) =>
      respondPage(
        renderLettersPage({
          letters,
          statusOf: await readStatuses(),
          portalUrl: `${publicOrigin}/`,
          query: (url.searchParams.get("q") ?? "").slice(0, 200),
        }),
      ),
    "/demo/letters.json": async () => respondJson(describeLetters(letters, await readStatuses())),
    "/demo/mails": () => respondPage(renderMailsPage(mails(), texts())),
    "/demo/mails.json": () => respondJson(mails()),
    "/demo/texts.json": () => respondJson(texts()),
    ...Object.fromEntries(
      Object.entries(demoServices).map(([id, service]): [string, Page] => [
        `${servicesPath}/${id}`,
        () => respondPage(renderServicePage(service.title)),
      ]),
    ),
  };

  async function respond(request: Request, url: URL): Promise<Response> {
    const asset = assets.get(url.pathname);
    const page = Object.hasOwn(pages, url.pathname) ? pages[url.pathname] : undefined;
    const mail = mails()[Number(mailPath.exec(url.pathname)?.[1] ?? 0) - 1];
    if (asset === undefined && page === undefined && mail === undefined) {
      return respondPage(renderNotFoundPage(), 404);
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return respondText(405, "This page can only be read.", { allow: "GET, HEAD" });
    }
    if (asset !== undefined) return respondAsset(asset, request);
    return page === undefined ? respondMailHtml(mail?.html ?? "") : page(url);
  }

  return async (request) => {
    const url = new URL(request.url);
    const askedHost = request.headers.get("host") ?? url.host;
    if (askedHost !== host) {
      return loopbackHosts.has(askedHost) && request.method === "GET"
        ? Response.redirect(`${publicOrigin}${url.pathname}${url.search}`, 307)
        : respondText(421, `This demo answers at ${publicOrigin} only.`);
    }
    return respond(request, url);
  };
}

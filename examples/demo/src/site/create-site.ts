import { settlePath } from "../schools/reports-page.ts";
import type { Asset } from "./assets.ts";
import { createPages } from "./create-pages.ts";
import { respondAsset, respondMailHtml, respondPage, respondText } from "./responses.ts";
import { renderNotFoundPage } from "../pages/portal-pages.ts";
import type { SiteContents } from "./site-contents.ts";
import type { SchoolReports } from "../schools/school-reports.ts";

/** What the demo's site is made of. */
interface SiteOptions extends SiteContents {
  /** What browsers load, by the path it is served at. */
  readonly assets: ReadonlyMap<string, Asset>;
}

const mailPath = /^\/demo\/mails\/([1-9]\d{0,8})\.html$/u;

/**
 * Creates the demo's site: the portal, the letters, the mails, the phones, the schools' reports and their JSON.
 *
 * Answers only to its own origin's name, so that no other site can reach the letters by a name of its own that leads here; another name of
 * the loopback is sent on to it.
 */
export function createSite(options: SiteOptions): (request: Request) => Promise<Response> {
  const { publicOrigin, assets, mails, reports } = options;
  const host = new URL(publicOrigin).host;
  const loopbackHosts = new Set(["127.0.0.1", "[::1]"].map((name) => host.replace("localhost", name)));
  const pages = createPages(options);

  async function respond(request: Request, url: URL): Promise<Response> {
    const asset = assets.get(url.pathname);
    const page = Object.hasOwn(pages, url.pathname) ? pages[url.pathname] : undefined;
    const mail = mails()[Number(mailPath.exec(url.pathname)?.[1] ?? 0) - 1];
    if (url.pathname === settlePath && request.method === "POST") {
      return settleReport(request, publicOrigin, reports);
    }
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

/** Takes the form of the page of reports, sent from that page and no other, and leads back to it. */
async function settleReport(
  request: Request,
  publicOrigin: string,
  reports: SchoolReports,
): Promise<Response> {
  if (request.headers.get("origin") !== publicOrigin) {
    return respondText(403, "This form is sent from its own page only.");
  }
  const form = new URLSearchParams(await request.text());
  const schoolId = form.get("school") ?? "";
  await reports.settle(form.get("id") ?? "", schoolId);
  const place = /^\w+$/u.test(schoolId) ? `#ecole-${schoolId}` : "";
  return new Response(null, { status: 303, headers: { location: `/demo/reports${place}` } });
}

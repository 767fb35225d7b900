import { schools } from "../directory/directory.ts";
import { describeLetters } from "../letters/describe-letters.ts";
import { renderConfirmPage, renderLoginPage } from "../pages/login-page.ts";
import { renderHelpPage } from "../pages/help-page.ts";
import { renderLettersPage } from "../pages/letters-page.ts";
import { renderMailsPage } from "../pages/mails-page.ts";
import { renderMethodsPage, renderServicePage, renderStartPage } from "../pages/portal-pages.ts";
import { renderPhonesPage } from "../phones/phones-page.ts";
import { demoServices, servicesPath } from "../schools/demo-services.ts";
import { renderReportsPage } from "../schools/reports-page.ts";
import {
  confirmPath,
  helpPath,
  loginPath,
  methodsPath,
  startPath,
  type SiteContents,
} from "./site-contents.ts";
import { respondJson, respondPage } from "./responses.ts";

type Page = (url: URL) => Response | Promise<Response>;

/** The order in which the ways to activate an account are shown. */
const shownMethods = ["letter", "sms", "franceConnect", "pupil"] as const;

const longestQuery = 200;

/** The portal's own pages, as a vendor would write them. */
function createPortalPages(contents: SiteContents): Readonly<Record<string, Page>> {
  const { basePath, modules, letters, methods, trials } = contents;
  const elementsModule = modules.activation;
  const offered = shownMethods.filter((method) => methods.includes(method));
  const languageModule = modules.language;
  const login = { elementsModule, languageModule, basePath };
  return {
    [startPath]: () =>
      respondPage(
        renderStartPage({ portalModule: modules.portal, languageModule, trials, letters, methods: offered }),
      ),
    [loginPath]: () => respondPage(renderLoginPage({ ...login, audience: "guardian" })),
    "/eleve": () => respondPage(renderLoginPage({ ...login, audience: "pupil" })),
    [confirmPath]: () => respondPage(renderConfirmPage(login)),
    [methodsPath]: () =>
      respondPage(
        renderMethodsPage({ methodsModule: modules.methods, languageModule, basePath, methods: offered }),
      ),
    [helpPath]: () => respondPage(renderHelpPage({ contacts: Object.values(schools), languageModule })),
    ...Object.fromEntries(
      Object.entries(demoServices).map(([id, service]): [string, Page] => [
        `${servicesPath}/${id}`,
        () => respondPage(renderServicePage(service.title)),
      ]),
    ),
  };
}

/** What the demo shows beside the portal: what schools, mail servers and operators would have. */
function createDemoPages(contents: SiteContents): Readonly<Record<string, Page>> {
  const { publicOrigin, letters, readStatuses, mails, texts, findOwners, reports, methods } = contents;
  return {
    "/demo": () => Response.redirect(`${publicOrigin}${startPath}#essayer`, 302),
    "/demo/letters": async (url) =>
      respondPage(
        renderLettersPage({
          letters,
          statusOf: await readStatuses(),
          portalUrl: `${publicOrigin}${startPath}`,
          query: (url.searchParams.get("q") ?? "").slice(0, longestQuery),
        }),
      ),
    "/demo/letters.json": async () => respondJson(describeLetters(letters, await readStatuses())),
    "/demo/mails": () => respondPage(renderMailsPage(mails())),
    "/demo/mails.json": () => respondJson(mails()),
    "/demo/phones": (url) =>
      respondPage(
        renderPhonesPage({
          texts: texts(),
          findOwners,
          number: url.searchParams.get("numero")?.slice(0, longestQuery) ?? null,
          isOffered: methods.includes("sms"),
        }),
      ),
    "/demo/texts.json": () => respondJson(texts()),
    "/demo/reports": async () => respondPage(renderReportsPage(await reports.read())),
    "/demo/reports.json": async () => respondJson(await reports.read()),
  };
}

/** Creates every page of the site, by its path. */
export const createPages = (contents: SiteContents): Readonly<Record<string, Page>> => ({
  ...createPortalPages(contents),
  ...createDemoPages(contents),
});

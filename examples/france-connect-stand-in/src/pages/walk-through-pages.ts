import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import type { Provider, InteractionResults } from "oidc-provider";
import type { StandInPerson } from "../people/person.ts";
import type { Context, Middleware } from "../provider/middleware.ts";
import { claimsOf } from "../provider/claims.ts";
import { renderChoicePage, identityProviders, renderSignInPage } from "./sign-in-pages.ts";
import { renderConsentPage } from "./consent-page.ts";
import { renderErrorPage } from "./end-pages.ts";
import { sendPage } from "./page.ts";

interface PagesParts {
  readonly provider: Provider;
  readonly people: readonly StandInPerson[];
  readonly returnOrigins: readonly string[];
  /** Who was picked, by the attempt's id; kept beside the provider, which may be replaced meanwhile. */
  readonly picked: Map<string, StandInPerson>;
}

const pagePath = /^\/interaction\/[\w-]+(?:\/(sign-in|consent|cancel))?$/;

/** The pages of one attempt: an identity provider, a person, the consent; or back with `access_denied` from any of them. */
export function walkThroughPages(parts: PagesParts): Middleware {
  return async (ctx, next) => {
    const match = pagePath.exec(ctx.path);
    if (match === null) return next();
    try {
      await answerPage(ctx, parts, `${ctx.method === "POST" ? "POST" : "GET"} ${match[1] ?? "choice"}`);
    } catch (error) {
      if (!(error instanceof Error && error.name === "SessionNotFound")) throw error;
      ctx.status = 400;
      sendPage(ctx, renderErrorPage("session_not_found", undefined));
    }
    return undefined;
  };
}

async function answerPage(ctx: Context, parts: PagesParts, action: string): Promise<void> {
  const { provider, people, picked } = parts;
  const { uid, params } = await provider.interactionDetails(ctx.req, ctx.res);
  const path = `${new URL(provider.issuer).pathname}/interaction/${uid}`;
  const client = await provider.Client.find(String(params["client_id"]));
  const clientName = client?.clientName ?? "";
  const person = picked.get(uid);

  const show = (page: string): void => {
    const formOrigins = [new URL(String(params["redirect_uri"])).origin, ...parts.returnOrigins];
    sendPage(ctx, page, { formOrigins });
  };
  const goTo = (location: string): void => {
    ctx.redirect(location);
    ctx.status = 303;
  };
  const finish = async (result: Parameters<Provider["interactionResult"]>[2]): Promise<void> => {
    picked.delete(uid);
    goTo(await provider.interactionResult(ctx.req, ctx.res, result));
  };

  switch (action) {
    case "GET choice":
      return show(renderChoicePage(path, clientName));
    case "GET sign-in": {
      const chosen = identityProviders.find(({ id }) => id === ctx.query["provider"]);
      if (chosen === undefined) return goTo(path);
      const search = String(ctx.query["search"] ?? "");
      return show(renderSignInPage({ path, clientName, provider: chosen, people, search }));
    }
    case "POST sign-in": {
      const id = (await readForm(ctx.req)).get("person");
      const identified = people.find((candidate) => candidate.id === id);
      if (identified === undefined) return goTo(path);
      picked.set(uid, identified);
      return goTo(`${path}/consent`);
    }
    case "GET consent": {
      if (person === undefined) return goTo(path);
      const claims = claimsOf(String(params["scope"]).split(" "));
      return show(renderConsentPage(path, clientName, person, claims));
    }
    case "POST consent":
      if (person === undefined) return goTo(path);
      return finish(await giveConsent(provider, person.id, params));
    case "POST cancel":
      return finish({ error: "access_denied", error_description: "User auth aborted" });
    default:
      return goTo(path);
  }
}

/** Grants all that the service asked for, and says who signed in, how, and how surely. */
async function giveConsent(
  provider: Provider,
  accountId: string,
  params: Readonly<Record<string, unknown>>,
): Promise<InteractionResults> {
  const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
  grant.addOIDCScope(String(params["scope"]));
  grant.addOIDCClaims(readClaimNames(params["claims"]));
  return {
    login: { accountId, acr: "eidas1", amr: ["pwd"] },
    consent: { grantId: await grant.save() },
  };
}

/** The names in a `claims` parameter (OpenID Connect Core 5.5), which the provider has checked. */
function readClaimNames(parameter: unknown): string[] {
  if (typeof parameter !== "string") return [];
  const asked: Readonly<Record<string, object | undefined>> = JSON.parse(parameter);
  return Object.values(asked).flatMap((members) => Object.keys(members ?? {}));
}

/** Reads the body of a posted form. */
async function readForm(request: Readable): Promise<URLSearchParams> {
  return new URLSearchParams(await text(request));
}

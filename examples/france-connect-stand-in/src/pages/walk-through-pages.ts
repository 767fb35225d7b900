import type { Provider } from "oidc-provider";
import { claimsOf } from "../provider/scopes.ts";
import type { Context, Middleware } from "../provider/middleware.ts";
import type { StandInPerson } from "../people/person.ts";
import { renderChoicePage } from "./choice-page.ts";
import { renderConsentPage } from "./consent-page.ts";
import { renderErrorPage } from "./error-page.ts";
import { identityProviders } from "./identity-providers.ts";
import { readForm } from "./read-form.ts";
import { sendPage } from "./send-page.ts";
import { renderSignInPage } from "./sign-in-page.ts";

export interface PagesParts {
  readonly provider: Provider;
  readonly people: readonly StandInPerson[];
  readonly returnOrigins: readonly string[];
  /** Who was picked, by the attempt's id; kept beside the provider, which may be replaced meanwhile. */
  readonly picked: Map<string, StandInPerson>;
}

const pagePath = /^(\/interaction\/[\w-]+)(?:\/(sign-in|consent|cancel))?$/;

/** The pages of one attempt: an identity provider, a person, the consent; or back with `access_denied` from any of them. */
export function walkThroughPages(parts: PagesParts): Middleware {
  return async (ctx, next) => {
    const [, path, page = "choice"] = pagePath.exec(ctx.path) ?? [];
    if (path === undefined) return next();
    try {
      await answerPage(ctx, parts, page);
    } catch (error) {
      if (!(error instanceof Error && error.name === "SessionNotFound")) throw error;
      ctx.status = 400;
      sendPage(ctx, renderErrorPage("session_not_found", undefined));
    }
  };
}

async function answerPage(ctx: Context, parts: PagesParts, page: string): Promise<void> {
  const { provider, people, picked } = parts;
  const { uid, params } = await provider.interactionDetails(ctx.req, ctx.res);
  const path = `${new URL(provider.issuer).pathname}/interaction/${uid}`;
  const client = await provider.Client.find(String(params["client_id"]));
  const clientName = client?.clientName ?? "";
  const show = (markup: string): void =>
    sendPage(ctx, markup, {
      formOrigins: [new URL(String(params["redirect_uri"])).origin, ...parts.returnOrigins],
    });
  const finish = async (result: Parameters<Provider["interactionResult"]>[2]): Promise<void> => {
    picked.delete(uid);
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
    ctx.status = 303;
  };
  const isPost = ctx.method === "POST";

  if (page === "choice") return show(renderChoicePage(path, clientName));
  if (page === "cancel" && isPost) {
    return finish({ error: "access_denied", error_description: "User auth aborted" });
  }
  if (page === "sign-in" && !isPost) {
    const identityProvider = identityProviders.find(({ id }) => id === ctx.query["provider"]);
    if (identityProvider === undefined) return ctx.redirect(path);
    return show(renderSignInPage(path, clientName, identityProvider.name, people));
  }
  if (page === "sign-in") {
    const form = await readForm(ctx.req);
    const person = people.find(({ id }) => id === form.get("person"));
    if (person === undefined) return ctx.redirect(path);
    picked.set(uid, person);
    ctx.redirect(`${path}/consent`);
    ctx.status = 303;
    return undefined;
  }
  const person = picked.get(uid);
  if (person === undefined) return ctx.redirect(path);
  const scopes = String(params["scope"]).split(" ");
  if (!isPost) return show(renderConsentPage(path, clientName, person, claimsOf(scopes)));
  const grant = new provider.Grant({ accountId: person.id, clientId: String(params["client_id"]) });
  grant.addOIDCScope(scopes.join(" "));
  return finish({
    login: { accountId: person.id, acr: "eidas1", amr: ["pwd"], remember: true },
    consent: { grantId: await grant.save() },
  });
}

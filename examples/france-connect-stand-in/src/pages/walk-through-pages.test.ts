import { expect, test } from "vitest";
import { createBrowser, type ShownPage } from "../browsing/browser.ts";
import { nameOf } from "../people/person.ts";
import { oddPeople } from "../people/odd-people.ts";
import { requestAuthorization, start } from "../testing/service.ts";
import type { FranceConnectStandIn } from "../start-france-connect-stand-in.ts";
import { identityProviders } from "./sign-in-pages.ts";

async function walk(standIn: FranceConnectStandIn) {
  const browser = createBrowser();
  const request = requestAuthorization(standIn.issuer);
  const show = async (url: string, form?: Readonly<Record<string, string>>): Promise<ShownPage> => {
    const page = await browser.open(url, form && new URLSearchParams(form));
    if (typeof page === "string") throw new Error(`left for ${page}`);
    return page;
  };
  const choice = await show(request.location);
  return { browser, request, show, choice, path: choice.url };
}

test("each page says that it is a demonstration and offers the way back", async () => {
  const standIn = await start();
  const { show, choice, path } = await walk(standIn);
  const signIn = await show(`${path}/sign-in?provider=yris`);
  const consent = await show(`${path}/sign-in`, { person: "ordinary" });
  for (const { text, status } of [choice, signIn, consent]) {
    expect(status).toBe(200);
    expect(text).toContain("elle n’est pas FranceConnect");
    expect(text).toContain("Revenir sur ÉduConnect");
    expect(text).not.toContain("<img");
  }
  for (const { name } of identityProviders) expect(choice.text).toContain(name);
  for (const person of oddPeople) expect(signIn.text).toContain(nameOf(person).replaceAll("'", "&#39;"));
  expect(signIn.text).toContain("Identité fictive");
  expect(consent.text).toContain("Bienvenue Angela Claire Louise DUBOIS");
  expect(consent.text).toContain("née le 24 août 1982");
  expect(consent.text).not.toContain("Nom d’usage");
});

test.each(["choice", "sign-in", "consent"])(
  "the way back from the %s leads to access_denied",
  async (page) => {
    const standIn = await start();
    const { browser, request, show, path } = await walk(standIn);
    if (page !== "choice") await show(`${path}/sign-in?provider=msa`);
    if (page === "consent") await show(`${path}/sign-in`, { person: "ordinary" });
    const end = await browser.open(`${path}/cancel`, new URLSearchParams());
    const { searchParams } = new URL(typeof end === "string" ? end : "");
    expect(Object.fromEntries(searchParams)).toMatchObject({
      error: "access_denied",
      state: request.state,
      iss: standIn.issuer,
    });
  },
);

test("nobody is taken for granted: unknown choices and skipped pages lead back to the first", async () => {
  const standIn = await start();
  const { show, path } = await walk(standIn);
  expect((await show(`${path}/consent`)).url).toBe(path);
  expect((await show(`${path}/consent`, {})).url).toBe(path);
  expect((await show(`${path}/sign-in?provider=nobody`)).url).toBe(path);
  expect((await show(`${path}/sign-in`, { person: "nobody" })).url).toBe(path);
  expect((await show(`${path}/cancel`)).url).toBe(path);
});

test("an attempt belongs to the browser that began it", async () => {
  const standIn = await start();
  const { path } = await walk(standIn);
  const page = await createBrowser().open(path);
  expect(page).toMatchObject({ status: 400 });
});

test("the same browser may come back as somebody else", async () => {
  const standIn = await start();
  const { browser, show, path } = await walk(standIn);
  await show(`${path}/sign-in`, { person: "ordinary" });
  await browser.open(`${path}/consent`, new URLSearchParams());
  const second = await show(requestAuthorization(standIn.issuer).location);
  expect(second.text).toContain("Choisissez un compte");
  const consent = await show(`${second.url}/sign-in`, { person: "stroke" });
  expect(consent.text).toContain("Łukasz WAŁĘSA-ŻÓŁĆ");
  const end = await browser.open(`${second.url}/consent`, new URLSearchParams());
  expect(end).toContain("code=");
});

test("a name is text, whatever it holds, and the pages run nothing", async () => {
  const person = { ...oddPeople[0], id: "markup", givenName: `<script>"&'</script>`, familyName: "X" };
  const standIn = await start({ people: [{ birthDate: "1980-01-01", gender: "male", ...person }] });
  const { show, path } = await walk(standIn);
  const page = await show(`${path}/sign-in`, { person: "markup" });
  expect(page.text).toContain("&lt;script&gt;&quot;&amp;&#39;&lt;/script&gt; X");
  expect(page.text).not.toContain("<script>");
  const response = await fetch(`${standIn.issuer}/interaction/unknown`);
  expect(response.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/u,
  );
});

test("many people are found by their names", async () => {
  const [model] = oddPeople;
  if (model === undefined) throw new Error("somebody is needed");
  const many = Array.from({ length: 40 }, (_, index) => ({
    ...model,
    id: `p${index}`,
    familyName: `DURAND${"X".repeat(index)}`,
  }));
  const standIn = await start({ people: [...many, ...oddPeople] });
  const { show, path } = await walk(standIn);
  const all = await show(`${path}/sign-in?provider=yris`);
  expect(all.text.match(/name="person"/gu)).toHaveLength(30);
  expect(all.text).toContain(`Et ${many.length + oddPeople.length - 30} de plus`);
  const found = await show(
    `${path}/sign-in?${new URLSearchParams({ provider: "yris", search: "zolc Luk" })}`,
  );
  expect(found.text.match(/name="person"/gu)).toHaveLength(1);
  expect(found.text).toContain("Łukasz WAŁĘSA-ŻÓŁĆ");
  const nobody = await show(`${path}/sign-in?${new URLSearchParams({ provider: "yris", search: "<b>q" })}`);
  expect(nobody.text).toContain("Personne ne porte ce nom");
  expect(nobody.text).toContain('value="&lt;b&gt;q"');
  const usage = await show(`${path}/sign-in?${new URLSearchParams({ provider: "yris", search: "lefevre" })}`);
  expect(usage.text).toContain("Camille MOREAU");
});

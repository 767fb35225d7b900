import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { SchoolReport } from "@educonnect-activation/server-adapter";
import { expect, test } from "vitest";
import { generateDirectory } from "../directory/generate-directory.ts";
import { schools } from "../directory/directory.ts";
import type { Letter, LetterStatus } from "../letters/letter.ts";
import type { SentMail } from "../mail-server/start-mail-server.ts";
import { createPhoneBook } from "../phones/phone-book.ts";
import { listTrials } from "../trying/list-trials.ts";
import { arabic } from "../browser/texts/arabic.ts";
import { english } from "../browser/texts/english.ts";
import { createSite } from "./create-site.ts";

const origin = "http://localhost:4400";
const common = {
  givenName: "Zoë",
  familyName: "Lecœur",
  address: { street: "1 rue du Moulin", postalCode: "80440", town: "Vallières-sur-Somme" },
  school: "E.E.PU <Les Peupliers>",
  provisionalPassword: "7GMPGYF3",
  issuedAt: "2026-11-02T08:00:00.000Z",
} as const;
const letters: readonly Letter[] = [
  {
    ...common,
    kind: "guardian",
    personId: "1",
    identifier: "z.lecoeur12",
    mobile: null,
    email: null,
    children: [
      { givenName: "Noé", familyName: "Lecœur", birthDate: "2018-05-01", school: common.school },
      { givenName: "Éva", familyName: "Łącka", birthDate: null, school: common.school },
    ],
  },
  {
    ...common,
    kind: "pupil",
    personId: "2",
    givenName: "",
    familyName: "Rakoto",
    identifier: "x.rakoto34",
    birthDate: "2010-11-23",
    className: "2de",
  },
];
const mail = (subject: string, text: string, html = ""): SentMail => ({
  to: "zoe@example.org",
  subject,
  text,
  html,
  sentAt: "2026-11-02T08:00:00.000Z",
});
const mails = [
  mail("Premier", "Lisez http://localhost:4400/confirmer#a_b-c, ou <rien> javascript:alert(1)."),
  mail(
    `<img src=x onerror="alert(1)">`,
    "Deuxième",
    "<!doctype html><html><head><title>t</title></head><p>b</p></html>",
  ),
];
const sentSms = {
  id: "t1",
  to: "+33612345678",
  text: "Code <b>",
  sentAt: "2026-11-02T08:00:00.000Z",
  status: "delivered",
} as const;
const statuses: Readonly<Record<string, LetterStatus>> = { "1": "started", "2": "expired" };

const codeText = {
  ...sentSms,
  id: "t2",
  to: "+33639981010",
  text: "Code : 12345678\n\n@localhost #12345678",
};
const families = generateDirectory("demo");
const report: SchoolReport = {
  id: "g:p:refused",
  kind: "refused",
  at: 1_800_000_000,
  isIdentitySure: false,
  settledAt: null,
  guardian: { id: "g", givenName: "Zoë", familyName: "Lecœur <b>", birthName: null },
  child: null,
  school: schools.primary,
};
const settled: string[][] = [];

const site = createSite({
  publicOrigin: origin,
  basePath: "/educonnect",
  modules: {
    activation: "/elements/educonnect-activation.js",
    portal: "/modules/choose-sign-in.js",
    methods: "/modules/show-methods.js",
    language: "/modules/choose-language.js",
  },
  methods: ["letter", "pupil", "sms"],
  findOwners: createPhoneBook(families),
  trials: listTrials(families),
  reports: {
    read: () => Promise.resolve([{ school: schools.primary, open: [report], settled: [] }]),
    settle: (id, schoolId) => {
      settled.push([id, schoolId]);
      return Promise.resolve();
    },
  },
  assets: new Map([["/assets/a.css", { type: "text/css", bytes: new Uint8Array([97]), tag: '"t"' }]]),
  letters,
  readStatuses: () => Promise.resolve((personId) => statuses[personId] ?? "issued"),
  mails: () => mails,
  texts: () => [sentSms, codeText],
});
const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  site(new Request(origin + path, init));
const read = async (path: string): Promise<string> => (await get(path)).text();

test("a guardian's letter says what the deck's says, with the children that are offered", async () => {
  const page = (await read("/demo/letters")).replaceAll("\u00A0", " ").replaceAll(/\s+/gu, " ");
  expect(page).toContain("Bonjour Zoë LECŒUR,");
  expect(page).toContain("E.E.PU &lt;Les Peupliers&gt; met à votre disposition un compte « ÉduConnect ».");
  expect(page).toContain("Z.LECOEUR12");
  expect(page).toContain("7GMPGYF3");
  expect(page).toContain('Noé LECŒUR <span class="letter-born">1er mai 2018</span>');
  expect(page).toContain("date de naissance non renseignée");
  expect(page).toContain("Bonjour RAKOTO,");
});

test.each([
  ["lecoeur", 1],
  ["LECŒUR noé", 1],
  ["lacka", 1],
  ["x.rakoto34", 1],
  ["élève", 1],
  ["expire", 1],
  ["letter", 0],
  ["", 2],
])("the filter finds %j in %i letters, without a script", async (query, count) => {
  const page = await read(`/demo/letters?q=${encodeURIComponent(query)}`);
  expect(page.match(/<article/gu) ?? []).toHaveLength(count);
});

test("what is searched for comes back escaped", async () => {
  const page = await read(`/demo/letters?q=${encodeURIComponent(`"><script>alert(1)</script>`)}`);
  expect(page).not.toContain("<script>alert");
});

test("mails are shown newest first, escaped, their web addresses as links and nothing else", async () => {
  const page = await read("/demo/mails");
  expect(page.indexOf("Deuxième")).toBeLessThan(page.indexOf("Premier"));
  expect(page).not.toContain("<img src=x");
  expect(page).toContain(`<a href="http://localhost:4400/confirmer#a_b-c">`);
  expect(page).not.toContain(`href="javascript:`);
});

test("texts are shown newest first, escaped, with whose the number is and the code to copy", async () => {
  const page = await read("/demo/phones");
  expect(page.indexOf("12345678")).toBeLessThan(page.indexOf("Code &lt;b&gt;"));
  expect(page).toContain("Mélanie PERRIN (responsable), Sébastien PERRIN (responsable)");
  expect(page).toContain('data-copy="12345678"');
  expect(page).toContain("Numéro que les écoles ne connaissent pas");
  const one = await read("/demo/phones?numero=%2B33639981010");
  expect(one).toContain("12345678");
  expect(one).not.toContain("Code &lt;b&gt;");
  expect(await read("/demo/phones?numero=%2B33639981212")).toContain(
    "Nadia BENSAÏD (responsable, 2 dossiers)",
  );
  expect(await read("/demo/phones?numero=%22%3E%3Cscript%3E")).not.toContain("<script>");
});

test("a school's reports are listed, escaped, and settled from that page alone", async () => {
  const page = await read("/demo/reports");
  expect(page).toContain("Identité à vérifier");
  expect(page).toContain("Zoë LECŒUR &lt;B&gt;");
  expect(page).toContain("Une personne qui n&#39;est plus dans l&#39;annuaire");
  const body = new URLSearchParams({ id: report.id, school: schools.primary.id });
  const post = (from: string) =>
    get("/demo/reports/settle", { method: "POST", body, headers: { origin: from } });
  expect((await post("http://attacker.example")).status).toBe(403);
  expect(settled).toEqual([]);
  const answer = await post(origin);
  expect([answer.status, answer.headers.get("location")]).toEqual([
    303,
    `/demo/reports#ecole-${schools.primary.id}`,
  ]);
  expect(settled).toEqual([[report.id, schools.primary.id]]);
  expect((await get("/demo/reports/settle")).status).toBe(404);
});

test("the first page offers whom to try by the methods that are open, and no other", async () => {
  const page = await read("/");
  expect(page).toContain("Par SMS");
  expect(page).toContain("Łucja ŻÓŁKIEWSKA");
  expect(page).toContain("0692 70 15 46");
  expect(page).not.toContain("Par FranceConnect");
  expect(page).toContain('src="/modules/choose-sign-in.js"');
  expect(await read("/methodes")).toContain('data-methods="letter sms pupil"');
});

test("JSON is oldest first, with the fields that were agreed", async () => {
  expect(await (await get("/demo/mails.json")).json()).toEqual(mails);
  expect(await (await get("/demo/texts.json")).json()).toEqual([sentSms, codeText]);
  expect(await (await get("/demo/letters.json")).json()).toMatchObject([
    { status: "started", guardian: { mobile: null } },
    { status: "expired", pupil: { birthDate: "2010-11-23" } },
  ]);
});

test("a mail's HTML runs nothing and opens its links elsewhere", async () => {
  const response = await get("/demo/mails/2.html");
  expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/u);
  expect(await response.text()).toContain(`<head><base target="_blank">`);
  for (const place of ["0", "3", "01", "-1", "1.5", "999999999999"]) {
    expect((await get(`/demo/mails/${place}.html`)).status, place).toBe(404);
  }
});

test("the page of help names both schools, with numbers that can be called", async () => {
  const response = await get("/aide");
  expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
  const page = await response.text();
  for (const { name, phone, email } of Object.values(schools)) {
    expect(page).toContain(name);
    expect(page).toContain(`>${phone}</a>`);
    expect(page).toContain(`href="mailto:${email}"`);
  }
  expect(page).toContain('href="tel:+33353012018"');
});

test("the portal's own words are translated, all of them and no other", async () => {
  const pages = await Promise.all(
    ["/", "/connexion", "/eleve", "/confirmer", "/methodes", "/aide"].map(read),
  );
  const named = pages.flatMap((page) => [...page.matchAll(/data-(?:text|label)="([^"]+)"/gu)]);
  const names = [...new Set(named.map(([, name]) => name))].toSorted();
  expect(Object.keys(english).toSorted()).toEqual(names);
  expect(Object.keys(arabic).toSorted()).toEqual(names);
});

test("the page of help says what to do about what was forgotten, where the sign-in leads", async () => {
  const page = await read("/aide");
  const links = await readFile(new URL("../../assets/login.js", import.meta.url), "utf8");
  const anchors = [...links.matchAll(/"\/aide#([\w-]+)"/gu)].map(([, anchor]) => anchor);
  expect(anchors).toHaveLength(3);
  for (const anchor of anchors) expect(page).toContain(`id="${anchor}"`);
  expect(page).toContain("Demandez à l&#39;école un nouveau courrier");
});

test("an asset is sent once: then the browser has it", async () => {
  const response = await get("/assets/a.css");
  expect(response.headers.get("content-type")).toBe("text/css");
  expect((await get("/assets/a.css", { headers: { "if-none-match": '"t"' } })).status).toBe(304);
});

test("an asset is compressed for who takes that, under a tag of its own", async () => {
  const ask = (more: Readonly<Record<string, string>>) =>
    get("/assets/a.css", { headers: { "accept-encoding": "br, gzip", ...more } });
  const response = await ask({});
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(await response.arrayBuffer()).toString()).toBe("a");
  expect(response.headers.get("etag")).not.toBe('"t"');
  expect((await ask({ "if-none-match": response.headers.get("etag") ?? "" })).status).toBe(304);
  expect((await ask({ "if-none-match": '"t"' })).status).toBe(200);
});

test("reading is all that is allowed", async () => {
  const response = await get("/demo/letters.json", { method: "DELETE" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD");
});

test("another site's name that leads here gets nothing", async () => {
  const response = await get("/demo/letters.json", { headers: { host: "attacker.example:4400" } });
  expect(response.status).toBe(421);
  expect(await response.text()).not.toContain("7GMPGYF3");
});

test("the portal embeds the element for guardians and for pupils, and the page of the mail's link", async () => {
  expect(await read("/connexion")).toContain(
    `<educonnect-activation base-url="/educonnect" audience="guardian"`,
  );
  expect(await read("/eleve")).toContain(`<educonnect-activation base-url="/educonnect" audience="pupil"`);
  expect((await read("/confirmer")).replaceAll(/\s+/gu, " ")).toContain(
    `<educonnect-confirmation-link base-url="/educonnect" return-url="/connexion" help-url="/aide"`,
  );
});

test("a service opens its page, an unknown one the page that says so", async () => {
  expect((await get("/demo/services/ent")).status).toBe(200);
  expect((await get("/demo/services/toString")).status).toBe(404);
});

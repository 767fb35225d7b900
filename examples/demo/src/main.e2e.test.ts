import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createBrowser, isGuardian, readJson, readLetters } from "./testing/demo-client.ts";
import { openDemoProcesses, type DemoProcesses } from "./testing/demo-processes.ts";

const portalPages = ["/", "/connexion", "/eleve", "/confirmer", "/methodes", "/aide"] as const;
const demoPages = ["/demo/letters", "/demo/mails", "/demo/phones", "/demo/reports"] as const;

let demos: DemoProcesses;
beforeEach(async () => {
  demos = await openDemoProcesses();
});
afterEach(() => demos.clear());

describe("the command line", () => {
  test("an unknown option is named, with the usage, and the code is 2", async () => {
    const { code, out, err } = await demos.runToEnd(["--fast"]);
    expect(code).toBe(2);
    expect(err).toContain("--fast");
    expect(err).toContain("Usage:");
    expect(out).toBe("");
  });

  test("--help prints the usage and ends well", async () => {
    const { code, out } = await demos.runToEnd(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--data DIR");
  });

  test("a port that is taken is said to be, and nothing is left behind", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    const address = blocker.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const { code, err } = await demos.runToEnd(["--port", String(port)]);
    blocker.close();
    expect(code).toBe(1);
    expect(err).toContain(String(port));
    expect(await readdir(demos.folder)).toEqual([]);
  });

  test("a database that can't be reached is said to be", async () => {
    const { code, err } = await demos.runToEnd([
      "--port",
      "0",
      "--postgres",
      "postgres://nobody@127.0.0.1:1/none",
    ]);
    expect(code).toBe(1);
    expect(err).toContain("could not start");
  });
});

describe("a fresh demo", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("ends on %s with nothing left behind", async (signal) => {
    const demo = await demos.start();
    expect(demo.lines.at(-1)).toMatch(/^ready http:\/\/localhost:\d+$/u);
    expect(await readdir(demos.folder)).toHaveLength(1);
    expect(await demo.stop(signal)).toBe(0);
    expect(await readdir(demos.folder)).toEqual([]);
  });

  test("takes two signals at once for one, as `node --watch` and a terminal send them", async () => {
    const demo = await demos.start();
    expect(await demo.stop("SIGINT", "SIGTERM")).toBe(0);
    expect(await readdir(demos.folder)).toEqual([]);
  });

  test("has letters of every sort, a few of them expired, one account active, and the mail of that one", async () => {
    const { origin } = await demos.start();
    const letters = await readLetters(origin);
    const statuses = letters.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(["issued", "expired", "active"]));
    expect(letters.filter(({ status }) => status === "active")).toMatchObject([
      { guardian: { givenName: "Émilie", familyName: "Roussel" } },
    ]);
    expect(statuses.filter((status) => status === "expired").length).toBeLessThan(10);
    expect(new Set(letters.map(({ identifier }) => identifier)).size).toBe(letters.length);
    for (const letter of letters) expect(letter.provisionalPassword).toMatch(/^[0-9A-Z]{8}$/u);
    const mails = await fetch(`${origin}/demo/mails.json`);
    expect(mails.headers.get("content-type")).toContain("application/json");
    expect(await mails.json()).toMatchObject([{ to: "emilie.roussel@example.org" }]);
    expect(await readJson(`${origin}/demo/texts.json`)).toEqual([]);
  });

  test("answers only to its own name", async () => {
    const { origin } = await demos.start();
    const { port } = new URL(origin);
    const elsewhere = await fetch(`http://127.0.0.1:${port}/demo/letters?q=a`, { redirect: "manual" });
    expect(elsewhere.status).toBe(307);
    expect(elsewhere.headers.get("location")).toBe(`${origin}/demo/letters?q=a`);
  });

  test("serves what it lists and nothing beside it", async () => {
    const { origin } = await demos.start();
    const status = async (path: string, method = "GET") => (await fetch(origin + path, { method })).status;
    for (const path of [...portalPages, ...demoPages, "/assets/demo.css", "/educonnect/health"]) {
      expect(await status(path), path).toBe(200);
    }
    for (const path of [
      "/nowhere",
      "/assets/../package.json",
      "/assets/%2e%2e/package.json",
      "/demo/mails/99.html",
      "/constructor",
    ]) {
      expect(await status(path), path).toBe(404);
    }
    expect(await status("/demo/letters", "POST")).toBe(405);
    expect(await status("/", "HEAD")).toBe(200);
  });

  test("its pages are under the strict policy and run nothing inline", async () => {
    const { origin } = await demos.start();
    for (const path of [...portalPages, ...demoPages]) {
      const response = await fetch(origin + path);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("script-src 'self'; style-src 'self'");
      expect(policy).toContain(
        "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
      );
      expect(await response.text()).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=/u);
    }
  });
});

describe("letters while people activate", () => {
  test("a status follows the store: issued, then started", async () => {
    const { origin } = await demos.start();
    const letters = await readLetters(origin);
    const place = letters.findIndex((letter) => isGuardian(letter) && letter.status === "issued");
    const letter = letters[place];
    const post = createBrowser(origin);
    const signedIn = await post("/sign-in", {
      identifier: letter?.identifier,
      password: letter?.provisionalPassword,
    });
    expect(signedIn).toMatchObject({ status: 200, body: { outcome: "flow" } });
    const after = await readLetters(origin);
    expect(after[place]?.status).toBe("started");
    expect(after.filter(({ status }) => status === "started")).toHaveLength(1);
  });

  test("an expired letter is refused as such", async () => {
    const { origin } = await demos.start();
    const expired = (await readLetters(origin)).find(({ status }) => status === "expired");
    const answer = await createBrowser(origin)("/sign-in", {
      identifier: expired?.identifier,
      password: expired?.provisionalPassword,
    });
    expect(answer.body).toMatchObject({ code: "provisional_password_expired" });
  });

  test("the letters offer the children that the screen offers, in that order; the mail comes through SMTP and all of it survives a restart", async () => {
    const data = join(demos.folder, "data");
    const first = await demos.start(["--data", data]);
    const letters = await readLetters(first.origin);
    const place = letters.findIndex((letter) => isGuardian(letter) && letter.children.length === 12);
    const letter = letters[place];
    if (letter === undefined || !isGuardian(letter)) throw new Error("no letter with twelve children");
    const post = createBrowser(first.origin);
    let answer = await post("/sign-in", {
      identifier: letter.identifier,
      password: letter.provisionalPassword,
    });
    let view = answer.body.flow;
    const send = async (event: Readonly<Record<string, unknown>>) => {
      answer = await post("/flow/events", { revision: view.revision, event });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      view = answer.body;
    };
    await send({ type: "emailSubmitted", email: "parent@example.org" });
    const password = "Coquelicot!42-hibou";
    await send({ type: "passwordSubmitted", password });
    expect(view.step.name).toBe("children");
    const offered: { readonly id: string; readonly givenName: string; readonly familyName: string }[] =
      view.step.children;
    expect(offered.map(({ givenName, familyName }) => ({ givenName, familyName }))).toEqual(
      letter.children.map(({ givenName, familyName }) => ({ givenName, familyName })),
    );
    await send({
      type: "childrenSubmitted",
      answers: offered.map(({ id }, index) => ({
        childId: id,
        relation: "guardian",
        birthDate: letter.children[index]?.birthDate,
      })),
    });
    expect(view.step.name).toBe("emailSent");
    const mailsTo = async (origin: string) =>
      (await readJson<Readonly<Record<string, string>>[]>(`${origin}/demo/mails.json`)).filter(
        ({ to }) => to === "parent@example.org",
      );
    await vi.waitFor(async () => expect(await mailsTo(first.origin)).toHaveLength(1), { timeout: 20_000 });
    const kept = await mailsTo(first.origin);
    expect(Object.keys(kept[0] ?? {})).toEqual(["to", "subject", "text", "html", "sentAt"]);
    expect(kept[0]?.["text"]).toContain(`${first.origin}/confirmer#`);
    expect(kept[0]?.["text"]).toContain(`${first.origin}/aide`);
    expect(await first.stop()).toBe(0);

    const second = await demos.start(["--data", data]);
    expect(await mailsTo(second.origin)).toEqual(kept);
    const after = await readLetters(second.origin);
    expect(after).toEqual(
      letters.map((old, index) => (index === place ? { ...old, status: "started" } : old)),
    );
    const resumed = await createBrowser(second.origin)("/sign-in", {
      identifier: letter.identifier,
      password,
    });
    expect(resumed.body).toMatchObject({ outcome: "flow", flow: { step: { name: "emailSent" } } });
  });

  test("a second demo on the same folder is refused, and the first goes on", async () => {
    const args = ["--data", join(demos.folder, "data")];
    const first = await demos.start(args);
    const { code, err } = await demos.runToEnd(["--port", "0", ...args]);
    expect(code).toBe(1);
    expect(err).toContain("another demo (process");
    expect(await readLetters(first.origin)).not.toHaveLength(0);
    expect(await first.stop()).toBe(0);
    expect(await readdir(join(demos.folder, "data"))).not.toContainEqual(expect.stringMatching(/lock$/u));
  });

  test("a demo that is killed keeps what it answered", async () => {
    const args = ["--data", join(demos.folder, "data")];
    const first = await demos.start(args);
    const letter = (await readLetters(first.origin)).find(({ status }) => status === "issued");
    const credentials = { identifier: letter?.identifier, password: letter?.provisionalPassword };
    const signedIn = await createBrowser(first.origin)("/sign-in", credentials);
    expect(signedIn.status).toBe(200);
    const before = await readLetters(first.origin);
    await first.stop("SIGKILL");
    const second = await demos.start(args);
    expect(await readLetters(second.origin)).toEqual(before);
    expect(before.filter(({ status }) => status === "started")).toHaveLength(1);
    expect(await second.stop()).toBe(0);
  });

  test("no provisional password is in the database, the log or the mailbox", async () => {
    const data = join(demos.folder, "data");
    const demo = await demos.start(["--data", data]);
    const letters = await readLetters(demo.origin);
    await demo.stop();
    for (const name of await readdir(data)) {
      const contents = await readFile(join(data, name), "latin1");
      const found = letters.filter(({ provisionalPassword }) => contents.includes(provisionalPassword));
      expect(found, name).toHaveLength(name === "letters.json" ? letters.length : 0);
    }
    expect(existsSync(join(data, "letters.json"))).toBe(true);
  });
});

describe("a set-up that was cut short", () => {
  test("begins again: while the letters' file is missing, the database is worth nothing", async () => {
    const data = join(demos.folder, "data");
    const first = await demos.start(["--data", data]);
    await first.stop();
    await rm(join(data, "letters.json"));
    const second = await demos.start(["--data", data]);
    const letter = (await readLetters(second.origin)).find(({ status }) => status === "issued");
    const answer = await createBrowser(second.origin)("/sign-in", {
      identifier: letter?.identifier,
      password: letter?.provisionalPassword,
    });
    expect(answer.status).toBe(200);
  });
});

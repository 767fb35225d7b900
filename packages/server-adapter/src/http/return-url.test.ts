import { describe, expect, it } from "vitest";
import { ProblemError } from "../http/problem.ts";
import { checkReturnUrl, createReturnUrls } from "./return-url.ts";

const urls = createReturnUrls(
  "https://ent.example",
  ["https://portail.example/connexion", "https://portail.example:8443/"],
  "/accueil#haut",
);

describe("ASVS 3.7.2, RFC 9700 4.11 where browsers come back to", () => {
  it.each([
    [undefined, "https://ent.example/accueil"],
    ["", "https://ent.example/"],
    ["/compte?onglet=1&x=%2F#haut", "https://ent.example/compte?onglet=1&x=%2F#haut"],
    ["compte", "https://ent.example/compte"],
    ["https://ent.example", "https://ent.example/"],
    ["HTTPS://ENT.example:443/a/../b", "https://ent.example/b"],
    ["https://portail.example/connexion", "https://portail.example/connexion"],
    ["https://portail.example/connexion?a=1#b", "https://portail.example/connexion?a=1#b"],
    ["https://portail.example:8443/", "https://portail.example:8443/"],
    // What begins with our scheme and no slashes is a path here, and is redirected to as one.
    ["https:evil.example", "https://ent.example/evil.example"],
    ["/a\r\nset-cookie: x=1", "https://ent.example/aset-cookie:%20x=1"],
    ["/é\u0000x", "https://ent.example/%C3%A9%00x"],
    ["https://ent.example\\@evil.example/", "https://ent.example/@evil.example/"],
  ])("lets %j through as %s", (asked, location) => {
    expect(checkReturnUrl(asked, urls)).toBe(location);
  });

  it.each([
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n\\evil.example",
    "\t//evil.example",
    "\u0000//evil.example",
    " https://evil.example",
    "https://evil.example",
    "https:\\\\evil.example",
    "https:/\\evil.example",
    "http:evil.example",
    "http://ent.example/",
    "https://ent.example:8443/",
    "https://ent.example.evil.example/",
    "https://evil.example/https://ent.example/",
    "https://sub.ent.example/",
    "https://ent.example./",
    "https://ent.example@evil.example/",
    "https://evil.example@ent.example/",
    "https://:secret@ent.example/",
    "https://еnt.example/",
    "https://xn--nt-6kc.example/",
    "https://ent。example.evil.example/",
    "https://[::1]/",
    "https://2130706433/",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "JavaScript://ent.example/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "blob:https://ent.example/0b0c",
    "filesystem:https://ent.example/temporary/x",
    "view-source:https://ent.example/",
    "about:blank",
    "file:///etc/passwd",
    "ftp://ent.example/",
    "wss://ent.example/",
    "mailto:x@ent.example",
    "https://",
    "https://portail.example/",
    "https://portail.example/connexion/",
    "https://portail.example/connexion/autre",
    "https://portail.example/connexions",
    "https://portail.example/Connexion",
    "https://portail.example/connexion%2f..",
    "https://portail.example:444/connexion",
    "http://portail.example/connexion",
    "https://evil@portail.example/connexion",
    `/${"a".repeat(3_072)}`,
  ])("refuses %j", (asked) => {
    expect(() => checkReturnUrl(asked, urls)).toThrow(
      expect.objectContaining({ constructor: ProblemError, code: "return_url_refused" }),
    );
  });
});

describe("a deployment's own addresses", () => {
  const create = (allowed: readonly string[], byDefault = "/", origin = "https://ent.example") =>
    createReturnUrls(origin, allowed, byDefault);

  it.each([
    ["https://portail.example/a?b"],
    ["https://portail.example/a#b"],
    ["https://portail.example"],
    ["https://x@portail.example/"],
    ["https://PORTAIL.example/"],
    ["/connexion"],
    ["*"],
    ["javascript:alert(1)"],
    ["blob:https://portail.example/x"],
    ["http://portail.example/"],
    ["http://localhost/"],
  ])("franceConnect.returnUrls refuses %s", (page) => {
    expect(() => create([page])).toThrow(TypeError);
    expect(() => create([page])).toThrow("franceConnect.returnUrls");
  });

  it.each([
    "javascript:alert(1)",
    "//evil.example",
    "https://evil.example/",
    "blob:https://ent.example/x",
    "https://",
  ])("franceConnect.defaultReturnUrl refuses %s", (byDefault) => {
    expect(() => create([], byDefault)).toThrow("franceConnect.defaultReturnUrl");
  });

  it("may be another origin's page that is allowed, and over http in development alone", () => {
    const page = "https://portail.example/connexion";
    expect(create([page], `${page}?a=1#b`).byDefault).toBe(`${page}?a=1`);
    expect(create(["http://127.0.0.1:8080/"], "/x", "http://localhost:4400")).toMatchObject({
      byDefault: "http://localhost:4400/x",
    });
    expect(() => create(["http://portail.example/"], "/", "http://localhost:4400")).toThrow("https");
  });
});

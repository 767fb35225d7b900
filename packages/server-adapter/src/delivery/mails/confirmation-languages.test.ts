import { french } from "@educonnect-activation/core";
import { language as arabic } from "@educonnect-activation/core/messages/ar";
import { language as english } from "@educonnect-activation/core/messages/en";
import { language as spanish } from "@educonnect-activation/core/messages/es";
import { language as easyFrench } from "@educonnect-activation/core/messages/fr-simple";
import { language as portuguese } from "@educonnect-activation/core/messages/pt";
import { language as romanian } from "@educonnect-activation/core/messages/ro";
import { language as turkish } from "@educonnect-activation/core/messages/tr";
import { language as ukrainian } from "@educonnect-activation/core/messages/uk";
import { language as chinese } from "@educonnect-activation/core/messages/zh-Hans";
import { describe, expect, it } from "vitest";
import { chooseConfirmationLanguage, confirmationLanguages } from "../wording/confirmation-languages.ts";
import { renderConfirmationMail, type ConfirmationMailDetails } from "./confirmation-mail.ts";

const details: Omit<ConfirmationMailDetails, "texts"> = {
  givenName: "Samira",
  familyName: "Haddad",
  identifier: "s.haddad7",
  link: "https://portail.exemple.fr/activation/confirmation-link#t0ken",
  code: "01234567",
  ttlSeconds: 86_400,
  serviceName: "Service de démonstration",
  helpUrl: "https://aide.exemple.fr/faq",
};

const render = (header: string | null, changes: Partial<ConfirmationMailDetails> = {}) =>
  renderConfirmationMail({ ...details, texts: chooseConfirmationLanguage(header), ...changes });

/** What a reader of the HTML form sees: its words, without tags. */
const readHtml = (html: string) =>
  html
    .replace(/<title>.*<\/title>/, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ")
    .trim();

const frenchAlone = render(null);

describe("choosing the language of a confirmation mail", () => {
  it.each([
    ["ar", "ar"],
    ["pt-BR,pt;q=0.9,en;q=0.8", "pt-PT"],
    ["zh-CN", "zh-Hans"],
    ["de-DE,de;q=0.9,en;q=0.8,fr;q=0.7", "en-GB"],
    ["fr;q=0.5, uk", "uk"],
    ["fr-simple", "fr-simple"],
  ])("%s is %s", (header, lang) => {
    expect(chooseConfirmationLanguage(header)?.lang).toBe(lang);
  });

  it.each([
    null,
    "",
    "fr",
    "fr-FR,fr;q=0.9,en;q=0.8",
    "de",
    "tlh;q=0.4, *",
    "*, ar;q=0.5",
    "__proto__",
    "constructor",
    "a\u0000r",
  ])("%s is French", (header) => {
    expect(chooseConfirmationLanguage(header)).toBeNull();
  });
});

describe.each([
  ["en", english],
  ["ar", arabic],
  ["pt", portuguese],
  ["es", spanish],
  ["tr", turkish],
  ["uk", ukrainian],
  ["ro", romanian],
  ["zh-Hans", chinese],
  ["fr-simple", easyFrench],
])("the confirmation mail in %s", (tag, language) => {
  const texts = confirmationLanguages[tag];
  const mail = render(tag);

  it("is in a language of the elements, and says its direction", () => {
    expect(texts?.lang).toBe(language["sign-in"].lang);
    expect(texts?.dir).toBe(language["sign-in"].dir);
    const dir = language["sign-in"].dir === "rtl" ? ' dir="rtl"' : "";
    expect(mail.html).toContain(`<html lang="${texts?.lang}"${dir}>`);
    expect(mail.html).toContain(`<div lang="${texts?.lang}"${dir}>`);
    expect(mail.subject).toBe(texts?.subject);
    expect(mail.subject).not.toBe(frenchAlone.subject);
  });

  it("uses the words of the screens for what they show", async () => {
    const { texts: screen } = await language["confirmation-link"]();
    expect(texts?.notAsked).toContain(screen["emailConfirm.disown"]);
    expect(screen["emailConfirm.disown"]).not.toBe("");
  });

  it.each([true, false])("says what to do before it says why (before the activation: %s)", (isBefore) => {
    const written = render(tag, { code: isBefore ? details.code : null }).text;
    const text = written.replaceAll(/[\u00a0\u202f]/gu, " ");
    const said = [
      isBefore ? texts?.confirm : texts?.confirmActive,
      details.link,
      ...(isBefore ? [texts?.code, details.code] : []),
      texts?.notAsked,
      texts?.purpose,
      ...(isBefore ? [texts?.signedOut] : []),
      texts?.help,
      details.helpUrl,
    ];
    let from = 0;
    for (const words of said) {
      const at = text.indexOf(words ?? "missing", from);
      expect(at, words ?? "").toBeGreaterThanOrEqual(from);
      from = at;
    }
    expect(text).toContain("S.HADDAD7");
    expect(text).toContain("Samira HADDAD");
    expect(text.includes(details.code ?? "")).toBe(isBefore);
  });

  it("says the same as plain text and as HTML, with the duration in Latin digits", () => {
    const words = (said: string) => said.replaceAll(/[\u200f\s]+/gu, " ").trim();
    const seen = words(readHtml(mail.html))
      .replace(` ${texts?.action} `, " ")
      .replace(" Confirmer mon adresse mail ", " ");
    expect(seen).toBe(words(mail.text).replace("-- ", ""));
    expect(mail.text).toMatch(/24/);
    expect(mail.text).not.toMatch(/[\u0660-\u0669]/u);
  });

  it("is followed by the whole French mail, unless it is French itself", () => {
    const isFrench = tag === "fr-simple";
    expect(mail.text.endsWith(frenchAlone.text)).toBe(!isFrench);
    expect(mail.html.includes('<div lang="fr">')).toBe(!isFrench);
    expect(mail.text.match(/^-- $/gmu)).toHaveLength(1);
    expect(mail.text.split(details.link)).toHaveLength(isFrench ? 2 : 3);
  });
});

describe("the confirmation mail in Arabic", () => {
  const { text, html } = render("ar");

  it("isolates Latin letters, and no line begins from the left because of a name", () => {
    expect(text).toContain("\u2068Samira HADDAD\u2069");
    expect(text).toContain("\u2068S.HADDAD7\u2069");
    const [own = ""] = text.split("En français");
    const lines = own.split("\n").filter((line) => /\p{Script=Arabic}/u.test(line));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(line).toMatch(/^\u200f/u);
    for (const [link] of html.matchAll(/<a [^>]*>https/g)) expect(link).toContain('dir="ltr"');
  });

  it("does not let a name close an isolate or change the direction", () => {
    const hostile = "a\u2069\u202Eb\u2068c\u2067";
    const written = render("ar", {
      givenName: hostile,
      familyName: hostile,
      identifier: hostile,
      serviceName: hostile,
    });
    for (const form of [written.text, written.html]) {
      expect(form).not.toMatch(/[\u202A-\u202E\u2066\u2067]/u);
      expect(form.match(/\u2068/gu)?.length).toBe(form.match(/\u2069/gu)?.length);
      expect(form).not.toMatch(/\u2068[^\u2069]*\u2068/u);
    }
  });
});

it("names the French button in the words of the French page", () => {
  expect(frenchAlone.text).toContain(french["emailConfirm.disown"]);
});

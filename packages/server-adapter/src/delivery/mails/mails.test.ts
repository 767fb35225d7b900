import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderActivationNotice } from "./activation-notice.ts";
import { renderConfirmationMail, type ConfirmationMailDetails } from "./confirmation-mail.ts";

const details: ConfirmationMailDetails = {
  givenName: "Zoé",
  familyName: "d'Almeida-Œuvrard",
  identifier: "z.dalmeida12",
  link: "https://portail.exemple.fr/activation/confirmation-link#t0ken",
  code: "01234567",
  ttlSeconds: 86_400,
  texts: null,
  serviceName: "Service de démonstration",
  helpUrl: "https://aide.exemple.fr/faq",
};

const notice = {
  givenName: "Ali",
  familyName: "Benali",
  childNames: ["Inès"],
  activatedBy: "Zoé MARTIN",
  serviceName: "Service",
  helpUrl: null,
};

/** What a reader of the HTML form sees: its words, without tags. */
function readHtml(html: string) {
  return html
    .replace(/<title>.*<\/title>/, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");
}

describe("renderConfirmationMail", () => {
  const { subject, text, html } = renderConfirmationMail(details);

  it.each([
    "Bonjour Zoé D'ALMEIDA-ŒUVRARD,",
    "Vous souhaitez activer votre compte ÉduConnect avec l'identifiant Z.DALMEIDA12.",
    details.link,
    details.code,
    "valables 24 heures",
    "Si vous avez été déconnecté, renseignez votre identifiant et le mot de passe que vous avez choisi",
    "https://aide.exemple.fr/faq",
    "Service de démonstration",
  ])("says %j in both forms", (sentence) => {
    expect(text).toContain(sentence);
    expect(readHtml(html)).toContain(sentence);
  });

  it("says the same words as plain text and as HTML, except for the name of the link", () => {
    const words = (said: string) =>
      said.replace(" Confirmer mon adresse mail ", " ").replaceAll(/\s+/g, " ").trim();
    expect(words(readHtml(html))).toBe(words(text.replace("-- \n", "")));
  });

  it("has no code and mentions no unfinished activation when the account is active", () => {
    const active = renderConfirmationMail({ ...details, code: null });
    for (const form of [active.text, readHtml(active.html)]) {
      expect(form).toContain("Votre compte ÉduConnect est actif. Votre identifiant est Z.DALMEIDA12.");
      expect(form).toContain("Confirmez cette adresse mail");
      expect(form).toContain("Le lien est valable 24 heures.");
      expect(form).toContain(details.link);
      expect(form).not.toMatch(/activation(?!\/confirmation-link)|activer|code/i);
    }
  });

  it("never speaks in the name of the Ministry", () => {
    expect(text + html).not.toMatch(/minist/i);
  });

  it("is HTML marked as French that loads nothing", () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(html).not.toMatch(/<(?:img|link|script|iframe|object)|src=|url\(|@import/i);
    expect(html.match(/href="([^"]*)"/g)).toEqual([
      `href="${details.link}"`,
      `href="${details.link}"`,
      `href="${details.helpUrl}"`,
    ]);
  });

  it("leaves the help page out when there is none", () => {
    expect(renderConfirmationMail({ ...details, helpUrl: null }).text).not.toContain("FAQ");
  });

  it.each([
    [86_400, "24 heures"],
    [3600, "1 heure."],
    [5400, "1 heure."],
    [1800, "30 minutes"],
    [60, "1 minute."],
  ])("never promises more than %d s: %s", (ttlSeconds, duration) => {
    expect(renderConfirmationMail({ ...details, ttlSeconds }).text).toContain(`valables ${duration}`);
  });

  it.each(["javascript:alert(1)", "/relative", "", "https://a b", 'data:text/html,<b>"', "https://"])(
    "refuses the link %j",
    (link) => {
      expect(() => renderConfirmationMail({ ...details, link })).toThrow(TypeError);
    },
  );

  it("keeps French punctuation on the line of its word", () => {
    for (const form of [text, html]) {
      expect(form).toContain("autre appareil\u202f? Saisissez-y ce code\u00a0:");
      expect(form).toMatch(/«\u00a0Ce n(?:'|&#39;)est pas moi\u00a0»\u00a0: votre adresse/u);
      expect(form.replaceAll(/style="[^"]*"/gu, "")).not.toMatch(/ [?!;:»]|« /u);
    }
  });

  it("has one subject line, whatever the names contain", () => {
    expect(subject).toBe("Confirmez votre adresse mail pour votre compte ÉduConnect");
  });

  it("shows names as text, which adds no tag, attribute, line or change of direction", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.stringMatching(/^[<>"'&/=a-z\r\n\u2028\u202E]{0,30}$/),
      fc.constantFrom('"><script>alert(1)</script>', "\r\nBcc: x@y.fr", "</p>\u202Egnp.exe", "&amp;&#39;"),
    );
    const tags = (written: string) => written.match(/<[^>]*>/g);
    const lines = (written: string) => written.split("\n").length;
    fc.assert(
      fc.property(hostile, hostile, hostile, (givenName, familyName, identifier) => {
        const written = renderConfirmationMail({ ...details, givenName, familyName, identifier });
        expect(tags(written.html)).toEqual(tags(html));
        expect(lines(written.text)).toBe(lines(text));
        expect(written.text).not.toMatch(/[\u202A-\u202E\u2028\r]/u);
        expect(written.text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("renderActivationNotice", () => {
  it.each([
    [["Inès"], "responsable légal de votre enfant Inès."],
    [["Inès", "Noé"], "responsable légal de vos enfants Inès et Noé."],
    [["Inès", "Noé", "Ana"], "responsable légal de vos enfants Inès, Noé et Ana."],
  ])("names the children %j", (childNames, sentence) => {
    const { text, html } = renderActivationNotice({ ...notice, childNames });
    expect(text).toContain(`Zoé MARTIN vient d'activer un compte ÉduConnect en tant que ${sentence}`);
    expect(readHtml(html)).toContain(sentence);
    expect(text).toContain("Bonjour Ali BENALI,");
  });

  it("refuses a notice about no child", () => {
    expect(() => renderActivationNotice({ ...notice, childNames: [] })).toThrow(TypeError);
  });
});

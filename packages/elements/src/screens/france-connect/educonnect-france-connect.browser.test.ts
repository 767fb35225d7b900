import axe from "axe-core";
import { expect } from "chai";
import "../../define/france-connect.ts";
import { ScreenPage } from "../../../test/screen-page.ts";

const enter = "S'identifier avec FranceConnect";
const about = "Qu'est-ce que FranceConnect ? (nouvelle fenêtre)";
const sms = "Recevoir un code par SMS";
const letter = "Me connecter avec un identifiant";
const links = { franceconnect: true, "no-account": true, "sign-in": true, methods: true } as const;

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-france-connect, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-france-connect">;
    const outcome = () =>
      page.root.querySelector(".educonnect-outcome")?.textContent?.replaceAll(/\s+/gu, " ").trim();

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-france-connect", { dom, links, back: "abandon" });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("waits for whoever came back by the browser's own button", async () => {
      expect(outcome()).to.equal(undefined);
      await page.press("button", enter);
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([
        { target: "franceconnect", href: null },
      ]);
    });

    it("has the explanation in a new window on FranceConnect's site, unless the host has its own", async () => {
      const link = page.get("link", about);
      expect(["href", "target", "rel"].map((name) => link.getAttribute(name))).to.deep.equal([
        "https://franceconnect.gouv.fr/",
        "_blank",
        "noopener",
      ]);
      await page.set({ links: { ...links, "franceconnect-about": "/explication" } });
      expect(page.get("link", about).getAttribute("href")).to.equal("/explication");
    });

    it("says that it leads there, and can't be pressed twice", async () => {
      page.get("button", enter).focus();
      await page.set({ busy: true, issues: [{ code: "france_connect_cancelled" }] });
      await page.press("button", enter);
      expect(page.events).to.deep.equal([]);
      expect(page.focused).to.equal(enter);
      expect([page.status, outcome()]).to.deep.equal([
        "Vous allez être dirigé(e) vers FranceConnect…",
        undefined,
      ]);
    });

    for (const [code, heading, text, mayTry] of [
      [
        "cancelled",
        "Vous n'avez pas terminé l'identification",
        "Aucune information n'a été transmise.",
        true,
      ],
      ["unavailable", "FranceConnect est momentanément indisponible", "Réessayez plus tard", true],
      ["refused", "L'identification n'a pas abouti", "n'a pas pu être acceptée", true],
      ["unmatched", "Nous n'avons pas trouvé de compte à activer", "ne correspond pas à un compte", false],
      ["mobile_missing", "Aucun mobile n'est connu de l'établissement", "Il faut un code par SMS", false],
      ["late", "L'identification est à recommencer", "un autre navigateur", true],
    ] as const) {
      it(`tells of « ${code} », takes the focus there, and offers what helps`, async () => {
        await page.set({ issues: [{ code: `france_connect_${code}` }] });
        expect(page.focused).to.equal(heading);
        expect(outcome()).to.contain(text);
        expect(page.summary).to.deep.equal([]);
        expect(page.names("button").includes(enter)).to.equal(mayTry);
        expect(page.names("button").includes(sms)).to.equal(code !== "mobile_missing");
        // The sign-in comes first: who opens the page now may be somebody else, on a shared computer.
        expect(page.names("button").find((name) => name !== enter)).to.equal(letter);
        expect(page.text).to.contain("Contactez l'école ou l'établissement");
        expect(await page.violations()).to.deep.equal([]);
      });
    }

    it("says when to try again, if the server does", async () => {
      const params = { retryAfterSeconds: 120 };
      await page.set({ issues: [{ code: "france_connect_unavailable", params }] });
      expect(outcome()).to.contain("Réessayez dans 2 minutes");
    });

    it("names no school's record and no reason where nobody matched", async () => {
      await page.set({ issues: [{ code: "france_connect_unmatched" }] });
      expect(page.text).to.not.match(/plusieurs|déjà actif|homonyme|prénom|date de naissance/iu);
    });

    it("offers only the methods that are open and wired", async () => {
      await page.set({ methods: ["letter"], issues: [{ code: "france_connect_cancelled" }] });
      expect(page.names("button")).to.deep.equal([
        letter,
        "Quelles méthodes pour activer un compte ?",
        "Précédent",
      ]);
      await page.set({ links: {} });
      expect(page.names("button")).to.deep.equal(["Précédent"]);
      expect(page.text).to.not.contain("Les autres façons");
    });

    it("leads to the host's page of help where no school is known", async () => {
      await page.set({
        issues: [{ code: "france_connect_cancelled" }],
        links: { ...links, contact: "/aide" },
      });
      const help = page.get("link", "Contactez l'école ou l'établissement de votre enfant.");
      expect(help.getAttribute("href")).to.equal("/aide");
      await page.set({ contact: { name: "Collège Jean-Moulin", phone: null, email: null } });
      expect(page.names("link")).to.not.contain("Contactez l'école ou l'établissement de votre enfant.");
    });

    it("leads to the other methods and back", async () => {
      await page.press("button", sms);
      await page.press("button", letter);
      await page.press("button", "Précédent");
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([
        { target: "no-account", href: null },
        { target: "sign-in", href: null },
        { type: "abandonRequested" },
      ]);
    });

    it("puts what is not about FranceConnect into the summary", async () => {
      await page.set({ issues: [{ code: "network_failed" }] });
      expect(page.summary[0]).to.contain("La connexion a échoué");
      expect(page.names("button")).to.contain(enter);
    });

    it("is one link where the host gives an address, and takes its words", async () => {
      await page.set({
        links: { franceconnect: "/fc" },
        messages: { "login.franceConnect": "Sign in with FranceConnect" },
      });
      expect(page.get("link", "Sign in with FranceConnect").getAttribute("href")).to.equal("/fc");
      await page.set({ busy: true });
      await page.press("link", "Sign in with FranceConnect");
      expect(page.events).to.deep.equal([]);
    });

    it("passes axe, waiting and leaving", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.set({ busy: true });
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

import axe from "axe-core";
import { expect } from "chai";
import "../../define/login.ts";
import { ScreenPage } from "../../../test/screen-page.ts";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-login, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-login">;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-login", { dom });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("renders where it is told, with fields that password managers know", () => {
      expect(page.element.shadowRoot === null).to.equal(dom === "light");
      const inputs = page
        .all("textbox")
        .map((each) => [each.getAttribute("name"), each.getAttribute("autocomplete")]);
      expect(inputs).to.deep.equal([
        ["identifier", "username"],
        ["password", "current-password"],
      ]);
      expect(page.get("textbox", "Identifiant").getAttribute("placeholder")).to.equal(
        "Identifiant au format p.nomXX",
      );
      expect(page.get("textbox", "Identifiant").closest("form")).to.be.an.instanceof(HTMLFormElement);
    });

    it("sends what was typed, spaces around the identifier left out, the password untouched", async () => {
      await page.type("Identifiant", "  P.NOM12 ");
      await page.type("Mot de passe", " 7gmpgyf3");
      await page.press("button", "Se connecter");
      expect(page.commands).to.deep.equal([
        { type: "credentialsSubmitted", identifier: "P.NOM12", password: " 7gmpgyf3" },
      ]);
    });

    it("says what is missing at the field and in a summary that takes the focus, and leads to the field", async () => {
      await page.type("Identifiant", "p.nom12");
      await page.press("button", "Se connecter");
      expect(page.commands).to.deep.equal([]);
      expect(page.summary).to.deep.equal(["Saisissez votre mot de passe."]);
      expect(page.focused).to.equal("Il y a un problème");
      expect(page.get("textbox", "Mot de passe").getAttribute("aria-invalid")).to.equal("true");
      expect(page.descriptionOf("Mot de passe")).to.equal("Erreur : Saisissez votre mot de passe.");
      await page.press("link", "Saisissez votre mot de passe.");
      expect(page.focused).to.equal("Mot de passe");
      expect(page.get("textbox", "Identifiant")).to.have.property("value", "p.nom12");
      expect(location.hash).to.equal("");
    });

    it("has a message of its own for each kind of mistake", async () => {
      await page.press("button", "Se connecter");
      expect(page.summary).to.deep.equal(["Saisissez votre identifiant.", "Saisissez votre mot de passe."]);
      await page.type("Identifiant", "toto@toto.fr");
      await page.press("button", "Se connecter");
      expect(page.summary[0]).to.contain("pas votre adresse mail");
      await page.type("Identifiant", "p".repeat(65));
      await page.press("button", "Se connecter");
      expect(page.summary[0]).to.contain("trop long");
      await page.type("Mot de passe", "p".repeat(1025));
      await page.press("button", "Se connecter");
      // The pair was never tried, so only what is sure is said.
      expect(page.summary).to.deep.equal([page.summary[0]]);
      expect(page.summary[0]).to.contain("trop long");
      await page.type("Identifiant", "p.nom12");
      await page.press("button", "Se connecter");
      expect(page.summary[0]).to.contain("n'est pas le bon");
    });

    it("shows the server's refusal with the tries left, and keeps what was typed", async () => {
      await page.type("Identifiant", "p.nom12");
      await page.type("Mot de passe", "faux");
      await page.set({ issues: [{ code: "credentials_refused", params: { triesLeft: 1 } }] });
      expect(page.summary[0]).to.match(
        /^L'identifiant ou le mot de passe n'est pas le bon.* Il vous reste 1 essai\.$/u,
      );
      expect(page.focused).to.equal("Il y a un problème");
      expect(page.get("textbox", "Mot de passe")).to.have.property("value", "faux");
    });

    it("tells when to come back, and gives an unknown code general words", async () => {
      await page.set({ issues: [{ code: "credentials_locked", params: { retryAfterSeconds: 900 } }] });
      expect(page.summary).to.deep.equal(["Il y a eu trop d'essais. Réessayez dans 15 minutes."]);
      await page.set({ issues: JSON.parse(`[{"code":"from_the_future"}]`) });
      expect(page.summary).to.deep.equal([
        "Votre réponse n'a pas pu être acceptée. Vérifiez-la, puis réessayez.",
      ]);
    });

    it("sends once while a request is under way, and says so without losing the focus", async () => {
      await page.type("Identifiant", "p.nom12");
      await page.type("Mot de passe", "x");
      const submit = page.get("button", "Se connecter");
      submit.focus();
      await page.set({ busy: true });
      await page.press("button", "Se connecter");
      page.root.querySelector("form")?.requestSubmit();
      expect(page.commands).to.deep.equal([]);
      expect(submit.getAttribute("aria-disabled")).to.equal("true");
      expect(page.focused).to.equal("Se connecter");
      expect(page.status).to.equal("Envoi en cours…");
    });

    it("shows and hides the password", async () => {
      await page.press("button", "Afficher le mot de passe");
      expect(page.get("textbox", "Mot de passe").getAttribute("type")).to.equal("text");
      expect(page.status).to.equal("Le mot de passe est affiché.");
      await page.press("button", "Masquer le mot de passe");
      expect(page.get("textbox", "Mot de passe").getAttribute("type")).to.equal("password");
    });

    it("shows a link only when it is wired, and never one that runs a script", async () => {
      expect(page.names("link")).to.deep.equal([]);
      await page.set({
        links: {
          "recover-identifier": "/oubli",
          "no-account": true,
          "recover-password": "javascript:alert(1)",
        },
      });
      expect(page.names("link")).to.deep.equal(["Identifiant oublié ?"]);
      await page.press("link", "Identifiant oublié ?");
      await page.press("button", "Je n'ai pas de compte");
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([
        { target: "recover-identifier", href: "/oubli" },
        { target: "no-account", href: null },
      ]);
    });

    it("offers FranceConnect by its rules when it is wired", async () => {
      expect(page.text).to.not.contain("FranceConnect");
      await page.set({ links: { franceconnect: "/fc" } });
      expect(page.names("heading")).to.contain("Je me connecte avec FranceConnect");
      expect(page.text).to.contain(
        "en utilisant un compte dont vous disposez déjà. Utilisez-le pour ÉduConnect !",
      );
      const enter = page.get("link", "S'identifier avec FranceConnect");
      expect([enter.getAttribute("href"), enter.getAttribute("target")]).to.deep.equal(["/fc", null]);
      const about = page.get("link", "Qu'est-ce que FranceConnect ? (nouvelle fenêtre)");
      expect(["href", "target", "rel"].map((name) => about.getAttribute(name))).to.deep.equal([
        "https://franceconnect.gouv.fr/",
        "_blank",
        "noopener",
      ]);
      expect(enter.compareDocumentPosition(about) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0);
    });

    it("leaves FranceConnect to the host, once, and not while a request is under way", async () => {
      await page.set({ links: { franceconnect: true } });
      const enter = page.get("button", "S'identifier avec FranceConnect");
      expect(enter.getBoundingClientRect().height).to.be.at.least(56);
      await page.press("button", "S'identifier avec FranceConnect");
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([
        { target: "franceconnect", href: null },
      ]);
      enter.focus();
      await page.set({ busy: true });
      await page.press("button", "S'identifier avec FranceConnect");
      expect(page.events.length).to.equal(1);
      expect(enter.getAttribute("aria-disabled")).to.equal("true");
      expect(page.focused).to.equal("S'identifier avec FranceConnect");
    });

    it("asks before another activation is given up, and takes the focus to the question and back", async () => {
      await page.set({ replacing: true });
      expect(page.focused).to.equal("Une autre activation est en cours dans ce navigateur");
      await page.press("button", "Abandonner l'autre et continuer");
      await page.press("button", "Annuler");
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([{ agreed: true }, { agreed: false }]);
      await page.set({ replacing: false });
      expect(page.focused).to.equal("Se connecter");
    });

    it("moves the focus to the heading when the host asks", async () => {
      await page.element.focusHeading();
      expect(page.focused).to.equal("Je me connecte avec mon compte ÉduConnect");
    });

    it("takes the host's words where it has some", async () => {
      await page.set({ messages: { lang: "en", "login.submit": "Sign in" } });
      expect(page.names("button")).to.contain("Sign in");
      expect(page.root.querySelector("[lang]")?.getAttribute("lang")).to.equal("en");
      expect(page.names("textbox")).to.contain("Identifiant");
    });

    it("passes axe, empty, refused and asking", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.press("button", "Se connecter");
      expect(await page.violations()).to.deep.equal([]);
      await page.set({ replacing: true, links: { franceconnect: "/fc", "no-account": true } });
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

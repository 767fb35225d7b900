import axe from "axe-core";
import { expect } from "chai";
import "../../define/methods.ts";
import { ScreenPage } from "../../../test/screen-page.ts";

const heading = "Quelles méthodes pour activer un compte ?";
const franceConnect = "Avec FranceConnect";
const sms = "Par SMS";
const letter = "Avec la lettre de l'établissement";
const pupil = "Élève : avec les identifiants de l'établissement";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-methods, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-methods">;

    const methods = () => page.names("heading").filter((name) => name !== heading);
    const targets = () => page.events.map(({ detail }) => detail);
    const cardOf = (name: string) => page.get("heading", name).closest(".educonnect-method");

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-methods", { dom });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("shows every method by default, in the order to try them, the first marked", () => {
      expect(methods()).to.deep.equal([
        "Vous hésitez ?",
        franceConnect,
        sms,
        letter,
        pupil,
        "Rien de tout cela ?",
      ]);
      expect(cardOf(franceConnect)?.textContent).to.contain("À essayer en premier");
      expect(page.text.match(/À essayer en premier/gu)).to.have.lengthOf(1);
    });

    it("says for each what it needs and how it goes in three steps", () => {
      for (const name of [franceConnect, sms, letter, pupil]) {
        expect(cardOf(name)?.querySelectorAll("ul li").length).to.equal(2);
        expect(cardOf(name)?.querySelectorAll("ol li").length).to.equal(3);
      }
      expect(cardOf(franceConnect)?.textContent).to.contain("impots.gouv.fr, Ameli");
      expect(cardOf(sms)?.textContent).to.contain("dont l'établissement connaît le numéro");
      expect(cardOf(letter)?.textContent).to.contain("l'identifiant et le mot de passe provisoire");
    });

    it("shows the open methods only, in the host's order, pupils apart, each once, unknown ones left out", async () => {
      await page.set({ methods: ["pupil", "letter", "sms", "letter"] });
      expect(methods().slice(1, -1)).to.deep.equal([letter, sms, pupil]);
      expect(cardOf(letter)?.textContent).to.contain("À essayer en premier");
      Object.assign(page.element, { methods: ["sms", "carrier-pigeon", "toString"] });
      await page.element.updateComplete;
      expect(methods()).to.deep.equal([sms, "Besoin d'aide ?"]);
    });

    it("gives nothing to choose from where one method is open, and says so where none is", async () => {
      await page.set({ methods: ["letter"] });
      expect(methods()).to.deep.equal([letter, "Besoin d'aide ?"]);
      expect(page.text).to.not.contain("À essayer en premier");
      await page.set({ methods: [] });
      expect(methods()).to.deep.equal(["Besoin d'aide ?"]);
      expect(page.text).to.contain("Aucune méthode n'est ouverte en ligne");
    });

    it("leads from the phrase that is true for the person to its method, or to whom to ask", async () => {
      expect(page.names("link").slice(0, 5)).to.deep.equal([
        "J'ai un compte impots.gouv.fr ou Ameli",
        "L'école ou l'établissement connaît mon numéro de portable",
        "J'ai reçu une lettre avec un identifiant et un mot de passe provisoire",
        "Je suis élève",
        "Rien de tout cela ?",
      ]);
      await page.press("link", "J'ai reçu une lettre avec un identifiant et un mot de passe provisoire");
      expect(page.focused).to.equal(letter);
      await page.press("link", "Rien de tout cela ?");
      expect(page.focused).to.equal("Rien de tout cela ?");
      expect(location.hash).to.equal("");
    });

    it("starts each method by telling the host, every button with a name of its own", async () => {
      expect(page.names("button")).to.deep.equal([
        "S'identifier avec FranceConnect",
        `Commencer : ${sms}`,
        `Commencer : ${letter}`,
        `Commencer : ${pupil}`,
      ]);
      for (const name of page.names("button")) await page.press("button", name);
      expect(targets()).to.deep.equal([
        { target: "franceconnect", href: null },
        { target: "no-account", href: null },
        { target: "sign-in", href: null },
        { target: "sign-in", href: null },
      ]);
    });

    it("follows the host's addresses, but no script", async () => {
      await page.set({ links: { "no-account": "/sms", "sign-in": "javascript:alert(1)" } });
      expect(page.get("link", `Commencer : ${sms}`).getAttribute("href")).to.equal("/sms");
      expect(page.names("button")).to.deep.equal(["S'identifier avec FranceConnect"]);
      await page.press("link", `Commencer : ${sms}`);
      expect(targets()).to.deep.equal([{ target: "no-account", href: "/sms" }]);
    });

    it("explains FranceConnect in a new window, with nobody's emblem, on the host's page where it names one", async () => {
      const about = "Qu'est-ce que FranceConnect ? (nouvelle fenêtre)";
      const link = page.get("link", about);
      expect(link.getAttribute("href")).to.equal("https://franceconnect.gouv.fr/");
      expect([link.getAttribute("target"), link.getAttribute("rel")]).to.deep.equal(["_blank", "noopener"]);
      expect(cardOf(franceConnect)?.querySelectorAll("img").length).to.equal(0);
      await page.set({ links: { "franceconnect-about": "/aide" } });
      expect(page.get("link", about).getAttribute("href")).to.equal("/aide");
    });

    it("says whom to ask", async () => {
      expect(page.text).to.contain("Contactez l'école ou l'établissement de votre enfant.");
      await page.set({
        contact: { name: "École Jules-Ferry", phone: "03 22 00 00 00", email: "ecole@example.org" },
      });
      expect(page.text).to.contain("Contactez l'établissement : École Jules-Ferry");
      expect(page.get("link", "Téléphone : 03 22 00 00 00").getAttribute("href")).to.equal("tel:0322000000");
    });

    it("uses the host's words", async () => {
      await page.set({ messages: { "methods.sms": "Par téléphone", "methods.start": "J'y vais" } });
      expect(page.names("button")).to.contain("J'y vais : Par téléphone");
      expect(methods()).to.contain("Par téléphone");
    });

    it("passes axe, with every method, with one and with none", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.set({ methods: ["sms"] });
      expect(await page.violations()).to.deep.equal([]);
      await page.set({ methods: [] });
      expect(await page.violations()).to.deep.equal([]);
    });

    it("stays within a narrow card, whatever the words are long", async () => {
      page.element.style.display = "block";
      page.element.style.width = "18rem";
      await page.set({ messages: { "methods.sms": "Anticonstitutionnellement".repeat(4) } });
      const card = page.root.querySelector(".educonnect-screen");
      expect(card && card.scrollWidth - card.clientWidth).to.be.at.most(0);
    });
  });
}

import type { ServicesResponse } from "@educonnect-activation/core";
import axe from "axe-core";
import { expect } from "chai";
import "../../define/services.ts";
import { ScreenPage } from "../../../test/screen-page.ts";

const data: ServicesResponse = {
  session: { givenName: "Sophie", familyName: "Henry", expiresAt: 1, endsAt: 1, now: 0 },
  services: [
    { id: "ent", title: "Accédez à l'ENT", description: "Messagerie", href: "/ent", isAvailable: true },
    {
      id: "lsu",
      title: "Livret scolaire du CP à la 3e",
      description: null,
      href: "/lsu",
      isAvailable: false,
    },
    { id: "bad", title: "Piège", description: null, href: "javascript:alert(1)", isAvailable: true },
  ],
  message: "Bonne rentrée !\nLe directeur",
  news: [{ title: "Réunion", body: "À 18 h", href: "/news", date: "2026-09-02" }],
  links: { home: "/", contact: "/contact", account: null },
};

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-services, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-services">;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-services", { dom, data });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("links each service that is up, and says which one is down", () => {
      const link = page.get("link", "Accédez à l'ENT");
      expect(link.getAttribute("href")).to.equal("/ent");
      expect(getComputedStyle(link).textDecorationLine).to.equal("underline");
      expect(link.parentElement?.querySelector("svg")?.getAttribute("aria-hidden")).to.equal("true");
      expect(page.text).to.contain("Livret scolaire du CP à la 3e Momentanément indisponible");
      expect(page.root.querySelectorAll('a[href^="javascript"]').length).to.equal(0);
    });

    it("shows who is signed in, and a navigation of what is wired", async () => {
      expect(page.text).to.contain("S.H.");
      expect(page.text).to.contain("Connecté : Sophie Henry");
      expect(page.names("link").slice(0, 2)).to.deep.equal(["Accueil", "Contact"]);
      await page.press("link", "Contact");
      await page.press("button", "Se déconnecter");
      expect(page.events).to.deep.equal([
        { name: "educonnect-navigate", detail: { target: "contact", href: "/contact" } },
        { name: "educonnect-sign-out", detail: null },
      ]);
    });

    it("shows the school's message and the news", () => {
      expect(page.names("heading")).to.deep.equal([
        "Mes services",
        "Message de l'établissement",
        "Actualités",
      ]);
      expect(page.text).to.contain("2 septembre 2026 Réunion À 18 h");
    });

    it("says so when there is nothing to show, or not yet", async () => {
      await page.set({ data: { ...data, services: [], news: [], message: null } });
      expect(page.text).to.contain("Aucun service n'est encore ouvert");
      expect(page.text).to.contain("Aucune actualité");
      await page.set({ data: null });
      expect(page.text).to.contain("Chargement de vos services…");
    });

    it("shows nothing of a session that has ended, and the way back in", async () => {
      await page.set({ links: { "sign-in": true }, issues: [{ code: "session_missing" }] });
      expect(page.names("heading")).to.deep.equal(["Votre session est terminée"]);
      expect(page.text).to.not.contain("Sophie");
      await page.press("button", "Se reconnecter");
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([{ target: "sign-in", href: null }]);
      await page.set({ issues: [], ended: true });
      expect(page.text).to.not.contain("Sophie");
    });

    it("passes axe, full and ended", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.set({ ended: true });
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

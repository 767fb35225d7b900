import axe from "axe-core";
import { expect } from "chai";
import "../../define/success.ts";
import { ScreenPage, waitUntil } from "../../../test/screen-page.ts";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-success, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-success">;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-success", { dom, identifier: "p.nom12" });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("shows the identifier and leads to the services", async () => {
      expect(page.get("group", "Votre identifiant ÉduConnect p.nom12").textContent?.trim()).to.equal(
        "p.nom12",
      );
      await page.press("button", "Accéder à mes services");
      expect(page.commands).to.deep.equal([{ type: "servicesRequested" }]);
    });

    it("copies the identifier, or selects it where the browser forbids copying", async () => {
      await page.press("button", "Copier");
      await waitUntil(
        () => page.status !== "",
        () => page.text,
      );
      expect(page.status).to.match(/^Identifiant (?:copié|sélectionné)/u);
      if (page.status.startsWith("Identifiant sélectionné"))
        expect(getSelection()?.toString()).to.contain("p.nom12");
    });

    it("saves the identifier as a text file", async () => {
      const links: HTMLAnchorElement[] = [];
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function remember() {
        links.push(this);
      };
      try {
        await page.press("button", "Télécharger");
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      const [link] = links;
      if (!link) throw new Error("nothing was saved");
      expect(link.download).to.equal("identifiant-educonnect.txt");
      const saved = await fetch(link.href);
      expect(await saved.text()).to.equal("Votre identifiant ÉduConnect\u00a0: p.nom12\r\n");
    });

    it("mentions the mail that still waits, only if one does", async () => {
      expect(page.text).to.not.contain("Un mail a été envoyé");
      await page.set({ pendingEmail: "t•••@toto.fr" });
      expect(page.text).to.contain("Un mail a été envoyé à t•••@toto.fr.");
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

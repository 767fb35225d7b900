import axe from "axe-core";
import { expect } from "chai";
import "../../define/notice.ts";
import { ScreenPage } from "../../../test/screen-page.ts";
import type { NoticeReason } from "./educonnect-notice.ts";

const contact = { name: "École Jules-Ferry", phone: "03 22 00 00 00", email: "ecole@exemple.fr" };
const headings: Readonly<Record<NoticeReason, string>> = {
  allRefused: "Votre compte n'est pas activé",
  awaitingSchool: "L'établissement doit confirmer votre lien",
  closed: "L'activation est fermée",
  expired: "Le temps pour activer votre compte est écoulé",
  abandoned: "Vous avez abandonné l'activation",
  locked: "Cette étape est momentanément fermée",
  moved: "L'activation continue sur un autre appareil",
  unavailable: "Le service est momentanément indisponible",
};
const reasons = [
  "allRefused",
  "awaitingSchool",
  "closed",
  "expired",
  "abandoned",
  "locked",
  "moved",
] as const;

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-notice, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-notice">;

    beforeEach(() => {
      page = new ScreenPage(axe, "educonnect-notice", { dom, contact });
    });

    afterEach(() => page.element.remove());

    for (const reason of reasons) {
      it(`says what happened, what to do and whom to ask: ${reason}`, async () => {
        await page.set({ reason, links: { "sign-in": true } });
        expect(page.names("heading")).to.contain(headings[reason]);
        expect(page.text).to.contain("Contactez l'établissement : École Jules-Ferry");
        expect(page.get("link", "Mail : ecole@exemple.fr").getAttribute("href")).to.equal(
          "mailto:ecole@exemple.fr",
        );
        await page.press("button", "Revenir à la connexion");
        expect(page.events.map(({ detail }) => detail)).to.deep.equal([{ target: "sign-in", href: null }]);
        expect(await page.violations()).to.deep.equal([]);
      });
    }

    it("lets refused answers be given again", async () => {
      await page.set({ reason: "allRefused", back: "step" });
      await page.press("button", "Précédent");
      expect(page.commands).to.deep.equal([{ type: "backRequested" }]);
    });

    it("can be tried again where the host wires it", async () => {
      await page.set({ reason: "unavailable", links: { retry: true } });
      expect(page.names("heading")).to.contain(headings.unavailable);
      await page.press("button", "Réessayer");
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([{ target: "retry", href: null }]);
    });

    it("names the child's school in general words when none is known", async () => {
      await page.set({ reason: "closed", contact: null });
      expect(page.text).to.contain("Contactez l'école ou l'établissement de votre enfant.");
    });
  });
}

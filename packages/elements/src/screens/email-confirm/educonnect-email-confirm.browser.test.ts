import axe from "axe-core";
import { expect } from "chai";
import "../../define/email-confirm.ts";
import { ScreenPage } from "../../../test/screen-page.ts";

const request = { audience: "guardian", identifier: "p.nom12", maskedEmail: "t•••@toto.fr" } as const;

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-email-confirm, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-email-confirm">;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-email-confirm", { dom });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("offers nothing while the link is looked up", () => {
      expect(page.text).to.contain("Vérification du lien…");
      expect(page.names("button")).to.deep.equal([]);
    });

    it("says who activates as soon as that is known, not before", async () => {
      expect(page.text).not.to.contain("Représentant légal");
      await page.set({ request: { ...request, audience: "pupil" } });
      expect(page.text).to.contain("Élève");
      await page.set({ request });
      expect(page.text).to.contain("Représentant légal");
    });

    it("shows whose address it is, and answers once a button is pressed", async () => {
      await page.set({ request });
      expect(page.text).to.contain("p.nom12");
      expect(page.text).to.contain("t•••@toto.fr");
      expect(page.events).to.deep.equal([]);
      await page.press("button", "Confirmer");
      await page.press("button", "Ce n'est pas moi");
      await page.set({ busy: true });
      await page.press("button", "Confirmer");
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([
        { answer: "confirm" },
        { answer: "disown" },
      ]);
    });

    it("says what comes next, here and in another browser", async () => {
      await page.set({ request, answer: { outcome: "confirmed", ownFlow: true } });
      expect(page.names("heading")).to.contain("Votre adresse mail est confirmée");
      expect(page.text).to.contain("L'activation de votre compte continue.");
      await page.set({ answer: { outcome: "confirmed", ownFlow: false } });
      expect(page.text).to.contain("Revenez à la page où vous avez commencé");
      await page.set({ answer: { outcome: "disowned", ownFlow: false } });
      expect(page.names("heading")).to.contain("Merci de nous avoir prévenus");
      expect(page.names("button")).to.deep.equal([]);
    });

    for (const [code, text] of [
      ["confirmation_link_unknown", "Ouvrez-le directement depuis le mail."],
      ["confirmation_link_expired", "choisissez « Renvoyer le mail »"],
      ["confirmation_link_used", "votre adresse est confirmée"],
      ["confirmation_link_replaced", "Utilisez le lien du dernier mail reçu."],
    ] as const) {
      it(`says what to do about ${code}`, async () => {
        await page.set({ issues: [{ code }] });
        expect(page.names("heading")).to.contain("Ce lien ne peut pas être utilisé");
        expect(page.text).to.contain(text);
        expect(page.names("button")).to.deep.equal([]);
        expect(await page.violations()).to.deep.equal([]);
      });
    }

    it("keeps its buttons when the answer failed on its way", async () => {
      await page.set({ request, issues: [{ code: "network_failed" }] });
      expect(page.summary[0]).to.contain("La connexion a échoué");
      expect(page.names("button")).to.contain("Confirmer");
    });

    it("passes axe", async () => {
      await page.set({ request });
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

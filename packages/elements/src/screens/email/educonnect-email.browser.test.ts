import axe from "axe-core";
import { expect } from "chai";
import "../../define/email.ts";
import { ScreenPage } from "../../../test/screen-page.ts";

const again = "Confirmation de l'adresse mail";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-email, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-email">;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-email", { dom });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("sends the address, brought to one form", async () => {
      await page.type("Adresse mail", " Toto@TOTO.fr ");
      await page.type(again, "Toto@toto.fr");
      await page.press("button", "Confirmer");
      expect(page.commands).to.deep.equal([{ type: "emailSubmitted", email: "Toto@toto.fr" }]);
    });

    const mistakes = [
      ["", "", ["Saisissez votre adresse mail.", "Saisissez l'adresse mail une deuxième fois."]],
      ["toto", "toto", ["Cette adresse mail n'est pas valable : elle doit ressembler à nom@exemple.fr."]],
      [
        `toto@${"x".repeat(250)}.fr`,
        `toto@${"x".repeat(250)}.fr`,
        ["Cette adresse mail est trop longue. Vérifiez-la."],
      ],
      [
        "toto@toto.fr",
        "tato@toto.fr",
        ["Les deux adresses mail sont différentes. Saisissez deux fois la même."],
      ],
    ] as const;
    for (const [email, confirmation, texts] of mistakes) {
      it(`says what is wrong with « ${email.slice(0, 16)} » and « ${confirmation.slice(0, 16)} »`, async () => {
        await page.type("Adresse mail", email);
        await page.type(again, confirmation);
        await page.press("button", "Confirmer");
        expect(page.commands).to.deep.equal([]);
        expect(page.summary).to.deep.equal(texts);
        expect(page.get("textbox", "Adresse mail")).to.have.property("value", email);
      });
    }

    it("suggests what was probably meant, and writes it in both fields when accepted", async () => {
      await page.type(again, "toto@gmial.com");
      await page.type("Adresse mail", "toto@gmial.com");
      expect(page.text).to.contain("Vouliez-vous dire toto@gmail.com ?");
      await page.press("button", "Utiliser toto@gmail.com");
      expect(page.focused).to.equal("Adresse mail");
      await page.press("button", "Confirmer");
      expect(page.commands).to.deep.equal([{ type: "emailSubmitted", email: "toto@gmail.com" }]);
    });

    it("never forces a suggestion", async () => {
      await page.type("Adresse mail", "toto@gmial.com");
      await page.type(again, "toto@gmial.com");
      await page.press("button", "Confirmer");
      expect(page.commands).to.deep.equal([{ type: "emailSubmitted", email: "toto@gmial.com" }]);
    });

    it("can be passed only where it is optional, and kept only where one was given", async () => {
      expect(page.names("button")).to.deep.equal(["Confirmer"]);
      await page.set({ optional: true, given: "t•••@toto.fr", canContinue: true });
      expect(page.text).to.contain("Adresse déjà renseignée : t•••@toto.fr");
      expect(page.text).to.not.contain("indispensable");
      await page.press("button", "Passer cette étape");
      await page.press("button", "Garder cette adresse");
      expect(page.commands).to.deep.equal([{ type: "emailSkipped" }, { type: "continueRequested" }]);
    });

    it("asks before « Précédent » gives the activation up", async () => {
      await page.set({ back: "abandon" });
      await page.type("Adresse mail", "toto@toto.fr");
      await page.press("button", "Précédent");
      expect(page.focused).to.equal("Abandonner l'activation ?");
      await page.press("button", "Continuer l'activation");
      expect(page.commands).to.deep.equal([]);
      expect(page.get("textbox", "Adresse mail")).to.have.property("value", "toto@toto.fr");
      await page.press("button", "Précédent");
      await page.press("button", "Abandonner l'activation");
      expect(page.commands).to.deep.equal([{ type: "abandonRequested" }]);
    });

    it("says why the address is asked for again", async () => {
      await page.set({ issues: [{ code: "email_disowned", field: "email" }] });
      expect(page.descriptionOf("Adresse mail")).to.contain("ce n'était pas elle");
    });

    it("passes axe, empty, with everything, wrong and asking", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.set({ optional: true, given: "t•••@toto.fr", canContinue: true, back: "abandon" });
      await page.type("Adresse mail", "toto@gmial.com");
      await page.press("button", "Confirmer");
      await page.press("button", "Précédent");
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

import axe from "axe-core";
import { expect } from "chai";
import "../../define/email-sent.ts";
import { ScreenPage, waitUntil } from "../../../test/screen-page.ts";

const code = "Code de sécurité reçu par mail";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-email-sent, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-email-sent">;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-email-sent", {
        dom,
        to: "toto@toto.fr",
        sendsLeft: 3,
        nextSendAt: 0,
        now: 1_000_000,
        back: "step",
      });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("says where the mail went", () => {
      expect(page.text).to.contain(
        "l'activation de votre compte à toto@toto.fr. Pensez à vérifier vos spams",
      );
    });

    for (const typed of ["12345678", " 12 34-56 78 ", "１２３４５６７８", "١٢٣٤٥٦٧٨", "1234.5678"]) {
      it(`takes a code typed or pasted as « ${typed} »`, async () => {
        await page.type(code, typed);
        await page.press("button", "Valider le code");
        expect(page.commands).to.deep.equal([{ type: "emailCodeSubmitted", code: "12345678" }]);
      });
    }

    for (const [typed, text] of [
      ["", "Saisissez le code reçu par mail."],
      ["1234567", "Le code contient 8 chiffres. Vérifiez-le."],
      ["123456789", "Le code contient 8 chiffres. Vérifiez-le."],
      ["1234567O", "Le code ne contient que des chiffres. Vérifiez-le."],
    ] as const) {
      it(`says what is wrong with « ${typed} »`, async () => {
        await page.type(code, typed);
        await page.press("button", "Valider le code");
        expect(page.commands).to.deep.equal([]);
        expect(page.summary).to.deep.equal([text]);
        expect(page.get("textbox", code)).to.have.property("value", typed);
      });
    }

    it("puts a wrong code at its field, with the tries left", async () => {
      await page.set({ issues: [{ code: "code_wrong", field: "code", params: { triesLeft: 4 } }] });
      expect(page.descriptionOf(code)).to.contain("Ce code n'est pas le bon.");
      expect(page.descriptionOf(code)).to.contain("Il vous reste 4 essais.");
      const field = page.get("textbox", code);
      expect([field.getAttribute("autocomplete"), field.getAttribute("inputmode")]).to.deep.equal([
        "one-time-code",
        "numeric",
      ]);
    });

    it("sends again, and takes another address", async () => {
      await page.press("button", "Renvoyer le mail");
      await page.press("button", "J'ai fait une erreur de saisie dans mon adresse mail");
      expect(page.commands).to.deep.equal([
        { type: "emailResendRequested" },
        { type: "emailCorrectionRequested" },
      ]);
      await page.set({ sendsLeft: 2, nextSendAt: 1_000_060 });
      expect(page.status).to.equal("Un nouveau mail a été envoyé.");
    });

    it("counts down for the eye, on the server's clock, and speaks only when it is over", async () => {
      await page.set({ now: 1_000_000, nextSendAt: 1_000_002 });
      const resend = page.get("button", "Renvoyer le mail");
      expect(resend.getAttribute("aria-disabled")).to.equal("true");
      await page.press("button", "Renvoyer le mail");
      expect(page.commands).to.deep.equal([]);
      expect(page.text).to.match(/Vous pourrez renvoyer le mail dans [12] secondes?\./u);
      expect(page.status).to.equal("");
      await waitUntil(
        () => resend.getAttribute("aria-disabled") !== "true",
        () => page.text,
      );
      expect(page.status).to.equal("Vous pouvez renvoyer le mail.");
    });

    it("offers no further mail once all are sent", async () => {
      await page.set({ sendsLeft: 0 });
      expect(page.names("button")).to.not.contain("Renvoyer le mail");
      expect(page.text).to.contain("envoyé autant de fois que possible");
      expect(page.names("button")).to.contain("J'ai fait une erreur de saisie dans mon adresse mail");
    });

    it("lets the address be corrected while the code is locked", async () => {
      await page.set({ now: 1_000_000, lockedUntil: 1_000_900 });
      await page.type(code, "12345678");
      await page.press("button", "Valider le code");
      await page.press("button", "J'ai fait une erreur de saisie dans mon adresse mail");
      expect(page.commands).to.deep.equal([{ type: "emailCorrectionRequested" }]);
    });

    it("passes axe, as it is, waiting and wrong", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.set({
        now: 1_000_000,
        nextSendAt: 1_000_060,
        issues: [{ code: "code_wrong", field: "code" }],
      });
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

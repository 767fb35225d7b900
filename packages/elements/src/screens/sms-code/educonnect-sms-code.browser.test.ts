import axe from "axe-core";
import { expect } from "chai";
import "../../define/sms-code.ts";
import { ScreenPage, waitUntil } from "../../../test/screen-page.ts";

const code = "Code de sécurité";
const start = 1_000_000;

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-sms-code, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-sms-code">;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-sms-code", {
        dom,
        to: "+33 •• •• •• 12",
        sendsLeft: 3,
        nextSendAt: 0,
        now: start,
        back: "step",
      });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("says where the code went and how long it counts", async () => {
      expect(page.text).to.contain("un code de sécurité (valable 30 min) au +33 •• •• •• 12");
      await page.set({ to: null, codeMinutes: 10 });
      expect(page.text).to.contain("(valable 10 min) au numéro indiqué");
    });

    it("has one field that phones fill in and that takes any paste", () => {
      const field = page.get("textbox", code);
      expect(page.all("textbox").length).to.equal(1);
      expect(
        ["autocomplete", "inputmode", "maxlength", "pattern"].map((name) => field.getAttribute(name)),
      ).to.deep.equal(["one-time-code", "numeric", null, null]);
    });

    for (const typed of [
      "12345678",
      "12 34-56 78",
      " 1234 5678\u202f",
      "１２３４５６７８",
      "١٢٣٤٥٦٧٨",
      "12–34.56/78",
    ]) {
      it(`takes « ${typed} »`, async () => {
        await page.type(code, typed);
        await page.press("button", "Suivant");
        expect(page.commands).to.deep.equal([{ type: "smsCodeSubmitted", code: "12345678" }]);
      });
    }

    for (const [typed, text] of [
      ["", "Saisissez le code reçu par SMS."],
      ["1234567", "Le code contient 8 chiffres. Vérifiez-le."],
      ["123456789", "Le code contient 8 chiffres. Vérifiez-le."],
      ["1234567O", "Le code ne contient que des chiffres. Vérifiez-le."],
    ] as const) {
      it(`says what is wrong with « ${typed} », and keeps it`, async () => {
        await page.type(code, typed);
        await page.press("button", "Suivant");
        expect(page.commands).to.deep.equal([]);
        expect(page.summary).to.deep.equal([text]);
        expect(page.get("textbox", code)).to.have.property("value", typed);
      });
    }

    it("puts a wrong code at its field with the tries left, in words about the SMS", async () => {
      await page.set({ issues: [{ code: "code_wrong", field: "code", params: { triesLeft: 1 } }] });
      expect(page.summary).to.deep.equal([
        "Ce code n'est pas le bon. Vérifiez le dernier SMS reçu, puis réessayez. Il vous reste 1 essai.",
      ]);
      expect(page.focused).to.equal("Il y a un problème");
      expect(page.get("textbox", code).getAttribute("aria-invalid")).to.equal("true");
    });

    it("offers a new code first when the last one no longer counts", async () => {
      await page.type(code, "12345678");
      await page.set({ issues: [{ code: "code_expired", field: "code" }] });
      expect(page.summary[0]).to.contain("n'est plus valable");
      const resend = page.get("button", "Renvoyer le SMS");
      const field = page.get("textbox", code);
      expect(resend.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).to.not.equal(0);
      expect(field).to.have.property("value", "12345678");
      await page.press("button", "Renvoyer le SMS");
      expect(page.commands).to.deep.equal([{ type: "smsCodeResendRequested" }]);
    });

    it("says that another SMS was asked for, and never more than that", async () => {
      await page.press("button", "Renvoyer le SMS");
      await page.set({ sendsLeft: 2, nextSendAt: start + 60 });
      expect(page.status).to.contain("Un nouveau SMS a été demandé.");
    });

    it("counts down for the eye and speaks when it is over", async () => {
      await page.set({ now: start, nextSendAt: start + 2 });
      const resend = page.get("button", "Renvoyer le SMS");
      await page.press("button", "Renvoyer le SMS");
      expect(page.commands).to.deep.equal([]);
      expect(page.text).to.match(/Vous pourrez renvoyer le SMS dans [12] secondes?\./u);
      expect(page.status).to.equal("");
      await waitUntil(
        () => resend.getAttribute("aria-disabled") !== "true",
        () => page.text,
      );
      expect(page.status).to.equal("Vous pouvez renvoyer le SMS.");
    });

    it("says once on the screen how long the code still counts, and tells a screen reader apart", async () => {
      const ends = /Ce code ne sera plus valable/gu;
      await page.set({ now: start, validUntil: start + 119 });
      expect(page.status).to.equal("Ce code ne sera plus valable dans 2 minutes.");
      expect(page.text.replace(page.status, "").match(ends)).to.have.lengthOf(1);
      expect(page.text).to.contain("Ce code ne sera plus valable dans 2 minutes. Précédent");
      expect(page.shownStatus).to.equal("");
      await page.set({ now: start + 39 });
      expect(page.text).to.match(/Ce code ne sera plus valable dans (80|79) secondes\./u);
      expect(page.status).to.equal("");
      await page.set({ now: start + 119 });
      expect(page.status).to.equal("Le code envoyé n'est plus valable.");
      expect(page.shownStatus).to.equal("");
      expect(page.text.match(/Le code envoyé n'est plus valable/gu)).to.have.lengthOf(2);
    });

    it("leaves the end of the code to the summary, and is silent again once another is sent", async () => {
      await page.set({ now: start, validUntil: start + 10 });
      await page.set({ now: start + 10, issues: [{ code: "code_expired", field: "code" }] });
      expect(page.summary[0]).to.contain("n'est plus valable");
      expect(page.status).to.equal("");
      expect(page.text).to.not.contain("Le code envoyé");
      await page.set({ issues: [] });
      expect(page.text).to.contain("Le code envoyé n'est plus valable.");
      await page.set({ now: start + 20, validUntil: start + 1_820, sendsLeft: 2 });
      expect(page.text).to.not.contain("Le code envoyé");
      expect(page.status).to.equal("Un nouveau SMS a été demandé. Seul le dernier code reçu est valable.");
    });

    it("offers no further SMS once all are sent, but the other ways", async () => {
      await page.set({ sendsLeft: 0, issues: [{ code: "sends_exhausted" }] });
      expect(page.names("button")).to.not.contain("Renvoyer le SMS");
      expect(page.summary[0]).to.contain("Choisissez une autre méthode");
      expect(page.names("heading")).to.contain("Pas de SMS ?");
    });

    it("says until when the step is closed, takes no code meanwhile, and lets the reader go back", async () => {
      await page.set({ now: start, lockedUntil: start + 900, issues: [{ code: "step_locked" }] });
      expect(page.text).to.contain("Vous pourrez recommencer dans 15 minutes.");
      expect(page.text).to.contain("Vous pourrez renvoyer le SMS dans 15 minutes.");
      await page.type(code, "12345678");
      await page.press("button", "Suivant");
      await page.press("button", "Renvoyer le SMS");
      await page.press("button", "Précédent");
      expect(page.commands).to.deep.equal([{ type: "backRequested" }]);
    });

    it("always says what else there is to do, the links as far as they are wired", async () => {
      expect(page.text).to.contain("ne correspond peut-être pas à ce que l'école a noté");
      expect(page.text).to.contain("Contactez l'école ou l'établissement de votre enfant.");
      await page.set({ links: { methods: true, franceconnect: true, "sign-in": "/connexion" } });
      await page.press("button", "S'identifier avec FranceConnect");
      await page.press("button", "Voir les autres méthodes");
      await page.press("link", "Me connecter avec un identifiant");
      expect(page.events.map(({ detail }) => detail)).to.deep.equal([
        { target: "franceconnect", href: null },
        { target: "methods", href: null },
        { target: "sign-in", href: "/connexion" },
      ]);
    });

    it("speaks of the school's number where none was typed, and asks before the activation is given up", async () => {
      await page.set({ back: "abandon" });
      expect(page.text).to.contain("Le numéro que l'école a noté n'est peut-être plus le vôtre.");
      expect(page.text).to.not.contain("Revenez en arrière");
      await page.press("button", "Précédent");
      expect(page.commands).to.deep.equal([]);
      expect(page.focused).to.equal("Abandonner l'activation ?");
      await page.press("button", "Abandonner l'activation");
      expect(page.commands).to.deep.equal([{ type: "abandonRequested" }]);
    });

    it("takes the host's words, those of issues too", async () => {
      await page.set({
        messages: { "smsCode.code": "Security code", "issue.sms_code_missing": "Enter the code." },
      });
      await page.press("button", "Suivant");
      expect([page.names("textbox"), page.summary]).to.deep.equal([["Security code"], ["Enter the code."]]);
    });

    it("passes axe, as it is, waiting, wrong, locked and exhausted", async () => {
      expect(await page.violations()).to.deep.equal([]);
      const issues = [{ code: "code_expired", field: "code" }] as const;
      await page.set({
        now: start,
        nextSendAt: start + 60,
        issues,
        links: { methods: true, franceconnect: true },
      });
      expect(await page.violations()).to.deep.equal([]);
      await page.set({ now: start, lockedUntil: start + 900, sendsLeft: 0 });
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

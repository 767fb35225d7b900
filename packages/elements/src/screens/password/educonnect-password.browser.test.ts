import { threeOfFourPasswordPolicy } from "@educonnect-activation/core";
import axe from "axe-core";
import { expect } from "chai";
import "../../define/password.ts";
import { ScreenPage, waitUntil } from "../../../test/screen-page.ts";

const confirmation = "Confirmation du nouveau mot de passe";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-password, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-password">;
    const checklist = () =>
      [...page.root.querySelectorAll(".educonnect-checklist li")].map((line) =>
        (line.textContent ?? "").replaceAll(/\s+/gu, " ").trim(),
      );
    const strength = () => page.root.querySelector(".educonnect-strength")?.textContent ?? null;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-password", {
        dom,
        identifier: "c.martin42",
        personal: ["Claire", "Martin", "c.martin42"],
        back: "step",
      });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("stands beside the identifier, there for password managers, out of everybody's way", () => {
      const username = page.root.querySelector("input[autocomplete=username]");
      if (!(username instanceof HTMLInputElement)) throw new Error("no username");
      expect([username.value, username.name, username.readOnly]).to.deep.equal([
        "c.martin42",
        "username",
        true,
      ]);
      expect(username.tabIndex).to.equal(-1);
      expect(getComputedStyle(username).display).to.not.equal("none");
      expect(username.form).to.equal(page.root.querySelector("form"));
      const fields = [...page.root.querySelectorAll("input[type=password]")];
      expect(fields.map((each) => each.getAttribute("autocomplete"))).to.deep.equal([
        "new-password",
        "new-password",
      ]);
    });

    it("ticks each rule as it is met, in words too, without waiting for the submission", async () => {
      expect(checklist()).to.deep.equal([
        "Doit contenir 1 majuscule, à respecter",
        "Doit contenir 1 minuscule, à respecter",
        "Doit contenir 1 chiffre, à respecter",
        "Doit contenir 1 caractère spécial parmi ! ? @ # $ ( ) { } [ ] _ & = + - % ° * < > £ µ / . : ; ,, à respecter",
        "Doit contenir 8 caractères minimum, à respecter",
      ]);
      await page.type("Mot de passe", "Cheval-Lune");
      expect(checklist().map((line) => line.endsWith(", respecté"))).to.deep.equal([
        true,
        true,
        false,
        true,
        true,
      ]);
      expect(page.summary).to.deep.equal([]);
    });

    it("announces where the password stands once the fingers rest", async () => {
      await page.type("Mot de passe", "Cheval-Lune");
      expect(page.status).to.equal("");
      await waitUntil(
        () => page.status.startsWith("Encore 1 règle à respecter."),
        () => page.text,
      );
      await page.type("Mot de passe", "Cheval-Lune4");
      await waitUntil(
        () => page.status.startsWith("Toutes les règles"),
        () => page.text,
      );
    });

    it("follows another policy", async () => {
      await page.set({ policy: threeOfFourPasswordPolicy });
      expect(checklist().at(-2)).to.equal("Doit respecter 3 de ces critères, à respecter");
      await page.type("Mot de passe", "chevallune4!");
      await page.type(confirmation, "chevallune4!");
      await page.press("button", "Suivant");
      expect(page.commands).to.deep.equal([{ type: "passwordSubmitted", password: "chevallune4!" }]);
    });

    it("says Faible, Moyen or Fort, and never Fort of what will be refused", async () => {
      await page.type("Mot de passe", "Azerty1!");
      await waitUntil(
        () => strength() !== null,
        () => page.text,
      );
      expect(strength()).to.match(/Faible|Moyen/u);
      await page.type("Mot de passe", "Martin-tondeuse-girafe-xylophone-81");
      expect(strength()).to.contain("Faible");
      await page.type("Mot de passe", "Tondeuse-girafe-xylophone-bruine-81");
      expect(strength()).to.contain("Fort");
      await page.type("Mot de passe", "");
      expect(strength()).to.equal(null);
    });

    it("says no more than Moyen while anything is left to do, and of what the server refused", async () => {
      await page.type("Mot de passe", "tondeuse-girafe-xylophone-bruine-81");
      await waitUntil(
        () => strength() !== null,
        () => page.text,
      );
      expect(strength()).to.contain("Moyen");
      await page.type("Mot de passe", "Tondeuse-girafe-xylophone-bruine-81");
      expect(strength()).to.contain("Fort");
      await page.set({ issues: [{ code: "password_is_provisional", field: "password" }] });
      expect(strength()).to.contain("Moyen");
    });

    it("takes an error back as soon as it holds no longer, and leaves the focus where it is", async () => {
      await page.type("Mot de passe", "Martin-lune");
      await page.type(confirmation, "Martin-lune-4");
      await page.press("button", "Suivant");
      expect(page.summary.length).to.equal(3);
      await page.type("Mot de passe", "Martin-lune-42");
      expect(page.summary.map((line) => line.slice(0, 28))).to.deep.equal([
        "Le mot de passe contient vot",
        "Les deux mots de passe sont ",
      ]);
      expect(page.focused).to.equal("Mot de passe");
      await page.type("Mot de passe", "Cheval-lune-42");
      expect(page.summary).to.deep.equal([
        "Les deux mots de passe sont différents. Saisissez deux fois le même.",
      ]);
      expect(page.get("textbox", "Mot de passe").hasAttribute("aria-invalid")).to.equal(false);
      await page.type(confirmation, "Cheval-lune-42");
      expect(page.summary).to.deep.equal([]);
      expect(page.focused).to.equal(confirmation);
      await page.type(confirmation, "Cheval-lune-4");
      expect(page.summary).to.deep.equal([]);
      await page.press("button", "Suivant");
      expect(page.summary.length).to.equal(1);
    });

    it("takes back what the server found wrong once something else is typed", async () => {
      await page.type("Mot de passe", "Cheval-lune-42");
      await page.set({ issues: [{ code: "password_too_common" }] });
      expect(page.summary.length).to.equal(1);
      await page.type("Mot de passe", "Cheval-lune-43");
      expect(page.summary).to.deep.equal([]);
    });

    it("sets the special characters of an error apart too", async () => {
      await page.type("Mot de passe", "Chevallune42");
      await page.press("button", "Suivant");
      expect(page.summary[0]).to.contain("parmi ! ? @ # $ ( )");
    });

    it("sends a password that follows the rules and is the same twice, untouched", async () => {
      await page.type("Mot de passe", " Cheval-Lune-42 é");
      await page.type(confirmation, " Cheval-Lune-42 é");
      await page.press("button", "Suivant");
      expect(page.commands).to.deep.equal([{ type: "passwordSubmitted", password: " Cheval-Lune-42 é" }]);
    });

    it("takes a confirmation written with other code points for the same letters", async () => {
      await page.type("Mot de passe", "Hélicon-Lune-42");
      await page.type(confirmation, "He\u0301licon-Lune-42");
      await page.press("button", "Suivant");
      expect(page.commands.length).to.equal(1);
    });

    const mistakes = [
      ["", "", ["Choisissez un mot de passe.", "Saisissez le mot de passe une deuxième fois."]],
      ["Cheval-Lune-42", "", ["Saisissez le mot de passe une deuxième fois."]],
      [
        "Cheval-Lune-42",
        "Cheval-Lune-43",
        ["Les deux mots de passe sont différents. Saisissez deux fois le même."],
      ],
      ["Ab1!", "Ab1!", ["Le mot de passe doit contenir 8 caractères au moins."]],
      [
        `Ab1!${"x".repeat(253)}`,
        `Ab1!${"x".repeat(253)}`,
        ["Le mot de passe doit contenir 256 caractères au plus."],
      ],
      ["cheval-lune-42", "cheval-lune-42", ["Ajoutez une majuscule au mot de passe."]],
      ["CHEVAL-LUNE-42", "CHEVAL-LUNE-42", ["Ajoutez une minuscule au mot de passe."]],
      ["Cheval-Lune", "Cheval-Lune", ["Ajoutez un chiffre au mot de passe."]],
    ] as const;
    for (const [password, again, texts] of mistakes) {
      it(`says what is wrong with « ${password.slice(0, 16)} » and « ${again.slice(0, 16)} »`, async () => {
        await page.type("Mot de passe", password);
        await page.type(confirmation, again);
        await page.press("button", "Suivant");
        expect(page.commands).to.deep.equal([]);
        expect(page.summary).to.deep.equal(texts);
        expect(page.get("textbox", "Mot de passe")).to.have.property("value", password);
      });
    }

    it("refuses the person's own name, and puts what the server refuses at the field", async () => {
      await page.type("Mot de passe", "Martin-Lune-42");
      await page.type(confirmation, "Martin-Lune-42");
      await page.press("button", "Suivant");
      expect(page.summary[0]).to.contain("contient votre nom");
      await page.set({ issues: [{ code: "password_too_common" }] });
      expect(page.descriptionOf("Mot de passe")).to.contain("Ce mot de passe est trop courant.");
    });

    it("lets a password chosen before be kept", async () => {
      expect(page.names("button")).to.not.contain("Garder mon mot de passe");
      await page.set({ canContinue: true });
      await page.press("button", "Garder mon mot de passe");
      expect(page.commands).to.deep.equal([{ type: "continueRequested" }]);
    });

    it("shows both fields together, and unfolds the help", async () => {
      await page.press("button", "Afficher le mot de passe");
      expect(page.root.querySelectorAll("input[type=password]").length).to.equal(0);
      expect(page.text).to.contain("phrase de passe");
      await page.press("button", "Aide à la création de mot de passe sécurisé");
      expect(page.root.querySelector("details")?.open).to.equal(true);
    });

    it("passes axe, empty, typed and wrong", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.type("Mot de passe", "Cheval-Lune");
      await page.press("button", "Suivant");
      await page.set({ canContinue: true });
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

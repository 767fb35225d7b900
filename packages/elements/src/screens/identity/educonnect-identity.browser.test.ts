import axe from "axe-core";
import { expect } from "chai";
import "../../define/identity.ts";
import { ScreenPage } from "../../../test/screen-page.ts";

const mobile = "N° de téléphone portable";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-identity, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-identity">;

    const fill = async (familyName: string, givenName: string, phone: string) => {
      await page.type("Nom", familyName);
      await page.type("Prénom", givenName);
      await page.type(mobile, phone);
    };
    const understood = () =>
      page.root.querySelector(".educonnect-understood")?.textContent?.replaceAll(/\s+/gu, " ").trim();

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-identity", { dom, back: "abandon" });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("has the words of the deck, and fields that browsers fill in", () => {
      expect(page.names("heading")).to.deep.equal([
        "Activation du compte",
        "L'activation est réservée aux représentants légaux",
        "Je confirme mon identité",
        "Je renseigne mon n° de téléphone portable",
      ]);
      const fields = page
        .all("textbox")
        .map((each) =>
          ["autocomplete", "type", "inputmode", "maxlength"].map((name) => each.getAttribute(name)),
        );
      expect(fields).to.deep.equal([
        ["family-name", "text", null, null],
        ["given-name", "text", null, null],
        ["tel", "tel", "tel", null],
      ]);
      expect(page.descriptionOf(mobile)).to.match(
        /merci d'indiquer l'indicatif régional, par exemple \+262 692 12 34 56\. Indiquez le numéro/u,
      );
    });

    it("sends the names as they were typed, and the number in one form", async () => {
      await fill("  Łukasiewicz-Hoarau ", "Zoë Marie", "0692 12-34.56");
      await page.press("button", "Suivant");
      expect(page.commands).to.deep.equal([
        {
          type: "identitySubmitted",
          givenName: "Zoë Marie",
          familyName: "Łukasiewicz-Hoarau",
          phone: "+262692123456",
        },
      ]);
    });

    it("shows how the number was understood as soon as it is whole, politely, and no longer than it is so", async () => {
      expect(understood()).to.equal("");
      await page.type(mobile, "0692 12 34 56");
      expect(understood()).to.equal("Numéro compris : +262 692 12 34 56 (La Réunion)");
      expect(page.root.querySelector(".educonnect-understood")?.getAttribute("role")).to.equal("status");
      expect(page.descriptionOf(mobile)).to.contain("La Réunion");
      expect(page.get("textbox", mobile)).to.have.property("value", "0692 12 34 56");
      await page.type(mobile, "0692");
      expect(understood()).to.equal("");
    });

    it("leaves the button where it is when the field is left, or the press that does so would miss it", async () => {
      const field = page.get("textbox", mobile);
      if (!(field instanceof HTMLInputElement)) throw new Error("the number is typed into no input");
      field.value = "0692 12 34 56";
      field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      await page.element.updateComplete;
      const top = () => page.get("button", "Suivant").getBoundingClientRect().top;
      const before = top();
      field.dispatchEvent(new Event("change", { bubbles: true }));
      await page.element.updateComplete;
      expect(top()).to.equal(before);
    });

    it("asks for what is missing, each in its words, and leads there", async () => {
      await page.press("button", "Suivant");
      expect(page.commands).to.deep.equal([]);
      expect(page.summary).to.deep.equal([
        "Saisissez votre nom.",
        "Saisissez votre prénom.",
        "Saisissez votre numéro de téléphone portable.",
      ]);
      expect(page.focused).to.equal("Il y a un problème");
      await page.press("link", "Saisissez votre prénom.");
      expect(page.focused).to.equal("Prénom");
    });

    for (const [typed, text] of [
      ["06 12 34 56", "Il manque des chiffres"],
      ["06 12 34 56 78 90", "trop de chiffres"],
      ["03 22 00 11 22", "pas celui d'un téléphone portable"],
      ["00 00 00 00 00", "Ce numéro n'existe pas."],
      ["06 12 34 56 7O", "autre chose que des chiffres"],
      ["75 12 34", "Il manque des chiffres à ce numéro. Hors France métropolitaine"],
    ] as const) {
      it(`refuses « ${typed} » in its own words, and keeps it`, async () => {
        await fill("Martin", "Claire", typed);
        await page.press("button", "Suivant");
        expect(page.commands).to.deep.equal([]);
        expect(page.summary.length).to.equal(1);
        expect(page.descriptionOf(mobile)).to.contain(text);
        expect(page.get("textbox", mobile)).to.have.property("value", typed);
        expect(page.get("textbox", "Nom")).to.have.property("value", "Martin");
      });
    }

    it("takes a name of 100 characters and none longer", async () => {
      await fill("é".repeat(101), "a".repeat(101), "0612345678");
      await page.press("button", "Suivant");
      expect(page.summary).to.deep.equal([
        "Ce nom est trop long. Saisissez-le en 100 caractères au plus.",
        "Ce prénom est trop long. Saisissez-le en 100 caractères au plus.",
      ]);
      await fill("é".repeat(100), "a".repeat(100), "0612345678");
      await page.press("button", "Suivant");
      expect(page.commands.length).to.equal(1);
    });

    it("lets through who has no given name, once that was asked", async () => {
      await fill("Martin", " ", "0612345678");
      expect(page.root.querySelector("[type=checkbox]")).to.equal(null);
      await page.press("button", "Suivant");
      expect(page.summary).to.deep.equal(["Saisissez votre prénom."]);
      const box = page.root.querySelector<HTMLInputElement>("[type=checkbox]");
      expect(box?.labels?.[0]?.textContent).to.contain("Je n'ai pas de prénom");
      box?.click();
      await page.press("button", "Suivant");
      expect(page.commands).to.deep.equal([
        { type: "identitySubmitted", givenName: "", familyName: "Martin", phone: "+33612345678" },
      ]);
    });

    it("puts what the server found at its fields", async () => {
      await page.set({
        issues: [
          { code: "name_missing", field: "familyName" },
          { code: "name_too_long", field: "givenName" },
          { code: "phone_invalid", field: "phone" },
        ],
      });
      expect(page.descriptionOf("Nom")).to.equal("Erreur : Saisissez votre nom.");
      expect(page.descriptionOf("Prénom")).to.contain("Ce prénom est trop long.");
      expect(page.descriptionOf(mobile)).to.contain("indicatif compris");
      expect(page.focused).to.equal("Il y a un problème");
    });

    it("begins with what was typed before, and never writes over what is in a field", async () => {
      await page.type("Nom", "Petit");
      await page.set({ given: { familyName: "Martin", givenName: "Claire", phone: "0612345678" } });
      expect(page.all("textbox").map((each) => each instanceof HTMLInputElement && each.value)).to.deep.equal(
        ["Petit", "Claire", "0612345678"],
      );
    });

    it("goes back without a question, since nothing would be lost", async () => {
      await page.press("button", "Précédent");
      expect(page.commands).to.deep.equal([{ type: "abandonRequested" }]);
    });

    it("leads to the other ways where they are wired", async () => {
      expect(page.text).to.not.contain("Pas de mobile connu");
      await page.set({ links: { methods: true } });
      await page.press("button", "Pas de mobile connu de l'école ?");
      expect(page.events.at(-1)).to.deep.equal({
        name: "educonnect-navigate",
        detail: { target: "methods", href: null },
      });
    });

    it("sends nothing twice, and takes the host's words", async () => {
      await page.set({ busy: true, messages: { "identity.familyName": "Family name" } });
      await page.press("button", "Suivant");
      expect([page.commands, page.summary, page.status]).to.deep.equal([[], [], "Envoi en cours…"]);
      expect(page.names("textbox")).to.contain("Family name");
    });

    it("passes axe, empty, wrong and understood", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.press("button", "Suivant");
      expect(await page.violations()).to.deep.equal([]);
      await page.type(mobile, "0692123456");
      await page.set({ links: { methods: "/methodes" } });
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

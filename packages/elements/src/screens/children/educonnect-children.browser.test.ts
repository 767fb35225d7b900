import axe from "axe-core";
import { expect } from "chai";
import "../../define/children.ts";
import { ScreenPage } from "../../../test/screen-page.ts";

const pupils = [
  { id: "a", givenName: "Éloïse", familyName: "MARTIN", school: "E.E.PU Jules-Ferry", hasBirthDate: true },
  { id: "b", givenName: "Noé", familyName: "MARTIN", school: "LP LYC Branly", hasBirthDate: true },
  { id: "c", givenName: "Ambre", familyName: "PETIT", school: "CLG Mareschal", hasBirthDate: false },
];
const pupil = {
  id: "x",
  givenName: "Noé",
  familyName: "MARTIN",
  school: "CLG Mareschal",
  hasBirthDate: true,
};
const yes = "Je suis le représentant légal de cet élève";
const no = "Je ne suis pas le représentant légal de cet élève";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-children, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-children">;
    const card = (index: number) => page.root.querySelectorAll(".educonnect-child")[index] ?? null;

    async function typeDate(index: number, day: string, month: string, year: string): Promise<void> {
      await page.type("Jour", day, card(index));
      await page.type("Mois", month, card(index));
      await page.type("Année", year, card(index));
    }

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-children", { dom, pupils, back: "step", action: "confirm" });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("names each child and school to those who hear the radio buttons", () => {
      expect(page.names("group")).to.deep.equal([
        "Éloïse MARTIN, E.E.PU Jules-Ferry",
        "Noé MARTIN, LP LYC Branly",
        "Ambre PETIT, CLG Mareschal",
      ]);
      expect(page.names("radio")).to.deep.equal([yes, no, yes, no, yes, no]);
    });

    it("asks for a date only of a child that is the reader's, and keeps it while the answer changes", async () => {
      expect(page.names("textbox")).to.deep.equal([]);
      await page.press("radio", yes, card(0));
      expect(page.names("textbox")).to.deep.equal(["Jour", "Mois", "Année"]);
      const day = page.get("textbox", "Jour", card(0));
      expect([day.getAttribute("autocomplete"), day.getAttribute("inputmode")]).to.deep.equal([
        "off",
        "numeric",
      ]);
      await typeDate(0, "12", "3", "2015");
      await page.press("radio", no, card(0));
      expect(page.names("textbox")).to.deep.equal([]);
      await page.press("radio", yes, card(0));
      expect(page.get("textbox", "Année", card(0))).to.have.property("value", "2015");
    });

    it("leaves with each child what was typed for it when the list changes", async () => {
      await page.press("radio", yes, card(0));
      await typeDate(0, "12", "3", "2015");
      page.element.pupils = pupils.slice(0, 2).toReversed();
      await page.element.updateComplete;
      expect(page.get("textbox", "Année", card(1))).to.have.property("value", "2015");
      await page.press("radio", yes, card(0));
      expect(page.get("textbox", "Année", card(0))).to.have.property("value", "");
    });

    it("sends an answer for every child; one whose date is not recorded gets an explanation instead", async () => {
      await page.press("radio", yes, card(0));
      await typeDate(0, " 2 ", "03", "２０１５");
      await page.press("radio", no, card(1));
      await page.press("radio", yes, card(2));
      expect(card(2)?.textContent).to.contain("n'a pas enregistré la date de naissance");
      await page.press("button", "Confirmer");
      expect(page.commands).to.deep.equal([
        {
          type: "childrenSubmitted",
          answers: [
            { childId: "a", relation: "guardian", birthDate: "2015-03-02" },
            { childId: "b", relation: "notGuardian" },
            { childId: "c", relation: "guardian", birthDate: null },
          ],
        },
      ]);
    });

    it("says which child lacks an answer or a date, and leads there", async () => {
      await page.press("radio", yes, card(0));
      await page.press("button", "Confirmer");
      expect(page.summary).to.deep.equal([
        "Éloïse : Saisissez la date de naissance.",
        "Noé : Indiquez si vous êtes le représentant légal de cet élève.",
        "Ambre : Indiquez si vous êtes le représentant légal de cet élève.",
      ]);
      await page.press("link", page.summary[1] ?? "");
      expect(page.focused).to.equal(yes);
      await page.press("link", page.summary[0] ?? "");
      expect(page.focused).to.equal("Jour");
      expect(page.descriptionOf("Jour", card(0))).to.contain("Saisissez la date de naissance.");
    });

    const wrongDates = [
      ["", "3", "2015", "Complétez la date"],
      ["12", "mars", "2015", "des chiffres seulement"],
      ["32", "3", "2015", "Le jour doit être entre 1 et 31."],
      ["12", "13", "2015", "Le mois doit être entre 1 et 12."],
      ["12", "3", "15", "avec ses 4 chiffres"],
      ["12", "3", "20155", "L'année doit avoir 4 chiffres."],
      ["31", "2", "2015", "Cette date n'existe pas."],
      ["12", "3", "2999", "Cette date est dans le futur."],
      ["12", "3", "1815", "Cette date est trop ancienne."],
    ] as const;
    for (const [day, month, year, text] of wrongDates) {
      it(`refuses ${day || "—"}/${month}/${year} in its own words`, async () => {
        await page.press("radio", yes, card(0));
        await page.press("radio", no, card(1));
        await page.press("radio", no, card(2));
        await typeDate(0, day, month, year);
        await page.press("button", "Confirmer");
        expect(page.commands).to.deep.equal([]);
        expect(page.summary.length).to.equal(1);
        expect(page.summary[0]).to.contain(text);
        expect(page.get("textbox", "Année", card(0))).to.have.property("value", year);
      });
    }

    for (const pasted of ["12/03/2015", "12 3 2015", "2015-03-12", "12032015", "１２.０３.２０１５"]) {
      it(`fills all three fields from « ${pasted} » pasted into one`, async () => {
        await page.press("radio", yes, card(0));
        const clipboardData = new DataTransfer();
        clipboardData.setData("text", pasted);
        const paste = new ClipboardEvent("paste", {
          clipboardData,
          bubbles: true,
          cancelable: true,
          composed: true,
        });
        page.get("textbox", "Mois", card(0)).dispatchEvent(paste);
        await page.press("radio", no, card(1));
        await page.press("radio", no, card(2));
        await page.press("button", "Confirmer");
        expect(page.commands[0]).to.deep.include({ type: "childrenSubmitted" });
        expect(JSON.stringify(page.commands[0])).to.contain('"birthDate":"2015-03-12"');
      });
    }

    it("leaves alone what is pasted and is no date", async () => {
      await page.press("radio", yes, card(0));
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "12");
      const paste = new ClipboardEvent("paste", {
        clipboardData,
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      expect(page.get("textbox", "Jour", card(0)).dispatchEvent(paste)).to.equal(true);
    });

    it("asks before every child is refused, and sends once the answer is confirmed", async () => {
      for (const index of [0, 1, 2]) await page.press("radio", no, card(index));
      await page.press("button", "Confirmer");
      expect(page.commands).to.deep.equal([]);
      expect(page.focused).to.equal("Vous n'êtes le représentant légal d'aucun de ces élèves ?");
      await page.press("button", "Modifier mes réponses");
      expect(page.focused).to.equal("Confirmer");
      await page.press("button", "Confirmer");
      await page.press("button", "Confirmer ma réponse");
      expect(page.commands).to.deep.equal([
        {
          type: "childrenSubmitted",
          answers: pupils.map(({ id }) => ({ childId: id, relation: "notGuardian" })),
        },
      ]);
    });

    it("never says which child's date did not match, and keeps every answer", async () => {
      await page.press("radio", yes, card(0));
      await typeDate(0, "12", "3", "2015");
      await page.set({ issues: [{ code: "birth_dates_wrong", params: { triesLeft: 2 } }] });
      expect(page.summary).to.deep.equal([
        "Une date au moins n'est pas celle que l'établissement a enregistrée. Vérifiez toutes les dates, puis réessayez. Il vous reste 2 essais.",
      ]);
      expect(page.root.querySelectorAll("[aria-invalid]").length).to.equal(0);
      expect(page.get("textbox", "Jour", card(0))).to.have.property("value", "12");
    });

    it("puts what the server says of one child at that child", async () => {
      await page.set({
        issues: [
          { code: "child_unanswered", childId: "b" },
          { code: "birth_date_impossible", childId: "a" },
        ],
      });
      expect(page.summary).to.deep.equal([
        "Noé : Indiquez si vous êtes le représentant légal de cet élève.",
        "Éloïse : Cette date n'existe pas. Vérifiez le jour et le mois.",
      ]);
      expect(card(1)?.textContent).to.contain("Indiquez si");
    });

    it("closes while the step is locked, says until when and whom to ask, and lets the reader go back", async () => {
      const contact = { name: "École Jules-Ferry", phone: "03 22 00 00 00", email: null };
      await page.set({ now: 1_000_000, lockedUntil: 1_000_000 + 24 * 3600, contact });
      expect(page.text).to.contain("Vous pourrez recommencer dans 24 heures.");
      expect(page.get("link", "Téléphone : 03 22 00 00 00").getAttribute("href")).to.equal("tel:0322000000");
      await page.press("button", "Confirmer");
      expect(page.summary).to.deep.equal([]);
      await page.press("button", "Précédent");
      expect(page.commands).to.deep.equal([{ type: "backRequested" }]);
    });

    it("says so when there is no child at all", async () => {
      await page.set({ pupils: [] });
      expect(page.text).to.contain("Aucun élève n'est rattaché");
      expect(page.names("button")).to.deep.equal([]);
    });

    describe("with children of one name", () => {
      const twin = { ...pupil, givenName: "Éloïse", school: "E.E.PU Jules-Ferry" };
      const brother = { ...pupil, id: "b", givenName: "Noé", school: "LP LYC Branly" };
      const twins = [{ ...twin, id: "t1" }, { ...twin, id: "t2" }, brother];

      beforeEach(() => page.set({ pupils: twins }));

      it("tells them apart by their place, in every name that is read", async () => {
        expect(page.names("group")).to.deep.equal([
          "Éloïse MARTIN, Élève 1 sur 3, E.E.PU Jules-Ferry",
          "Éloïse MARTIN, Élève 2 sur 3, E.E.PU Jules-Ferry",
          "Noé MARTIN, LP LYC Branly",
        ]);
        const radios = page.names("radio");
        expect(radios[0]).to.equal(`${yes}, Éloïse MARTIN, Élève 1 sur 3`);
        expect(radios[4]).to.equal(yes);
        expect(new Set(radios).size).to.equal(radios.length);
        for (const index of [0, 1]) {
          await page.press("radio", radios[index * 2] ?? "");
        }
        const dates = page.names("group").filter((name) => name.startsWith("Né le"));
        expect(dates).to.deep.equal([
          "Né le Éloïse MARTIN, Élève 1 sur 3",
          "Né le Éloïse MARTIN, Élève 2 sur 3",
        ]);
        expect(await page.violations()).to.deep.equal([]);
      });

      it("leads from each mistake to its own card", async () => {
        await page.press("radio", `${yes}, Éloïse MARTIN, Élève 2 sur 3`);
        await page.press("radio", no, card(2));
        await page.press("button", "Confirmer");
        expect(page.summary).to.deep.equal([
          "Éloïse MARTIN, Élève 1 sur 3 : Indiquez si vous êtes le représentant légal de cet élève.",
          "Éloïse MARTIN, Élève 2 sur 3 : Saisissez la date de naissance.",
        ]);
        await page.press("link", page.summary[1] ?? "");
        const active = page.element.shadowRoot?.activeElement ?? document.activeElement;
        expect([page.focused, card(1)?.contains(active)]).to.deep.equal(["Jour", true]);
        await page.press("link", page.summary[0] ?? "");
        expect(page.focused).to.equal(`${yes}, Éloïse MARTIN, Élève 1 sur 3`);
      });
    });

    it("names by the whole name, in the summary, children who share the given one only", async () => {
      const sacha = { ...pupil, givenName: "Sacha" };
      await page.set({ pupils: [sacha, { ...sacha, id: "y", familyName: "PETIT" }] });
      await page.press("button", "Confirmer");
      expect(page.summary.map((line) => line.split(" : ")[0])).to.deep.equal(["Sacha MARTIN", "Sacha PETIT"]);
      expect(page.names("group")).to.contain("Sacha MARTIN, CLG Mareschal");
    });

    it("shows decently what little it may while somebody of the same name is possible", async () => {
      const masked = (id: string, givenName: string) => ({
        ...pupil,
        id,
        givenName,
        familyName: "",
        school: "",
      });
      await page.set({ pupils: [masked("a", "L."), masked("b", "Ł."), masked("c", "L."), masked("d", "")] });
      expect(page.names("group")).to.deep.equal([
        "Élève dont le prénom commence par L, Élève 1 sur 4",
        "Élève dont le prénom commence par Ł, Élève 2 sur 4",
        "Élève dont le prénom commence par L, Élève 3 sur 4",
        "Élève, Élève 4 sur 4",
      ]);
      expect(page.text).to.contain("nous n'affichons que l'initiale de chaque élève.");
      await page.press("button", "Confirmer");
      expect(page.summary[2]).to.equal(
        "Élève dont le prénom commence par L, Élève 3 sur 4 : Indiquez si vous êtes le représentant légal de cet élève.",
      );
      await page.set({ pupils });
      expect(page.text).to.not.contain("que l'initiale");
    });

    it("counts the answers of a large family where they end, dates included, without announcing each", async () => {
      const family = Array.from({ length: 12 }, (_, index) => ({
        ...pupil,
        id: `p${index}`,
        givenName: `Enfant ${index}`,
        hasBirthDate: index !== 2,
      }));
      expect(page.text).to.not.contain("sur 3 renseigné");
      await page.set({ pupils: family });
      expect(page.text).to.contain("0 élève sur 12 renseigné");
      await page.press("radio", yes, card(0));
      await page.press("radio", no, card(1));
      await page.press("radio", yes, card(2));
      expect(page.text).to.contain("2 élèves sur 12 renseignés");
      await typeDate(0, "12", "3", "2015");
      expect(page.text).to.contain("3 élèves sur 12 renseignés");
      expect(page.root.querySelector(".educonnect-count")?.closest("[role=status]")).to.equal(null);
      expect(page.status).to.equal("");
      expect(await page.violations()).to.deep.equal([]);
    });

    it("sends an answer for each of twelve, and leads to the one that is wrong", async () => {
      const family = Array.from({ length: 12 }, (_, index) => ({
        ...pupil,
        id: `p${index}`,
        givenName: `E${index}`,
      }));
      await page.set({ pupils: family });
      for (const index of family.keys()) await page.press("radio", index % 2 === 0 ? yes : no, card(index));
      for (const index of family.keys()) {
        if (index % 2 === 0) await typeDate(index, "12", index === 10 ? "13" : "3", "2015");
      }
      await page.press("button", "Confirmer");
      expect(page.summary).to.deep.equal(["E10 : Le mois doit être entre 1 et 12."]);
      await page.press("link", page.summary[0] ?? "");
      await page.type("Mois", "4", card(10));
      await page.press("button", "Confirmer");
      expect(page.commands[0]).to.have.property("answers").with.lengthOf(12);
    });

    it("passes axe, empty, answered, wrong and asking", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.press("radio", yes, card(0));
      await page.press("button", "Confirmer");
      expect(await page.violations()).to.deep.equal([]);
      for (const index of [0, 1, 2]) await page.press("radio", no, card(index));
      await page.press("button", "Confirmer");
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

import axe from "axe-core";
import { expect } from "chai";
import "../../define/birth-date.ts";
import { ScreenPage, waitUntil } from "../../../test/screen-page.ts";

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-birth-date, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-birth-date">;

    beforeEach(async () => {
      page = new ScreenPage(axe, "educonnect-birth-date", { dom, progress: { current: 2, total: 3 } });
      await page.element.updateComplete;
    });

    afterEach(() => page.element.remove());

    it("is the pupil's own date, which the browser may fill in", () => {
      expect(page.text).to.match(
        /^Élève Activation du compte Étape 2 sur 3 Je confirme ma date de naissance/u,
      );
      expect(page.all("textbox").map((each) => each.getAttribute("autocomplete"))).to.deep.equal([
        "bday-day",
        "bday-month",
        "bday-year",
      ]);
      expect(page.names("group")).to.deep.equal(["Date de naissance"]);
    });

    it("sends the date", async () => {
      await page.type("Jour", "1");
      await page.type("Mois", "12");
      await page.type("Année", "2011");
      await page.press("button", "Suivant");
      expect(page.commands).to.deep.equal([{ type: "birthDateSubmitted", birthDate: "2011-12-01" }]);
    });

    it("marks the part that is wrong, all of them when the whole is", async () => {
      const marked = () => page.all("textbox").map((each) => each.getAttribute("aria-invalid") === "true");
      await page.press("button", "Suivant");
      expect(marked()).to.deep.equal([true, true, true]);
      expect(page.summary).to.deep.equal(["Saisissez votre date de naissance."]);
      await page.type("Jour", "1");
      await page.type("Mois", "13");
      await page.type("Année", "2011");
      await page.press("button", "Suivant");
      expect(marked()).to.deep.equal([false, true, false]);
      await page.set({ issues: [{ code: "birth_date_wrong", params: { triesLeft: 2 } }] });
      expect(marked()).to.deep.equal([true, true, true]);
      expect(page.summary[0]).to.contain("Il vous reste 2 essais.");
      expect(page.get("textbox", "Mois")).to.have.property("value", "13");
    });

    it("names the school when it has recorded no date to compare with", async () => {
      const contact = { name: "Collège Mareschal", phone: null, email: null };
      await page.set({ contact, issues: [{ code: "birth_date_unrecorded", field: "birthDate" }] });
      expect(page.summary[0]).to.contain("n'a pas enregistré votre date de naissance");
      expect(page.text).to.contain("Contactez l'établissement : Collège Mareschal");
      expect(page.root.querySelectorAll("[aria-invalid]").length).to.equal(0);
    });

    it("opens again by itself once the lock has passed", async () => {
      await page.set({ now: 1_000_000, lockedUntil: 1_000_001, issues: [{ code: "step_locked" }] });
      expect(page.text).to.contain("Cette étape est momentanément fermée");
      const isOpen = () => page.get("button", "Suivant").getAttribute("aria-disabled") !== "true";
      await waitUntil(isOpen, () => page.text);
      expect(page.text).to.not.contain("trop d'essais");
    });

    it("passes axe, empty and wrong", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.press("button", "Suivant");
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

describe("the fields of a date", () => {
  afterEach(() => document.body.replaceChildren());

  it("follow the order of the language, keep what is typed when it changes, and lead to the first on a mistake", async () => {
    const element = document.createElement("educonnect-birth-date");
    document.body.append(element);
    await element.updateComplete;
    const inputs = () => [...(element.shadowRoot?.querySelectorAll("input") ?? [])];
    expect(inputs().map(({ name }) => name)).to.deep.equal(["day", "month", "year"]);
    for (const input of inputs()) input.value = input.name;
    element.messages = { lang: "zh-Hans" };
    await element.updateComplete;
    expect(inputs().map(({ name }) => name)).to.deep.equal(["year", "month", "day"]);
    expect(inputs().map(({ value }) => value)).to.deep.equal(["year", "month", "day"]);
    for (const input of inputs()) input.value = "";
    element.shadowRoot?.querySelector("form")?.requestSubmit();
    await element.updateComplete;
    const [link] = element.shadowRoot?.querySelectorAll<HTMLElement>(".educonnect-summary a") ?? [];
    link?.click();
    expect(element.shadowRoot?.activeElement?.getAttribute("name")).to.equal("year");
  });
});

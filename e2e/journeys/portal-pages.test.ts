import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectSoon, heading, link } from "../pages/screen.ts";
import { reachChildren } from "../pages/guardian-method.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath, startPath } from "../world/visits.ts";

const world = useWorld();

const signIn = "Je me connecte avec mon compte ÉduConnect";

/** What the page calls itself: its language, its direction, its tab. */
const readPage = (page: Page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]);

describe.concurrent("the portal around the elements", () => {
  it("speaks the language chosen where it knows it, and is French, and called so, where not", async () => {
    const page = await world().open(loginPath, 1280);
    await heading(page, signIn).waitFor();
    const menu = page.locator("educonnect-language").getByRole("combobox");
    const cases = [
      ["ar", ["ar", "rtl", "تفعيل حسابي – ENT Horizon"], "تلميذ"],
      ["en", ["en", "ltr", "Activate my account – ENT Horizon"], "Pupil"],
      ["es", ["fr", "ltr", "Activer mon compte – ENT Horizon"], "Élève"],
    ] as const;
    for (const [tag, said, tab] of cases) {
      await menu.selectOption(tag);
      await link(page, tab).waitFor();
      expect(await readPage(page)).toEqual(said);
    }
    await menu.selectOption("ar");
    await page.goto("/aide");
    await heading(page, "المساعدة على تفعيل الحساب").waitFor();
    expect(await readPage(page)).toEqual(["ar", "rtl", "المساعدة على تفعيل الحساب – ENT Horizon"]);
  });

  it("says what to do about a password that was forgotten", async () => {
    const page = await world().open(loginPath, 320);
    await heading(page, signIn).waitFor();
    await page.getByRole("link", { name: "Mot de passe oublié" }).click();
    await page.waitForURL("**/aide#mot-de-passe-oublie");
    expect(await page.locator(":target + dd").textContent()).toContain(
      "Demandez à l'école un nouveau courrier",
    );
  });

  it("leads from a link of a mail that is unknown back to the activation, and to its page of help", async () => {
    const page = await world().open("/confirmer#inconnu", 320);
    await heading(page, "Ce lien ne peut pas être utilisé").waitFor();
    const leads = await page
      .locator("educonnect-confirmation-link a")
      .evaluateAll((links) => links.map((each) => each.getAttribute("href")));
    expect(leads).toEqual(["/aide", loginPath]);
  });

  it("helps with a first connection at the sign-in alone, and is not printed", async () => {
    const letter = world().letters.takeGuardian();
    const person = createInspectingPerson(await world().open(loginPath, 1280));
    const { page } = person;
    const help = page.getByRole("complementary", { name: "Première connexion" });
    await help.waitFor();
    await reachChildren(person, letter);
    expect(await help.count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    const isShown = await Promise.all(
      [".demo-bar", ".portal-header", ".portal-footer", ".portal-aside", "educonnect-activation"].map(
        (part) => page.locator(part).isVisible(),
      ),
    );
    expect(isShown).toEqual([false, false, false, false, true]);
  });

  it("is dark for whoever prefers that, the elements with it", async () => {
    const page = await world().open(loginPath, 1280);
    await heading(page, signIn).waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    const grounds = () =>
      page.evaluate(() => {
        const card = document
          .querySelector("educonnect-activation")
          ?.shadowRoot?.querySelector(".educonnect-screen");
        return [document.body, card].map((each) => each && getComputedStyle(each).backgroundColor);
      });
    await expectSoon(grounds, ["rgb(14, 25, 30)", "rgb(20, 26, 24)"], "both grounds are dark");
  });

  it.each([startPath, loginPath, "/methodes", "/aide", "/confirmer"])(
    "keeps within the window at 320 px with letters twice as large: %s",
    async (path) => {
      const page = await world().open(path, 320);
      await page.locator("educonnect-language").getByRole("combobox").waitFor();
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      const readOut = () =>
        page.evaluate(() =>
          [...document.querySelectorAll("body *")]
            .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
            .map((each) => each.localName),
        );
      await expectSoon(readOut, [], "nothing reaches out of the window");
    },
  );

  it("puts the help below the sign-in where letters twice as large leave no room beside it", async () => {
    const page = await world().open(loginPath, 1280);
    await heading(page, signIn).waitFor();
    const isBeside = () =>
      page.evaluate(() => {
        const [main, aside] = [".portal-main", ".portal-aside"].map((each) =>
          document.querySelector(each)?.getBoundingClientRect(),
        );
        return (aside?.left ?? 0) >= (main?.right ?? Infinity);
      });
    expect(await isBeside()).toBe(true);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect(await isBeside()).toBe(false);
  });
});

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { claimChild } from "../pages/children.ts";
import { reachChildren } from "../pages/guardian-method.ts";
import { createMousePerson } from "../people/person.ts";
import { addressOf } from "../world/letters.ts";
import { useWorld } from "../world/open-world.ts";
import { confirmationLinkPath, loginPath, startPath } from "../world/visits.ts";

const world = useWorld();

const menu = (page: Page) => page.getByRole("combobox", { name: "Langue" });
const heading = (page: Page, name: string) => page.getByRole("heading", { name });
const inFrench = "Je me connecte avec mon compte ÉduConnect";
const inEnglish = "Sign in with my ÉduConnect account";

describe.concurrent("a family that reads another language", () => {
  it.concurrent.each([320, 1280])(
    "chooses it at %i px, and finds it again in a new tab, until French is chosen",
    async (width) => {
      const page = await world().open(startPath, width);
      await menu(page).selectOption("en");
      await heading(page, "Sign in to the digital workspace (ENT)").waitFor();
      await page.goto(loginPath);
      await heading(page, inEnglish).waitFor();
      expect(await menu(page).inputValue()).toBe("en");
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      // As a mail's link opens.
      const tab = await page.context().newPage();
      await tab.goto(new URL(`${confirmationLinkPath}#unknown`, page.url()).href);
      await heading(tab, "This link can't be used").waitFor();
      expect(await tab.evaluate(() => ({ ...localStorage }))).toEqual({ "educonnect-language": "en" });
      await menu(tab).selectOption("fr");
      expect(await tab.evaluate(() => Object.keys(localStorage))).toEqual([]);
      const elsewhere = await world().open(loginPath, width);
      await heading(elsewhere, inFrench).waitFor();
    },
  );

  it.concurrent("keeps what was typed when the language changes, and goes on in it", async () => {
    const letter = world().letters.takeGuardian(({ children }) => children.length === 2);
    const page = await world().open(loginPath, 1280);
    await page.getByLabel("Identifiant").fill(letter.identifier);
    await menu(page).selectOption("en");
    await heading(page, inEnglish).waitFor();
    expect(await page.getByLabel("Identifier").inputValue()).toBe(letter.identifier);
    await page.getByLabel("Password", { exact: true }).fill(letter.provisionalPassword);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await heading(page, "Enter my email address").waitFor();
    await page.reload();
    await heading(page, "Enter my email address").waitFor();
  });

  it.concurrent("gets the mail in Arabic with the French below, and opens its link in Arabic", async () => {
    const letter = world().letters.takeGuardian();
    const person = createMousePerson(await world().open(loginPath));
    const { page } = person;
    await reachChildren(person, letter);
    for (const child of letter.children) await claimChild(person, child);
    await menu(page).selectOption("ar");
    await page.getByRole("button", { name: "تأكيد", exact: true }).click();
    await heading(page, "تم إرسال رسالة إلكترونية").waitFor();

    const mail = await world().mailbox.await(addressOf(letter));
    expect(mail.subject).toBe("تأكيد بريدكم الإلكتروني لحساب ÉduConnect");
    expect(mail.text).toMatch(/مرحبًا[^]*En français[^]*Bonjour/u);
    expect(mail.text.split(mail.link)).toHaveLength(3);
    expect(mail.code).toMatch(/^\d{8}$/);
    const tab = await page.context().newPage();
    await tab.goto(mail.link);
    await heading(tab, "تأكيد بريدي الإلكتروني").waitFor();
    await tab.getByRole("button", { name: "تأكيد", exact: true }).click();
    await heading(tab, "تم تأكيد بريدكم الإلكتروني").waitFor();
    await page.bringToFront();
    await heading(page, "تم تفعيل حسابكم بنجاح").waitFor();
  });

  it.concurrent("reads French where a text can't be loaded, and nothing but French", async () => {
    const page = await world().open(loginPath, 1280);
    const broken = /\/en-flow-[\w-]+\.js$/u;
    await page.route(broken, (route) => route.fulfill({ status: 503, body: "" }));
    await heading(page, inFrench).waitFor();
    // The steps that follow are loaded by then, so that their texts are wanted with the others.
    await page.waitForFunction(() => customElements.get("educonnect-email") !== undefined);
    const [answer] = await Promise.all([page.waitForResponse(broken), menu(page).selectOption("en")]);
    expect(answer.status()).toBe(503);
    await page.getByRole("status").getByText("Language: English").waitFor();
    expect(await heading(page, inFrench).isVisible()).toBe(true);
    expect(await page.locator("educonnect-activation .educonnect").first().getAttribute("lang")).toBe("fr");
    expect(await page.locator("educonnect-activation").getByText("Parent or guardian").count()).toBe(0);
    await page.unroute(broken);
    await page.reload();
    await heading(page, inEnglish).waitFor();
  });
});

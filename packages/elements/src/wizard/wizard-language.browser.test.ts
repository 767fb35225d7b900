import type { MessageKey } from "@educonnect-activation/core";
import { language } from "@educonnect-activation/core/messages/en";
import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { readCatalogue, type WizardPage } from "../../test/wizard-page.ts";
import { strongPassword, Visit } from "../../test/visit.ts";
import "../define/educonnect-activation.ts";
import "../define/educonnect-confirmation-link.ts";
import "../define/language.ts";

const langOf = (page: WizardPage) => page.root.querySelector(".educonnect")?.getAttribute("lang");

describe("the wizard in another language, over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;
  let text: (key: MessageKey) => string;

  before(async () => {
    text = await readCatalogue(language);
  });

  beforeEach(async () => {
    portal = await createTestPortal();
    visit = new Visit(portal.browser());
  });

  afterEach(() => {
    visit.close();
    document.body.replaceChildren();
  });

  async function signIn(page: WizardPage, personId: string): Promise<void> {
    const letter = await portal.issue(personId);
    await page.untilText(text("login.heading"));
    page.type(text("login.identifier"), letter.identifier);
    page.type(text("login.password"), letter.provisionalPassword);
    page.press(text("login.submit"));
  }

  async function giveEmail(page: WizardPage): Promise<void> {
    await page.untilStep("email");
    page.type(text("email.label"), "claire@example.org");
    page.type(text("email.confirmation"), "claire@example.org");
    page.press(text("confirm"));
  }

  it("leads from the letter to the services in English, title and announcements included", async () => {
    const ownTitle = document.title;
    const page = visit.open({ lang: "en", updateTitle: true });
    await signIn(page, "claire");
    await page.untilStep("email");
    expect(page.heading).to.equal(text("email.heading"));
    await page.until("the title", () => document.title.startsWith(text("email.heading")));
    await giveEmail(page);
    await page.untilStep("password");
    await page.until("the announcement", () =>
      (page.root.querySelector(".educonnect-announcement")?.textContent ?? "").startsWith("Step 2 of"),
    );
    page.type(text("password.new"), strongPassword);
    page.type(text("password.confirmation"), strongPassword);
    page.press(text("next"));
    await page.untilStep("children");
    const dates = [
      ["12", "03", "2015"],
      ["30", "11", "2009"],
    ] as const;
    for (const [index, date] of dates.entries()) {
      page.choose(text("children.guardian"), index);
      await page.untilStill();
      for (const [part, key] of (["date.day", "date.month", "date.year"] as const).entries())
        page.type(text(key), date[part] ?? "", index);
    }
    page.press(text("confirm"));
    await page.untilStep("emailSent");
    const { code } = await portal.lastConfirmation();
    page.type(text("emailSent.code"), code);
    page.press(text("emailSent.submit"));
    await page.untilStep("success");
    expect(page.heading).to.equal(text("success.heading"));
    page.press(text("success.services"));
    await page.untilStep("services");
    await page.untilText("Signed in: Claire Martin");
    expect(langOf(page)).to.equal("en-GB");
    page.element.remove();
    await page.until("its own title", () => document.title === ownTitle);
  });

  it("says a mistake, and how many tries are left, in the language", async () => {
    const page = visit.open({ lang: "en" });
    await page.untilText(text("login.heading"));
    page.press(text("login.submit"));
    await page.untilText(text("issue.identifier_missing"));
    const letter = await portal.issue("claire");
    page.type(text("login.identifier"), letter.identifier);
    page.type(text("login.password"), "wrong password");
    page.press(text("login.submit"));
    await page.untilText(text("issue.credentials_refused"));
    expect(page.text).to.not.match(/[Ee]ssai|Saisissez|Réessayer/u);
  });

  it("changes in the middle of a screen: what was typed stays, and the screen with it", async () => {
    const page = visit.open({ lang: "en" });
    const menu = document.createElement("educonnect-language");
    document.body.append(menu);
    await menu.updateComplete;
    await signIn(page, "claire");
    await page.untilStep("email");
    page.type(text("email.label"), "claire@example.org");
    const { screen } = page;
    const select = menu.shadowRoot?.querySelector("select");
    if (!select) throw new Error("The menu has no list.");
    select.focus();
    select.value = "fr";
    select.dispatchEvent(new Event("change"));
    await page.untilText("Adresse mail");
    expect(page.screen).to.equal(screen);
    expect(page.field("Adresse mail").value).to.equal("claire@example.org");
    expect(menu.shadowRoot?.activeElement).to.equal(select);
    expect(langOf(page)).to.equal("fr");
    page.type("Confirmation de l'adresse mail", "claire@example.org");
    page.press("Confirmer");
    await page.untilStep("password");
    expect(page.heading).to.equal("Je choisis mon nouveau mot de passe");
    localStorage.clear();
  });

  it("opens the mail's link in the language too", async () => {
    const page = visit.open({ lang: "en" });
    await signIn(page, "claire");
    await giveEmail(page);
    await page.untilStep("password");
    page.type(text("password.new"), strongPassword);
    page.type(text("password.confirmation"), strongPassword);
    page.press(text("next"));
    await page.untilStep("children");
    location.hash = "token=unknown";
    const link = document.createElement("educonnect-confirmation-link");
    Object.assign(link, { client: visit.client, lang: "en" });
    document.body.append(link);
    await page.until("the answer", () =>
      (link.shadowRoot?.textContent ?? "").includes(text("emailConfirm.failedHeading")),
    );
    expect(link.shadowRoot?.textContent).to.include(text("issue.confirmation_link_unknown"));
    expect(link.shadowRoot?.querySelector(".educonnect")?.getAttribute("lang")).to.equal("en-GB");
  });
});

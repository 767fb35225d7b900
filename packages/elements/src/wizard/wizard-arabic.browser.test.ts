import { language } from "@educonnect-activation/core/messages/ar";
import type { MessageKey, MessageParams } from "@educonnect-activation/core";
import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import type { ShownStep } from "../events/educonnect-events.ts";
import { readCatalogue } from "../../test/wizard-page.ts";
import { strongPassword, Visit } from "../../test/visit.ts";
import "../define/educonnect-activation.ts";

describe("the letter's method in Arabic, over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;
  let text: (key: MessageKey, params?: MessageParams) => string;

  before(async () => {
    text = await readCatalogue(language);
  });

  beforeEach(async () => {
    portal = await createTestPortal();
    visit = new Visit(portal.browser());
  });

  afterEach(() => visit.close());

  it("leads from the letter to the services, by the names of the catalogue", async () => {
    const letter = await portal.issue("claire");
    const page = visit.open({ lang: "ar" });

    const reach = async (step: ShownStep, heading: MessageKey): Promise<void> => {
      await page.untilStep(step);
      await page.untilText(text(heading));
    };

    await reach("signIn", "login.heading");
    page.type(text("login.identifier"), letter.identifier);
    page.type(text("login.password"), "wrong");
    page.press(text("login.submit"));
    await page.untilText(text("issue.credentials_refused"));
    page.type(text("login.password"), letter.provisionalPassword);
    page.press(text("login.submit"));

    await reach("email", "email.heading");
    page.type(text("email.label"), "claire@example.org");
    page.type(text("email.confirmation"), "claire@example.org");
    page.press(text("confirm"));

    await reach("password", "password.heading");
    page.type(text("password.new"), strongPassword);
    page.type(text("password.confirmation"), strongPassword);
    page.press(text("next"));

    await reach("children", "children.heading");
    expect(page.text).to.include(text("progress", { current: 3, total: 4 }));
    for (const [index, date] of [
      ["12", "03", "2015"],
      ["30", "11", "2009"],
    ].entries()) {
      page.choose(text("children.guardian"), index);
      await page.untilStill();
      for (const [part, key] of (["date.day", "date.month", "date.year"] as const).entries())
        page.type(text(key), date[part] ?? "", index);
    }
    page.press(text("confirm"));

    await reach("emailSent", "emailSent.heading");
    expect(page.text).to.include("claire@example.org");
    const { code } = await portal.lastConfirmation();
    page.type(text("emailSent.code"), code);
    page.press(text("emailSent.submit"));

    await reach("success", "success.heading");
    expect(page.heading).to.equal(text("success.heading"));
    expect(page.part("identifier")?.textContent.trim()).to.match(/^c\.martin/);
    page.press(text("success.services"));

    await reach("services", "services.heading");
    await page.untilText(text("services.signedInAs", { name: "Claire Martin" }));
    expect(page.root.querySelector(".educonnect")?.getAttribute("dir")).to.equal("rtl");
    page.press(text("services.signOut"));
    await page.untilStep("signIn");
  });
});

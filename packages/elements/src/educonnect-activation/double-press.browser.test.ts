import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/testing/portal";
import { expect } from "chai";
import "../define/educonnect-activation.ts";
import { Visit } from "../testing/visit.ts";
import type { WizardPage } from "../testing/wizard-page.ts";

/** One press of a mouse, as browsers tell it; answers whether the press may move the focus. */
function pressMouse(target: Element, detail: number, clientX = 200): boolean {
  const init = { bubbles: true, composed: true, cancelable: true, detail, clientX, clientY: 300 };
  const mayTakeFocus = target.dispatchEvent(new MouseEvent("mousedown", init));
  target.dispatchEvent(new MouseEvent("click", init));
  return mayTakeFocus;
}

describe("a double click whose first half led to another screen, over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;
  let page: WizardPage;

  const submitButton = () => page.root.querySelector("[type=submit]") ?? page.element;
  const passwordHeading = "Je choisis mon nouveau mot de passe";

  beforeEach(async () => {
    portal = await createTestPortal();
    visit = new Visit(portal.browser());
    page = visit.open();
    const letter = await portal.issue("claire");
    await page.signIn(letter.identifier, letter.provisionalPassword);
    await page.untilStep("email");
    page.type("Adresse mail", "claire@example.org");
    page.type("Confirmation de l'adresse mail", "claire@example.org");
    expect(pressMouse(submitButton(), 1)).to.equal(true);
    await page.untilStep("password");
    await page.until("the heading to have the focus", () => page.focused === passwordHeading);
  });

  afterEach(() => visit.close());

  it("does nothing on the new screen, and leaves the focus on its heading", () => {
    expect(pressMouse(submitButton(), 2)).to.equal(false);
    expect(pressMouse(document.body, 3)).to.equal(false);
    expect(page.text).not.to.include("Votre saisie comporte");
    expect(page.focused).to.equal(passwordHeading);
  });

  it("leaves alone what is pressed anew, by mouse or by keyboard", async () => {
    pressMouse(submitButton(), 2);
    expect(pressMouse(page.field("Mot de passe"), 1, 20)).to.equal(true);
    expect(pressMouse(page.field("Mot de passe"), 2, 20)).to.equal(true);
    page.press("Suivant");
    await page.until("the mistakes", () => page.part("summary") !== null);
  });
});

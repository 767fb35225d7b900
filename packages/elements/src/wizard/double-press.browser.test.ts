import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { Visit } from "../../test/visit.ts";
import type { WizardPage } from "../../test/wizard-page.ts";
import { guardDoublePresses } from "./double-press.ts";
import "../define/educonnect-activation.ts";

/** One press of a mouse, as browsers tell it; answers whether the press may move the focus. */
function pressMouse(target: Element, detail: number, clientX = 200, clientY = 300): boolean {
  const init = { bubbles: true, composed: true, cancelable: true, detail, clientX, clientY };
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

  const showButton = () => page.root.querySelector(".educonnect-toggle") ?? page.element;
  const showsPassword = () => page.root.querySelector("input[type=text][name=password]") !== null;

  it("knows a second tap by its time and place, as a touch screen counts none", () => {
    expect(pressMouse(showButton(), 1, 205)).to.equal(false);
    expect(showsPassword()).to.equal(false);
  });

  it("leaves alone a quick press on another control", async () => {
    expect(pressMouse(showButton(), 1, 220)).to.equal(true);
    await page.until("the password to be shown", showsPassword);
  });

  it("leaves alone what a keyboard presses at once, without a pointer", async () => {
    const click = new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, detail: 0 });
    expect(pressMouse(submitButton(), 2)).to.equal(false);
    showButton().dispatchEvent(click);
    await page.until("the password to be shown", showsPassword);
  });

  it("leaves alone what a switch device presses at the same place, which counts no clicks", async () => {
    expect(pressMouse(showButton(), 0)).to.equal(true);
    await page.until("the password to be shown", showsPassword);
  });

  it("leaves alone the click that assistive technology makes without a press, after a double one", async () => {
    expect(pressMouse(submitButton(), 2)).to.equal(false);
    const init = { bubbles: true, composed: true, cancelable: true, detail: 1, clientX: 200, clientY: 300 };
    showButton().dispatchEvent(new MouseEvent("click", init));
    await page.until("the password to be shown", showsPassword);
  });

  it("leaves alone what is pressed anew, by mouse or by keyboard", async () => {
    pressMouse(submitButton(), 2);
    expect(pressMouse(page.field("Mot de passe"), 1, 20)).to.equal(true);
    expect(pressMouse(page.field("Mot de passe"), 2, 20)).to.equal(true);
    page.press("Suivant");
    await page.until("the mistakes", () => page.part("summary") !== null);
  });
});

describe("a guard of double presses", () => {
  const place = document.createElement("button");
  let screen = 1;
  let presses = 0;
  place.addEventListener("click", () => (presses += 1));
  let endGuard: () => void;

  beforeEach(() => {
    document.body.append(place);
    [screen, presses] = [1, 0];
    endGuard = guardDoublePresses(() => screen);
  });

  afterEach(() => {
    endGuard();
    place.remove();
  });

  it("lets presses without a place be as quick as they like, from screen to screen", () => {
    for (screen = 1; screen <= 3; screen += 1) pressMouse(place, 1, 0, 0);
    expect(presses).to.equal(3);
  });

  it("lets presses on one screen be as quick as they like", () => {
    for (let count = 1; count <= 3; count += 1) pressMouse(place, count);
    expect(presses).to.equal(3);
  });
});

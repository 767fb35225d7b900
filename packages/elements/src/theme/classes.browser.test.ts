import { createTestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { emulateMedia } from "@web/test-runner-commands";
import { expect } from "chai";
import "../define/children.ts";
import "../define/educonnect-activation.ts";
import "../define/password.ts";
import "../define/success.ts";
import { dsfrClasses } from "../dsfr/dsfr-classes.ts";
import { strongPassword, Visit } from "../../test/visit.ts";

const properties = { dom: "light", classes: dsfrClasses } as const;

const find = (element: Element, name: string): Element => {
  const found = element.querySelector(`.educonnect-${name}`);
  if (found === null) throw new Error(`Nothing is called ${name}`);
  return found;
};

describe("the classes of a host's own design system", () => {
  let element: HTMLElementTagNameMap["educonnect-login"];

  beforeEach(async () => {
    element = Object.assign(document.createElement("educonnect-login"), properties);
    document.body.append(element);
    await element.updateComplete;
  });

  afterEach(() => element.remove());

  it("stand beside the kit's own, which stay parts", () => {
    expect([...find(element, "button-primary").classList]).to.include.members([
      "educonnect-button",
      "fr-btn",
    ]);
    expect(find(element, "heading").matches(".fr-h3")).to.equal(true);
    expect([...find(element, "button-primary").part]).to.deep.equal(["button", "button-primary"]);
  });

  it("are those of the most special name alone", async () => {
    expect(find(element, "button-primary").matches(".fr-btn--secondary")).to.equal(false);
    element.issues = [{ code: "credentials_refused" }];
    await element.updateComplete;
    expect(find(element, "summary").matches(".fr-alert--error:not(.fr-callout)")).to.equal(true);
  });

  it("come with a state, stay through other changes and go with it", async () => {
    const field = find(element, "field");
    for (let round = 0; round < 2; round += 1) {
      element.issues = [{ code: "identifier_missing", field: "identifier" }];
      await element.updateComplete;
      expect(field.matches(".fr-input-group.fr-input-group--error")).to.equal(true);
      element.busy = round === 0;
      element.links = round === 0 ? { "no-account": true } : {};
      await element.updateComplete;
      expect(field.matches(".fr-input-group.fr-input-group--error")).to.equal(true);
      element.issues = [];
      await element.updateComplete;
      expect(field.className.trim().split(/\s+/u)).to.deep.equal(["educonnect-field", "fr-input-group"]);
    }
  });

  it("bring what appears later along", async () => {
    const screen = Object.assign(document.createElement("educonnect-password"), properties);
    document.body.append(screen);
    await screen.updateComplete;
    const input = find(screen, "input");
    if (!(input instanceof HTMLInputElement)) throw new Error("no input");
    input.value = strongPassword;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await screen.updateComplete;
    expect(find(screen, "met").matches(".fr-message--valid:not(.fr-message--info)")).to.equal(true);
    input.value = "";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await screen.updateComplete;
    expect(find(screen, "rule").matches(".fr-message--info:not(.fr-message--valid)")).to.equal(true);
    screen.remove();
  });

  it("leave the kit's look out, and keep hidden what is hidden", async () => {
    const rules = document.adoptedStyleSheets.flatMap((sheet) =>
      [...sheet.cssRules].map((rule) => rule.cssText),
    );
    expect(rules.filter((rule) => rule.includes(".educonnect-button")).length).to.equal(0);
    expect(getComputedStyle(find(element, "hidden")).position).to.equal("absolute");
  });

  it("show a button that is closed for now, which no sheet of theirs knows by `:disabled`", async () => {
    const screen = Object.assign(document.createElement("educonnect-children"), properties, {
      pupils: [{ id: "1", givenName: "Léa", familyName: "Martin", school: "École", hasBirthDate: true }],
    });
    document.body.append(screen);
    await screen.updateComplete;
    const submit = find(screen, "button-primary");
    for (const isLocked of [true, false]) {
      screen.lockedUntil = isLocked ? Math.floor(Date.now() / 1000) + 900 : null;
      await screen.updateComplete;
      expect(submit.matches(".fr-btn.fr-background-contrast--grey[aria-disabled=true]")).to.equal(isLocked);
      expect(submit.matches(".fr-background-contrast--grey")).to.equal(isLocked);
    }
    screen.busy = true;
    await screen.updateComplete;
    expect(submit.matches("[aria-disabled=true]:not(.fr-background-contrast--grey)")).to.equal(true);
    screen.remove();
  });

  it("leave what is on paper as it is", async () => {
    const screen = Object.assign(document.createElement("educonnect-success"), properties, {
      identifier: "c.martin42",
    });
    document.body.append(screen);
    await screen.updateComplete;
    const button = find(screen, "button");
    await emulateMedia({ media: "print" });
    try {
      expect(getComputedStyle(button).display).to.equal("none");
      expect(getComputedStyle(find(screen, "identifier")).display).not.to.equal("none");
    } finally {
      await emulateMedia({ media: "screen" });
      screen.remove();
    }
    expect(getComputedStyle(find(element, "button")).display).not.to.equal("none");
  });

  it("reach every screen of the wizard", async () => {
    const visit = new Visit((await createTestPortal()).browser());
    const page = visit.open(properties);
    await page.untilStep("signIn");
    expect(find(page.element, "button-primary").matches(".fr-btn")).to.equal(true);
    visit.close();
  });

  it("may stand on lines of their own", async () => {
    const screen = Object.assign(document.createElement("educonnect-login"), {
      dom: "light",
      classes: { heading: "\n  one\ttwo \n" },
    });
    document.body.append(screen);
    await screen.updateComplete;
    expect([...find(screen, "heading").classList]).to.deep.equal(["educonnect-heading", "one", "two"]);
    screen.remove();
  });

  it("leave an element in a shadow root as it looks, where no sheet of theirs reaches", async () => {
    const screen = Object.assign(document.createElement("educonnect-login"), { classes: dsfrClasses });
    document.body.append(screen);
    await screen.updateComplete;
    const heading = screen.shadowRoot?.querySelector(".educonnect-heading");
    expect(heading?.className).to.equal("educonnect-heading");
    const rules = screen.shadowRoot?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]) ?? [];
    expect(rules.some(({ cssText }) => cssText.includes(".educonnect-button"))).to.equal(true);
    screen.remove();
  });

  it("are none unless given", async () => {
    const plain = document.createElement("educonnect-login");
    document.body.append(plain);
    await plain.updateComplete;
    expect(plain.shadowRoot?.querySelectorAll("[class*='fr-']").length).to.equal(0);
    plain.remove();
  });
});

import { language as turkish } from "@educonnect-activation/core/messages/tr";
import { createTestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import "../define/educonnect-activation.ts";
import "../define/login.ts";
import { Visit } from "../../test/visit.ts";
import { addTexts, partsInUse } from "./translate.ts";

const inFrench = "Je me connecte avec mon compte ÉduConnect";

const root = (element: HTMLElement) => element.shadowRoot?.querySelector<HTMLElement>(".educonnect");
const heading = (element: HTMLElement) =>
  element.shadowRoot?.querySelector(".educonnect-heading")?.textContent.trim();

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Holds a part of the Turkish texts back, which this page then uses, until it is let go. */
function holdPortal() {
  const before = Object.getOwnPropertyDescriptor(turkish, "portal") ?? {};
  const load = turkish.portal;
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  Object.defineProperty(turkish, "portal", { ...before, value: () => gate.then(load) });
  addTexts("portal");
  return {
    release,
    end: () => {
      partsInUse.delete("portal");
      Object.defineProperty(turkish, "portal", before);
    },
  };
}

describe("a language that does not come", () => {
  let held: ReturnType<typeof holdPortal>;

  function place(lang: string) {
    const element = Object.assign(document.createElement("educonnect-login"), { lang });
    document.body.append(element);
    return element;
  }

  before(() => (held = holdPortal()));
  afterEach(() => document.body.replaceChildren());
  after(() => held.end());

  it("holds no screen that is drawn, and no later wish", async () => {
    const element = place("");
    await element.updateComplete;
    element.lang = "tr";
    element.busy = true;
    await element.updateComplete;
    expect(heading(element)).to.equal(inFrench);
    expect(element.shadowRoot?.querySelector("[type=submit]")?.ariaDisabled).to.equal("true");
    element.lang = "en";
    await until(() => root(element)?.lang === "en-GB");
    element.lang = "tr";
    await element.updateComplete;
    expect(heading(element)).to.equal("Sign in with my ÉduConnect account");
    element.lang = "";
    await element.updateComplete;
    expect(heading(element)).to.equal(inFrench);
  });

  it("gives way at once to another that is asked for before the first drawing", async () => {
    const element = place("tr");
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(root(element)).to.equal(null);
    element.lang = "";
    await element.updateComplete;
    expect(heading(element)).to.equal(inFrench);
  });

  it("leaves the wizard's journey to go on, in one language at a time, and is drawn when it comes", async () => {
    const portal = await createTestPortal();
    const visit = new Visit(portal.browser());
    const letter = await portal.issue("claire");
    const page = visit.open({ lang: "tr" });
    await page.until("a sign of loading", () => page.root.querySelector(".educonnect-loading") !== null);
    const screen = place("tr");
    await page.untilText(inFrench);
    await until(() => heading(screen) === inFrench);
    page.type("Identifiant", letter.identifier);
    page.type("Mot de passe", letter.provisionalPassword);
    page.press("Se connecter");
    await page.untilStep("email");
    expect(page.heading).to.equal("Je renseigne mon adresse mail");
    page.type("Adresse mail", "claire@example.org");
    held.release();
    await until(() => page.root.querySelector(".educonnect")?.getAttribute("lang") === "tr");
    await until(() => root(screen)?.lang === "tr");
    expect(page.root.querySelector("input")?.value).to.equal("claire@example.org");
    visit.close();
  });
});

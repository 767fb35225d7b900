import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { html } from "lit";
import { Visit } from "../../test/visit.ts";
import type { EduconnectActivation } from "./educonnect-activation.ts";
import type { WizardPage } from "../../test/wizard-page.ts";
import "../define/educonnect-activation.ts";

describe("the wizard in a page, over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;

  async function atEmail(properties: Partial<EduconnectActivation> = {}): Promise<WizardPage> {
    const page = visit.open(properties);
    const letter = await portal.issue("claire");
    await page.signIn(letter.identifier, letter.provisionalPassword);
    await page.untilStep("email");
    return page;
  }

  beforeEach(async () => {
    portal = await createTestPortal();
    visit = new Visit(portal.browser());
  });

  afterEach(() => visit.close());

  for (const dom of ["shadow", "light"] as const) {
    it(`leads the focus to each new heading, but takes none when the page opens (${dom})`, async () => {
      const page = visit.open({ dom });
      await page.untilStep("signIn");
      expect(document.activeElement).to.equal(document.body);
      const letter = await portal.issue("claire");
      await page.signIn(letter.identifier, letter.provisionalPassword);
      await page.untilStep("email");
      await page.until("the focus", () => page.focused === "Je renseigne mon adresse mail");
      expect(page.part("announcement")?.textContent).to.equal("Étape 1 sur 4");
      expect(page.part("announcement")?.getAttribute("role")).to.equal("status");
    });
  }

  it("leads to the summary of errors, and each line to its field", async () => {
    const page = await atEmail();
    page.press("Confirmer");
    await page.untilText("Saisissez votre adresse mail.");
    await page.until("the focus", () => page.focused.startsWith("Il y a un problème"));
    page.press("Saisissez votre adresse mail.");
    expect(page.focused).to.equal("Adresse mail");
  });

  it("leaves the focus where it is in the page when something happens elsewhere, and says it", async () => {
    const page = await atEmail();
    const tab = visit.open();
    await tab.giveEmail("claire@example.org");
    await tab.untilStep("password");
    const search = document.createElement("input");
    document.body.append(search);
    search.focus();
    window.dispatchEvent(new Event("focus"));
    await page.untilStep("password");
    const announcement = page.part("announcement");
    await page.until(
      "the announcement",
      () => announcement?.textContent?.startsWith("Étape 2 sur 4") === true,
    );
    expect(announcement?.textContent).to.equal("Étape 2 sur 4 Je choisis mon nouveau mot de passe");
    expect(document.activeElement).to.equal(search);
    search.remove();
  });

  it("shows the host's own content at both ends, by slot or property, in either rendering", async () => {
    for (const dom of ["shadow", "light"] as const) {
      const element = document.createElement("educonnect-activation");
      Object.assign(element, { timers: visit.timers, client: visit.client, noHistory: true, dom });
      const logo = document.createElement("p");
      logo.slot = "start";
      logo.textContent = "Académie";
      element.append(logo);
      element.end = html`<p>Une question ?</p>`;
      document.body.append(element);
      const root = element.shadowRoot ?? element;
      await new Promise((resolve) => {
        element.addEventListener("educonnect-step-change", resolve, { once: true });
      });
      await element.updateComplete;
      const screen = root.querySelector("educonnect-login");
      await screen?.updateComplete;
      expect(logo.checkVisibility(), dom).to.equal(true);
      expect(root.textContent, dom).to.include("Une question ?");
      element.remove();
    }
  });

  it("renders every input, label and part in one root, with ids of its own", async () => {
    for (const dom of ["shadow", "light"] as const) {
      const [one, other] = [visit.open({ dom }), visit.open({ dom })];
      await one.untilStep("signIn");
      await other.untilStep("signIn");
      expect(one.field("Identifiant").getRootNode()).to.equal(
        dom === "light" ? document : one.element.shadowRoot,
      );
      expect(one.part("button-primary")).not.to.equal(null);
      const ids = [one, other].flatMap(({ root }) => [...root.querySelectorAll("[id]")].map(({ id }) => id));
      expect(new Set(ids).size).to.equal(ids.length);
      one.element.remove();
      other.element.remove();
    }
  });

  it("is styled by adopted sheets alone, wherever it is moved", async () => {
    const page = visit.open({ dom: "light" });
    await page.untilStep("signIn");
    page.type("Identifiant", "z.marchand");
    const shadow = document.createElement("div").attachShadow({ mode: "open" });
    document.body.append(shadow.host);
    shadow.append(page.element);
    await page.untilStill();
    expect(shadow.adoptedStyleSheets.length).to.be.greaterThan(0);
    expect(page.field("Identifiant").value).to.equal("z.marchand");
    expect(page.element.querySelectorAll("style, [style]")).to.have.length(0);
    expect(visit.network.sentTo("readStatus")).to.have.length(1);
    shadow.host.remove();
  });

  it("puts the heading before the page's title only when asked, and takes it back", async () => {
    document.title = "Portail";
    const page = visit.open({ updateTitle: true });
    await page.untilStep("signIn");
    await page.until(
      "the title",
      () => document.title === "Je me connecte avec mon compte ÉduConnect – Portail",
    );
    page.element.remove();
    await page.until("the title", () => document.title === "Portail");
    expect(document.title).to.equal("Portail");
  });

  it("keeps what is typed from the page and its stores", async () => {
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    for (const name of ["educonnect-command", "educonnect-step-change"])
      document.addEventListener(name, listen);
    await atEmail();
    for (const name of ["educonnect-command", "educonnect-step-change"])
      document.removeEventListener(name, listen);
    expect(heard).to.deep.equal(["educonnect-step-change", "educonnect-step-change"]);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, ""]);
  });
});

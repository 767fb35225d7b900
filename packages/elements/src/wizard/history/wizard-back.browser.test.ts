import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { Visit } from "../../../test/visit.ts";
import type { WizardPage } from "../../../test/wizard-page.ts";
import "../../define/educonnect-activation.ts";

async function move(by: 1 | -1): Promise<void> {
  await new Promise((resolve) => {
    window.addEventListener("popstate", resolve, { once: true });
    history.go(by);
  });
}

const depth = () => history.state?.educonnectActivation?.depth ?? 0;

describe("the browser's back button in the wizard, over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;
  let page: WizardPage;

  beforeEach(async () => {
    history.pushState({ before: "the page" }, "");
    history.pushState({ router: "host" }, "");
    portal = await createTestPortal();
    visit = new Visit(portal.browser());
    page = visit.open({ noHistory: false });
    const letter = await portal.issue("claire");
    await page.signIn(letter.identifier, letter.provisionalPassword);
    await page.untilStep("email");
  });

  afterEach(() => visit.close());

  it("shows the answer before, and forward goes on again", async () => {
    await page.giveEmail("claire@example.org");
    await page.untilStep("password");
    await move(-1);
    await page.untilStep("email");
    expect(page.text).to.include("Adresse déjà renseignée");
    await move(1);
    await page.untilStep("password");
    expect(depth()).to.equal(2);
  });

  it("is where it was after « Précédent »", async () => {
    await page.giveEmail("claire@example.org");
    await page.untilStep("password");
    page.press("Précédent");
    await page.untilStep("email");
    await page.until("the entry to be left", () => depth() === 1);
    expect(history.state).to.include({ router: "host" });
  });

  it("asks before it gives the activation up, and stays when told to", async () => {
    await move(-1);
    await page.untilText("Abandonner l'activation ?");
    expect(page.focused).to.include("Abandonner l'activation ?");
    page.press("Continuer l'activation");
    await page.until("the entry to be put back", () => depth() === 1);
    expect(page.steps.at(-1)).to.equal("email");
    expect(page.text).not.to.include("Abandonner l'activation ?");
    expect(visit.network.sentTo("sendEvent")).to.have.length(0);
  });

  it("leads out at a second press in a row, with the activation kept", async () => {
    await move(-1);
    await page.untilText("Abandonner l'activation ?");
    expect(depth()).to.equal(0);
    await move(-1);
    expect(history.state).to.deep.equal({ before: "the page" });
    expect(visit.network.sentTo("sendEvent")).to.have.length(0);
    const again = visit.reload(page);
    await again.untilStep("email");
  });

  it("asks no longer once the person went forward again", async () => {
    await move(-1);
    await page.untilText("Abandonner l'activation ?");
    await move(1);
    await page.until("the question to go", () => !page.text.includes("Abandonner l'activation ?"));
    expect(depth()).to.equal(1);
    await move(-1);
    await page.untilText("Abandonner l'activation ?");
  });

  it("gives it up when the person agrees, and then leads out of the wizard", async () => {
    await move(-1);
    await page.untilText("Abandonner l'activation ?");
    page.press("Abandonner l'activation");
    await page.untilStep("abandoned");
    await page.until("the entries to be left", () => depth() === 0);
    page.press("Revenir à la connexion");
    await page.untilStep("signIn");
    expect(page.text).to.include("Je me connecte avec mon compte ÉduConnect");
  });

  it("does not move a second wizard of the page", async () => {
    const second = visit.open({ noHistory: false });
    await second.untilStep("email");
    await page.giveEmail("claire@example.org");
    await page.untilStep("password");
    window.dispatchEvent(new Event("focus"));
    await second.untilStep("password");
    await move(-1);
    await page.untilStep("email");
    const commands = visit.network.sentTo("sendEvent").map(({ body }) => body);
    expect(commands).to.have.length(2);
  });
});

describe("the browser's back button on the way without an account, over the real handler", () => {
  let visit: Visit;
  let page: WizardPage;

  beforeEach(async () => {
    history.pushState({ before: "the page" }, "");
    history.pushState({ router: "host" }, "");
    const portal = await createTestPortal();
    visit = new Visit(portal.browser());
    page = visit.open({ noHistory: false });
    await page.untilStep("signIn");
  });

  afterEach(() => visit.close());

  it("gives up what nobody has proved without a question, and then leads out", async () => {
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    await page.until("the entry", () => depth() === 1);
    await move(-1);
    await page.untilStep("signIn");
    expect(page.text).not.to.include("Abandonner l'activation ?");
    expect(depth()).to.equal(0);
    await move(-1);
    expect(history.state).to.deep.equal({ before: "the page" });
  });

  it("leads from the code back to what was typed, and from the methods to where they were opened", async () => {
    page.press("Je n'ai pas de compte");
    await page.giveIdentity("Martin", "Claire", "06 12 34 56 71");
    await page.untilStep("smsCode");
    page.press("Voir les autres méthodes");
    await page.untilStep("methods");
    await page.until("the entry", () => depth() === 3);
    await move(-1);
    await page.untilStep("smsCode");
    await move(-1);
    await page.untilStep("identity");
    expect(page.field("Nom").value).to.equal("Martin");
    await move(1);
    await page.untilStep("smsCode");
    expect(depth()).to.equal(2);
  });

  it("is where it was after « Précédent » on the methods", async () => {
    page.press("Quelles méthodes pour activer un compte ?");
    await page.untilStep("methods");
    await page.until("the entry", () => depth() === 1);
    page.press("Précédent");
    await page.untilStep("signIn");
    await page.until("the entry to be left", () => depth() === 0);
    expect(history.state).to.include({ router: "host" });
  });
});

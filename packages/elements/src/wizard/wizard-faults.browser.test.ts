import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { strongPassword, Visit } from "../../test/visit.ts";
import type { WizardPage } from "../../test/wizard-page.ts";
import "../define/educonnect-activation.ts";

const day = 24 * 60 * 60;

describe("the wizard when things go wrong, over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;
  let others: Visit[];

  async function openLetter(personId: string, page: WizardPage) {
    const letter = await portal.issue(personId);
    await page.signIn(letter.identifier, letter.provisionalPassword);
    return letter;
  }

  async function atEmail(): Promise<WizardPage> {
    const page = visit.open();
    await openLetter("claire", page);
    await page.untilStep("email");
    return page;
  }

  function typeEmail(page: WizardPage, email = "claire@example.org"): void {
    page.type("Adresse mail", email);
    page.type("Confirmation de l'adresse mail", email);
  }

  beforeEach(async () => {
    portal = await createTestPortal();
    visit = new Visit(portal.browser());
    others = [];
  });

  afterEach(() => {
    for (const each of [visit, ...others]) each.close();
  });

  it("sends one request on a double click", async () => {
    const page = await atEmail();
    typeEmail(page);
    page.press("Confirmer");
    page.press("Confirmer");
    await page.untilStep("password");
    expect(visit.network.sentTo("sendEvent")).to.have.length(1);
    expect(page.steps).to.deep.equal(["signIn", "email", "password"]);
  });

  for (const fault of ["lostOnTheWay", "lostOnTheWayBack"] as const) {
    it(`keeps what was typed and sends it again under the same key when it was ${fault}`, async () => {
      const page = await atEmail();
      visit.network.break("sendEvent", fault);
      typeEmail(page);
      page.press("Confirmer");
      await page.untilText("La connexion a échoué");
      expect(page.part("notice")?.getAttribute("role")).to.equal("alert");
      expect(page.focused).to.equal("Confirmer");
      const notice = page.part("notice")?.getBoundingClientRect();
      expect(notice?.top).to.be.at.least(0);
      expect(notice?.bottom).to.be.at.most(innerHeight);
      expect(page.field("Adresse mail").value).to.equal("claire@example.org");
      expect(page.steps.at(-1)).to.equal("email");
      expect(page.events).to.deep.equal(["network"]);
      page.press("Réessayer");
      await page.untilStep("password");
      const [first, second] = visit.network.sentTo("sendEvent");
      expect(second).to.deep.equal(first);
      expect(page.part("notice")).to.equal(null);
    });
  }

  it("signs in after all when the answer to the sign-in was lost", async () => {
    const page = visit.open();
    visit.network.break("signIn", "lostOnTheWayBack");
    await openLetter("claire", page);
    await page.untilText("La connexion a échoué");
    page.press("Réessayer");
    await page.untilStep("email");
    expect(visit.network.sentTo("signIn")).to.have.length(2);
  });

  it("says nothing of a look at the server that failed, which nobody asked for", async () => {
    const page = await atEmail();
    await page.giveEmail("claire@example.org");
    await page.untilStep("password");
    visit.network.break("readStatus", "lostOnTheWay");
    window.dispatchEvent(new Event("focus"));
    await page.untilStill();
    expect(page.part("notice")).to.equal(null);
    expect(page.events).to.deep.equal([]);
  });

  it("tells a page of a proxy from an answer, and leads on once it is gone", async () => {
    const page = await atEmail();
    visit.network.break("sendEvent", "proxyPage");
    typeEmail(page);
    page.press("Confirmer");
    await page.untilText("Le service est momentanément indisponible");
    expect(page.events).to.deep.equal(["unexpected"]);
    page.press("Réessayer");
    await page.untilStep("password");
  });

  it("takes the services off the screen when the session has ended", async () => {
    const page = visit.open({ audience: "pupil" });
    await openLetter("lucas", page);
    await page.activatePupil(strongPassword);
    page.press("Accéder à mes services");
    await page.untilText("Connecté : Lucas Martin");
    portal.clock.advance(day);
    window.dispatchEvent(new Event("focus"));
    await page.untilText("Votre session est terminée");
    expect(page.text).not.to.include("Lucas");
    page.press("Se reconnecter");
    await page.untilStep("signIn");
  });

  it("takes a new key when the person changed the answer meanwhile", async () => {
    const page = await atEmail();
    visit.network.break("sendEvent", "lostOnTheWay");
    typeEmail(page);
    page.press("Confirmer");
    await page.untilText("La connexion a échoué");
    await page.untilStill();
    typeEmail(page, "c.martin@example.org");
    page.press("Confirmer");
    await page.untilStep("password");
    const keys = visit.network.sentTo("sendEvent").map(({ idempotencyKey }) => idempotencyKey);
    expect(new Set(keys).size).to.equal(2);
  });

  it("retries by itself without anybody noticing", async () => {
    const page = visit.open({ client: visit.createClient(3) });
    await openLetter("claire", page);
    await page.untilStep("email");
    visit.network.break("sendEvent", "lostOnTheWayBack", "lostOnTheWay");
    typeEmail(page);
    page.press("Confirmer");
    await page.until("the next screen", () => {
      void visit.timers.advance(1);
      return page.steps.at(-1) === "password";
    });
    expect(page.events).to.deep.equal([]);
    expect(
      new Set(visit.network.sentTo("sendEvent").map(({ idempotencyKey }) => idempotencyKey)).size,
    ).to.equal(1);
  });

  it("says that the server can't be reached, and starts when it can", async () => {
    visit.network.break("readStatus", "lostOnTheWay");
    const page = visit.open();
    await page.untilStep("unreachable");
    expect(page.text).to.include("Le service est momentanément indisponible");
    page.press("Réessayer");
    await page.untilStep("signIn");
    expect(page.focused).to.equal("Je me connecte avec mon compte ÉduConnect");
  });

  it("shows at once that it is loading, and tells it only when that takes long", async () => {
    let arrive: () => void = () => undefined;
    visit.network.break(
      "readStatus",
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    const page = visit.open();
    await page.untilText("Chargement…");
    const told = () => page.root.querySelector(".educonnect-loading [role=status]")?.textContent;
    await visit.timers.advance(299);
    expect(told()).to.equal("");
    await visit.timers.advance(1);
    await page.untilText("Chargement… Chargement…");
    expect(told()).to.equal("Chargement…");
    arrive();
    await page.untilStep("signIn");
    expect(page.text).not.to.include("Chargement…");
  });

  it("adopts the current view when another tab went on, and says so", async () => {
    const page = await atEmail();
    const tab = visit.open();
    await tab.giveEmail("claire@example.org");
    await tab.untilStep("password");
    typeEmail(page, "other@example.org");
    page.press("Confirmer");
    await page.untilStep("password");
    expect(page.text).to.include("Cette étape a changé dans un autre onglet");
  });

  it("finds out by itself that another tab went on, when the person comes back", async () => {
    const page = await atEmail();
    const tab = visit.open();
    await tab.giveEmail("claire@example.org");
    await tab.untilStep("password");
    window.dispatchEvent(new Event("focus"));
    await page.untilStep("password");
    expect(page.part("notice")).to.equal(null);
  });

  it("shows one message for every wrong pair, then how long the lock lasts", async () => {
    const page = visit.open();
    const { identifier } = await portal.issue("claire");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await page.signIn(identifier, `wrong-${attempt}`);
      await page.until("the refusal", () => visit.network.sentTo("signIn").length === attempt + 1);
      await page.untilStill();
    }
    await page.signIn(identifier, "wrong again");
    await page.untilText("Il y a eu trop d'essais. Réessayez dans 15 minutes.");
    expect(page.field("Identifiant").value).to.equal(identifier);
  });

  it("closes a step that is locked, and opens it again when time has passed", async () => {
    const page = visit.open({ audience: "pupil" });
    await openLetter("lucas", page);
    await page.choosePassword(strongPassword);
    await page.untilStep("birthDate");
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      page.type("Jour", String(attempt));
      page.type("Mois", "1");
      page.type("Année", "2009");
      page.press("Suivant");
      await page.until("the answer", () => visit.network.sentTo("sendEvent").length === attempt + 1);
      await page.untilStill();
    }
    await page.untilText("Cette étape est momentanément fermée");
    expect(page.text).to.include("dans 24 heures");
    portal.clock.advance(day + 1);
    await visit.timers.advance((day + 1) * 1000);
    await page.until("the step to be open", () => !page.text.includes("momentanément fermée"));
    expect(page.part("notice")).to.equal(null);
  });

  it("says that the activation took too long, and leads back to the sign-in", async () => {
    const page = await atEmail();
    portal.clock.advance(8 * day);
    typeEmail(page);
    page.press("Confirmer");
    await page.until("the end", () => ["expired", "signIn"].includes(page.steps.at(-1) ?? ""));
    if (page.steps.at(-1) === "expired") {
      expect(page.focused).to.equal("Le temps pour activer votre compte est écoulé");
      page.press("Revenir à la connexion");
    }
    await page.untilStep("signIn");
  });

  it("says that the activation goes on elsewhere once it was resumed there", async () => {
    const page = visit.open();
    const { identifier, provisionalPassword } = await openLetter("claire", page);
    await page.untilStep("email");
    const other = new Visit(portal.browser());
    others.push(other);
    const there = other.open();
    await there.signIn(identifier, provisionalPassword);
    await there.untilStep("email");
    typeEmail(page);
    page.press("Confirmer");
    await page.untilStep("moved");
    expect(page.focused).to.equal("L'activation continue sur un autre appareil");
    page.press("Revenir à la connexion");
    await page.untilStep("signIn");
  });

  it("asks before it gives up another activation under way in this browser", async () => {
    const page = visit.open();
    await page.untilStep("signIn");
    const tab = visit.open();
    await openLetter("paul", tab);
    await tab.untilStep("email");
    const letter = await portal.issue("claire");
    await page.signIn(letter.identifier, letter.provisionalPassword);
    await page.untilText("Une autre activation est en cours dans ce navigateur");
    expect(page.field("Identifiant").value).to.equal(letter.identifier);
    page.press("Abandonner l'autre et continuer");
    await page.untilStep("email");
    expect(visit.network.sentTo("signIn").at(-1)?.body).to.deep.include({ replace: true });
  });

  it("shows the activation under way when the person keeps it", async () => {
    const page = visit.open();
    await page.untilStep("signIn");
    const tab = visit.open();
    await openLetter("paul", tab);
    await tab.giveEmail("paul@example.org");
    await tab.untilStep("password");
    await openLetter("claire", page);
    await page.untilText("Une autre activation est en cours dans ce navigateur");
    page.press("Annuler");
    await page.untilStep("password");
    expect(page.text).not.to.include("Une autre activation est en cours");
  });
});

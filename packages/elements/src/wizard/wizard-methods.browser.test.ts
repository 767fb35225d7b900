import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { strongPassword, Visit } from "../../test/visit.ts";
import type { WizardPage } from "../../test/wizard-page.ts";
import "../define/educonnect-activation.ts";
import "../define/educonnect-confirmation-link.ts";

describe("the wizard's methods, over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;
  let others: Visit[];

  const elsewhere = () => {
    const other = new Visit(portal.browser());
    others.push(other);
    return other;
  };

  async function openLetter(personId: string, page: WizardPage) {
    const letter = await portal.issue(personId);
    await page.signIn(letter.identifier, letter.provisionalPassword);
    return letter;
  }

  async function answerChildren(page: WizardPage): Promise<void> {
    await page.untilStep("children");
    for (const [index, date] of [
      ["12", "03", "2015"],
      ["30", "11", "2009"],
    ].entries()) {
      page.choose("Je suis le représentant légal de cet élève", index);
      await page.untilStill();
      for (const [part, name] of ["Jour", "Mois", "Année"].entries())
        page.type(name, date[part] ?? "", index);
    }
    page.press("Confirmer");
  }

  async function atEmailSent(page: WizardPage): Promise<void> {
    await openLetter("claire", page);
    await page.giveEmail("claire@example.org");
    await page.choosePassword(strongPassword);
    await answerChildren(page);
    await page.untilStep("emailSent");
  }

  beforeEach(async () => {
    portal = await createTestPortal();
    visit = new Visit(portal.browser());
    others = [];
  });

  afterEach(() => {
    for (const each of [visit, ...others]) each.close();
  });

  it("lead a guardian from the letter to the services", async () => {
    const page = visit.open();
    await atEmailSent(page);
    expect(page.text).to.include("claire@example.org");
    const { code } = await portal.lastConfirmation();
    page.type("Code de sécurité reçu par mail", code);
    page.press("Valider le code");
    await page.untilStep("success");
    expect(page.part("identifier")?.textContent.trim()).to.match(/^c\.martin/);
    page.press("Accéder à mes services");
    await page.untilStep("services");
    await page.untilText("Connecté : Claire Martin");
    expect(page.steps).to.deep.equal([
      "signIn",
      "email",
      "password",
      "children",
      "emailSent",
      "success",
      "services",
    ]);
    expect(page.events).to.deep.equal(["educonnect-activated", "educonnect-signed-in"]);
    page.press("Se déconnecter");
    await page.untilStep("signIn");
  });

  it("lead a pupil past the optional address", async () => {
    const page = visit.open({ audience: "pupil" });
    await openLetter("lucas", page);
    await page.choosePassword(strongPassword);
    await page.untilStep("birthDate");
    for (const [name, value] of [
      ["Jour", "30"],
      ["Mois", "11"],
      ["Année", "2009"],
    ] as const) {
      page.type(name, value);
    }
    page.press("Suivant");
    await page.untilStep("email");
    page.press("Passer cette étape");
    await page.untilStep("success");
    expect(page.steps).to.deep.equal(["signIn", "password", "birthDate", "email", "success"]);
  });

  it("show the services at once to who signs in with an active account", async () => {
    const first = visit.open();
    await openLetter("lucas", first);
    await first.activatePupil(strongPassword);
    const identifier = first.part("identifier")?.textContent.trim() ?? "";
    const other = elsewhere().open();
    await other.signIn(identifier, strongPassword);
    await other.untilStep("services");
    await other.untilText("Connecté : Lucas Martin");
    expect(other.events).to.deep.equal(["educonnect-signed-in"]);
  });

  it("resume after a reload, without the address in full", async () => {
    const page = visit.open();
    await atEmailSent(page);
    const again = visit.reload(page);
    await again.untilStep("emailSent");
    expect(again.steps).to.deep.equal(["emailSent"]);
    expect(again.text).not.to.include("claire@example.org");
    expect(again.text).to.include("@example.org");
  });

  it("go on by themselves when the link is confirmed in another browser, which gets no session", async () => {
    const page = visit.open();
    await atEmailSent(page);
    const { token } = await portal.lastConfirmation();
    const other = elsewhere();
    location.hash = token;
    const link = other.openLink({ returnUrl: "/" });
    expect(location.hash).to.equal("");
    await link.untilText("c.martin");
    link.press("Confirmer");
    await link.untilText("Revenez à la page où vous avez commencé");
    expect(link.hasButton("Reprendre l'activation")).to.equal(false);
    await visit.timers.advance(3000);
    await page.untilStep("success");
    expect(page.events).to.deep.equal(["educonnect-activated"]);
    const stranger = other.open();
    await stranger.untilStep("signIn");
  });

  it("lead back from the link in the browser that activates", async () => {
    const page = visit.open();
    await atEmailSent(page);
    const { token } = await portal.lastConfirmation();
    location.hash = token;
    const link = visit.openLink({ returnUrl: "/portail" });
    await link.untilText("c.martin");
    link.press("Confirmer");
    await link.untilText("L'activation de votre compte continue.");
    expect(link.focused).to.equal("Votre adresse mail est confirmée");
    expect(link.hasButton("Reprendre l'activation")).to.equal(true);
  });

  it("tell what is wrong with a link", async () => {
    const page = visit.open();
    await atEmailSent(page);
    const { token } = await portal.lastConfirmation();
    await elsewhere().client.answerConfirmationLink({ token, answer: "confirm" });
    location.hash = token;
    const used = elsewhere().openLink({ returnUrl: "/portail", helpUrl: "/aide" });
    await used.untilText("Ce lien ne peut pas être utilisé");
    await used.untilText("Ce lien a déjà servi");
    const leads = () => [...used.root.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(leads()).to.deep.equal(["/aide", "/portail"]);
    expect(used.text).to.include("Reprendre l'activation");
    const unknown = elsewhere().openLink();
    await unknown.untilText("Ce lien est incomplet ou inconnu");
    location.hash = "not-a-token";
    await used.untilText("Ce lien est incomplet ou inconnu");
    expect(leads()).to.deep.equal(["/aide", "/portail"]);
    expect(unknown.root.querySelectorAll("a").length).to.equal(0);
    expect(used.events).to.deep.equal(["confirmation_link_used", "confirmation_link_unknown"]);
  });

  it("ask for another address when the first was mistyped or disowned", async () => {
    const page = visit.open();
    await atEmailSent(page);
    const { token } = await portal.lastConfirmation();
    await elsewhere().client.answerConfirmationLink({ token, answer: "disown" });
    await visit.timers.advance(3000);
    await page.untilStep("email");
    expect(page.text).to.include("La personne qui a reçu le mail a répondu que ce n'était pas elle");
    await page.giveEmail("claire.martin@example.org");
    await page.untilStep("emailSent");
    page.press("J'ai fait une erreur de saisie dans mon adresse mail");
    await page.untilStep("email");
  });

  it("leave the services to a host that takes over, and to its address", async () => {
    const page = visit.open({ servicesUrl: "#mes-services" });
    await openLetter("lucas", page);
    await page.activatePupil(strongPassword);
    const hrefs: (string | null)[] = [];
    page.element.addEventListener("educonnect-enter-services", (event) => {
      hrefs.push(event.detail.href);
      event.preventDefault();
    });
    page.press("Accéder à mes services");
    await page.untilStep("services");
    await page.untilText("Connecté : Lucas Martin");
    expect(hrefs).to.deep.equal(["#mes-services"]);
    expect(location.hash).to.equal("");
    const again = visit.reload(page, { noServices: true });
    await again.untilText("Connecté : Lucas Martin");
    expect(again.hasButton("Accéder à mes services")).to.equal(false);
  });
});

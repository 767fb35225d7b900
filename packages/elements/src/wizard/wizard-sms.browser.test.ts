import { defaultActivationPolicy } from "@educonnect-activation/core";
import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { strongPassword, Visit } from "../../test/visit.ts";
import type { WizardPage } from "../../test/wizard-page.ts";
import "../define/educonnect-activation.ts";

const birthDates = [
  ["12", "03", "2015"],
  ["30", "11", "2009"],
] as const;
const clairesPhone = "06 12 34 56 71";

describe("the SMS method in the wizard, over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;

  const openPortal = async (options: Parameters<typeof createTestPortal>[0] = {}) => {
    portal = await createTestPortal(options);
    visit = new Visit(portal.browser());
  };

  async function atIdentity(properties = {}): Promise<WizardPage> {
    const page = visit.open(properties);
    await page.untilStep("signIn");
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    return page;
  }

  async function atCode(familyName = "Martin", phone = clairesPhone): Promise<WizardPage> {
    const page = await atIdentity();
    await page.giveIdentity(familyName, "Claire", phone);
    await page.untilStep("smsCode");
    return page;
  }

  async function atChildren(): Promise<WizardPage> {
    const page = await atCode();
    await page.giveSmsCode(await portal.lastSmsCode());
    await page.untilStep("children");
    return page;
  }

  /** Tries a wrong code, and resolves once it is refused. */
  async function tryWrongCode(page: WizardPage): Promise<void> {
    const answered = visit.network.sentTo("sendEvent").length + 1;
    const wrong = (await portal.lastSmsCode()) === "00000000" ? "11111111" : "00000000";
    await page.giveSmsCode(wrong);
    await page.until("the answer", () => visit.network.sentTo("sendEvent").length === answered);
    await page.untilStill();
  }

  beforeEach(() => openPortal());

  afterEach(() => visit.close());

  for (const dom of ["shadow", "light"] as const) {
    it(`leads from « Je n'ai pas de compte » to the services, in ${dom} rendering`, async () => {
      const page = await atIdentity({ dom });
      expect(page.focused).to.equal("L'activation est réservée aux représentants légaux");
      await page.giveIdentity("MARTIN", "claire", "06.12.34.56.71");
      await page.untilStep("smsCode");
      expect(page.focused).to.equal("Un code de sécurité a été envoyé");
      expect(page.text).to.include("+33 •• •• •• 71").and.include("valable 30 min");
      const code = await portal.lastSmsCode();
      await page.giveSmsCode(`${code.slice(0, 2)} ${code.slice(2, 5)}-${code.slice(5)}`);
      await page.untilText("Emma Martin");
      await page.confirmChildren(birthDates, "Suivant");
      await page.choosePassword(strongPassword);
      await page.untilStep("success");
      page.press("Accéder à mes services");
      await page.untilText("Connecté : Claire Martin");
      expect(page.steps).to.deep.equal([
        "signIn",
        "identity",
        "smsCode",
        "children",
        "password",
        "success",
        "services",
      ]);
      expect(page.events).to.deep.equal(["educonnect-activated", "educonnect-signed-in"]);
    });
  }

  it("shows whom nobody knows the very screen that a match is shown", async () => {
    const known = (await atCode()).text;
    await openPortal();
    const unknown = (await atCode("Inconnue")).text;
    expect(unknown).to.equal(known);
    expect(await portal.texts()).to.have.length(0);
  });

  it("names what is wrong with what was typed, and asks the server only about what may be right", async () => {
    const page = await atIdentity();
    await page.giveIdentity("Martin", "Claire", "12");
    await page.untilText("Il manque des chiffres à ce numéro");
    expect(visit.network.sentTo("sendEvent")).to.have.length(0);
    await page.giveIdentity("Martin", "Claire", "03 20 00 00 00");
    await page.untilText("Ce numéro n'est pas celui d'un téléphone portable");
    expect(page.field("Nom").value).to.equal("Martin");
  });

  it("counts wrong codes, and closes the step after the fifth", async () => {
    const page = await atCode();
    await tryWrongCode(page);
    expect(page.text).to.include("Ce code n'est pas le bon").and.include("Il vous reste 4 essais");
    for (let more = 0; more < 4; more += 1) await tryWrongCode(page);
    expect(page.text).to.include("Cette étape est momentanément fermée").and.include("15 minutes");
    page.press("Suivant");
    expect(visit.network.sentTo("sendEvent")).to.have.length(6);
    portal.clock.advance(16 * 60);
    await visit.timers.advance(16 * 60 * 1000);
    await page.until("the step to be open", () => !page.text.includes("momentanément fermée"));
  });

  it("says that a code came too late, and has another sent", async () => {
    const { smsCode } = defaultActivationPolicy.sends;
    const sends = {
      ...defaultActivationPolicy.sends,
      smsCode: { ...smsCode, validSeconds: 300, codeLength: 6 },
    };
    await openPortal({ policy: { ...defaultActivationPolicy, sends } });
    const page = await atCode();
    expect(page.text).to.include("valable 5 min").and.include("6 chiffres");
    const late = await portal.lastSmsCode();
    portal.clock.advance(301);
    await page.giveSmsCode(late);
    await page.untilText("Ce code n'est plus valable");
    await page.untilStill();
    page.press("Renvoyer le SMS");
    await page.until("the second text", () => visit.network.sentTo("sendEvent").length === 3);
    await page.untilStill();
    await page.giveSmsCode(await portal.lastSmsCode());
    await page.untilStep("children");
  });

  it("lets the SMS be sent again once a minute has passed", async () => {
    const page = await atCode();
    expect(page.text).to.include("Vous pourrez renvoyer le SMS");
    page.press("Renvoyer le SMS");
    expect(visit.network.sentTo("sendEvent")).to.have.length(1);
    portal.clock.advance(61);
    const again = visit.reload(page);
    await again.untilStep("smsCode");
    again.press("Renvoyer le SMS");
    await again.untilText("Un nouveau SMS a été demandé");
    expect(await portal.texts()).to.have.length(2);
  });

  it("says that a number was sent enough, at the identity and at the code, and keeps what was typed", async () => {
    await openPortal({ rateLimits: { sms: { perNumberAnHour: 1 } } });
    const page = await atCode();
    portal.clock.advance(61);
    const again = visit.reload(page);
    await again.untilStep("smsCode");
    again.press("Renvoyer le SMS");
    await again.untilText("Trop de SMS ont été demandés. Réessayez dans");
    again.press("Précédent");
    await again.giveIdentity("Martin", "Claire", clairesPhone);
    await again.untilText("Trop de SMS ont été demandés. Réessayez dans");
    expect(again.steps.at(-1)).to.equal("identity");
    expect(again.field("N° de téléphone portable").value).to.equal(clairesPhone);
    expect(again.hasButton("Pas de mobile connu de l'école ?")).to.equal(true);
  });

  it("says that texts are suspended for everybody", async () => {
    await openPortal({ rateLimits: { sms: { inAllAnHour: 1 } } });
    const other = new Visit(portal.browser());
    await other.client.startFlow({ method: "sms" });
    await atCode();
    const page = visit.open();
    await page.untilStep("smsCode");
    page.press("Précédent");
    await page.giveIdentity("Lœb", "Ada", "0692 12 34 56");
    await page.untilText("L'envoi de SMS est momentanément suspendu. Réessayez dans");
    expect(page.field("Nom").value).to.equal("Lœb");
    other.close();
  });

  it("keeps what was typed for whoever goes back to correct it", async () => {
    const page = await atCode("Martins");
    page.press("Précédent");
    await page.untilStep("identity");
    expect(page.field("Nom").value).to.equal("Martins");
    expect(page.field("Prénom").value).to.equal("Claire");
    await page.giveIdentity("Martin", "Claire", clairesPhone);
    await page.untilStep("smsCode");
    await page.giveSmsCode(await portal.lastSmsCode());
    await page.untilStep("children");
  });

  it("gives up without a question before the first proof, and asks after it", async () => {
    const page = await atIdentity();
    page.press("Précédent");
    await page.untilStep("signIn");
    expect(page.focused).to.equal("Je me connecte avec mon compte ÉduConnect");
    expect(visit.network.sentTo("sendEvent").map(({ body }) => body)).to.deep.equal([
      { revision: 1, event: { type: "abandonRequested" } },
    ]);
    page.press("Je n'ai pas de compte");
    await page.giveIdentity("Martin", "Claire", clairesPhone);
    await page.untilStep("smsCode");
    await page.giveSmsCode(await portal.lastSmsCode());
    await page.untilStep("children");
    page.press("Précédent");
    await page.untilText("Abandonner l'activation ?");
  });

  it("leaves the code's screen for the sign-in, or for the methods and back", async () => {
    const page = await atCode();
    page.type("Code de sécurité", "1234");
    page.press("Voir les autres méthodes");
    await page.untilStep("methods");
    expect(page.focused).to.equal("Quelles méthodes pour activer un compte ?");
    expect(page.part("announcement")?.textContent).to.equal("");
    expect(page.text).not.to.include("FranceConnect");
    page.press("Précédent");
    await page.untilStep("smsCode");
    expect(page.field("Code de sécurité").value).to.equal("1234");
    await page.until("the step", () => page.part("announcement")?.textContent === "Étape 2 sur 4");
    page.press("Me connecter avec un identifiant");
    await page.untilStep("signIn");
    const { flow } = await visit.client.readStatus();
    expect(flow).to.equal(null);
  });

  it("compares the methods from the sign-in, which keeps what was typed, and leads on from there", async () => {
    const page = visit.open();
    await page.untilStep("signIn");
    page.type("Identifiant", "c.martin12");
    page.press("Quelles méthodes pour activer un compte ?");
    await page.untilStep("methods");
    page.press("Précédent");
    await page.untilStep("signIn");
    expect(page.field("Identifiant").value).to.equal("c.martin12");
    page.press("Quelles méthodes pour activer un compte ?");
    await page.untilStep("methods");
    page.press("Commencer : Par SMS");
    await page.untilStep("identity");
  });

  it("begins anew, with what was typed, when the activation took too long", async () => {
    const page = await atIdentity();
    portal.clock.advance(31 * 60);
    await page.giveIdentity("Martin", "Claire", clairesPhone);
    await page.untilStep("expired");
    page.press("Revenir à la connexion");
    await page.untilStep("signIn");
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    expect(page.field("Nom").value).to.equal("Martin");
    page.press("Suivant");
    await page.untilStep("smsCode");
  });

  it("says that nothing is lost when the activation is no longer open here", async () => {
    const page = await atIdentity();
    portal.clock.advance(31 * 60);
    window.dispatchEvent(new Event("focus"));
    await page.untilStep("signIn");
    expect(page.part("notice")).to.not.equal(null);
    expect(page.text).to.include("Rien n'était encore confirmé : recommencez");
  });

  it("asks before it gives up a proven activation of another tab", async () => {
    const page = visit.open();
    await page.untilStep("signIn");
    await atChildren();
    page.press("Je n'ai pas de compte");
    await page.untilText("Une autre activation est en cours dans ce navigateur");
    expect(page.focused).to.include("Une autre activation est en cours dans ce navigateur");
    page.press("Abandonner l'autre et continuer");
    await page.untilStep("identity");
    expect(visit.network.sentTo("startFlow").at(-1)?.body).to.deep.equal({ method: "sms", replace: true });
  });

  it("finds out by itself that another tab went on", async () => {
    const page = await atIdentity();
    const tab = visit.open();
    await tab.giveIdentity("Martin", "Claire", clairesPhone);
    await tab.untilStep("smsCode");
    window.dispatchEvent(new Event("focus"));
    await page.untilStep("smsCode");
    expect(page.part("notice")).to.equal(null);
  });

  it("says that a date is wrong without saying which, and closes the step after the third", async () => {
    const page = await atChildren();
    await page.confirmChildren([birthDates[0], ["01", "01", "2009"]], "Suivant");
    await page.untilText("Une date au moins n'est pas celle que l'établissement a enregistrée");
    expect(page.text).to.include("Il vous reste 2 essais");
    for (const year of ["2008", "2007"]) {
      await page.untilStill();
      await page.confirmChildren([birthDates[0], ["01", "01", year]], "Suivant");
    }
    await page.untilText("Cette étape est momentanément fermée");
  });

  it("activates for the children confirmed, and not at all when every child is refused", async () => {
    const page = await atChildren();
    page.choose("Je ne suis pas le représentant légal de cet élève", 0);
    page.choose("Je ne suis pas le représentant légal de cet élève", 1);
    page.press("Suivant");
    await page.untilText("Vous n'êtes le représentant légal d'aucun de ces élèves ?");
    page.press("Confirmer ma réponse");
    await page.untilStep("refused");
    expect(page.focused).to.equal("Votre compte n'est pas activé");
    page.press("Précédent");
    await page.untilStep("children");
    page.choose("Je ne suis pas le représentant légal de cet élève", 1);
    await page.confirmChildren([birthDates[0]], "Suivant");
    await page.untilStep("password");
  });

  it("keeps what was typed, and sends it again, when the connection fails", async () => {
    const page = visit.open();
    await page.untilStep("signIn");
    visit.network.break("startFlow", "lostOnTheWayBack");
    page.press("Je n'ai pas de compte");
    await page.untilText("La connexion a échoué");
    page.press("Réessayer");
    await page.untilStep("identity");
    visit.network.break("sendEvent", "lostOnTheWay");
    await page.giveIdentity("Martin", "Claire", clairesPhone);
    await page.untilText("La connexion a échoué");
    expect(page.field("Nom").value).to.equal("Martin");
    page.press("Réessayer");
    await page.untilStep("smsCode");
  });

  it("shows only the links whose method is offered, and those of the host before its own", async () => {
    const page = visit.open();
    await page.untilStep("signIn");
    expect(page.hasButton("S'identifier avec FranceConnect")).to.equal(false);
    const pupils = visit.open({ audience: "pupil" });
    await pupils.untilStep("signIn");
    expect(pupils.hasButton("Je n'ai pas de compte")).to.equal(false);
    const hidden = visit.open({ links: { "no-account": false, methods: false } });
    await hidden.untilStep("signIn");
    expect(hidden.hasButton("Je n'ai pas de compte")).to.equal(false);
    expect(hidden.hasButton("Quelles méthodes pour activer un compte ?")).to.equal(false);
    const own = visit.open({ links: { "no-account": true } });
    await own.untilStep("signIn");
    const targets: string[] = [];
    own.element.addEventListener("educonnect-navigate", ({ detail }) => targets.push(detail.target));
    own.press("Je n'ai pas de compte");
    own.element.addEventListener("educonnect-navigate", (event) => event.preventDefault());
    own.press("Quelles méthodes pour activer un compte ?");
    await visit.timers.advance(0);
    expect(targets).to.deep.equal(["no-account", "methods"]);
    expect(own.steps).to.deep.equal(["signIn"]);
    expect(visit.network.sentTo("startFlow")).to.have.length(0);
  });
});

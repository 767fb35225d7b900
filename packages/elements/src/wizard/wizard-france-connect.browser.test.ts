import { createPlan } from "@educonnect-activation/core";
import {
  FranceConnectError,
  type FranceConnect,
  type FranceConnectIdentity,
} from "@educonnect-activation/server-adapter";
import {
  createTestPortal,
  type TestBrowser,
  type TestPortal,
} from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { strongPassword, Visit } from "../../test/visit.ts";
import type { WizardPage } from "../../test/wizard-page.ts";
import "../define/educonnect-activation.ts";

const provider = "https://fc.example";
const clairesIdentity: FranceConnectIdentity = {
  issuer: provider,
  subject: "pairwise-claire",
  givenName: "Claire",
  familyName: "Martin",
  preferredUsername: null,
  birthDate: "1985-04-02",
  email: null,
  idToken: "id-token",
};

/** The provider in memory: who comes back is what the test says. */
class MemoryFranceConnect implements FranceConnect {
  isDown = false;
  identity = clairesIdentity;
  #states = 0;

  async begin() {
    if (this.isDown) throw new FranceConnectError("unavailable", "down");
    const state = `state-of-twenty-two-characters-${(this.#states += 1)}`;
    return { location: `${provider}/authorize?state=${state}`, state, pending: "{}" };
  }

  async complete(callback: string) {
    if (new URLSearchParams(callback).has("error"))
      throw new FranceConnectError("cancelled", "access_denied");
    return this.identity;
  }

  async logoutLocation(idToken: string) {
    return `${provider}/logout?id_token_hint=${idToken}`;
  }
}

describe("FranceConnect in the wizard, over the real handler", () => {
  const before = location.href;
  let client: MemoryFranceConnect;
  let portal: TestPortal;
  let browser: TestBrowser;
  let visit: Visit;
  let left: string[];

  const navigate = (url: string) => void left.push(url);

  async function openPortal(options: Parameters<typeof createTestPortal>[0] = {}): Promise<void> {
    portal = await createTestPortal({
      publicOrigin: location.origin,
      allowInsecureOrigins: true,
      ...options,
      methods: { franceConnect: { client }, ...options.methods },
    });
    browser = portal.browser();
    visit = new Visit(browser);
  }

  /** What the provider's redirect does: the callback, then a page at the address it leads to. */
  async function comeBack(changes: Record<string, string> = {}, properties = {}): Promise<WizardPage> {
    visit.close();
    const state = new URL(left.at(-1) ?? "").searchParams.get("state") ?? "";
    const query = `?${String(new URLSearchParams({ code: "one", state, ...changes }))}`;
    const answer = await browser.request("franceConnectCallback", undefined, {
      query,
      fetchSite: "cross-site",
    });
    expect(answer.status).to.equal(303);
    const to = new URL(answer.headers?.["location"] ?? "");
    history.replaceState(null, "", location.pathname + location.search + to.hash);
    return visit.open({ navigate, ...properties });
  }

  async function leave(properties = {}): Promise<WizardPage> {
    const page = visit.open({ navigate, ...properties });
    await page.untilStep("signIn");
    page.press("S'identifier avec FranceConnect");
    await page.until("the page to be left", () => left.length > 0);
    return page;
  }

  async function activate(): Promise<void> {
    await leave();
    const page = await comeBack();
    await page.confirmChildren(
      [
        ["12", "03", "2015"],
        ["30", "11", "2009"],
      ],
      "Suivant",
    );
    await page.choosePassword(strongPassword);
    await page.untilStep("success");
    page.press("Accéder à mes services");
    await page.untilText("Connecté : Claire Martin");
  }

  beforeEach(async () => {
    client = new MemoryFranceConnect();
    left = [];
    await openPortal();
  });

  afterEach(() => {
    visit.close();
    history.replaceState(null, "", before);
  });

  it("leaves by the whole window, comes back to this page, and leads to the services", async () => {
    history.replaceState(null, "", `${location.pathname}?lang=fr`);
    const page = await leave();
    expect(visit.network.sentTo("startFranceConnect").at(-1)?.body).to.deep.equal({
      returnUrl: `${location.href}#educonnect=france_connect`,
    });
    expect(page.screen).to.have.property("busy", true);
    page.press("S'identifier avec FranceConnect");
    expect(left).to.have.length(1);
    const back = await comeBack();
    await back.untilStep("children");
    expect(location.hash).to.equal("");
    expect(location.search).to.equal("?lang=fr");
    expect(back.text).to.include("commence par E").and.not.include("Emma");
  });

  it("comes back to a fragment of the page's own, which it leaves alone", async () => {
    history.replaceState(null, "", "#/connexion");
    await leave();
    expect(visit.network.sentTo("startFranceConnect").at(-1)?.body).to.deep.equal({
      returnUrl: location.href,
    });
    const page = await comeBack();
    await page.untilStep("children");
    expect(location.hash).to.equal("#/connexion");
  });

  it("is free again when the browser shows the page as it left it, or when it could not be left", async () => {
    const page = await leave();
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await page.untilStep("franceConnect");
    await page.untilStill();
    page.press("S'identifier avec FranceConnect");
    await page.until("the second start", () => left.length === 2);
    await visit.timers.advance(30_000);
    await page.untilStill();
    page.press("S'identifier avec FranceConnect");
    await page.until("the third start", () => left.length === 3);
    expect(page.screen).to.have.property("busy", true);
  });

  it("is left from the methods too, which no longer cover what the page comes back to", async () => {
    const page = visit.open({ navigate });
    await page.untilStep("signIn");
    page.press("Quelles méthodes pour activer un compte ?");
    await page.untilStep("methods");
    page.press("S'identifier avec FranceConnect");
    await page.until("the page to be left", () => left.length === 1);
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await page.untilStep("franceConnect");
    expect(page.steps).to.deep.equal(["signIn", "methods", "franceConnect"]);
  });

  it("signs in directly with an identity that activated an account, and ends the session there too", async () => {
    await activate();
    visit = new Visit((browser = portal.browser()));
    left = [];
    await leave();
    const page = await comeBack();
    await page.untilText("Connecté : Claire Martin");
    expect(page.steps).to.deep.equal(["services"]);
    expect(page.events).to.deep.equal(["educonnect-signed-in"]);
    page.press("Se déconnecter");
    await page.until("the logout", () => left.at(-1)?.startsWith(`${provider}/logout`) === true);
    expect(page.text).not.to.include("Claire");
    expect(page.screen).to.have.property("busy", true);
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await page.untilStill();
    expect(page.steps.at(-1)).to.equal("signIn");
  });

  it("leads straight to the services of a host that has them elsewhere", async () => {
    await activate();
    visit = new Visit((browser = portal.browser()));
    left = [];
    await leave();
    const entered = left.length;
    const back = await comeBack({}, { servicesUrl: "/ent" });
    await back.until("the services", () => left.length > entered);
    expect(left.slice(entered)).to.deep.equal(["/ent"]);
  });

  it("says that it was cancelled, and offers to try again and the other methods", async () => {
    await leave();
    const page = await comeBack({ error: "access_denied" });
    await page.untilStep("franceConnect");
    expect(page.text).to.include("Vous n'avez pas terminé l'identification").and.not.include("Étape 1");
    expect(page.hasButton("S'identifier avec FranceConnect")).to.equal(true);
    page.press("Recevoir un code par SMS");
    await page.untilStep("identity");
  });

  it("says no more than that nobody was found, and leads back to the sign-in without a question", async () => {
    client.identity = { ...clairesIdentity, subject: "other", familyName: "Inconnue" };
    await leave();
    const page = await comeBack();
    await page.untilText("Nous n'avons pas trouvé de compte à activer");
    expect(page.hasButton("S'identifier avec FranceConnect")).to.equal(false);
    page.press("Précédent");
    await page.untilStep("signIn");
    expect((await visit.client.readStatus()).flow).to.equal(null);
  });

  it("takes the late answer's mark out of the address and offers to begin again", async () => {
    await leave();
    portal.clock.advance(31 * 60);
    history.replaceState(null, "", `${location.pathname}?page=2`);
    const page = await comeBack();
    await page.untilStep("franceConnect");
    expect(location.href).to.equal(`${location.origin}${location.pathname}?page=2`);
    expect(page.text).to.include("L'identification est à recommencer");
    page.press("Me connecter avec un identifiant");
    await page.untilStep("signIn");
    expect(page.text).not.to.include("recommencer");
  });

  it("says at the sign-in that FranceConnect can't be reached", async () => {
    client.isDown = true;
    const page = visit.open({ navigate });
    await page.untilStep("signIn");
    page.type("Identifiant", "c.martin12");
    page.press("S'identifier avec FranceConnect");
    await page.untilText("FranceConnect ne répond pas. Réessayez dans 30 secondes");
    expect(page.field("Identifiant").value).to.equal("c.martin12");
    expect(left).to.deep.equal([]);
  });

  it("says where FranceConnect can't lead back to", async () => {
    const page = visit.open({ navigate, returnUrl: "https://elsewhere.example/" });
    await page.untilStep("signIn");
    page.press("S'identifier avec FranceConnect");
    await page.untilText("FranceConnect n'est pas disponible depuis cette page");
    expect(page.part("notice")?.getAttribute("role")).to.equal("alert");
  });

  it("asks before it leaves an activation that is proved, at the code after FranceConnect too", async () => {
    const steps = ["franceConnect", "smsCode", "children", "password"] as const;
    const plan = createPlan({ method: "franceConnect", audience: "guardian", steps });
    await openPortal({ methods: { plans: { franceConnect: plan } } });
    await leave();
    const page = await comeBack();
    await page.untilStep("smsCode");
    expect(page.hasButton("S'identifier avec FranceConnect")).to.equal(false);
    page.press("Me connecter avec un identifiant");
    await page.untilText("Abandonner l'activation ?");
    page.press("Continuer l'activation");
    await page.giveSmsCode(await portal.lastSmsCode());
    await page.untilText("Emma Martin");
  });

  it("asks before it gives up a proven activation of another tab", async () => {
    const page = visit.open({ navigate });
    await page.untilStep("signIn");
    const letter = await portal.issue("paul");
    const tab = visit.open({ navigate });
    await tab.signIn(letter.identifier, letter.provisionalPassword);
    await tab.untilStep("email");
    page.press("S'identifier avec FranceConnect");
    await page.untilText("Une autre activation est en cours dans ce navigateur");
    page.press("Abandonner l'autre et continuer");
    await page.until("the page to be left", () => left.length === 1);
    expect(visit.network.sentTo("startFranceConnect").at(-1)?.body).to.deep.include({ replace: true });
  });
});

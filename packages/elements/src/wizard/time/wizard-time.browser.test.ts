import { defaultActivationPolicy } from "@educonnect-activation/core";
import { createTestPortal, type TestPortal } from "@educonnect-activation/server-adapter/test/portal";
import axe from "axe-core";
import { expect } from "chai";
import { strongPassword, Visit } from "../../../test/visit.ts";
import type { WizardPage } from "../../../test/wizard-page.ts";
import "../../define/educonnect-activation.ts";

const minute = 60;
const flowWarning = "Sans action de votre part, cette activation s'arrêtera dans 2 minutes.";
const sessionWarning = "Sans action de votre part, votre session se terminera dans 2 minutes.";

describe("time limits in the wizard (WCAG 2.2.1), over the real handler", () => {
  let portal: TestPortal;
  let visit: Visit;

  const openPortal = async (options: Parameters<typeof createTestPortal>[0] = {}) => {
    portal = await createTestPortal(options);
    visit = new Visit(portal.browser());
  };

  /** Time passes for the server and for the page. */
  async function pass(seconds: number): Promise<void> {
    portal.clock.advance(seconds);
    await visit.timers.advance(seconds * 1000);
  }

  async function atIdentity(properties = {}): Promise<WizardPage> {
    const page = visit.open(properties);
    await page.untilStep("signIn");
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    return page;
  }

  async function atServices(properties = {}): Promise<WizardPage> {
    const letter = await portal.issue("lucas");
    const page = visit.open(properties);
    await page.signIn(letter.identifier, letter.provisionalPassword);
    await page.activatePupil(strongPassword);
    page.press("Accéder à mes services");
    return page;
  }

  const panel = (page: WizardPage) => page.part("time-limit");

  beforeEach(() => openPortal());

  afterEach(() => visit.close());

  for (const dom of ["shadow", "light"] as const) {
    it(`warns, takes nothing from who types, and gives more time by one press, in ${dom} rendering`, async () => {
      const page = await atIdentity({ dom });
      page.type("Nom", "Martin");
      await pass(28 * minute - 1);
      expect(panel(page)).to.equal(null);
      await pass(1);
      await page.untilText(flowWarning);
      expect(panel(page)?.getAttribute("role")).to.equal("alert");
      expect(page.focused).to.equal("Nom");
      await pass(minute);
      await page.untilText("dans 60 secondes");
      expect(page.focused).to.equal("Nom");
      page.press("Continuer");
      await page.until("the warning to go", () => panel(page) === null);
      expect([page.field("Nom").value, page.focused, page.steps.at(-1)]).to.deep.equal([
        "Martin",
        "Nom",
        "identity",
      ]);
      await page.untilText("Vous pouvez continuer : le temps a été prolongé.");
      await pass(28 * minute);
      await page.untilText(flowWarning);
      expect(page.text).not.to.include("le temps a été prolongé");
    });
  }

  it("keeps what was told at the fields, and does not tell it again", async () => {
    const page = await atIdentity();
    await page.giveIdentity("Martin", "Claire", "06 12");
    await page.until("the refusal", () => page.root.querySelector("[aria-invalid]") !== null);
    page.field("Prénom").focus();
    await pass(28 * minute);
    await page.untilText(flowWarning);
    page.press("Continuer");
    await page.until("the warning to go", () => panel(page) === null);
    expect(page.root.querySelectorAll("[aria-invalid=true]").length).to.be.greaterThan(0);
    expect(page.focused).to.equal("Prénom");
  });

  it("lets the time pass, and who begins again finds what was typed, sent or not", async () => {
    const page = await atIdentity();
    page.type("Nom", "Martin");
    page.type("N° de téléphone portable", "06 12 34 56 71");
    await pass(28 * minute);
    await page.untilText(flowWarning);
    await pass(2 * minute);
    await page.untilStep("signIn");
    await page.untilText("Rien n'était encore confirmé");
    expect(panel(page)).to.equal(null);
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    expect(page.field("Nom").value).to.equal("Martin");
    expect(page.field("N° de téléphone portable").value).to.equal("06 12 34 56 71");
  });

  it("drops what was typed five minutes after the notice, for whoever comes to the screen then", async () => {
    const page = await atIdentity();
    page.type("Nom", "Martin");
    page.type("N° de téléphone portable", "06 12 34 56 71");
    await pass(28 * minute);
    await pass(2 * minute);
    await page.untilStep("signIn");
    await pass(5 * minute);
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    expect(page.field("Nom").value).to.equal("");
    expect(page.field("N° de téléphone portable").value).to.equal("");
  });

  it("drops what was sent too, but not under the hands of who has begun again", async () => {
    const page = await atIdentity();
    await page.giveIdentity("Martin", "Claire", "06 12 34 56 71");
    await page.untilStep("smsCode");
    await pass(58 * minute);
    await pass(2 * minute);
    await page.untilStep("signIn");
    await pass(4 * minute);
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    await pass(4 * minute);
    expect(page.field("Nom").value).to.equal("Martin");
    await pass(26 * minute);
    await page.untilStep("signIn");
    await pass(5 * minute);
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    expect(page.field("Nom").value).to.equal("");
  });

  it("drops what was typed at once on a page that slept for longer than that", async () => {
    let slept = 0;
    const timers = { ...visit.timers, now: () => visit.timers.now() + slept };
    const page = await atIdentity({ timers });
    page.type("Nom", "Martin");
    portal.clock.advance(60 * minute);
    slept = 60 * minute * 1000;
    await visit.timers.advance(28 * minute * 1000);
    await page.untilStep("signIn");
    await visit.timers.advance(0);
    page.press("Je n'ai pas de compte");
    await page.untilStep("identity");
    expect(page.field("Nom").value).to.equal("");
  });

  it("on a phone that slept shows at once how things stand, and no warning of what is over", async () => {
    const page = await atIdentity();
    portal.clock.advance(3_600);
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(page.text));
    observer.observe(page.root, { childList: true, subtree: true, characterData: true });
    await visit.timers.advance(28 * minute * 1000);
    await page.untilStep("signIn");
    observer.disconnect();
    expect(seen.filter((text) => text.includes("s'arrêtera"))).to.deep.equal([]);
  });

  it("does not warn where another tab was given more time", async () => {
    const page = await atIdentity();
    await pass(20 * minute);
    const view = (await visit.client.readStatus()).flow;
    await visit.client.sendEvent({
      revision: view?.revision ?? 0,
      event: { type: "moreTimeRequested" },
    });
    await pass(8 * minute);
    await page.untilStill();
    expect(panel(page)).to.equal(null);
    await pass(20 * minute);
    await page.untilText(flowWarning);
  });

  it("takes what is sent where another tab was given more time, at its first press", async () => {
    const page = await atIdentity();
    await pass(20 * minute);
    const view = (await visit.client.readStatus()).flow;
    const event = { type: "moreTimeRequested" } as const;
    await visit.client.sendEvent({ revision: view?.revision ?? 0, event });
    await page.giveIdentity("Martin", "Claire", "06 12 34 56 71");
    await page.untilStep("smsCode");
    expect(page.part("notice")).to.equal(null);
  });

  it("says so where no more can be had", async () => {
    await openPortal({ policy: { ...defaultActivationPolicy, unprovenCeilingSeconds: 30 * minute } });
    const page = await atIdentity();
    await pass(28 * minute);
    await page.untilText(
      "cette activation s'arrêtera dans 2 minutes et ne peut plus être prolongée".slice(1),
    );
    expect(page.hasButton("Continuer")).to.equal(false);
  });

  it("keeps its warning, and the way to press again, when the request is lost", async () => {
    const page = await atIdentity();
    await pass(28 * minute);
    await page.untilText(flowWarning);
    visit.network.break("sendEvent", "lostOnTheWay");
    page.press("Continuer");
    await page.until("the failure", () => page.part("notice") !== null);
    expect(panel(page)).not.to.equal(null);
    page.press("Continuer");
    await page.until("the warning to go", () => panel(page) === null);
    expect(page.part("notice")).to.equal(null);
  });

  it("goes before the end of a session too, on « Mes services », which stays as it is", async () => {
    const page = await atServices();
    await page.untilText("Connecté : Lucas");
    await pass(58 * minute);
    await page.untilText(sessionWarning);
    page.press("Continuer");
    await page.until("the warning to go", () => panel(page) === null);
    expect(visit.network.sentTo("extendSession").length).to.equal(1);
    await pass(58 * minute);
    await page.untilText(sessionWarning);
    await pass(2 * minute);
    await page.untilText("Votre session est terminée");
    expect(panel(page)).to.equal(null);
  });

  it("leaves that to the host where the services are elsewhere", async () => {
    const page = await atServices({ noServices: true });
    await page.untilText("Connecté : Lucas");
    await pass(59 * minute);
    expect(panel(page)).to.equal(null);
  });

  it("says when the code texted is nearly over and when it is, and offers another", async () => {
    const page = await atIdentity();
    await page.giveIdentity("Martin", "Claire", "06 12 34 56 71");
    await page.untilStep("smsCode");
    const { screen } = page;
    const now = portal.clock.now();
    expect(screen).to.have.property("validUntil", now + 30 * minute);
    Object.assign(screen ?? {}, { now: now + 28 * minute });
    await page.untilText("Ce code ne sera plus valable dans 2 minutes.");
    Object.assign(screen ?? {}, { now: now + 30 * minute });
    await page.untilText("Le code envoyé n'est plus valable.");
    expect(page.text).to.include("Il vous faut un nouveau code");
    portal.clock.advance(30 * minute);
    page.press("Renvoyer le SMS");
    await page.until("the new code", () => !page.text.includes("Il vous faut un nouveau code"));
    expect(screen).to.have.property("validUntil", portal.clock.now() + 30 * minute);
  });

  it("shows a warning that breaks no rule of axe", async () => {
    const page = await atIdentity();
    await pass(28 * minute);
    await page.untilText(flowWarning);
    const { violations } = await axe.run(page.element);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });
});

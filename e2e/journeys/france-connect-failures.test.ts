import { afterEach, describe, expect, it } from "vitest";
import { childrenHeading } from "../pages/children.ts";
import { expectSummary, expectShown, field } from "../pages/screen.ts";
import {
  chooseProvider,
  choiceHeading,
  expectOutcome,
  franceConnectButton,
  franceConnectHeading,
  giveConsent,
  identify,
  leaveForFranceConnect,
  pickIdentity,
  startFranceConnect,
} from "../pages/france-connect.ts";
import { loginHeading } from "../pages/login.ts";
import { civilNameOf, isToldByName } from "../pages/masked-children.ts";
import { createInspectingPerson } from "../people/inspecting-person.ts";
import { createMousePerson, type Person } from "../people/person.ts";
import { useWorld } from "../world/open-world.ts";
import { loginPath } from "../world/visits.ts";

const world = useWorld("--breakable");

const open = async (): Promise<Person> => createInspectingPerson(await world().open(loginPath, 320));

const unavailable = {
  outcome: "FranceConnect est momentanément indisponible",
  text: "FranceConnect ne répond pas. Réessayez plus tard, ou choisissez une autre méthode.",
};
const refused = {
  outcome: "L'identification n'a pas abouti",
  text: "La réponse de FranceConnect n'a pas pu être acceptée. Recommencez, ou choisissez une autre méthode.",
};

// One stand-in fails for all who use it, so these go one after the other.
describe("a FranceConnect that fails", () => {
  afterEach(() => world().franceConnect.mend());

  // The first of all: what FranceConnect says of itself is kept for a while once it was read.
  it("before the page is left, keeps what was typed, and goes on when it is back", async () => {
    await world().franceConnect.break({ discovery: "unavailable" });
    const person = await open();
    const { page } = person;
    await expectShown(person, loginHeading);
    await field(page, "Identifiant").fill("p.nom12");
    await person.press(franceConnectButton(page));
    await expectSummary(person, [
      "FranceConnect ne répond pas. Réessayez dans 30 secondes, ou choisissez une autre méthode.",
    ]);
    expect(await field(page, "Identifiant").inputValue()).toBe("p.nom12");
    await world().franceConnect.break({ discovery: "slow" });
    await person.press(franceConnectButton(page));
    await page
      .getByText("C'est plus long que d'habitude. Merci de patienter, votre saisie est conservée.")
      .waitFor();
    await person.look("FranceConnect, slow");
    expect(await franceConnectButton(page).isDisabled()).toBe(true);
    await world().franceConnect.mend();
    await expectShown(person, choiceHeading);
  });

  it.each([
    { where: "the token endpoint is gone", faults: { token: "gone" }, ...unavailable },
    { where: "the token endpoint answers 503", faults: { token: "unavailable" }, ...unavailable },
    { where: "the token endpoint talks nonsense", faults: { token: "garbled" }, ...unavailable },
    { where: "the token endpoint does not answer in time", faults: { token: "slow" }, ...unavailable },
    { where: "the identity can't be read", faults: { userinfo: "error" }, ...unavailable },
    { where: "the code has expired", faults: { code: "expired" }, ...refused },
  ] as const)(
    "says at the return that $where, and lets it be tried again",
    async ({ faults, outcome, text }) => {
      const letter = world().letters.takeGuardian(isToldByName(1));
      const person = await open();
      await startFranceConnect(person);
      await chooseProvider(person);
      await pickIdentity(person, civilNameOf(letter));
      await world().franceConnect.break(faults);
      await giveConsent(person);
      await expectOutcome(person, outcome, text);
      await world().franceConnect.mend();
      await leaveForFranceConnect(person);
      await identify(person, civilNameOf(letter));
      await expectShown(person, childrenHeading);
    },
  );

  it.each([
    { code: "server_error", ...unavailable },
    { code: "temporarily_unavailable", ...unavailable },
    { code: "invalid_request", ...refused },
  ] as const)(
    "says what it means that it sends the person back with $code",
    async ({ code, outcome, text }) => {
      await world().franceConnect.break({ callback: code });
      const person = await open();
      await expectShown(person, loginHeading);
      await person.press(franceConnectButton(person.page));
      await expectOutcome(person, outcome, text);
      await person.page.reload();
      await expectOutcome(person, outcome, text);
      await world().franceConnect.mend();
      await leaveForFranceConnect(person);
    },
  );

  it("shows that the page is being left until it is", async () => {
    const person = createMousePerson(await world().open(loginPath, 320));
    const { page } = person;
    await expectShown(person, loginHeading);
    // Of a page on its way out a test finds nothing, so the page itself notes how it was.
    await page.evaluate(() => {
      addEventListener("pagehide", () => {
        const root = document.querySelector("educonnect-activation")?.shadowRoot;
        const isBusy = root
          ?.querySelector(".educonnect-franceconnect-button")
          ?.matches("[aria-disabled=true]");
        const text = root?.querySelector(".educonnect-status")?.textContent.trim();
        sessionStorage.setItem("left", `${isBusy === true ? "busy" : "free"}: ${text}`);
      });
    });
    await leaveForFranceConnect(person);
    await page.goBack();
    await expectShown(person, franceConnectHeading);
    expect(await page.evaluate(() => sessionStorage.getItem("left"))).toBe("busy: Envoi en cours…");
  });

  it("leads back by the browser's own button from a FranceConnect that shows an error of its own", async () => {
    await world().franceConnect.break({ authorize: "error" });
    const person = await open();
    const { page } = person;
    await expectShown(person, loginHeading);
    await person.press(franceConnectButton(page));
    await page.getByText("Internal Server Error").waitFor();
    await page.goBack();
    await expectShown(person, franceConnectHeading);
    await world().franceConnect.mend();
    await leaveForFranceConnect(person);
  });

  it("is tried again where the network failed", async () => {
    const context = await world().openBrowser(320);
    const person = createInspectingPerson(await context.newPage());
    const { page } = person;
    const isReady = page.waitForResponse(/\/companions-[^/]+\.js$/u);
    await page.goto(loginPath);
    await expectShown(person, loginHeading);
    await isReady;
    await context.setOffline(true);
    await person.press(franceConnectButton(page));
    await page
      .getByRole("alert")
      .getByText(
        "La connexion a échoué : votre saisie est conservée. Vérifiez votre accès à internet, puis réessayez.",
      )
      .waitFor();
    await person.look("FranceConnect, offline");
    await context.setOffline(false);
    await person.press(page.getByRole("button", { name: "Réessayer", exact: true }));
    await expectShown(person, choiceHeading);
  });
});

import axe from "axe-core";
import { language as ukrainian } from "@educonnect-activation/core/messages/uk";
import { expect } from "chai";
import "../define/email.ts";
import "../define/language.ts";
import "../define/login.ts";
import { isMissing, languages } from "../i18n/languages.ts";
import { partsInUse } from "../i18n/translate.ts";
import type { EduconnectLanguage } from "./educonnect-language.ts";
import { languageKey } from "./language-memory.ts";

const root = (element: HTMLElement) => element.shadowRoot ?? element;
const headingOf = (element: HTMLElement) =>
  root(element).querySelector(".educonnect-heading")?.textContent.trim();
const selectOf = (menu: EduconnectLanguage) => {
  const select = root(menu).querySelector("select");
  if (select === null) throw new Error("The menu has no list.");
  return select;
};
const offerOf = (menu: EduconnectLanguage) =>
  root(menu).querySelector<HTMLElement>(".educonnect-language-offer");

/** What a browser says that its reader prefers. */
let preferred: readonly string[] = ["fr-FR"];

async function openMenu(properties: Partial<EduconnectLanguage> = {}): Promise<EduconnectLanguage> {
  const menu = Object.assign(document.createElement("educonnect-language"), properties);
  document.body.append(menu);
  await menu.updateComplete;
  return menu;
}

async function choose(menu: EduconnectLanguage, tag: string): Promise<void> {
  const select = selectOf(menu);
  select.focus();
  select.value = tag;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await menu.updateComplete;
}

describe("educonnect-language", () => {
  before(() => {
    Object.defineProperty(navigator, "languages", { configurable: true, get: () => preferred });
  });

  after(() => {
    Reflect.deleteProperty(navigator, "languages");
  });

  beforeEach(() => {
    preferred = ["fr-FR"];
  });

  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
    sessionStorage.clear();
  });

  it("offers every language by the name that its speakers look for, French first", async () => {
    const menu = await openMenu();
    const options = [...selectOf(menu).options];
    expect(options.map(({ value }) => value)).to.deep.equal(languages);
    expect(selectOf(menu).value).to.equal("fr");
    const names = new Map(options.map(({ value, text }) => [value, text]));
    expect(names.get("fr")).to.equal("Français");
    expect(names.get("en")).to.equal("English");
    expect(names.get("fr-simple")).to.equal("Français facile (FALC)");
    expect(options.every(({ value, lang }) => value === lang)).to.equal(true);
    expect(offerOf(menu)).to.equal(null);
  });

  it("is called « Langue » in the language chosen, in French and in English", async () => {
    const menu = await openMenu({ value: "en" });
    const label = root(menu).querySelector("label");
    expect(label?.control).to.equal(selectOf(menu));
    expect(label?.textContent.replaceAll(/\s+/gu, " ").trim()).to.equal("Language · Langue");
    const { violations } = await axe.run(menu, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it("sets the language of the page's elements, keeps what is typed and the focus, and says so in the new language", async () => {
    const login = document.createElement("educonnect-login");
    document.body.append(login);
    const menu = await openMenu();
    const input = root(login).querySelector("input");
    if (input) input.value = "c.martin42";
    const told: string[] = [];
    document.body.addEventListener("educonnect-language-change", ({ detail }) => told.push(detail.lang));
    await choose(menu, "en");
    await login.updateComplete;
    expect(headingOf(login)).to.equal("Sign in with my ÉduConnect account");
    expect(root(login).querySelector("input")).to.equal(input);
    expect(input?.value).to.equal("c.martin42");
    expect(root(menu) instanceof ShadowRoot && menu.shadowRoot?.activeElement).to.equal(selectOf(menu));
    const status = root(menu).querySelector("[role=status]");
    expect(status?.textContent.trim()).to.equal("Language: English");
    expect(status?.closest("[lang]")?.getAttribute("lang")).to.equal("en");
    expect(told).to.deep.equal(["en"]);
  });

  it("finds the choice again in whatever tab opens next, also for what the page adds later", async () => {
    const menu = await openMenu();
    await choose(menu, "en");
    // A mail's link opens in a tab of its own, which shares the browser's storage and not the tab's.
    sessionStorage.clear();
    document.body.replaceChildren();
    const login = document.createElement("educonnect-login");
    document.body.append(login);
    const again = await openMenu();
    expect(selectOf(again).value).to.equal("en");
    expect(login.lang).to.equal("en");
    const later = document.createElement("educonnect-email");
    document.body.append(later);
    await Promise.resolve();
    expect(later.lang).to.equal("en");
    await later.updateComplete;
    expect(headingOf(later)).to.equal("Enter my email address");
  });

  it("keeps the choice for the tab alone with `memory` tab", async () => {
    const menu = await openMenu({ memory: "tab" });
    await choose(menu, "en");
    expect([localStorage.length, sessionStorage.getItem(languageKey)]).to.deep.equal([0, "en"]);
    expect(selectOf(await openMenu({ memory: "tab" })).value).to.equal("en");
    expect(selectOf(await openMenu()).value).to.equal("fr");
  });

  it("keeps nothing with `memory` off, and reads nothing", async () => {
    localStorage.setItem(languageKey, "es");
    const menu = await openMenu({ memory: "off" });
    expect(selectOf(menu).value).to.equal("fr");
    await choose(menu, "en");
    expect([localStorage.getItem(languageKey), sessionStorage.length]).to.deep.equal(["es", 0]);
  });

  it("leaves no trace of whoever has come back to French", async () => {
    const menu = await openMenu();
    await choose(menu, "en");
    expect(localStorage.getItem(languageKey)).to.equal("en");
    await choose(menu, "fr");
    expect(localStorage.length).to.equal(0);
  });

  it("keeps French where the page speaks another language by itself", async () => {
    document.body.innerHTML = `<educonnect-login lang="en"></educonnect-login>`;
    await choose(await openMenu(), "fr");
    document.body.innerHTML = `<educonnect-login lang="en"></educonnect-login>`;
    const again = await openMenu();
    expect(selectOf(again).value).to.equal("fr");
    await choose(again, "en");
    expect(localStorage.getItem(languageKey)).to.equal("en");
  });

  for (const kept of ["tlh", "", "en; DROP", "__proto__", "x".repeat(10_000)]) {
    it(`takes nothing that is not offered: ${kept.slice(0, 10)}`, async () => {
      localStorage.setItem(languageKey, kept);
      const login = document.createElement("educonnect-login");
      document.body.append(login);
      const menu = await openMenu();
      expect([selectOf(menu).value, login.lang]).to.deep.equal(["fr", ""]);
    });
  }

  it("works without where the browser refuses its storage", async () => {
    const allowed = Object.getOwnPropertyDescriptor(window, "localStorage");
    Object.defineProperty(window, "localStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    try {
      const menu = await openMenu();
      await choose(menu, "en");
      await choose(menu, "fr");
      expect(selectOf(menu).value).to.equal("fr");
    } finally {
      if (allowed) Object.defineProperty(window, "localStorage", allowed);
    }
  });

  describe("whose texts the network loses", () => {
    const parts = ["flow", "portal", "services"] as const;
    let part: (typeof parts)[number] = "flow";
    let own: PropertyDescriptor = {};
    /** Loses a part that no test has loaded yet, as if a screen of it had come into the page. */
    const lose = () => {
      for (const each of parts) partsInUse.delete(each);
      for (part of parts) {
        partsInUse.add(part);
        if (isMissing("uk")) break;
      }
      own = Object.getOwnPropertyDescriptor(ukrainian, part) ?? {};
      Object.defineProperty(ukrainian, part, { ...own, value: () => Promise.reject(new TypeError()) });
    };
    const find = () => Object.defineProperty(ukrainian, part, own);
    const failureOf = (menu: EduconnectLanguage) =>
      [...root(menu).querySelectorAll<HTMLElement>(".educonnect-language-failure[role=status] p")].map(
        ({ lang, textContent }) => [lang, textContent],
      );
    const reloadOf = (menu: EduconnectLanguage) => root(menu).querySelector(".educonnect-language-reload");
    const setOnline = (onLine: boolean) =>
      Object.defineProperty(navigator, "onLine", { configurable: true, get: () => onLine });

    let login: HTMLElementTagNameMap["educonnect-login"];

    beforeEach(() => {
      lose();
      setOnline(false);
      login = document.createElement("educonnect-login");
      document.body.append(login);
    });

    after(() => {
      for (const each of ["portal", "services"] as const) partsInUse.delete(each);
    });

    afterEach(() => {
      find();
      Reflect.deleteProperty(navigator, "onLine");
    });

    const expectFailure = async (menu: EduconnectLanguage) => {
      expect(selectOf(menu).value).to.equal("fr");
      expect(failureOf(menu)).to.deep.equal([
        ["fr", "La langue choisie n'a pas pu être chargée. Vérifiez votre connexion à Internet."],
        ["uk", "Вибрану мову не вдалося завантажити. Перевірте з'єднання з Інтернетом."],
      ]);
      await login.updateComplete;
      expect(headingOf(login)).to.equal("Je me connecte avec mon compte ÉduConnect");
      expect(login.lang).to.equal("fr");
    };

    it("says so in the language that shows and in the one chosen, goes back, and takes it once online", async () => {
      const menu = await openMenu();
      await choose(menu, "uk");
      await expectFailure(menu);
      expect(reloadOf(menu)).to.equal(null);
      find();
      window.dispatchEvent(new Event("online"));
      await menu.updateComplete;
      await login.updateComplete;
      expect([selectOf(menu).value, login.lang, failureOf(menu)]).to.deep.equal(["uk", "uk", []]);
      expect(root(login).querySelector(".educonnect")?.getAttribute("lang")).to.equal("uk");
    });

    it("takes it when it is chosen again", async () => {
      const menu = await openMenu();
      await choose(menu, "uk");
      await expectFailure(menu);
      find();
      await choose(menu, "uk");
      expect([selectOf(menu).value, login.lang, failureOf(menu)]).to.deep.equal(["uk", "uk", []]);
    });

    it("says no more of it once another is chosen, and does not come back to it", async () => {
      const menu = await openMenu();
      await choose(menu, "uk");
      await choose(menu, "en");
      find();
      window.dispatchEvent(new Event("online"));
      await menu.updateComplete;
      expect([selectOf(menu).value, login.lang, failureOf(menu)]).to.deep.equal(["en", "en", []]);
    });

    it("goes back to another language that shows", async () => {
      const menu = await openMenu();
      await choose(menu, "en");
      await choose(menu, "uk");
      expect([selectOf(menu).value, login.lang]).to.deep.equal(["en", "en"]);
      expect(failureOf(menu).map(([lang]) => lang)).to.deep.equal(["en", "uk"]);
    });

    it("says so too where it was kept, and keeps it for the next page", async () => {
      localStorage.setItem(languageKey, "uk");
      await expectFailure(await openMenu());
      expect(localStorage.getItem(languageKey)).to.equal("uk");
    });

    it("offers to load the page again where the browser is online and remembers what failed, if the choice outlives it", async () => {
      setOnline(true);
      const menu = await openMenu();
      await choose(menu, "uk");
      await expectFailure(menu);
      expect(reloadOf(menu)?.textContent.trim()).to.equal("Перезавантажити сторінку");
      const forgetful = await openMenu({ memory: "off" });
      await choose(forgetful, "uk");
      expect(failureOf(forgetful)).to.have.length(2);
      expect(reloadOf(forgetful)).to.equal(null);
    });

    it("is no failure of accessibility", async () => {
      setOnline(true);
      const menu = await openMenu();
      await choose(menu, "uk");
      const { violations } = await axe.run(menu, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id }) => id)).to.deep.equal([]);
    });
  });

  it("begins with what its elements speak, and sets only those named", async () => {
    document.body.innerHTML = `<educonnect-login id="one" lang="en"></educonnect-login><educonnect-login id="two"></educonnect-login>`;
    const menu = await openMenu({ for: "one" });
    expect(selectOf(menu).value).to.equal("en");
    await choose(menu, "fr");
    const [one, two] = document.body.getElementsByTagName("educonnect-login");
    expect([one?.lang, two?.lang]).to.deep.equal(["fr", ""]);
    await choose(await openMenu({ for: two ? [two] : [] }), "en");
    expect([one?.lang, two?.lang]).to.deep.equal(["fr", "en"]);
  });

  it("offers first the language that the browser prefers, in that language, and never takes it by itself", async () => {
    preferred = ["de", "en-US", "fr"];
    const login = document.createElement("educonnect-login");
    document.body.append(login);
    const menu = await openMenu();
    expect(login.lang).to.equal("");
    expect(selectOf(menu).value).to.equal("fr");
    const offer = offerOf(menu);
    expect(offer?.textContent.trim()).to.equal("English");
    expect(offer?.closest("[lang]")?.getAttribute("lang")).to.equal("en");
    offer?.click();
    await menu.updateComplete;
    expect(login.lang).to.equal("en");
    expect(offerOf(menu)).to.equal(null);
    expect(menu.shadowRoot?.activeElement).to.equal(selectOf(menu));
  });

  it("offers no more once somebody has chosen", async () => {
    preferred = ["en"];
    const menu = await openMenu();
    await choose(menu, "fr-simple");
    expect(offerOf(menu)).to.equal(null);
    expect(offerOf(await openMenu())).to.equal(null);
  });

  it("offers only what the host wants, as an attribute too", async () => {
    document.body.innerHTML = `<educonnect-language languages="fr en"></educonnect-language>`;
    const [menu] = document.body.getElementsByTagName("educonnect-language");
    await menu?.updateComplete;
    expect(menu && [...selectOf(menu).options].map(({ value }) => value)).to.deep.equal(["fr", "en"]);
  });

  it("works in light rendering, and needs no place for what it can't keep", async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const menu = await openMenu({ dom: "light" });
    await choose(menu, "en");
    Storage.prototype.setItem = setItem;
    expect(selectOf(menu).value).to.equal("en");
  });
});

import { language as spanish } from "@educonnect-activation/core/messages/es";
import { expect } from "chai";
import "../define/login.ts";
import "../define/email.ts";
import { languages } from "./languages.ts";
import { addTexts, partsInUse } from "./translate.ts";

function place<Tag extends "educonnect-login" | "educonnect-email">(tag: Tag, lang: string) {
  const element = document.createElement(tag);
  element.lang = lang;
  document.body.append(element);
  return element;
}

const heading = (element: HTMLElement) =>
  element.shadowRoot?.querySelector(".educonnect-heading")?.textContent.trim();
const root = (element: HTMLElement) => element.shadowRoot?.querySelector<HTMLElement>(".educonnect");

describe("languages", () => {
  afterEach(() => document.body.replaceChildren());

  it("speaks French unless told otherwise, and says so", async () => {
    for (const lang of ["", "fr", "fr-FR", "xx"]) {
      const element = place("educonnect-login", lang);
      await element.updateComplete;
      expect(heading(element)).to.equal("Je me connecte avec mon compte ÉduConnect");
      expect(root(element)?.lang).to.equal("fr");
      expect(root(element)?.dir).to.equal("ltr");
    }
  });

  it("draws once the texts are there, never in two languages", async () => {
    const element = place("educonnect-email", "en");
    await element.updateComplete;
    expect(heading(element)).to.equal("Enter my email address");
    expect(root(element)?.lang).to.equal("en-GB");
    expect(root(element)?.textContent).to.not.contain("Précédent");
  });

  it("takes a tag with a region, and the attribute as well as the property", async () => {
    document.body.innerHTML = `<educonnect-login lang="EN-us"></educonnect-login>`;
    const [element] = document.body.getElementsByTagName("educonnect-login");
    await element?.updateComplete;
    expect(element && heading(element)).to.equal("Sign in with my ÉduConnect account");
  });

  it("speaks two languages on one page, and changes without losing what was typed", async () => {
    const [one, other] = [place("educonnect-login", "en"), place("educonnect-login", "fr")];
    await Promise.all([one.updateComplete, other.updateComplete]);
    const input = one.shadowRoot?.querySelector("input");
    if (input) input.value = "p.nom12";
    one.lang = "fr";
    other.lang = "en";
    await Promise.all([one.updateComplete, other.updateComplete]);
    expect(heading(one)).to.equal("Je me connecte avec mon compte ÉduConnect");
    expect(heading(other)).to.equal("Sign in with my ÉduConnect account");
    expect(one.shadowRoot?.querySelector("input")?.value).to.equal("p.nom12");
  });

  it("lets the host's texts win in the language that they are in, and in no other", async () => {
    const element = place("educonnect-login", "en");
    element.messages = [{ "login.heading": "Bienvenue" }, { lang: "en", "login.heading": "Welcome" }];
    const headingIn = async (lang: string) => {
      element.lang = lang;
      do await new Promise((resolve) => requestAnimationFrame(resolve));
      while (root(element)?.lang.slice(0, 2) !== (lang || "fr"));
      return heading(element);
    };
    expect(await headingIn("en")).to.equal("Welcome");
    expect(root(element)?.textContent).to.contain("Parent or guardian");
    expect(await headingIn("es")).to.equal("Iniciar sesión con mi cuenta ÉduConnect");
    expect(await headingIn("fr")).to.equal("Bienvenue");
  });

  it("speaks a catalogue of the host's own where no language is asked for", async () => {
    const element = place("educonnect-login", "");
    element.messages = { lang: "de", "login.heading": "Anmelden" };
    await element.updateComplete;
    expect([heading(element), root(element)?.lang]).to.deep.equal(["Anmelden", "de"]);
  });

  it("takes nothing given for no texts, and no language for French", async () => {
    for (const messages of [null, undefined]) {
      for (const lang of ["", "en"]) {
        const element = place("educonnect-login", lang);
        element.messages = messages;
        await element.updateComplete;
        expect(root(element)?.lang).to.equal(lang === "" ? "fr" : "en-GB");
        element.setAttribute("lang", "en");
        element.removeAttribute("lang");
        await element.updateComplete;
        expect(root(element)?.lang).to.equal("fr");
      }
    }
  });

  it("keeps what is drawn in its language when a part fails that the page came to use later", async () => {
    const [shown, french] = [place("educonnect-login", "es"), place("educonnect-login", "fr")];
    await Promise.all([shown.updateComplete, french.updateComplete]);
    // A part that the network loses: this page has no portal yet.
    const portal = Object.getOwnPropertyDescriptor(spanish, "portal") ?? {};
    Object.defineProperty(spanish, "portal", { ...portal, value: () => Promise.reject(new TypeError()) });
    addTexts("portal");
    try {
      const late = place("educonnect-login", "es");
      shown.busy = french.busy = true;
      await Promise.all([shown.updateComplete, french.updateComplete, late.updateComplete]);
      expect([shown, french, late].map((element) => [root(element)?.lang, heading(element)])).to.deep.equal([
        ["es", "Iniciar sesión con mi cuenta ÉduConnect"],
        ["fr", "Je me connecte avec mon compte ÉduConnect"],
        ["fr", "Je me connecte avec mon compte ÉduConnect"],
      ]);
      shown.lang = "";
      await shown.updateComplete;
      shown.lang = "es";
      await shown.updateComplete;
      expect(root(shown)?.lang).to.equal("fr");
    } finally {
      partsInUse.delete("portal");
      Object.defineProperty(spanish, "portal", portal);
    }
  });

  it("names the languages for those who offer a choice", () => {
    expect(languages).to.include.members(["fr", "en"]);
  });
});

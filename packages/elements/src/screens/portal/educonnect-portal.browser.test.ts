import { sendKeys } from "@web/test-runner-commands";
import axe from "axe-core";
import { expect } from "chai";
import "../../define/portal.ts";
import { ScreenPage } from "../../../test/screen-page.ts";
import type { PortalOptions } from "./portal-options.ts";

const options: PortalOptions = {
  modes: [
    { id: "educonnect", href: "/educonnect", when: { profiles: ["pupil", "guardian"] } },
    {
      id: "neo",
      label: "ENT Hauts-de-France",
      description: "Collèges et lycées",
      icon: "#neo",
      href: "#arrived",
      when: { levels: ["middle-school", "high-school"] },
    },
    { id: "guest", label: "Compte invité", href: "/guest", when: { profiles: ["guest"] } },
  ],
};
const profile = "1. Sélectionner votre profil";
const level = "2. Sélectionner votre niveau";
const mode = "3. Sélectionner votre mode d'authentification";
const remember = "4. Mémoriser ce choix";
const no = "Non (je me connecte depuis un lieu public)";
const yes = "Oui (je me connecte depuis mon ordinateur)";
const neo = "ENT Hauts-de-France, Collèges et lycées";
const key = "educonnect-portal";
const chosen = { profile: "guardian", level: "middle-school", mode: "educonnect" };
const kept = JSON.stringify({ version: 1, ...chosen });

for (const dom of ["shadow", "light"] as const) {
  describe(`educonnect-portal, ${dom} rendering`, () => {
    let page: ScreenPage<"educonnect-portal">;
    let choices: unknown[];

    const listen = (listener: (event: Event) => void) =>
      page.element.addEventListener("educonnect-portal-choice", listener);

    async function open(properties: Partial<HTMLElementTagNameMap["educonnect-portal"]> = {}): Promise<void> {
      page?.element.remove();
      choices = [];
      page = new ScreenPage(axe, "educonnect-portal", { dom, options, ...properties });
      listen((event) => {
        if (event instanceof CustomEvent) choices.push(event.detail);
      });
      await page.element.updateComplete;
    }

    /** Opens a portal whose host stays on the page, as a test must. */
    async function openStaying(
      properties: Partial<HTMLElementTagNameMap["educonnect-portal"]> = {},
    ): Promise<void> {
      await open(properties);
      listen((event) => event.preventDefault());
    }

    async function answer(...names: readonly string[]): Promise<void> {
      for (const name of names) await page.press("radio", name);
    }

    beforeEach(async () => {
      localStorage.clear();
      await openStaying();
    });

    afterEach(() => {
      page.element.remove();
      localStorage.clear();
      history.replaceState(null, "", location.pathname + location.search);
    });

    it("shows each question once the one before is answered, and says so without moving the focus", async () => {
      expect(page.names("group")).to.deep.equal([profile]);
      expect(page.names("radio")).to.deep.equal([
        "Élève",
        "Représentant légal",
        "Personnel Éducation Nationale",
        "Enseignement agricole",
        "Personnel collectivité et invité",
      ]);
      page.get("radio", "Représentant légal").focus();
      await answer("Représentant légal");
      expect(page.names("group")).to.deep.equal([profile, level]);
      expect(page.status).to.equal("Étape suivante : Sélectionner votre niveau.");
      expect(page.focused).to.equal("Représentant légal");
      await answer("Lycée");
      expect(page.names("group")).to.deep.equal([profile, level, mode]);
      expect(page.names("radio").slice(-2)).to.deep.equal(["ÉduConnect", neo]);
      await answer("ÉduConnect");
      expect(page.names("group")).to.deep.equal([profile, level, mode, remember]);
      expect(page.get("radio", no)).to.have.property("checked", true);
      expect(page.status).to.equal("Étape suivante : Mémoriser ce choix.");
    });

    it("is answered with the keyboard: arrows choose, Tab goes to what appeared, Enter sends", async () => {
      page.get("radio", "Élève").focus();
      await sendKeys({ press: "ArrowDown" });
      await page.element.updateComplete;
      expect(page.focused).to.equal("Représentant légal");
      expect(page.element.value.profile).to.equal("guardian");
      await sendKeys({ press: "Tab" });
      expect(page.focused).to.equal("École");
      await sendKeys({ press: "ArrowRight" });
      await page.element.updateComplete;
      await sendKeys({ press: "Tab" });
      await sendKeys({ press: "Space" });
      await page.element.updateComplete;
      await sendKeys({ press: "Enter" });
      expect(choices).to.have.lengthOf(1);
      expect(page.element.value).to.deep.equal(chosen);
    });

    it("has for each empty question its own message, in a summary that leads to it", async () => {
      await page.press("button", "Se connecter");
      expect(page.summary).to.deep.equal(["Sélectionnez votre profil."]);
      expect(page.focused).to.equal("Il y a un problème");
      expect(page.get("group", profile).getAttribute("aria-invalid")).to.equal("true");
      await page.press("link", "Sélectionnez votre profil.");
      expect(page.focused).to.equal("Élève");
      await answer("Élève");
      expect(page.summary).to.deep.equal([]);
      await page.press("button", "Se connecter");
      expect(page.summary).to.deep.equal(["Sélectionnez votre niveau."]);
      await answer("Collège");
      await page.press("button", "Se connecter");
      expect(page.summary).to.deep.equal(["Sélectionnez votre mode d'authentification."]);
      expect(choices).to.deep.equal([]);
    });

    it("tells what was chosen and where it leads, and keeps nothing unless asked to", async () => {
      await answer("Représentant légal", "Collège", "ÉduConnect");
      await page.press("button", "Se connecter");
      expect(choices).to.deep.equal([
        { ...chosen, href: new URL("/educonnect", location.href).href, remember: false },
      ]);
      expect(localStorage.length).to.equal(0);
    });

    it("goes there, unless the host stays", async () => {
      await answer("Représentant légal", "Collège", neo);
      await page.press("button", "Se connecter");
      expect(location.hash).to.equal("");
      expect(page.status).to.equal("");
      await open();
      await answer("Représentant légal", "Collège", neo);
      await page.press("button", "Se connecter");
      expect(location.hash).to.equal("#arrived");
      expect(page.status).to.equal("Ouverture de votre page d'authentification…");
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
      await page.element.updateComplete;
      expect(page.status).to.equal("");
    });

    it("sends nothing while the host is busy", async () => {
      await answer("Représentant légal", "Collège", "ÉduConnect");
      await page.set({ busy: true });
      await page.press("button", "Se connecter");
      expect(choices).to.deep.equal([]);
      expect(page.status).to.contain("Envoi en cours…");
    });

    it("asks a guest for no level, and says which mode was settled without a question", async () => {
      await answer("Personnel collectivité et invité");
      expect(page.names("group")).to.deep.equal([profile, "2. Mémoriser ce choix"]);
      expect(page.text).to.contain("Mode d'authentification Compte invité");
      expect(page.status).to.equal(
        "Mode d'authentification : Compte invité. Étape suivante : Mémoriser ce choix.",
      );
      await page.press("button", "Se connecter");
      expect(choices[0]).to.deep.include({ profile: "guest", level: null, mode: "guest" });
    });

    it("keeps later answers that are still possible when an earlier one changes", async () => {
      await answer("Représentant légal", "Lycée", "ÉduConnect", "Élève");
      expect(page.element.value).to.deep.equal({
        profile: "pupil",
        level: "high-school",
        mode: "educonnect",
      });
      expect(page.get("radio", "ÉduConnect")).to.have.property("checked", true);
      await answer("Personnel collectivité et invité");
      expect(page.element.value).to.deep.equal({ profile: "guest", level: null, mode: "guest" });
      await answer("Élève");
      expect(page.get("radio", "Lycée")).to.have.property("checked", true);
    });

    it("says nothing of a question that was there already", async () => {
      await answer("Élève", "Représentant légal");
      expect(page.status).to.equal("");
      await answer("Collège", "ÉduConnect", neo);
      expect(page.status).to.equal("");
    });

    it("announces again a question that lost its answer", async () => {
      const modes = [
        ...options.modes,
        { id: "one", label: "One", href: "/one", when: { levels: ["primary-school"] } },
      ];
      await page.set({ options: { modes } });
      await answer("Élève", "Collège", neo, "École");
      expect(page.element.value.mode).to.equal(null);
      expect(page.status).to.equal("Étape suivante : Sélectionner votre mode d'authentification.");
    });

    it("takes the host's choice and gives back the person's, as far as it is possible", async () => {
      await page.set({ value: { ...chosen, mode: "guest" } });
      expect(page.element.value).to.deep.equal({ ...chosen, mode: null });
      expect(page.get("radio", "Collège")).to.have.property("checked", true);
      page.element.value = null;
      await page.element.updateComplete;
      expect(page.names("group")).to.deep.equal([profile]);
      page.element.value = { profile: "pupil" };
      await page.element.updateComplete;
      expect(page.names("group")).to.deep.equal([profile, level]);
    });

    it("waits for options, and says so when they lead nowhere", async () => {
      await page.set({ options: null });
      expect(page.text).to.contain("Chargement…");
      expect(page.names("button")).to.deep.equal([]);
      await page.set({ options: { modes: [{ id: "bad", href: "javascript:alert(1)" }] } });
      expect(page.text).to.contain("La connexion n'est pas encore ouverte ici.");
      expect(page.names("button")).to.deep.equal([]);
    });

    it("shows the host's pictures, but none that is no picture of the web", async () => {
      await answer("Élève", "Collège");
      const [picture] = page.root.querySelectorAll("img");
      expect(picture?.getAttribute("src")).to.equal(new URL("#neo", location.href).href);
      expect(picture?.alt).to.equal("");
      const [first, second, ...others] = options.modes;
      if (!first || !second) throw new Error("no modes");
      await page.set({ options: { modes: [first, { ...second, icon: "javascript:1" }, ...others] } });
      expect(page.root.querySelectorAll("img").length).to.equal(0);
    });

    it("uses the host's words, the names of profiles and modes among them", async () => {
      await page.set({
        messages: {
          "portal.heading": "Connexion à Néo",
          "portal.profiles.guardian": "Parent",
          "portal.modes.educonnect": "Compte de l'État",
          "issue.profile_missing": "Qui êtes-vous ?",
        },
      });
      expect(page.names("heading")).to.deep.equal(["Connexion à Néo"]);
      await page.press("button", "Se connecter");
      expect(page.summary).to.deep.equal(["Qui êtes-vous ?"]);
      await answer("Parent", "Lycée");
      expect(page.names("radio")).to.contain("Compte de l'État");
    });

    describe("its memory", () => {
      it("keeps three ids where the person says so, and offers them the next time without leaving by itself", async () => {
        await answer("Représentant légal", "Collège", "ÉduConnect", yes);
        await page.press("button", "Se connecter");
        expect(choices[0]).to.deep.include({ remember: true });
        expect(localStorage.length).to.equal(1);
        expect(localStorage.getItem(key)).to.equal(kept);
        await openStaying();
        expect(choices).to.deep.equal([]);
        expect(page.names("button")).to.deep.equal([
          "Continuer avec ÉduConnect",
          "Changer",
          "Oublier ce choix",
        ]);
        expect(page.text).to.contain("Représentant légal");
        await page.press("button", "Continuer avec ÉduConnect");
        expect(choices).to.deep.equal([
          { ...chosen, href: new URL("/educonnect", location.href).href, remember: true },
        ]);
      });

      it("lets the person change it, the answers kept, the focus on the first", async () => {
        localStorage.setItem(key, kept);
        await openStaying();
        await page.press("button", "Changer");
        expect(page.focused).to.equal("Représentant légal");
        expect(page.element.value).to.deep.equal(chosen);
        expect(page.get("radio", yes)).to.have.property("checked", true);
        await answer(no);
        await page.press("button", "Se connecter");
        expect(localStorage.getItem(key)).to.equal(null);
      });

      it("forgets it at once when asked to", async () => {
        localStorage.setItem(key, kept);
        await openStaying();
        await page.press("button", "Oublier ce choix");
        expect(localStorage.getItem(key)).to.equal(null);
        expect(page.status).to.equal("Ce choix n'est plus mémorisé.");
        expect(page.focused).to.equal("Portail de connexion à l'ENT");
        expect(page.names("group")).to.deep.equal([profile]);
      });

      const useless = {
        "no JSON": "guardian",
        "another form": `"guardian"`,
        "another version": kept.replace("1", "2"),
        "a missing id": `{"version":1,"profile":"guardian","level":null}`,
        "an id of another type": kept.replace(`"educonnect"`, "7"),
        "what is no longer offered": kept.replace("educonnect", "gone"),
        "a level that is no longer asked": kept.replace("guardian", "guest"),
        "a name from the prototype": kept.replace("guardian", "__proto__"),
      };
      for (const [name, text] of Object.entries(useless)) {
        it(`ignores ${name}`, async () => {
          localStorage.setItem(key, text);
          await openStaying();
          expect(page.names("group")).to.deep.equal([profile]);
          expect(page.element.value).to.deep.equal({ profile: null, level: null, mode: null });
        });
      }

      it("gives way to what the host chose", async () => {
        localStorage.setItem(key, kept);
        await openStaying({ value: { profile: "pupil", level: null, mode: null } });
        expect(page.get("radio", "Élève")).to.have.property("checked", true);
      });

      it("waits for the options, and survives that they come again", async () => {
        localStorage.setItem(key, kept);
        await openStaying({ options: null });
        await page.set({ options });
        expect(page.names("button")[0]).to.equal("Continuer avec ÉduConnect");
        await page.press("button", "Changer");
        await page.set({ options: { ...options } });
        expect(page.names("group")).to.deep.equal([profile, level, mode, remember]);
      });

      it("is neither asked for, read nor written where it is off", async () => {
        localStorage.setItem(key, kept);
        await openStaying({ memory: "off" });
        await answer("Élève", "Collège", neo);
        expect(page.names("group")).to.deep.equal([profile, level, mode]);
        expect(page.status).to.equal("Étape suivante : Se connecter.");
        await page.press("button", "Se connecter");
        expect(choices[0]).to.deep.include({ remember: false });
        expect(localStorage.getItem(key)).to.equal(kept);
      });

      it("has the key that the host names", async () => {
        await openStaying({ storageKey: "other" });
        expect(page.element.storageKey).to.equal("other");
        await answer("Représentant légal", "Collège", "ÉduConnect", yes);
        await page.press("button", "Se connecter");
        expect(localStorage.getItem("other")).to.equal(kept);
      });

      it("does without where the browser has no room left", async () => {
        localStorage.setItem("full", "");
        for (let size = 2 ** 23; size >= 1; size /= 2) {
          try {
            localStorage.setItem("full", localStorage.getItem("full") + "x".repeat(size));
          } catch {
            // Half as much may still fit.
          }
        }
        await answer("Représentant légal", "Collège", "ÉduConnect", yes);
        await page.press("button", "Se connecter");
        expect(choices).to.have.lengthOf(1);
        expect(localStorage.getItem(key)).to.equal(null);
      });

      it("does without where the browser refuses", async () => {
        const refused = Object.getOwnPropertyDescriptor(window, "localStorage");
        Object.defineProperty(window, "localStorage", {
          configurable: true,
          get: () => {
            throw new DOMException("refused", "SecurityError");
          },
        });
        try {
          await openStaying();
          await answer("Représentant légal", "Collège", "ÉduConnect", yes);
          await page.press("button", "Se connecter");
          expect(choices).to.have.lengthOf(1);
        } finally {
          if (refused) Object.defineProperty(window, "localStorage", refused);
        }
      });
    });

    it("passes axe, empty, wrong, answered, settled and remembered", async () => {
      expect(await page.violations()).to.deep.equal([]);
      await page.press("button", "Se connecter");
      expect(await page.violations()).to.deep.equal([]);
      await answer("Représentant légal", "Collège", "ÉduConnect");
      expect(await page.violations()).to.deep.equal([]);
      await answer("Personnel collectivité et invité");
      expect(await page.violations()).to.deep.equal([]);
      localStorage.setItem(key, kept);
      await openStaying();
      expect(await page.violations()).to.deep.equal([]);
    });
  });
}

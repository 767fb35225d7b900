import axe from "axe-core";
import { expect } from "chai";
import "../define/email.ts";
import "../define/login.ts";
import { EduconnectLogin } from "./login/educonnect-login.ts";
import { ScreenPage } from "../../test/screen-page.ts";

describe("every screen", () => {
  let pages: ScreenPage<"educonnect-login">[];

  const open = async (properties: Partial<EduconnectLogin>, host?: Element) => {
    const page = new ScreenPage(axe, "educonnect-login", properties, host);
    pages.push(page);
    await page.element.updateComplete;
    return page;
  };

  beforeEach(() => {
    pages = [];
  });

  afterEach(() => {
    for (const { element } of pages) element.remove();
  });

  it("has ids that no other instance in the page has, and every reference finds its own", async () => {
    const [first, second] = [await open({ dom: "light" }), await open({ dom: "light" })];
    const idsOf = ({ root }: typeof first) => [...root.querySelectorAll("[id]")].map(({ id }) => id);
    expect(idsOf(first).length).to.be.greaterThan(2);
    expect(idsOf(first).filter((id) => idsOf(second).includes(id))).to.deep.equal([]);
    for (const label of second.root.querySelectorAll("label")) {
      expect(second.root.contains(label.control)).to.equal(true);
    }
  });

  it("adopts its sheets once, from `css` text alone: no style element, no style attribute", async () => {
    const before = document.adoptedStyleSheets.length;
    const first = await open({ dom: "light" });
    const count = document.adoptedStyleSheets.length;
    const second = await open({ dom: "light" });
    expect(document.adoptedStyleSheets.length).to.equal(count);
    expect(count).to.be.greaterThan(before - 1);
    const shadow = await open({ dom: "shadow" });
    for (const { root } of [first, second, shadow]) {
      expect(root.querySelectorAll("style, [style]").length).to.equal(0);
    }
    expect(shadow.element.shadowRoot?.adoptedStyleSheets.length).to.be.greaterThan(1);
  });

  it("looks the same in both renderings", async () => {
    const [light, shadow] = [await open({ dom: "light" }), await open({ dom: "shadow" })];
    const look = ({ root }: typeof light) =>
      [".educonnect-screen", ".educonnect-heading", ".educonnect-input", ".educonnect-button"].map(
        (selector) => {
          const element = root.querySelector(selector);
          if (element === null) return null;
          const { color, backgroundColor, padding, fontSize, borderRadius } = getComputedStyle(element);
          return { color, backgroundColor, padding, fontSize, borderRadius };
        },
      );
    expect(look(light)).to.deep.equal(look(shadow));
    expect(look(light)[0]?.padding).to.not.equal("0px");
  });

  it("keeps its look when it is moved under another root", async () => {
    const { element, root } = await open({ dom: "light" });
    const host = document.createElement("div");
    document.body.append(host);
    const other = host.attachShadow({ mode: "open" });
    other.append(element);
    const button = root.querySelector(".educonnect-button-primary");
    expect(button && getComputedStyle(button).cursor).to.equal("pointer");
    expect(other.adoptedStyleSheets.length).to.be.greaterThan(1);
    host.remove();
  });

  it("follows the host's tokens in both renderings", async () => {
    for (const dom of ["light", "shadow"] as const) {
      const { element, root } = await open({ dom });
      element.style.setProperty("--educonnect-accent", "rgb(1, 2, 3)");
      const button = root.querySelector(".educonnect-button-primary");
      expect(button && getComputedStyle(button).backgroundColor).to.equal("rgb(1, 2, 3)");
    }
  });

  it("has a part for each class, and a class for each part", async () => {
    const { root } = await open({ links: { "no-account": "/a" }, issues: [{ code: "credentials_refused" }] });
    const named = [...root.querySelectorAll("[part]")];
    expect(named.length).to.be.greaterThan(10);
    for (const element of named) {
      for (const part of element.part) expect([...element.classList]).to.contain(`educonnect-${part}`);
    }
    expect(named.some(({ part }) => part.contains("summary"))).to.equal(true);
  });

  it("shows what the host puts at its start and end, by slot and by property, in both renderings", async () => {
    for (const dom of ["light", "shadow"] as const) {
      const host = document.createElement("div");
      document.body.append(host);
      host.innerHTML = `<educonnect-login dom="${dom}"><p slot="start">Logo</p></educonnect-login>`;
      const [element] = host.getElementsByTagName("educonnect-login");
      if (!(element instanceof EduconnectLogin)) throw new Error("not defined");
      element.end = "Aide du portail";
      await element.updateComplete;
      const given = host.querySelector("[slot=start]");
      expect(given?.checkVisibility()).to.equal(true);
      expect((element.shadowRoot ?? element).textContent).to.contain("Aide du portail");
      if (dom === "light") expect(given?.closest(".educonnect-screen")).to.not.equal(null);
      host.remove();
    }
  });

  it("tells its host, and nobody beyond the host's shadow root, with an event that bubbles and can be cancelled", async () => {
    const outer = document.createElement("div");
    document.body.append(outer);
    const inner = document.createElement("div");
    outer.attachShadow({ mode: "open" }).append(inner);
    const heard: boolean[] = [];
    outer.addEventListener("educonnect-command", () => heard.push(false), { capture: true });
    inner.addEventListener("educonnect-command", (event) => heard.push(event.cancelable));
    const page = await open({}, inner);
    await page.type("Identifiant", "p.nom12");
    await page.type("Mot de passe", "x");
    await page.press("button", "Se connecter");
    expect(heard).to.deep.equal([true]);
    outer.remove();
  });

  it("takes away what the server found wrong while the answer to it is on its way, and shows it again if nothing changes", async () => {
    const issues = [{ code: "credentials_refused" }] as const;
    const page = await open({ issues });
    await page.type("Identifiant", "p.nom12");
    await page.type("Mot de passe", "x");
    await page.press("button", "Se connecter");
    expect(page.summary).to.deep.equal([]);
    await page.set({ busy: true });
    await page.set({ busy: false });
    expect(page.summary.length).to.equal(1);
  });

  it("says after three seconds that it is taking long, and that nothing is lost", async () => {
    const page = await open({ busy: true });
    const said = new Promise<void>((resolve) => {
      new MutationObserver(() => {
        if (page.status.startsWith("C'est plus long que d'habitude")) resolve();
      }).observe(page.root, { subtree: true, childList: true, characterData: true });
    });
    expect(page.status).to.equal("Envoi en cours…");
    await said;
  });

  it("can be registered again by a second copy of the kit without an error", async () => {
    const { defineElement } = await import("../define/define-element.ts");
    defineElement("educonnect-login", class extends HTMLElement {});
    expect(customElements.get("educonnect-login")).to.equal(EduconnectLogin);
  });
});

import { expect } from "chai";
import "../define/language.ts";
import "../define/login.ts";
import { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import { languageKey } from "./language-memory.ts";

class OwnLogin extends EduconnectLogin {}
customElements.define("ent-login", OwnLogin);

/** A menu of English with a page around it. */
async function openMenu(page = "", offered = "fr en") {
  document.body.innerHTML = `<educonnect-language memory="off" languages="${offered}"></educonnect-language>${page}`;
  const [menu] = document.body.getElementsByTagName("educonnect-language");
  if (menu === undefined) throw new Error("There is no menu.");
  await menu.updateComplete;
  const select = menu.shadowRoot?.querySelector("select");
  if (!select) throw new Error("The menu has no list.");
  const choose = (tag: string): void => {
    select.value = tag;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  return { menu, select, choose };
}

const langOf = (selector: string) => document.querySelector<HTMLElement>(selector)?.lang;

describe("whom a choice of language reaches", () => {
  afterEach(() => {
    document.body.replaceChildren();
    localStorage.removeItem(languageKey);
  });

  it("are the kit's elements under names of the host's own too", async () => {
    const { choose } = await openMenu("<ent-login></ent-login>");
    const told: string[] = [];
    const hear = ({ detail }: HTMLElementEventMap["educonnect-language-change"]) =>
      void told.push(detail.lang);
    document.addEventListener("educonnect-language-change", hear);
    choose("en");
    document.removeEventListener("educonnect-language-change", hear);
    expect(langOf("ent-login")).to.equal("en");
    expect(told).to.deep.equal(["en"]);
  });

  it("are those whose class comes later than the menu", async () => {
    const { menu, choose } = await openMenu("<ent-late></ent-late>");
    choose("en");
    customElements.define("ent-late", class extends EduconnectLogin {});
    await customElements.whenDefined("ent-late");
    await menu.updateComplete;
    expect(langOf("ent-late")).to.equal("en");
  });

  it("are what the page adds, without a look at all the rest of it", async () => {
    const { menu, choose } = await openMenu("<main></main>");
    choose("en");
    const walk = document.querySelectorAll.bind(document);
    let walks = 0;
    document.querySelectorAll = (selectors: string) => {
      walks += 1;
      return walk(selectors);
    };
    try {
      const added = document.createElement("section");
      added.innerHTML = "<p>Bonjour</p><ent-login></ent-login>";
      document.body.append(added);
      await menu.updateComplete;
      expect(langOf("section ent-login")).to.equal("en");
      expect(walks).to.equal(0);
    } finally {
      Reflect.deleteProperty(document, "querySelectorAll");
    }
  });

  it("lose no language by a tag that can't be read", async () => {
    const { select } = await openMenu("", "fr_FR fr en");
    expect([...select.options].map(({ value }) => value)).to.deep.equal(["fr", "en"]);
  });
});

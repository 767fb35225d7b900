import { createTestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { Visit } from "../../test/visit.ts";
import { until } from "../../test/wizard-page.ts";
import "../define/educonnect-activation.ts";

const isSeen = (element: Element | null) => element?.checkVisibility() === true;

for (const dom of ["shadow", "light"] as const) {
  describe(`what a host puts inside the wizard, ${dom} rendering`, () => {
    let visit: Visit;

    beforeEach(async () => {
      visit = new Visit((await createTestPortal()).browser());
    });

    afterEach(() => {
      visit.close();
      document.body.replaceChildren();
    });

    function place(content: string, lang = "") {
      const element = document.createElement("educonnect-activation");
      Object.assign(element, { dom, lang, timers: visit.timers, client: visit.client, noHistory: true });
      element.innerHTML = content;
      document.body.append(element);
      const root = () => element.shadowRoot ?? element;
      return { element, root, find: (selector: string) => root().querySelector(selector) };
    }

    it("stands there until the server answered, then gives way to the screen", async () => {
      let answer: () => void = () => undefined;
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      visit.network.break("readStatus", answered);
      const { element, find } = place(`<p id="stand-in">Chargement de l'activation…</p>`);
      const standIn = element.querySelector("#stand-in");
      await element.updateComplete;
      expect(isSeen(standIn)).to.equal(true);
      expect(find(".educonnect-skeleton")).to.equal(null);
      answer();
      await until(
        () => "the sign-in",
        () => isSeen(find(".educonnect-heading")),
      );
      expect(isSeen(standIn)).to.equal(false);
      expect(standIn?.isConnected, "still the host's own").to.equal(true);
    });

    it("stands there while the texts of a language load", () => {
      const { element } = place(`<p id="stand-in">Loading…</p>`, "en");
      expect(isSeen(element.querySelector("#stand-in"))).to.equal(true);
    });

    it("is no stand-in when it has a slot, is but white space, or runs only without scripts", async () => {
      const { element, find, root } = place(`
        <noscript><p>Sans JavaScript…</p></noscript>
        <p slot="end" id="own">Une question ? 03 20 00 00 00</p>
      `);
      await element.updateComplete;
      expect(isSeen(find(".educonnect-skeleton")), root().textContent ?? "").to.equal(true);
      await until(
        () => "the sign-in",
        () => isSeen(find(".educonnect-heading")),
      );
      expect(isSeen(document.querySelector("#own"))).to.equal(true);
    });

    it("does not come back when the element is moved", async () => {
      const { element, find } = place(`<p id="stand-in">Chargement…</p>`);
      await until(
        () => "the sign-in",
        () => isSeen(find(".educonnect-heading")),
      );
      const other = document.createElement("section");
      document.body.append(other);
      other.append(element);
      await element.updateComplete;
      expect(isSeen(element.querySelector("#stand-in"))).to.equal(false);
      expect(isSeen(find(".educonnect-heading"))).to.equal(true);
    });
  });
}

describe("a shadow root that a server declared", () => {
  it("stands in for the first screen, then is drawn over", async () => {
    const visit = new Visit((await createTestPortal()).browser());
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    visit.network.break("readStatus", answered);
    const place = document.createElement("div");
    place.setHTMLUnsafe(
      `<educonnect-activation><template shadowrootmode="open"><p id="stand-in">Chargement…</p></template></educonnect-activation>`,
    );
    const [element] = place.getElementsByTagName("educonnect-activation");
    if (element === undefined) throw new Error("no wizard");
    Object.assign(element, { timers: visit.timers, client: visit.client, noHistory: true });
    document.body.append(place);
    const find = (selector: string) => element.shadowRoot?.querySelector(selector) ?? null;
    await element.updateComplete;
    expect(isSeen(find("#stand-in"))).to.equal(true);
    expect(find(".educonnect-skeleton")).to.equal(null);
    answer();
    await until(
      () => "the sign-in",
      () => isSeen(find(".educonnect-heading")),
    );
    expect(find("#stand-in")).to.equal(null);
    element.lang = "en";
    await until(
      () => "English",
      () => find(".educonnect-heading")?.textContent.includes("Sign in") === true,
    );
    place.remove();
  });
});

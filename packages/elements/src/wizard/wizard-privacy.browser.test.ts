import { createTestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { Visit } from "../../test/visit.ts";
import "../define/educonnect-activation.ts";
import "../define/login.ts";

const capture = { capture: true };

describe("what a page hears of what is typed", () => {
  const heard: unknown[] = [];
  const hear = (event: Event) => heard.push(event.type);

  beforeEach(() => {
    heard.length = 0;
    for (const name of ["educonnect-command", "educonnect-link-answer"] as const) {
      document.addEventListener(name, hear, capture);
    }
  });

  afterEach(() => {
    for (const name of ["educonnect-command", "educonnect-link-answer"] as const) {
      document.removeEventListener(name, hear, capture);
    }
  });

  it("is nothing from the wizard's shadow root, not even while events go down", async () => {
    const portal = await createTestPortal();
    const visit = new Visit(portal.browser());
    const page = visit.open();
    const letter = await portal.issue("claire");
    await page.signIn(letter.identifier, letter.provisionalPassword);
    await page.giveEmail("claire@example.org");
    await page.untilStep("password");
    visit.close();
    expect(heard).to.deep.equal([]);
  });

  it("is the command of a screen that the page holds itself", async () => {
    const screen = document.createElement("educonnect-login");
    document.body.append(screen);
    await screen.updateComplete;
    const fields = screen.shadowRoot?.querySelectorAll("input") ?? [];
    for (const field of fields) field.value = "x.nom1";
    const commands: unknown[] = [];
    screen.addEventListener("educonnect-command", ({ detail }) => commands.push(detail));
    screen.shadowRoot?.querySelector<HTMLElement>("[type=submit]")?.click();
    screen.remove();
    expect(commands).to.deep.equal([
      { type: "credentialsSubmitted", identifier: "x.nom1", password: "x.nom1" },
    ]);
    expect(heard).to.deep.equal(["educonnect-command"]);
  });
});

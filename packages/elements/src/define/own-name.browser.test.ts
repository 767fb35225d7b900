import { createTestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import { EduconnectActivation } from "../wizard/educonnect-activation.ts";
import { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import { Visit } from "../../test/visit.ts";
import { WizardPage } from "../../test/wizard-page.ts";

describe("classes under names of the host's own", () => {
  it("register nothing until the host does", () => {
    expect(customElements.get("educonnect-activation")).to.equal(undefined);
    expect(customElements.get("educonnect-login")).to.equal(undefined);
  });

  it("let a screen be used", async () => {
    customElements.define("ent-login", class extends EduconnectLogin {});
    const login = document.createElement("ent-login");
    if (!(login instanceof EduconnectLogin)) throw new Error("ent-login is no sign-in");
    const sent: unknown[] = [];
    login.addEventListener("educonnect-command", ({ detail }) => sent.push(detail));
    document.body.append(login);
    await login.updateComplete;
    for (const [name, value] of [
      ["identifier", "p.nom12"],
      ["password", "7GMPGYF3"],
    ]) {
      const input = login.shadowRoot?.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (input && value !== undefined) input.value = value;
    }
    login.shadowRoot?.querySelector("form")?.requestSubmit();
    login.remove();
    expect(sent).to.deep.equal([
      { type: "credentialsSubmitted", identifier: "p.nom12", password: "7GMPGYF3" },
    ]);
  });

  it("let the wizard be used, which brings the screens that it shows", async () => {
    customElements.define("ent-activation", class extends EduconnectActivation {});
    const portal = await createTestPortal();
    const { identifier, provisionalPassword } = await portal.issue("claire");
    const { timers, client } = new Visit(portal.browser());
    const element = document.createElement("ent-activation");
    Object.assign(element, { timers, client, noHistory: true });
    const page = new WizardPage(element);
    document.body.append(element);
    await page.signIn(identifier, provisionalPassword);
    await page.giveEmail("claire@example.org");
    await page.choosePassword("Cheval-Bleu-42!");
    await page.untilStep("children");
    expect(customElements.get("educonnect-activation")).to.equal(undefined);
    element.remove();
  });
});

import { createTestPortal } from "@educonnect-activation/server-adapter/test/portal";
import { expect } from "chai";
import "../define/educonnect-activation.ts";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen } from "../../test/show-screen.ts";
import { strongPassword, Visit } from "../../test/visit.ts";

/** What a password manager reads of a form: each field's purpose, in order, with the name it is sent by. */
const purposesOf = (form: HTMLFormElement) =>
  Array.from(form.querySelectorAll<HTMLInputElement>("input"), ({ autocomplete, name }) => [
    autocomplete,
    name,
  ]);

const signInForm = [
  ["username", "identifier"],
  ["current-password", "password"],
];
const newPasswordForm = [
  ["username", "username"],
  ["new-password", "password"],
  ["new-password", "confirmation"],
];

/** The form of each screen that holds a secret, in whatever state; no other screen has one. */
const forms: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "educonnect-login": signInForm,
  "educonnect-password": newPasswordForm,
};

for (const dom of ["shadow", "light"] as const) {
  describe(`what a password manager reads, ${dom} rendering`, () => {
    for (const state of screenStates) {
      it(`${state.name}: a name before each password, and each field's purpose`, async () => {
        const screen = await showScreen(state, { dom });
        const all = [...screen.root.querySelectorAll("form")];
        const withSecrets = all.filter((form) =>
          purposesOf(form).some(([autocomplete]) => autocomplete?.endsWith("-password")),
        );
        const secrets = [...screen.root.querySelectorAll<HTMLInputElement>("input[type=password]")];
        screen.close();
        const expected = forms[state.tag];
        expect(withSecrets.map(purposesOf)).to.deep.equal(expected === undefined ? [] : [expected]);
        expect(secrets.filter(({ form }) => form === null || !withSecrets.includes(form))).to.deep.equal([]);
      });
    }

    it("the new password goes with the identifier, which nobody types", async () => {
      const state = screenStates.find(({ tag }) => tag === "educonnect-password");
      if (state === undefined) throw new Error("no state of the password");
      const screen = await showScreen(
        { ...state, given: { ...state.given, identifier: "p.nom12" } },
        { dom },
      );
      const anchor = screen.root.querySelector<HTMLInputElement>("[autocomplete=username]");
      expect(anchor?.value).to.equal("p.nom12");
      expect(anchor?.readOnly).to.equal(true);
      expect(anchor?.tabIndex).to.equal(-1);
      expect(anchor?.type).to.equal("text");
      screen.close();
    });

    it("a form is sent by a submission of its own, and leaves the page once the server took it", async () => {
      const portal = await createTestPortal();
      const visit = new Visit(portal.browser());
      const { identifier, provisionalPassword } = await portal.issue("claire");
      const page = visit.open({ dom });
      const submitted: HTMLFormElement[] = [];
      page.root.addEventListener("submit", ({ target }) => {
        if (target instanceof HTMLFormElement) submitted.push(target);
      });
      await page.signIn(identifier, provisionalPassword);
      await page.untilStep("email");
      const [signIn] = submitted;
      expect(signIn && purposesOf(signIn)).to.deep.equal(signInForm);
      expect(signIn?.isConnected).to.equal(false);
      await page.giveEmail("claire@example.org");
      await page.choosePassword(strongPassword);
      await page.untilStep("children");
      const password = submitted.at(-1);
      expect(password && purposesOf(password)).to.deep.equal(newPasswordForm);
      expect(password?.isConnected).to.equal(false);
      visit.close();
    });
  });
}

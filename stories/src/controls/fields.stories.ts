import "@educonnect-activation/elements/define/birth-date";
import "@educonnect-activation/elements/define/email";
import "@educonnect-activation/elements/define/identity";
import "@educonnect-activation/elements/define/login";
import "@educonnect-activation/elements/define/password";
import "@educonnect-activation/elements/define/sms-code";
import { screenIn } from "../page/screen-page.ts";
import type { ScreenStory } from "../screen-story.ts";
import { showControl } from "./show-control.ts";

export default { title: "Controls/Fields" };

const email = "educonnect-email";
const firstField = ".educonnect-field";
const dates = "fieldset";

export const TextField = showControl(email, firstField);
export const TextFieldWithError = showControl(email, firstField, {
  issues: [{ code: "email_invalid", field: "email" }],
});
export const TextFieldWhileBusy = showControl(email, firstField, { busy: true });
export const TextFieldWithLongLabel = showControl(email, firstField, {
  messages: { "email.label": "Adresse mail professionnelle ou personnelle du représentant légal" },
});
export const TextFieldWithLink = showControl("educonnect-login", firstField, {
  links: { "recover-identifier": true },
});
export const CodeField = showControl("educonnect-sms-code", "form .educonnect-field");
export const PhoneField = showControl("educonnect-identity", "form > .educonnect-field:has([type=tel])");

export const PasswordField = showControl("educonnect-login", ".educonnect-field:has([type=password])");
export const PasswordFieldWithRules = showControl("educonnect-password", ".educonnect-tight");
export const PasswordFieldShown: ScreenStory<"educonnect-password"> = {
  ...showControl("educonnect-password", ".educonnect-tight"),
  async play({ canvasElement, userEvent }) {
    const page = screenIn(canvasElement);
    await userEvent.type(page.find.getByLabelText("Mot de passe"), "Brouette-7");
    const toggle = page.part("toggle");
    if (toggle !== null) await userEvent.click(toggle);
  },
};

export const DateFields = showControl("educonnect-birth-date", dates);
export const DateFieldsWithError = showControl("educonnect-birth-date", dates, {
  issues: [{ code: "birth_date_impossible", field: "birthDate" }],
});
export const DateFieldsWithOneError = showControl("educonnect-birth-date", dates, {
  issues: [{ code: "birth_date_month_out_of_range", field: "month" }],
});

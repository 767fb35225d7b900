import "@educonnect-activation/elements/define/children";
import "@educonnect-activation/elements/define/identity";
import "@educonnect-activation/elements/define/portal";
import { oneChild, twoChildren } from "../sample-pupils.ts";
import { showControl } from "./show-control.ts";

export default { title: "Controls/Choices" };

const children = "educonnect-children";

export const RadioButtons = showControl(children, ".educonnect-radio", { pupils: oneChild });
export const RadioButtonsWithError = showControl(children, ".educonnect-child", {
  pupils: oneChild,
  issues: [{ code: "child_unanswered", childId: "zoe" }],
});
export const ChildCards = showControl(children, ".educonnect-child", { pupils: twoChildren });
export const CheckBox = showControl("educonnect-identity", ".educonnect-radio", {
  issues: [{ code: "name_missing", field: "givenName" }],
});
export const ChoiceCards = showControl("educonnect-portal", "fieldset", {
  memory: "off",
  options: { modes: [{ id: "educonnect", href: "#educonnect" }] },
});
export const ChoiceCardsWithError = showControl("educonnect-portal", "fieldset", {
  memory: "off",
  options: { modes: [{ id: "educonnect", href: "#educonnect" }] },
  issues: [{ code: "profile_missing", field: "profile" }],
});

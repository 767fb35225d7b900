import { EduconnectChildren } from "../screens/children/educonnect-children.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-children", EduconnectChildren);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-children": EduconnectChildren;
  }
}

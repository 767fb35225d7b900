import { EduconnectMethods } from "../screens/methods/educonnect-methods.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-methods", EduconnectMethods);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-methods": EduconnectMethods;
  }
}

import { EduconnectPortal } from "../screens/portal/educonnect-portal.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-portal", EduconnectPortal);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-portal": EduconnectPortal;
  }
}

import { EduconnectSuccess } from "../screens/success/educonnect-success.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-success", EduconnectSuccess);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-success": EduconnectSuccess;
  }
}

import { EduconnectIdentity } from "../screens/identity/educonnect-identity.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-identity", EduconnectIdentity);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-identity": EduconnectIdentity;
  }
}

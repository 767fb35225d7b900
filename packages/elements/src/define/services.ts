import { EduconnectServices } from "../screens/services/educonnect-services.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-services", EduconnectServices);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-services": EduconnectServices;
  }
}

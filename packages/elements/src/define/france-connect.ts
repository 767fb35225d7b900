import { EduconnectFranceConnect } from "../screens/france-connect/educonnect-france-connect.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-france-connect", EduconnectFranceConnect);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-france-connect": EduconnectFranceConnect;
  }
}

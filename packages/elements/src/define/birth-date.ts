import { EduconnectBirthDate } from "../screens/birth-date/educonnect-birth-date.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-birth-date", EduconnectBirthDate);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-birth-date": EduconnectBirthDate;
  }
}

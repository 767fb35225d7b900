import { EduconnectSmsCode } from "../screens/sms-code/educonnect-sms-code.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-sms-code", EduconnectSmsCode);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-sms-code": EduconnectSmsCode;
  }
}

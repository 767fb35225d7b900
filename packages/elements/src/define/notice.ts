import { EduconnectNotice } from "../screens/notice/educonnect-notice.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-notice", EduconnectNotice);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-notice": EduconnectNotice;
  }
}

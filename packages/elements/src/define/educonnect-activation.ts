import { EduconnectActivation } from "../educonnect-activation/activation-element.ts";
import { EduconnectEmailLink } from "../educonnect-activation/email-link-element.ts";
import { defineElement } from "./define-element.ts";
import "./login.ts";

defineElement("educonnect-activation", EduconnectActivation);
defineElement("educonnect-email-link", EduconnectEmailLink);

declare global {
  interface HTMLElementTagNameMap {
    "educonnect-activation": EduconnectActivation;
    "educonnect-email-link": EduconnectEmailLink;
  }
}

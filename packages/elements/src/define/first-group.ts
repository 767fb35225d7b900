/** The wizard's first screen; what the server may find wrong there comes with the screens that follow. */
import { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import { defineElement } from "./define-element.ts";

defineElement("educonnect-login", EduconnectLogin);

import { EduconnectLogin } from "../screens/login/educonnect-login.ts";
import { defineElement } from "./define-element.ts";

// The screen that loads with the wizard. What the server may find wrong there comes with the screens that follow.
defineElement("educonnect-login", EduconnectLogin);

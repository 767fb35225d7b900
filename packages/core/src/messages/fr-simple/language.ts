import type { Language } from "../language.ts";
import { signIn } from "./sign-in.ts";

/** French that is easy to read and to understand, by the rules of FALC (Inclusion Europe, "Information for all"). Nobody whom it is for has read it yet. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};

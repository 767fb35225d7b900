import type { Language } from "../language.ts";
import { signIn } from "./sign-in.ts";

/** English, as spoken in Europe: dates put the day first. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};

import type { ActivationMethod } from "@educonnect-activation/core";
import type { FamilyName } from "./families.ts";

/** What can befall a request, and what the panel calls it. */
export const failures = {
  none: "None",
  offline: "No network: requests are lost",
  answerLost: "The answer is lost on its way back",
  gateway: "503 of a gateway, with Retry-After",
  cookiesRefused: "The browser keeps no cookie",
  flowLost: "The flow's cookie is lost",
  expired: "Eight days go by",
  franceConnectDown: "FranceConnect does not answer",
} as const;

/** The name of a failure. */
export type Failure = keyof typeof failures;

/** What a story of a journey is played in; all of it can be changed in the panel. */
export interface Scene {
  /** Who is in the directory. */
  readonly family: FamilyName;
  /** The way that the person takes: whose letter there is, and how the wizard addresses them. */
  readonly method: ActivationMethod;
  readonly failure: Failure;
  /** How long each request takes, in milliseconds. */
  readonly latency: number;
}

/** What a scene is unless a story says otherwise. */
export const ordinaryScene: Scene = { family: "two", method: "letter", failure: "none", latency: 0 };

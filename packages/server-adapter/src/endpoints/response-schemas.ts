import type {
  ConfirmationLinkAnswerResponse,
  ConfirmationLinkResponse,
  Problem,
  ServicesResponse,
  SessionView,
  SignInResponse,
  SignOutResponse,
  StartFranceConnectResponse,
  StatusResponse,
} from "@educonnect-activation/core";
import { z } from "zod";
import { problemCodes } from "../http/problem.ts";
import { audience, flowView, instant, issue, method } from "./flow-view-schema.ts";

/**
 * What each answer holds, for the API document and for tests of the wire; `satisfies` ties each to core's type.
 *
 * Answers are not checked against these when they are sent: they are built from the same types.
 */
export const session = z.object({
  givenName: z.string(),
  familyName: z.string(),
  expiresAt: instant.describe("When the session ends unless `POST /session/extend` gives it more time"),
  endsAt: instant.describe("When it ends however often it is extended"),
  now: instant.describe("The present, to count down from however wrong the browser's clock"),
}) satisfies z.ZodType<SessionView>;

export const statusResponse = z.object({
  flow: flowView.nullable().describe("The flow under way; null without one, and once it has ended"),
  session: session.nullable().describe("Who is signed in; null when nobody is"),
  methods: z.array(method).describe("The methods offered here"),
}) satisfies z.ZodType<StatusResponse>;

export const signOutResponse = statusResponse.extend({
  logoutUrl: z
    .string()
    .nullable()
    .describe("Where the page goes next, to end the session at FranceConnect; null to stay"),
}) satisfies z.ZodType<SignOutResponse>;

export const startFranceConnectResponse = z.object({
  location: z.string().describe("FranceConnect's page, to go to in the same window"),
}) satisfies z.ZodType<StartFranceConnectResponse>;

export const signInResponse = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("flow"), flow: flowView }).describe("The account is to be activated"),
  z.object({ outcome: z.literal("session"), session }).describe("The account is active"),
]) satisfies z.ZodType<SignInResponse>;

export const confirmationLinkResponse = z.object({
  audience: audience.describe("Whose account it is"),
  identifier: z.string(),
  maskedEmail: z.string().describe("The address to confirm, masked"),
}) satisfies z.ZodType<ConfirmationLinkResponse>;

export const confirmationLinkAnswerResponse = z.object({
  outcome: z.enum(["confirmed", "disowned"]),
  ownFlow: z.boolean().describe("True in the browser whose flow this is, which may go on with `GET /status`"),
}) satisfies z.ZodType<ConfirmationLinkAnswerResponse>;

export const servicesResponse = z.object({
  session,
  services: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string().nullable(),
      href: z.string(),
      isAvailable: z.boolean().describe("False shows the service as down, and not as a link"),
    }),
  ),
  message: z.string().nullable().describe("« Message de l'établissement »"),
  news: z.array(
    z.object({
      title: z.string(),
      body: z.string().nullable(),
      href: z.string().nullable(),
      date: z.string().nullable().describe("`YYYY-MM-DD`"),
    }),
  ),
  links: z
    .object({
      home: z.string().nullable(),
      contact: z.string().nullable(),
      account: z.string().nullable(),
    })
    .describe("Where the navigation leads; null hides an entry"),
}) satisfies z.ZodType<ServicesResponse>;

export const problem = z.object({
  type: z.string().describe("`urn:educonnect-activation:problem:` and the code"),
  title: z.string().describe("For developers, never shown"),
  status: z.int(),
  code: z.enum(problemCodes),
  issues: z.array(issue).exactOptional().describe("What is wrong with which field, in `request_invalid`"),
  flow: flowView
    .exactOptional()
    .describe("The flow as it is now, in `revision_stale` and whenever the machine refused"),
  retryAfterSeconds: z.int().exactOptional().describe("When to try again; the same as `Retry-After`"),
}) satisfies z.ZodType<Problem>;

export const healthResponse = z.object({ status: z.literal("ok") });

import type { SessionView, StatusResponse } from "@educonnect-activation/core";
import { z } from "zod";
import { flowView, method } from "./flow-view.ts";
import { instant, named } from "./named.ts";

/** Who is signed in, as the badge shows it. */
export const sessionView = named(
  "Session",
  z.object({
    givenName: z.string(),
    familyName: z.string(),
    expiresAt: instant.describe("When the session ends unless `POST /session/extend` gives it more time"),
    endsAt: instant.describe("When it ends however often it is extended"),
    now: instant.describe("The present, to count down from however wrong the browser's clock"),
  }),
) satisfies z.ZodType<SessionView>;

/** What is under way in a browser. */
export const statusResponse = named(
  "StatusResponse",
  z.object({
    flow: flowView.nullable().describe("The flow under way; null without one, and once it has ended"),
    session: sessionView.nullable().describe("Who is signed in; null when nobody is"),
    methods: z.array(method).describe("The methods offered here"),
  }),
) satisfies z.ZodType<StatusResponse>;

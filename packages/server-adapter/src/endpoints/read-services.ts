import { endpoints, type ServicesResponse } from "@educonnect-activation/core";
import { z } from "zod";
import { noBody } from "../http/read-body.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { sessionRequired } from "./requirement.ts";
import { named } from "./schemas/named.ts";
import { sessionView } from "./schemas/session-view.ts";

const servicesResponse = named(
  "ServicesResponse",
  z.object({
    session: sessionView,
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
  }),
) satisfies z.ZodType<ServicesResponse>;

/** Shows « Mes services » to whoever is signed in. */
export const readServices = defineEndpoint({
  ...endpoints.readServices,
  caller: "ownPages",
  body: noBody,
  requires: sessionRequired,
  response: servicesResponse,
  summary: "The services of who is signed in",
  async handle({ services }, { session }) {
    const page = await services.pageFor(session.person);
    const body: ServicesResponse = { session: session.view, ...page };
    return { status: 200, body };
  },
});

import { z } from "zod";
import { noBody } from "../http/read-body.ts";
import { defineEndpoint } from "./define-endpoint.ts";
import { writeDocument } from "./openapi/write-document.ts";
import { nothing } from "./requirement.ts";

/** Serves the OpenAPI document of every endpoint there is. */
export const openApi = defineEndpoint({
  method: "GET",
  path: "/openapi.json",
  caller: "anybody",
  body: noBody,
  requires: nothing,
  response: z.looseObject({}),
  neverFails: true,
  summary: "This document",
  handle: ({ publicOrigin, basePath }, { endpoints }) => ({
    status: 200,
    body: writeDocument(endpoints, publicOrigin + basePath),
  }),
});

import { z } from "zod";
import {
  child,
  commandType,
  contact,
  flowView,
  instant,
  issue,
  passwordPolicy,
  sending,
  step,
  stepName,
} from "./flow-view-schema.ts";
import {
  healthResponse,
  confirmationLinkAnswerResponse,
  confirmationLinkResponse,
  problem,
  servicesResponse,
  session,
  signInResponse,
  signOutResponse,
  startFranceConnectResponse,
  statusResponse,
} from "./response-schemas.ts";
import {
  calendarDate,
  childAnswer,
  command,
  emptyRequest,
  eventRequest,
  confirmationLinkAnswerRequest,
  confirmationLinkRequest,
  signInRequest,
  startFlowRequest,
  startFranceConnectRequest,
} from "./schemas.ts";

/** The schemas that the API document names once and refers to everywhere else. */
const named = {
  CalendarDate: calendarDate,
  Child: child,
  ChildAnswer: childAnswer,
  Command: command,
  CommandType: commandType,
  Contact: contact,
  EmptyRequest: emptyRequest,
  EpochSeconds: instant,
  EventRequest: eventRequest,
  FlowView: flowView,
  HealthResponse: healthResponse,
  Issue: issue,
  ConfirmationLinkAnswerRequest: confirmationLinkAnswerRequest,
  ConfirmationLinkAnswerResponse: confirmationLinkAnswerResponse,
  ConfirmationLinkRequest: confirmationLinkRequest,
  ConfirmationLinkResponse: confirmationLinkResponse,
  PasswordPolicy: passwordPolicy,
  Problem: problem,
  Sending: sending,
  ServicesResponse: servicesResponse,
  Session: session,
  SignInRequest: signInRequest,
  SignInResponse: signInResponse,
  SignOutResponse: signOutResponse,
  StartFlowRequest: startFlowRequest,
  StartFranceConnectRequest: startFranceConnectRequest,
  StartFranceConnectResponse: startFranceConnectResponse,
  StatusResponse: statusResponse,
  Step: step,
  StepName: stepName,
} as const satisfies Readonly<Record<string, z.ZodType>>;

/** The name of a shared schema. */
export type SchemaName = keyof typeof named;

const uri = (name: string) => `#/components/schemas/${name}`;

/** Refers to a shared schema. */
export const refer = (name: SchemaName): { readonly $ref: string } => ({ $ref: uri(name) });

/** Bounds that every JSON number already has in JavaScript, and that say nothing to anybody else. */
function dropSafeBounds({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/**
 * Writes the shared schemas as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is.
 *
 * All are written as what is taken in, so that requests refuse members they don't know while answers may gain some.
 */
export function writeSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri, override: dropSafeBounds });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]),
  );
}

import type { Problem } from "@educonnect-activation/core";
import { z } from "zod";
import { problemCodes } from "../../http/problem.ts";
import { flowView, issue } from "../schemas/flow-view.ts";
import { named, namedSchemas } from "../schemas/named.ts";

/** What every refusal holds. */
export const problem = named(
  "Problem",
  z.object({
    type: z.string().describe("`urn:educonnect-activation:problem:` and the code"),
    title: z.string().describe("For developers, never shown"),
    status: z.int(),
    code: z.enum(problemCodes),
    issues: z.array(issue).exactOptional().describe("What is wrong with which field, in `request_invalid`"),
    flow: flowView
      .exactOptional()
      .describe("The flow as it is now, in `revision_stale` and whenever the machine refused"),
    retryAfterSeconds: z.int().exactOptional().describe("When to try again; the same as `Retry-After`"),
  }),
) satisfies z.ZodType<Problem>;

const uri = (name: string) => `#/components/schemas/${name}`;

/** Bounds that every JSON number already has in JavaScript, and that say nothing to anybody else. */
function dropSafeBounds({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** Drops what OpenAPI says by itself: the dialect, and the name under which the schema stands. */
function dropHeader({ $schema: _dialect, $id: _id, ...schema }: z.core.JSONSchema.BaseSchema): object {
  return schema;
}

/**
 * Writes the named schemas as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is.
 *
 * All are written as what is taken in, so that requests refuse members they don't know while answers may gain some.
 */
export function writeNamedSchemas(): Record<string, object> {
  const { schemas } = z.toJSONSchema(namedSchemas, { io: "input", uri, override: dropSafeBounds });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, dropHeader(schema)]));
}

/** Refers to a schema by its name, or writes it in place when it has none. */
export function writeSchema(schema: z.ZodType): object {
  const name = namedSchemas.get(schema)?.id;
  if (name !== undefined) return { $ref: uri(name) };
  return dropHeader(z.toJSONSchema(schema, { io: "input", override: dropSafeBounds }));
}

import { z } from "zod";

/** The schemas that the API document names once and refers to everywhere else. */
export const namedSchemas = z.registry<{ id: string }>();

/** Gives a schema the name that it has in the API document. */
export function named<Schema extends z.ZodType>(id: string, schema: Schema): Schema {
  namedSchemas.add(schema, { id });
  return schema;
}

export const emptyRequest = named("EmptyRequest", z.strictObject({}));

export const instant = named(
  "EpochSeconds",
  z.int().describe("Whole seconds since 1970-01-01T00:00:00Z by the server's clock"),
);

export const calendarDate = named(
  "CalendarDate",
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe("An ISO calendar date; one that does not exist is the flow's issue, not a bad request"),
);

/** Whether the person has agreed to give up another activation. */
export const replaceFlow = z
  .boolean()
  .exactOptional()
  .describe(
    "True once the person agreed to give up the activation under way in this browser (`flow_in_progress`)",
  );

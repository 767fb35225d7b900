import type { ProblemCode } from "@educonnect-activation/core";
import { problems, problemsWithRetryAfter } from "../../http/problem.ts";
import { problemsOf, type Endpoint, type Endpoints } from "../define-endpoint.ts";
import { problem, writeSchema } from "./api-schemas.ts";

/** The problems of one status that an endpoint can answer with. */
interface Refusal {
  readonly endpoint: Endpoint;
  readonly status: number;
  readonly codes: readonly ProblemCode[];
  readonly cookieCodes: readonly ProblemCode[];
}

const statusOf = (code: ProblemCode) => problems[code][0];

function refusalsOf(endpoint: Endpoint): Refusal[] {
  const all = problemsOf(endpoint);
  return [...new Set(all.map(statusOf))].map((status) => {
    const codes = all.filter((code) => statusOf(code) === status);
    const cookieCodes = codes.filter((code) => endpoint.problemsWithCookie?.includes(code));
    return { endpoint, status, codes, cookieCodes };
  });
}

function writeRefusal({ codes, cookieCodes }: Refusal): object {
  const headers = {
    ...(codes.some((code) => problemsWithRetryAfter.includes(code)) && {
      "Retry-After": { $ref: "#/components/headers/RetryAfter" },
    }),
    ...(cookieCodes.length > 0 && {
      "Set-Cookie": { description: "The flow's cookie taken away", schema: { type: "string" } },
    }),
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code][1]}`).join(". "),
    ...(Object.keys(headers).length > 0 && { headers }),
    content: {
      "application/problem+json": {
        schema: { ...writeSchema(problem), properties: { code: { enum: codes } } },
      },
    },
  };
}

/** The refusals of an API as its document writes them. */
export interface WrittenProblems {
  /** Those that several operations share, by the names of their codes. */
  readonly shared: Record<string, object>;
  /** Those of an endpoint by status; the code of each tells what to do. */
  readonly of: (endpoint: Endpoint) => Record<string, object>;
}

/** Writes the refusals of endpoints, each that several share once. */
export function writeProblems(endpoints: Endpoints): WrittenProblems {
  const refusals = Object.values(endpoints).flatMap(refusalsOf);

  /** The name of what several endpoints refuse alike; null for what is one's own. */
  function sharedNameOf({ codes, cookieCodes }: Refusal): string | null {
    const name = codes.join(".");
    const alike = refusals.filter((other) => other.codes.join(".") === name);
    return alike.length > 1 && cookieCodes.length === 0 ? name : null;
  }

  return {
    shared: Object.fromEntries(
      refusals.flatMap((refusal) => {
        const name = sharedNameOf(refusal);
        return name === null ? [] : [[name, writeRefusal(refusal)]];
      }),
    ),
    of: (endpoint) =>
      Object.fromEntries(
        refusals
          .filter((refusal) => refusal.endpoint === endpoint)
          .map((refusal) => {
            const shared = sharedNameOf(refusal);
            return [
              refusal.status,
              shared === null ? writeRefusal(refusal) : { $ref: `#/components/responses/${shared}` },
            ];
          }),
      ),
  };
}

import type { EndpointName, ProblemCode } from "@educonnect-activation/core";
import { problems } from "../http/problem.ts";
import { refer } from "./api-components.ts";
import { endpointProblems, problemsWithCookie, problemsWithRetryAfter } from "./endpoint-problems.ts";

/** The problems of one status that an endpoint can answer with. */
interface Refusal {
  readonly endpoint: EndpointName;
  readonly status: number;
  readonly codes: readonly ProblemCode[];
  readonly cookieCodes: readonly ProblemCode[];
}

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(endpointProblems, name);
const statusOf = (code: ProblemCode) => problems[code][0];

const refusals: readonly Refusal[] = Object.keys(endpointProblems)
  .filter(isEndpointName)
  .flatMap((endpoint) => {
    const all = endpointProblems[endpoint];
    return [...new Set(all.map(statusOf))].map((status) => {
      const codes = all.filter((code) => statusOf(code) === status);
      const cookieCodes = codes.filter((code) => problemsWithCookie[endpoint]?.includes(code));
      return { endpoint, status, codes, cookieCodes };
    });
  });

/** The name of what several endpoints refuse alike; null for what is one's own. */
function sharedNameOf({ codes, cookieCodes }: Refusal): string | null {
  const name = codes.join(".");
  const alike = refusals.filter((other) => other.codes.join(".") === name);
  return alike.length > 1 && cookieCodes.length === 0 ? name : null;
}

function responseOf({ codes, cookieCodes }: Refusal): object {
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
        schema: { ...refer("Problem"), properties: { code: { enum: codes } } },
      },
    },
  };
}

/** The refusals that several operations share, by the names of their codes. */
export function writeSharedProblems(): Record<string, object> {
  return Object.fromEntries(
    refusals.flatMap((refusal) => {
      const name = sharedNameOf(refusal);
      return name === null ? [] : [[name, responseOf(refusal)]];
    }),
  );
}

/** The problems of an endpoint by status; the code of each tells what to do. */
export function writeProblemsOf(name: EndpointName): Record<string, object> {
  return Object.fromEntries(
    refusals
      .filter(({ endpoint }) => endpoint === name)
      .map((refusal) => {
        const shared = sharedNameOf(refusal);
        return [
          refusal.status,
          shared === null ? responseOf(refusal) : { $ref: `#/components/responses/${shared}` },
        ];
      }),
  );
}

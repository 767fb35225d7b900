import { ProblemError } from "../http/problem.ts";
import type { PlainRequest } from "../http/message.ts";
import type { Endpoint, Endpoints } from "./define-endpoint.ts";

/** The endpoint of a request, with what its path's parameters stand for. */
export interface FoundEndpoint {
  readonly endpoint: Endpoint;
  readonly segments: Readonly<Record<string, string>>;
}

/** One path with the methods it takes. */
interface Address {
  readonly parts: readonly string[];
  readonly methods: Map<string, Endpoint>;
}

const isParameter = (part: string) => part.startsWith(":");

/** Two paths of one shape match the same requests, whatever their parameters are called. */
const shapeOf = (parts: readonly string[]) => parts.map((part) => (isParameter(part) ? ":" : part)).join("/");

/** Longer than any id; what is longer names nothing. */
const longestSegment = 200;

/** Decodes what stands in the place of a parameter; null for what can't be one. */
function decodeSegment(segment: string): string | null {
  if (segment === "" || segment.length > longestSegment) return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function matchSegments(parts: readonly string[], given: readonly string[]): Record<string, string> | null {
  if (parts.length !== given.length) return null;
  const segments: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = given[index] ?? "";
    if (!isParameter(part)) {
      if (segment !== part) return null;
      continue;
    }
    const value = decodeSegment(segment);
    if (value === null) return null;
    segments[part.slice(1)] = value;
  }
  return segments;
}

function readAddresses(endpoints: Endpoints): ReadonlyMap<string, Address> {
  const addresses = new Map<string, Address>();
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const { method, path, params } = endpoint;
    const parts = path.split("/");
    if (parts.some(isParameter) !== (params !== null)) {
      throw new TypeError(`${name} must say the shapes of its path's parameters, and of no others.`);
    }
    const shape = shapeOf(parts);
    const address = addresses.get(shape) ?? { parts, methods: new Map<string, Endpoint>() };
    if (address.methods.has(method) || address.parts.join("/") !== path) {
      throw new TypeError(`${name} stands at ${method} ${path}, where another endpoint stands.`);
    }
    address.methods.set(method, endpoint);
    if (method === "GET") address.methods.set("HEAD", endpoint);
    addresses.set(shape, address);
  }
  return addresses;
}

/**
 * Makes the function that finds the endpoint of a request; HEAD is answered by the one of GET (RFC 9110, 9.3.2), and a path without
 * parameters comes before one with them.
 *
 * The function throws a `ProblemError`: `endpoint_unknown`, or `method_not_allowed` with the `Allow` header.
 *
 * @throws {TypeError} when two endpoints stand at one address, or one misses the shapes of its parameters.
 */
export function createEndpointFinder(
  endpoints: Endpoints,
): (request: Pick<PlainRequest, "method" | "path">) => FoundEndpoint {
  const addresses = readAddresses(endpoints);
  const withParameters = [...addresses.values()].filter(({ parts }) => parts.some(isParameter));

  function findAddress(path: string): {
    readonly address: Address;
    readonly segments: Record<string, string>;
  } {
    const address = addresses.get(path);
    if (address !== undefined && !address.parts.some(isParameter)) return { address, segments: {} };
    const given = path.split("/");
    for (const each of withParameters) {
      const segments = matchSegments(each.parts, given);
      if (segments !== null) return { address: each, segments };
    }
    throw new ProblemError("endpoint_unknown");
  }

  return ({ method, path }) => {
    const { address, segments } = findAddress(path);
    const endpoint = address.methods.get(method);
    if (endpoint === undefined) {
      const allow = [...address.methods.keys()].join(", ");
      throw new ProblemError("method_not_allowed", { headers: { allow } });
    }
    return { endpoint, segments };
  };
}

import { allocateIdentifier, identifierStem, type RandomSource } from "@educonnect-activation/core";
import type { Person } from "../ports/directory.ts";
import type { Store } from "../ports/store.ts";
import { createIdentifierRegistry } from "./identifier-registry.ts";

/** Reserves an identifier for a person, for good. */
export async function reserveIdentifier(
  store: Store,
  random: RandomSource,
  names: Pick<Person, "givenName" | "familyName">,
): Promise<string> {
  return (await allocateIdentifier(identifierStem(names), createIdentifierRegistry(store), random))
    .identifier;
}

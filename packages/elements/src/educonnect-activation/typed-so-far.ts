import { textOf } from "../controls/text-of.ts";
import type { TypedIdentity } from "./journey-state.ts";

/** Reads what stands in the form of « Je confirme mon identité », sent or not; null where that is not shown or is empty. */
export function readTypedIdentity(root: ParentNode): TypedIdentity | null {
  const form = root.querySelector("educonnect-identity form");
  if (!(form instanceof HTMLFormElement)) return null;
  const data = new FormData(form);
  const [givenName, familyName, phone] = ["givenName", "familyName", "phone"].map((name) =>
    textOf(data, name),
  );
  if (!givenName && !familyName && !phone) return null;
  return { givenName: givenName ?? "", familyName: familyName ?? "", phone: phone ?? "" };
}

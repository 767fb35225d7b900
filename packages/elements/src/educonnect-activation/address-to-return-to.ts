import { backFragment } from "./take-france-connect-return.ts";

/** The page's own address for FranceConnect to lead back to. A fragment of the page's own is kept, in place of the mark. */
export function addressToReturnTo(): string {
  return location.hash === "" ? location.href.replace(/#$/u, "") + backFragment : location.href;
}

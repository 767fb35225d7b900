import { createBlocklist, type IsCommonPassword } from "./common-passwords.ts";
import { commonPasswordsFull } from "./common-passwords-full.generated.ts";

/**
 * The blocklist for a server (entry `@educonnect-activation/core/blocklist-full`): 10,000 words, each standing for all its
 * disguises, where ASVS 6.2.4 asks for 3,000 passwords.
 *
 * Pass it as `isCommon` to `evaluatePassword`.
 */
export const isCommonPassword: IsCommonPassword = /* @__PURE__ */ createBlocklist(
  commonPasswordsFull.split(" "),
);

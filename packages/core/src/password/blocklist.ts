import { createBlocklist, type IsCommonPassword } from "./common-passwords.ts";
import { commonPasswords } from "./common-passwords.generated.ts";

/**
 * The blocklist for a page (entry `@educonnect-activation/core/blocklist`, under 3 KB gzip): the most common passwords of France
 * and of the world. Every word of it is also in the server's list, so a page refuses nothing that the server would take.
 *
 * Pass it as `isCommon` to `evaluatePassword`.
 */
export const isCommonPassword: IsCommonPassword = /* @__PURE__ */ createBlocklist(commonPasswords.split(" "));

/**
 * Password evaluations a second, without strength: good, weak, common and personal ones by the default policy with the page's
 * blocklist, beside the bare least that any policy does: NFC, a length and four regular expressions. Prints one line of JSON.
 */
import { educonnectPasswordPolicy, evaluatePassword } from "@educonnect-activation/core";
import { isCommonPassword } from "@educonnect-activation/core/blocklist";
import { printRates } from "./rates.ts";

const personal = ["Claire", "MARTIN", "c.martin12"];
const context = { personal, isCommon: isCommonPassword };
const passwords = [
  "Une-phrase-2-passe",
  "court",
  "Azerty1!",
  "Martin2015!",
  "motdepasse",
  "été à Noël, 3 étoiles !",
  "correct horse battery staple 9 £",
  "7GMPGYF3",
];
const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\d/, /[!?@#$(){}[\]_&=+\-%°*<>£µ/.:;,]/];

const repeats = 500;
let acceptable = 0;

function evaluate(): number {
  for (let count = 0; count < repeats; count += 1) {
    for (const password of passwords) {
      if (evaluatePassword(password, educonnectPasswordPolicy, context).acceptable) acceptable += 1;
    }
  }
  return repeats * passwords.length;
}

function checkBare(): number {
  for (let count = 0; count < repeats; count += 1) {
    for (const password of passwords) {
      const normalized = password.normalize("NFC");
      if ([...normalized].length >= 8 && kinds.every((kind) => kind.test(normalized))) acceptable += 1;
    }
  }
  return repeats * passwords.length;
}

await printRates("core/password", { run: evaluate }, { run: checkBare });
if (acceptable === 0) throw new Error("no password was acceptable");

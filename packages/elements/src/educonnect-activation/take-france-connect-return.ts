import { franceConnectLateFragment } from "@educonnect-activation/core";

/** Marks the address that FranceConnect leads back to, so that the page knows that somebody just signed in. */
export const backFragment = "#educonnect=france_connect";

/**
 * Takes out of the address what FranceConnect's answer left there, and tells what it says: `back` somebody returned from there, `late`
 * the answer came after its attempt had ended, or in another browser.
 */
export function takeFranceConnectReturn(): "back" | "late" | null {
  const { hash, pathname, search } = location;
  if (hash !== backFragment && hash !== franceConnectLateFragment) return null;
  history.replaceState(history.state, "", pathname + search);
  return hash === backFragment ? "back" : "late";
}

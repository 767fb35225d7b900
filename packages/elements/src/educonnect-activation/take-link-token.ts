/**
 * Takes the token out of a confirmation link's fragment, and the fragment out of the address, so that neither the history nor a shared
 * address holds it.
 *
 * @returns an empty text where there is none.
 */
export function takeLinkToken(): string {
  const token = location.hash.slice(1);
  if (token !== "") history.replaceState(history.state, "", location.pathname + location.search);
  return token;
}

import type { LetterDescription } from "../letters/describe-letters.ts";

/** The description of a guardian's letter. */
export type GuardianDescription = Extract<LetterDescription, { readonly guardian: unknown }>;

/** Tells a guardian's letter from a pupil's. */
export const isGuardian = (letter: LetterDescription): letter is GuardianDescription => "guardian" in letter;

/** Reads what the demo gives to scripts. @throws {Error} when the answer is not JSON */
export async function readJson<Shape>(url: string): Promise<Shape> {
  const response = await fetch(url);
  const data: Shape = await response.json();
  return data;
}

/** Reads the letters. */
export const readLetters = (origin: string): Promise<LetterDescription[]> =>
  readJson(`${origin}/demo/letters.json`);

/** One browser of its own: a cookie, the portal's origin and JSON. */
export function createBrowser(origin: string) {
  let cookie = "";
  return async (path: string, body: unknown) => {
    const response = await fetch(`${origin}/educonnect${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin,
        cookie,
        "idempotency-key": crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    });
    cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    return { status: response.status, body: await response.json() };
  };
}

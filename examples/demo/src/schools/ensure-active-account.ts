import { setTimeout as delay } from "node:timers/promises";
import type { EduconnectHandler } from "@educonnect-activation/server-adapter";
import type { Letter, LetterStatus } from "../letters/letter.ts";
import type { SentMail } from "../mail-server/start-mail-server.ts";
import { fullName } from "../pages/html.ts";

/** The guardian whose account is active when the demo opens, and the password she chose. */
export const activeAccount = {
  givenName: "Émilie",
  familyName: "Roussel",
  email: "emilie.roussel@example.org",
  password: "Tournesol-bleu42!",
} as const;

/** What an activation goes through. */
interface FirstActivation {
  readonly handler: EduconnectHandler;
  readonly publicOrigin: string;
  readonly basePath: string;
  readonly letters: readonly Letter[];
  readonly mails: () => readonly SentMail[];
}

/** The part of a view that is read here. */
interface View {
  readonly revision: number;
  readonly step: {
    readonly name: string;
    readonly children?: readonly { readonly id: string; readonly givenName: string }[];
  };
}

const busyTries = 20;
const busyMilliseconds = 500;
const mailTries = 100;
const mailMilliseconds = 100;
const codePattern = /^\s*(\d{4} ?\d{4})\s*$/mu;

/** Speaks to the handler as one browser: a cookie, the portal's origin and JSON. */
function openBrowser({ handler, publicOrigin, basePath }: FirstActivation) {
  let cookie = "";
  return async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const idempotencyKey = crypto.randomUUID();
    const send = (): Promise<Response> =>
      handler(
        new Request(`${publicOrigin}${basePath}${path}`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "idempotency-key": idempotencyKey,
            origin: publicOrigin,
            cookie,
          },
          body: JSON.stringify(body),
        }),
      );
    let response = await send();
    for (let tries = 1; response.status === 503 && tries < busyTries; tries += 1) {
      await delay(busyMilliseconds);
      response = await send();
    }
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? cookie;
    const answer: Answer = await response.json();
    return answer;
  };
}

async function awaitCode(mails: () => readonly SentMail[]): Promise<string> {
  for (let tries = 0; tries < mailTries; tries += 1) {
    const mail = mails().findLast(({ to }) => to === activeAccount.email);
    const code = codePattern.exec(mail?.text ?? "")?.[1];
    if (code !== undefined) return code;
    await delay(mailMilliseconds);
  }
  throw new Error("the confirmation mail did not come");
}

/**
 * Activates one account the way its holder would, from letter to confirmed mail, so that somebody is active when the demo opens; does
 * nothing once that was begun.
 *
 * @throws {Error} when a step is refused
 */
export async function ensureActiveAccount(
  activation: FirstActivation,
  statusOf: (personId: string) => LetterStatus,
): Promise<void> {
  const letter = activation.letters.find((each) => fullName(each) === fullName(activeAccount));
  if (letter?.kind !== "guardian" || statusOf(letter.personId) !== "issued") return;
  const post = openBrowser(activation);
  const { identifier, provisionalPassword } = letter;
  const { flow } = await post<{ readonly flow: View }>("/sign-in", {
    identifier,
    password: provisionalPassword,
  });
  let view = flow;
  const send = async (event: Readonly<Record<string, unknown>>): Promise<void> => {
    view = await post<View>("/flow/events", { revision: view.revision, event });
  };
  await send({ type: "emailSubmitted", email: activeAccount.email });
  await send({ type: "passwordSubmitted", password: activeAccount.password });
  const answers = (view.step.children ?? []).map(({ id: childId, givenName }) => ({
    childId,
    relation: "guardian",
    birthDate: letter.children.find((child) => child.givenName === givenName)?.birthDate,
  }));
  await send({ type: "childrenSubmitted", answers });
  await send({ type: "emailCodeSubmitted", code: await awaitCode(activation.mails) });
}

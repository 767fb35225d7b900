import type { PortalWorld } from "./portal-world.ts";

/** Names of the channel's messages between the story and the panel. */
export const portalNews = "educonnect/portal-news";
export const portalAct = "educonnect/portal-act";

/** A message that the portal sent. */
export interface Delivered {
  readonly to: string;
  readonly text: string;
}

/** What the panel reads of the portal. */
export interface PortalNews {
  readonly name: string;
  readonly mobile: string | null;
  readonly identifier: string | null;
  readonly password: string | null;
  readonly children: readonly { readonly name: string; readonly birthDate: string | null }[];
  /** Newest first. */
  readonly mails: readonly Delivered[];
  readonly texts: readonly Delivered[];
  /** Whether the last mail has a link that can be followed. */
  readonly hasLink: boolean;
  /** The newest answers, newest first. */
  readonly answers: readonly string[];
}

/** What the panel asks of the story. */
export type PortalAct =
  | { readonly type: "followLink" }
  /** Lets time go by, then opens the page anew. */
  | { readonly type: "advance"; readonly seconds: number }
  | { readonly type: "startAgain" };

/** Sends what waits in the outbox, and says what has been delivered. */
export async function readNews(world: PortalWorld): Promise<PortalNews> {
  const { portal, family, person, letter } = world;
  const mails = await portal.mails();
  const texts = await portal.texts();
  const people = person.kind === "pupil" ? [person] : family.children;
  return {
    name: `${person.givenName} ${person.familyName}`,
    mobile: person.mobile,
    identifier: letter?.identifier ?? null,
    password: letter?.password ?? null,
    children: people.map(({ givenName, familyName, birthDate }) => ({
      name: `${givenName} ${familyName}`,
      birthDate,
    })),
    mails: mails.map(({ to, subject, text }) => ({ to, text: `${subject}\n\n${text}` })).toReversed(),
    texts: texts.map(({ to, text }) => ({ to, text })).toReversed(),
    hasLink: mails.at(-1)?.text.includes("#") ?? false,
    answers: world.answers.slice(-12).toReversed(),
  };
}

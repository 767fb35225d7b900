import type { ChildCard, MessageKey, MessageParams } from "@educonnect-activation/core";
import { joinNames } from "../../i18n/wording.ts";

/** How a child is spoken of among those on the screen. */
export interface PupilName {
  /** The name as far as it may be shown. */
  readonly name: string;
  /**
   * « Élève 2 sur 3 » where another card would otherwise read the same, and with it on every card that holds no more than an initial; empty
   * for a child with a name of its own.
   */
  readonly place: string;
  /** Both. */
  readonly full: string;
  /** The given name where it says enough. */
  readonly short: string;
}

/** Tells whether a view holds no more than an initial, as long as the person may only share the guardian's name. */
export const isMasked = ({ familyName, school }: ChildCard): boolean => familyName === "" && school === "";

type Translate = (key: MessageKey, params?: MessageParams) => string;

function shownName(pupil: ChildCard, text: Translate): string {
  const { givenName, familyName } = pupil;
  if (!isMasked(pupil)) return `${givenName} ${familyName}`;
  const name = givenName.replace(/\.$/u, "");
  return text(name === "" ? "children.unnamed" : "children.initial", { name });
}

/** Names a child so that it can't be taken for another one of the list. */
export function namePupil(pupil: ChildCard, pupils: readonly ChildCard[], text: Translate): PupilName {
  const name = shownName(pupil, text);
  const { givenName } = pupil;
  const names = pupils.map((each) => shownName(each, text));
  // On some cards that hold an initial it would seem to say something of these children alone.
  const isAlone = isMasked(pupil)
    ? new Set(names).size === names.length
    : names.filter((each) => each === name).length < 2;
  const place = isAlone
    ? ""
    : text("children.place", { current: pupils.indexOf(pupil) + 1, total: pupils.length });
  const full = isAlone ? name : joinNames(text("lang"), [name, place]);
  const isShortEnough = !isMasked(pupil) && pupils.filter((each) => each.givenName === givenName).length < 2;
  return { name, place, full, short: isShortEnough ? givenName : full };
}

/** The name of somebody on a letter, with the date to type; null when the school has none. */
export interface NamedPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
}

interface LetterBase {
  readonly identifier: string;
  readonly provisionalPassword: string;
  readonly status: "issued" | "started" | "active" | "expired";
}

export interface GuardianLetter extends LetterBase {
  readonly guardian: {
    readonly givenName: string;
    readonly familyName: string;
    /** As the school has typed it; null when it has none. */
    readonly mobile: string | null;
    readonly email: string | null;
  };
  readonly children: readonly NamedPerson[];
}

export interface PupilLetter extends LetterBase {
  readonly pupil: NamedPerson;
}

export type Letter = GuardianLetter | PupilLetter;

/** The letters of one demo, each handed out once, so that tests side by side never share an account. */
export class Letters {
  readonly #letters: Letter[];

  constructor(letters: readonly Letter[]) {
    this.#letters = [...letters];
  }

  /** Takes a guardian's letter; the first of the families nobody took that fits. */
  takeGuardian(
    fits: (letter: GuardianLetter) => boolean = hasDates,
    status: Letter["status"] = "issued",
  ): GuardianLetter {
    return this.#take((letter): letter is GuardianLetter => "guardian" in letter && fits(letter), status);
  }

  /** Takes a guardian whom texts reach, by default one of plain names and number, and leaves the rest of the family to nobody else: they are told of the activation. */
  takeTexted(fits: (letter: GuardianLetter) => boolean = isOrdinary): GuardianLetter {
    const taken = this.takeGuardian(fits);
    const hasChild = ({ givenName, familyName, birthDate }: NamedPerson): boolean =>
      taken.children.some(
        (child) =>
          child.givenName === givenName && child.familyName === familyName && child.birthDate === birthDate,
      );
    for (const letter of this.#letters.filter((each) => "guardian" in each && each.children.some(hasChild))) {
      this.#letters.splice(this.#letters.indexOf(letter), 1);
    }
    return taken;
  }

  takePupil(
    fits: (letter: PupilLetter) => boolean = (letter) => letter.pupil.birthDate !== null,
  ): PupilLetter {
    return this.#take((letter): letter is PupilLetter => "pupil" in letter && fits(letter));
  }

  /** Takes a letter whose password is no longer valid. */
  takeExpired(): Letter {
    return this.#take((letter): letter is Letter => letter.status === "expired", "expired");
  }

  #take<Taken extends Letter>(
    fits: (letter: Letter) => letter is Taken,
    status: Letter["status"] = "issued",
  ): Taken {
    const letter = this.#letters.find((each): each is Taken => each.status === status && fits(each));
    if (letter === undefined) throw new Error("No letter is left that fits");
    this.#letters.splice(this.#letters.indexOf(letter), 1);
    return letter;
  }
}

/** Whether the letter lists one or two children, all with a recorded birth date. */
export function hasDates({ children }: GuardianLetter): boolean {
  return children.length < 3 && children.every(({ birthDate }) => birthDate !== null);
}

const plainName = /^[A-Z][a-zé]+$/u;
/** A mobile of metropolitan France, but none of the numbers kept for fiction, which are there to be shared or lost. */
const plainMobile = /^(?:\+33|0)(?!63998)[67]\d{8}$/u;
/** The family whose mobile is the pupil's too. */
const sharedWithPupil = "Diallo";

function isOrdinary(letter: GuardianLetter): boolean {
  const { givenName, familyName, mobile } = letter.guardian;
  const isPlain = plainName.test(givenName) && plainName.test(familyName) && familyName !== sharedWithPupil;
  return isPlain && hasDates(letter) && plainMobile.test(mobile?.replaceAll(/[ .-]/gu, "") ?? "");
}

/** An address that is this letter's alone. */
export function addressOf({ identifier }: Letter): string {
  return `${identifier}@exemple.example`;
}

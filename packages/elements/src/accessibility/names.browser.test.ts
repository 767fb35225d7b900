import axe from "axe-core";
import { expect } from "chai";
import { namesOf, seenText } from "../../test/screen-page.ts";
import { screenStates } from "../../test/screen-states.ts";
import { showScreen, type ShownScreen } from "../../test/show-screen.ts";
import { describeElement } from "../../test/tab-stops.ts";

/** What each field is for (WCAG 2.2, 1.3.5), by its name without the child it is about; children are not the user. */
const purposes: Readonly<Record<string, string>> = {
  username: "username",
  identifier: "username",
  familyName: "family-name",
  givenName: "given-name",
  phone: "tel",
  email: "email",
  code: "one-time-code",
};

const controls = "a[href], button, input, summary";

/** Looks at every screen in every state, and lists what is wrong with any. */
async function look(find: (screen: ShownScreen, tag: string) => readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const state of screenStates) {
    const screen = await showScreen(state);
    found.push(...find(screen, state.tag).map((each) => `${state.name}: ${each}`));
    screen.close();
  }
  return found;
}

const wordsOf = (text: string): string => text.replaceAll(/[\s\p{P}]/gu, "");

const visible = (root: ParentNode, selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());

describe("what a screen reader and a voice find, in every screen and state", () => {
  it("is a name on every control, with the words that are seen on it first", async () => {
    const wrong = await look(({ root }) => {
      const all = visible(root, controls).filter((each) => each.closest("[aria-hidden=true]") === null);
      const names = namesOf(axe, all);
      return all.flatMap((each, place) => {
        const label = each instanceof HTMLInputElement ? (each.labels?.[0] ?? each) : each;
        const [name = "", seen] = [names[place], seenText(label)];
        if (name === "") return [`no name on ${describeElement(each)}`];
        return wordsOf(name).startsWith(wordsOf(seen)) ? [] : [`« ${name} » does not begin with « ${seen} »`];
      });
    });
    expect(wrong).to.deep.equal([]);
  });

  it("is a group with a name around the answers to a question and the parts of a date", async () => {
    const wrong = await look(({ root }) => {
      const parts = "input[type=radio], input[name^=day], input[name^=month], input[name^=year]";
      const groups = visible(root, parts).map((each) => each.closest("fieldset"));
      const names = namesOf(
        axe,
        groups.filter((each) => each !== null),
      );
      return groups.includes(null) || names.includes("") ? ["a group is missing, or its name"] : [];
    });
    expect(wrong).to.deep.equal([]);
  });

  it("is each error in words, marked as one, at its field and in the summary, whose line leads there", async () => {
    const wrong = await look(({ root }) =>
      visible(root, ".educonnect-summary li").flatMap((line) => {
        const link = line.querySelector<HTMLAnchorElement>("a[href]");
        if (link === null) return [];
        link.click();
        const field = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
        const group = field?.closest("[aria-describedby]");
        const ids = group?.getAttribute("aria-describedby")?.split(" ") ?? [];
        const described = ids.map((id) => root.querySelector(`[id="${id}"]`)?.textContent ?? "").join(" ");
        const isMarked = field?.matches("[aria-invalid=true], [aria-invalid=true] *, fieldset [type=radio]");
        const isSaid = /Erreur\s:/u.test(described);
        return isMarked === true && isSaid
          ? []
          : [`« ${seenText(line)} » leads to ${describeElement(field ?? null)}`];
      }),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("finds what every reference points to, in the same root, each id once", async () => {
    const wrong = await look(({ root }) => {
      const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);
      const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
      const names = ["aria-describedby", "aria-labelledby", "aria-controls", "for"];
      const lost = names.flatMap((name) =>
        [...root.querySelectorAll(`[${name}]`)].flatMap((each) =>
          (each.getAttribute(name) ?? "").split(" ").filter((id) => !ids.includes(id)),
        ),
      );
      return [...twice, ...lost];
    });
    expect(wrong).to.deep.equal([]);
  });

  it("is what each field is for, so that the browser fills in the user's own data and no child's", async () => {
    const wrong = await look(({ root }, tag) =>
      [...root.querySelectorAll<HTMLInputElement>("input:not([type=radio]):not([type=checkbox])")].flatMap(
        ({ name, autocomplete }) => {
          const [plain = ""] = name.split("-");
          const isDate = ["day", "month", "year"].includes(plain);
          const isPassword = ["password", "confirmation"].includes(plain) && tag !== "educonnect-email";
          const ownDate = tag === "educonnect-birth-date" ? `bday-${plain}` : "off";
          const password = tag === "educonnect-login" ? "current-password" : "new-password";
          const other = plain === "confirmation" ? "email" : purposes[plain];
          const wanted = isDate ? ownDate : isPassword ? password : other;
          return autocomplete === wanted ? [] : [`${name} is ${autocomplete}, not ${String(wanted)}`];
        },
      ),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("is one language for the whole screen, and a heading on it, without a level left out", async () => {
    const wrong = await look(({ root }) => {
      const card = root.querySelector(".educonnect");
      const levels = visible(root, "h1, h2, h3, h4").map(({ localName }) => Number(localName.slice(1)));
      const leaps = levels.filter((level, place) => level > (levels[place - 1] ?? 2) + 1);
      return [
        ...(card?.getAttribute("lang") === "fr" ? [] : ["no language"]),
        ...(levels[0] === 2 ? [] : ["no heading of the second level first"]),
        ...leaps.map((level) => `h${level} after a higher level`),
      ];
    });
    expect(wrong).to.deep.equal([]);
  });

  it("says its language where the page's is another, and that of what the school has written", async () => {
    document.documentElement.lang = "en";
    const wrong: string[] = [];
    for (const state of screenStates) {
      const { root, close } = await showScreen(state, { lang: "ar" });
      const card = root.querySelector(".educonnect");
      if (card?.getAttribute("lang") !== "ar" || card.getAttribute("dir") !== "rtl") wrong.push(state.name);
      for (const each of visible(root, ".educonnect-given, .educonnect-card-title, .educonnect-card-text")) {
        if (each.lang !== "fr") wrong.push(`${state.name}: ${seenText(each)}`);
      }
      close();
    }
    document.documentElement.lang = "";
    expect(wrong).to.deep.equal([]);
  });

  it("holds nothing that only a pointer at rest shows, no order of its own, no key of its own and no timing", async () => {
    const wrong = await look(({ root }) =>
      [
        "[title]",
        "[tabindex]:not([tabindex='-1'])",
        "[accesskey]",
        "[autofocus]",
        "marquee",
        "blink",
        "audio",
        "video",
      ].filter((selector) => root.querySelector(selector) !== null),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("has a live region from the first drawing on, so that what comes into it is said", async () => {
    const wrong = await look(({ root }) =>
      root.querySelector("[role=status].educonnect-status") === null ? ["no status"] : [],
    );
    expect(wrong).to.deep.equal([]);
  });

  it("ends with the host's own help, always at the same place", async () => {
    const wrong: string[] = [];
    for (const state of screenStates) {
      const { root, close } = await showScreen(state, { start: "Logo", end: "Aide du portail" });
      const [first, last] = ["start", "end"].map((name) => root.querySelector(`slot[name=${name}]`));
      const stack = root.querySelector(".educonnect-stack");
      if (stack?.firstElementChild !== first || stack?.lastElementChild !== last) wrong.push(state.name);
      close();
    }
    expect(wrong).to.deep.equal([]);
  });

  it("calls what does the same by the same name everywhere", async () => {
    const names = new Map<string, Set<string>>();
    await look(({ root }) => {
      for (const kind of [".educonnect-toggle", ".educonnect-summary", ".educonnect-title"]) {
        const known = names.get(kind) ?? new Set();
        for (const name of namesOf(axe, visible(root, kind))) names.set(kind, known.add(name));
      }
      return [];
    });
    expect(Object.fromEntries([...names].map(([kind, known]) => [kind, [...known]]))).to.deep.equal({
      ".educonnect-toggle": ["Afficher le mot de passe", "Masquer le mot de passe"],
      ".educonnect-summary": ["Il y a un problème"],
      ".educonnect-title": ["Activation du compte"],
    });
  });

  it("has pictures that only decorate, and says so of each", async () => {
    const wrong = await look(({ root }) =>
      [...root.querySelectorAll("svg, img, canvas, object, picture")].flatMap((each) =>
        each.matches("svg[aria-hidden=true], img[alt='']") ? [] : [describeElement(each)],
      ),
    );
    expect(wrong).to.deep.equal([]);
  });
});

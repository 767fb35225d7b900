import {
  defaultPortalLevels,
  defaultPortalProfiles,
  type PortalAnswers,
  type PortalChoice,
  type PortalEntry,
  type PortalMode,
  type PortalOptions,
  type PortalProfile,
} from "./portal-options.ts";

/** The questions, in order. */
export type PortalStepName = keyof PortalAnswers;

/** A question and its answer so far. */
export interface PortalStep {
  readonly name: PortalStepName;
  readonly choices: readonly PortalEntry[];
  readonly chosen: PortalEntry | null;
  /** `waiting` for an earlier one; not `needed`; `settled`, as there is but one answer; or `asked`. */
  readonly status: "waiting" | "needless" | "settled" | "asked";
}

/** Where a person stands in the portal's questions. */
export interface SettledPortal {
  readonly steps: readonly PortalStep[];
  /** What was chosen, once every question is answered, with the absolute address it leads to. */
  readonly choice: (PortalChoice & { readonly href: string }) | null;
}

/**
 * Puts answers to the options: an answer that is not possible, or no longer, counts as none, and a question with one possible answer
 * answers itself.
 *
 * @param base what relative addresses are relative to.
 */
export function settlePortal(options: PortalOptions, answers: PortalAnswers, base: string): SettledPortal {
  const modes = options.modes.filter(({ href }) => resolveWebAddress(href, base) !== null);
  const levels = firstOfEachId<PortalEntry>(options.levels ?? defaultPortalLevels);

  const modesOf = (profile: PortalEntry, level: PortalEntry | null) =>
    firstOfEachId(modes.filter((mode) => fits(mode, profile.id, level?.id ?? null)));
  const levelsOf = (profile: PortalProfile) =>
    levels.filter(({ id }) => profile.levels === undefined || profile.levels.includes(id));
  const openLevelsOf = (profile: PortalProfile) =>
    levelsOf(profile).filter((level) => modesOf(profile, level).length > 0);

  const profiles = firstOfEachId<PortalProfile>(options.profiles ?? defaultPortalProfiles).filter((profile) =>
    levelsOf(profile).length === 0 ? modesOf(profile, null).length > 0 : openLevelsOf(profile).length > 0,
  );
  const profile = pick(profiles, answers.profile);
  const openLevels = profile === null ? [] : openLevelsOf(profile);
  const level = pick(openLevels, answers.level);
  const isLevelDone = profile !== null && (level !== null || openLevels.length === 0);
  const openModes = isLevelDone ? modesOf(profile, level) : [];
  const mode = pick(openModes, answers.mode);
  const href = mode && resolveWebAddress(mode.href, base);
  return {
    steps: [
      createStep("profile", profiles, profile, true),
      createStep("level", openLevels, level, profile !== null),
      createStep("mode", openModes, mode, isLevelDone),
    ],
    choice:
      profile && mode && href !== null
        ? { profile: profile.id, level: level?.id ?? null, mode: mode.id, href }
        : null,
  };
}

function fits({ when }: PortalMode, profile: string, level: string | null): boolean {
  const isForProfile = when?.profiles?.includes(profile) ?? true;
  return isForProfile && (when?.levels === undefined || (level !== null && when.levels.includes(level)));
}

function firstOfEachId<Entry extends PortalEntry>(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ id }, place) => entries.findIndex((other) => other.id === id) === place);
}

function pick<Entry extends PortalEntry>(choices: readonly Entry[], id: string | null): Entry | null {
  const [only, ...others] = choices;
  if (others.length === 0) return only ?? null;
  return choices.find((choice) => choice.id === id) ?? null;
}

function createStep(
  name: PortalStepName,
  choices: readonly PortalEntry[],
  chosen: PortalEntry | null,
  isOpen: boolean,
): PortalStep {
  if (!isOpen) return { name, choices, chosen, status: "waiting" };
  if (choices.length === 0) return { name, choices, chosen, status: "needless" };
  return { name, choices, chosen, status: choices.length === 1 ? "settled" : "asked" };
}

/** What appeared after an answer. */
export interface PortalNews {
  /** The question that waits for an answer now; null once all are answered. */
  readonly next: PortalStepName | null;
  /** What was settled without a question, told once all are answered. */
  readonly settled: readonly PortalStep[];
}

/** Tells what appeared between two answers, or null when nothing did; a question that lost its answer appears again. */
export function newsOf(before: SettledPortal, after: SettledPortal): PortalNews | null {
  const open = after.steps.find(({ status, chosen }) => status === "asked" && chosen === null);
  if (open !== undefined) {
    const old = before.steps.find(({ name }) => name === open.name);
    const isNew = old?.status !== "asked" || old.chosen !== null;
    return isNew ? { next: open.name, settled: [] } : null;
  }
  if (after.choice === null || before.choice !== null) return null;
  return { next: null, settled: after.steps.filter(({ status }) => status === "settled") };
}

/** Gives an address as an absolute one, or null unless it is a page of the web: never a script, a mail or data. */
export function resolveWebAddress(address: string, base: string): string | null {
  try {
    const { protocol, href } = new URL(address, base);
    return protocol === "https:" || protocol === "http:" ? href : null;
  } catch {
    return null;
  }
}

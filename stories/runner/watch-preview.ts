// Runs in the page, before anything else of it: keeps what Storybook's preview tells of its story.

import type { LookChoices } from "./story-looks.ts";

/** How a story came out. */
export interface StoryOutcome {
  readonly storyId: string;
  readonly status: string;
  readonly violations: readonly string[];
  /** What the play function, or the story itself, threw. */
  readonly thrown: readonly string[];
}

declare global {
  interface Window {
    storyOutcome: StoryOutcome | null;
    /** A page of documentation is drawn. */
    storyDocs: boolean;
    /** Codes of the issues that the story was given. */
    storyIssues: readonly string[];
    /** What the toolbar offers. */
    storyLooks: LookChoices;
    /** The story means some of its requests to fail. */
    storyMayFail: boolean;
    storyChannel: {
      on(event: string, listener: (payload: never) => void): void;
      emit(event: string, payload: unknown): void;
    };
  }
}

/** The reports of the accessibility add-on, as far as they are read. */
interface Finished {
  readonly storyId: string;
  readonly status: string;
  readonly reporters: readonly {
    readonly type: string;
    readonly result?: {
      readonly error?: unknown;
      readonly violations?: readonly {
        readonly id: string;
        readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
      }[];
    };
  }[];
}

interface Globals {
  readonly globalTypes: Readonly<
    Record<string, { readonly toolbar?: { readonly items: readonly { readonly value: string }[] } }>
  >;
}

interface Prepared {
  readonly parameters?: { readonly runner?: { readonly mayFail?: boolean } };
  readonly initialArgs?: { readonly issues?: unknown };
}

/** Follows the preview's channel from the moment that it is there. */
export function watchPreview(): void {
  const thrown: string[] = [];
  let channel: Window["storyChannel"] | undefined;
  window.storyOutcome = null;
  window.storyDocs = false;
  window.storyIssues = [];
  window.storyMayFail = false;
  const describe = (error: { readonly message?: string; readonly description?: string }) =>
    thrown.push(error.message ?? error.description ?? "an error without a message");
  Object.defineProperty(window, "__STORYBOOK_ADDONS_CHANNEL__", {
    configurable: true,
    get: () => channel,
    set(value: Window["storyChannel"]) {
      channel = value;
      window.storyChannel = value;
      value.on("storyPrepared", ({ parameters, initialArgs }: Prepared) => {
        window.storyMayFail = parameters?.runner?.mayFail === true;
        const issues = Array.isArray(initialArgs?.issues) ? initialArgs.issues : [];
        window.storyIssues = issues.map((issue: { readonly code: string }) => issue.code);
      });
      value.on("setGlobals", ({ globalTypes }: Globals) => {
        const valuesOf = (name: string) => globalTypes[name]?.toolbar?.items.map(({ value }) => value) ?? [];
        window.storyLooks = { themes: valuesOf("theme"), languages: valuesOf("language") };
      });
      value.on("docsRendered", () => {
        window.storyDocs = true;
      });
      for (const event of [
        "playFunctionThrewException",
        "storyThrewException",
        "storyErrored",
        "storyMissing",
      ])
        value.on(event, describe);
      value.on("storyFinished", ({ storyId, status, reporters }: Finished) => {
        const violations = reporters.flatMap(({ type, result }) => {
          if (type !== "a11y") return [];
          if (result?.error !== undefined) return ["axe could not run"];
          return (result?.violations ?? []).map(
            ({ id, nodes }) =>
              `axe ${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary ?? ""})`).join("; ")}`,
          );
        });
        window.storyOutcome = { storyId, status, violations, thrown: thrown.splice(0) };
      });
    },
  });
}

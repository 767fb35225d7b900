import type { Issue } from "@educonnect-activation/core";
import type { PropertyDeclarations, PropertyValues } from "lit";
import { ServerClock } from "../controls/server-clock.ts";
import { describeIssue } from "../i18n/translate.ts";
import { FormScreen } from "./form-screen.ts";

/** A screen that counts time by the server's clock: until its step opens again, or a message may be sent. */
export abstract class TimedScreen extends FormScreen {
  static override properties: PropertyDeclarations = {
    lockedUntil: { type: Number, attribute: "locked-until" },
    now: { type: Number },
  };

  /** When the step opens again (epoch seconds); null while it is open. */
  declare lockedUntil: number | null;
  /** The server's time when it answered (epoch seconds); null trusts the browser's clock. */
  declare now: number | null;

  protected readonly clock: ServerClock = new ServerClock(
    () => this.requestUpdate(),
    () => this.awaitedInstant(),
  );

  constructor() {
    super();
    this.lockedUntil = null;
    this.now = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Time went by while it was out of the page.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clock.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("now")) this.clock.set(this.now);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.clock.follow();
  }

  /** The instant that the screen counts down to (epoch seconds). */
  protected awaitedInstant(): number | null {
    return this.lockedUntil;
  }

  protected override get isLocked(): boolean {
    return this.clock.secondsUntil(this.lockedUntil) > 0;
  }

  protected override get shownIssues(): readonly Issue[] {
    // A lock passes without news from the server.
    return super.shownIssues.filter(({ code }) => code !== "step_locked" || this.isLocked);
  }

  protected override issueText(issue: Issue): string {
    return describeIssue(this.words, issue, this.clock.secondsUntil(this.lockedUntil));
  }
}

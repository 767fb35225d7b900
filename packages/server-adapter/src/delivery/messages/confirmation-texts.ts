/** What the confirmation mail says in one language besides French; names come in as they are and are escaped when rendered. */
export interface ConfirmationTexts {
  /** BCP 47 tag, for whoever reads aloud and for durations. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** Whether the mail says it all in French too, for somebody at the school who is asked for help. */
  readonly isFollowedByFrench: boolean;
  readonly subject: string;
  readonly greeting: (person: string) => string;
  /** Before and after the activation. */
  readonly asked: (identifier: string) => string;
  readonly active: (identifier: string) => string;
  /** What stands before the link, before and after the activation. */
  readonly confirm: string;
  readonly confirmActive: string;
  /** The name of the link, and of the page that it opens. */
  readonly action: string;
  readonly code: string;
  /** `duration` is a number with its unit, as a dictionary has it: whatever the grammar, it stands by itself. */
  readonly validity: (duration: string) => string;
  readonly linkValidity: (duration: string) => string;
  /** Names the button « Ce n'est pas moi » as the page has it. */
  readonly notAsked: string;
  readonly purpose: string;
  readonly signedOut: string;
  readonly help: string;
  readonly sentBy: (serviceName: string) => string;
  /** What the link's page says where scripts do not run. */
  readonly needsScript: string;
}

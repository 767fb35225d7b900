/** The words of the confirmation mail in a language other than French. Names are passed as they are, and are escaped when the mail is rendered. */
export interface ConfirmationTexts {
  /** BCP 47 tag, for screen readers and for durations. */
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  /** Whether the mail repeats everything in French, for somebody at the school who is asked for help. */
  readonly isFollowedByFrench: boolean;
  readonly subject: string;
  readonly greeting: (person: string) => string;
  /** What the mail is about, before the activation and after it. */
  readonly asked: (identifier: string) => string;
  readonly active: (identifier: string) => string;
  /** What stands before the link, before the activation and after it. */
  readonly confirm: string;
  readonly confirmActive: string;
  /** The name of the link, and of the page that it opens. */
  readonly action: string;
  readonly code: string;
  /** `duration` is a number with its unit in the dictionary form, so the sentence must not require another case. */
  readonly validity: (duration: string) => string;
  readonly linkValidity: (duration: string) => string;
  /** Names the button « Ce n'est pas moi » in the words of the page. */
  readonly notAsked: string;
  readonly purpose: string;
  readonly signedOut: string;
  readonly help: string;
  readonly sentBy: (serviceName: string) => string;
  /** What the page that the link opens says where scripts do not run. */
  readonly needsScript: string;
}

/** The screens between the sign-in and the end, which load together. */
import "./birth-date.ts";
import "./children.ts";
import "./email-sent.ts";
import "./email.ts";
import "./notice.ts";

/** The last screens, and the methods side by side, which load together. */
import "./methods.ts";
import "./services.ts";
import "./success.ts";

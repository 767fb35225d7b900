/** The last screens, which load together. */
import "./services.ts";
import "./success.ts";

/** The password's screen, which loads apart: its rules weigh more than the other screens. */
import "./password.ts";

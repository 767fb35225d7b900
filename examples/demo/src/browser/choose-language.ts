// Listens before the menu is there, which finds a choice kept from another page.
import "./translate-page.ts";
import "@educonnect-activation/elements/define/language";

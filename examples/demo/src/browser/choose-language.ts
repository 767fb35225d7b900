import "@educonnect-activation/elements/define/language";

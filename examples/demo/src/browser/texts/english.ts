/** What the portal itself says, in English; the French is in its pages, under the same names. */
export const english = {
  "title.start": "School portal – ENT Horizon",
  "title.login": "Activate my account – ENT Horizon",
  "title.confirm": "Confirm my email address – ENT Horizon",
  "title.methods": "Which ways to activate an account? – ENT Horizon",
  "title.help": "Help with activating an account – ENT Horizon",
  "banner.title": "The digital space of our schools",
  "banner.text": "Homework, messages and paperwork, with a single account.",
  footer:
    "ENT Horizon is an imaginary portal that shows how to embed the activation of ÉduConnect accounts. It is not a service of the ministry.",
  "profile.label": "Profile",
  "profile.guardian": "Parent or guardian",
  "profile.pupil": "Pupil",
  "first.heading": "First time here?",
  "first.letter": "Have the school's letter at hand.",
  "first.letterText": "It gives your identifier and a provisional password.",
  "first.noLetter": "No letter?",
  "first.keep": "You will also need",
  "first.guardian": "the date of birth of each of your children, and your email address.",
  "first.pupil": "your date of birth and, if you have one, your email address.",
  "first.time": "Allow five minutes.",
  "first.timeText": "You can stop and go on later, even on another device.",
  "help.heading": "Help with activating an account",
  "help.letter": "I did not get a letter, or I lost it",
  "help.letterAnswer":
    "Ask the school: it prints a new letter, whose provisional password takes the place of the one before.",
  "help.identifier": "I forgot my identifier",
  "help.identifierAnswer":
    "It is printed on the school's letter, and the activation showed it at its end. Without either, ask the school: this portal cannot send it to you yet.",
  "help.password": "I forgot my password",
  "help.passwordAnswer":
    "This portal cannot change it for you yet. Ask the school for a new letter: its provisional password opens the activation again, and you choose another password there.",
  "help.sms": "I do not get the code by text message",
  "help.smsAnswer":
    "The school must know your mobile number. Check what you typed, then ask for the code again; if that does not help, use FranceConnect or ask the school for a letter.",
  "help.refused": "My provisional password is refused",
  "help.refusedAnswer":
    "Copy it as it is printed, in capital letters. It is valid for 90 days; after that, ask for a new letter.",
  "help.birthDate": "A date of birth is refused",
  "help.birthDateAnswer":
    "The school compares it with the date it has recorded. If you are sure of yours, ask the school to correct its records.",
  "help.mail": "I do not get the confirmation email",
  "help.mailAnswer":
    "Look among your junk mail, then ask for it to be sent again. You can also correct your email address.",
  "help.unasked": "I got an email that I never asked for",
  "help.unaskedAnswer":
    "Somebody probably mistyped their address: open the link and choose “This was not me”.",
  "help.contact": "Contact the school",
  "help.back": "Back to the activation",
} as const;

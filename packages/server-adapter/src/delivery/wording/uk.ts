import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in Ukrainian, and of the page that its link opens.
 *
 * The reader is addressed with « ви ».
 */
export const ukrainianConfirmation: ConfirmationTexts = {
  lang: "uk",
  dir: "ltr",
  isFollowedByFrench: true,
  subject: "Підтвердьте адресу електронної пошти для облікового запису ÉduConnect",
  greeting: (person) => `Вітаємо, ${person}!`,
  asked: (identifier) =>
    `Ви активуєте свій обліковий запис ÉduConnect. Ваш ідентифікатор (identifiant): ${identifier}.`,
  active: (identifier) =>
    `Ваш обліковий запис ÉduConnect активний. Ваш ідентифікатор (identifiant): ${identifier}.`,
  confirm: "Щоб завершити активацію, підтвердьте адресу електронної пошти за цим посиланням:",
  confirmActive: "Підтвердьте цю адресу електронної пошти за цим посиланням:",
  action: "Підтвердити мою адресу електронної пошти",
  code: "Ви почали активацію на іншому пристрої? Введіть там цей код:",
  validity: (duration) => `Термін дії посилання та коду: ${duration}.`,
  linkValidity: (duration) => `Термін дії посилання: ${duration}.`,
  notAsked:
    "Якщо ви нічого не просили, відкрийте посилання та виберіть «Це не я»: вашу адресу не буде використано.",
  purpose:
    "Якщо ви забудете або загубите ідентифікатор чи пароль, за допомогою цієї адреси ви зможете дізнатися ідентифікатор або вибрати новий пароль.",
  signedOut:
    "Якщо ваш сеанс завершено, введіть ідентифікатор і вибраний вами пароль на сторінці входу ÉduConnect.",
  help: "Якщо виникнуть труднощі, на цій сторінці є інформація та контакти служби підтримки вашого навчального округу (académie):",
  sentBy: (serviceName) => `Повідомлення надіслано автоматично. Відправник: ${serviceName}.`,
  needsScript:
    "Увімкніть JavaScript, щоб підтвердити адресу електронної пошти. Якщо в листі є код, його також можна ввести на сторінці активації.",
};

import type { TextsOf } from "../language.ts";

/** The Ukrainian texts of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "Підтвердження моєї адреси електронної пошти",
  "emailConfirm.text": "Ви підтверджуєте адресу {email} для облікового запису ÉduConnect з ідентифікатором:",
  "emailConfirm.loading": "Перевірка посилання…",
  "emailConfirm.disown": "Це не я",
  "emailConfirm.confirmedHeading": "Вашу адресу електронної пошти підтверджено",
  "emailConfirm.confirmedHere": "Активація вашого облікового запису триває.",
  "emailConfirm.confirmedElsewhere":
    "Поверніться на сторінку, де ви почали активацію: вона сама перейде далі. Цю сторінку можна закрити.",
  "emailConfirm.disownedHeading": "Дякуємо, що попередили нас",
  "emailConfirm.disownedText":
    "Цю адресу електронної пошти не буде використано для цього облікового запису. Більше нічого робити не потрібно; цю сторінку можна закрити.",
  "emailConfirm.failedHeading": "Цим посиланням не можна скористатися",
  "issue.confirmation_link_unknown":
    "Це посилання неповне або невідоме. Відкрийте його безпосередньо з листа.",
  "issue.confirmation_link_expired":
    "Це посилання більше не дійсне. Поверніться на сторінку активації та оберіть «Надіслати лист ще раз».",
  "issue.confirmation_link_used":
    "Цим посиланням уже скористалися: вашу адресу підтверджено. Поверніться на сторінку активації.",
  "issue.confirmation_link_disowned": "Ви відповіли, що це не ви: посилання більше не діє.",
  "issue.confirmation_link_replaced":
    "Вам надіслано новіший лист. Скористайтеся посиланням з останнього отриманого листа.",
  "emailConfirm.return": "Повернутися до активації",
};

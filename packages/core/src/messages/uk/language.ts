import type { Language, TextsOf } from "../language.ts";

/** The texts in Ukrainian of every screen and of the sign-in. */
const signIn: TextsOf<"sign-in"> = {
  lang: "uk",
  dir: "ltr",
  cancel: "Скасувати",
  newWindow: "нове вікно",
  later: "пізніше",
  sending: "Надсилання…",
  loading: "Завантаження…",
  slow: "Це триває довше, ніж зазвичай. Зачекайте, будь ласка: введене збережено.",
  "password.show": "Показати пароль",
  "password.hide": "Приховати пароль",
  "password.shown": "Пароль видно.",
  "password.hidden": "Пароль приховано.",
  "errors.heading": "Виникла проблема",
  "errors.prefix": "Помилка:",
  "login.eyebrow.guardian": "Батьки або опікуни учня",
  "login.eyebrow.pupil": "Учень",
  "login.heading": "Вхід з обліковим записом ÉduConnect",
  "login.identifier": "Ідентифікатор (identifiant)",
  "login.identifierPlaceholder": "Наприклад, p.nomXX",
  "login.password": "Пароль (mot de passe)",
  "login.submit": "Увійти",
  "login.recoverIdentifier": "Забули ідентифікатор?",
  "login.recoverPassword": "Забули пароль?",
  "login.noAccount": "У мене немає облікового запису",
  "login.methods": "Як можна активувати обліковий запис?",
  "login.or": "або",
  "login.franceConnectHeading": "Вхід через FranceConnect",
  "login.franceConnect": "S'identifier avec FranceConnect",
  "login.franceConnectAbout": "Що таке FranceConnect?",
  "login.franceConnectText":
    "FranceConnect відкриває доступ до багатьох державних послуг Франції за допомогою облікового запису, який у вас уже є. Скористайтеся ним для ÉduConnect!",
  "login.replaceHeading": "У цьому браузері триває інша активація",
  "login.replaceText":
    "Якщо ви продовжите, активацію, розпочату тут, буде скасовано. Для вже активованого облікового запису нічого не зміниться.",
  "login.replaceConfirm": "Скасувати іншу й продовжити",
  "notice.unavailable.heading": "Послуга тимчасово недоступна",
  "notice.unavailable.text": "Це сталося не з вашої вини. Спробуйте ще раз за кілька хвилин.",
  "notice.retry": "Спробувати ще раз",
  "issue.generic": "Вашу відповідь не вдалося прийняти. Перевірте її та спробуйте ще раз.",
  "issue.triesLeft": {
    count: "triesLeft",
    one: "У вас залишилася {triesLeft} спроба.",
    few: "У вас залишилося {triesLeft} спроби.",
    many: "У вас залишилося {triesLeft} спроб.",
    other: "У вас залишилося {triesLeft} спроби.",
  },
  "issue.identifier_missing": "Введіть свій ідентифікатор.",
  "issue.identifier_too_long": "Цей ідентифікатор задовгий. Перепишіть той, що в паперовому листі.",
  "issue.identifier_is_email": "Введіть ідентифікатор на зразок p.nomXX, а не адресу електронної пошти.",
  "issue.password_missing": "Введіть свій пароль.",
  "issue.credentials_refused":
    "Ідентифікатор або пароль неправильний. Перепишіть їх із паперового листа, а якщо обліковий запис уже активовано, введіть пароль, який ви обрали.",
  "issue.credentials_locked": "Було забагато спроб. Спробуйте ще раз {delay}.",
  "issue.address_refused": "З цього інтернет-з’єднання було забагато спроб. Спробуйте ще раз {delay}.",
  "issue.provisional_password_expired":
    "Цей тимчасовий пароль більше не дійсний. Попросіть у школі новий лист.",
  "issue.field_missing": "Бракує однієї відповіді. Додайте її та спробуйте ще раз.",
  "issue.field_too_short": "Ця відповідь закоротка. Перевірте її.",
  "issue.field_too_long": "Ця відповідь задовга. Перевірте її.",
  "issue.field_malformed": "Ця відповідь має не той вигляд. Перевірте її.",
  "issue.request_invalid": "Одна з відповідей має не той вигляд. Перевірте її та спробуйте ще раз.",
  "issue.network_failed":
    "Не вдалося з’єднатися, але введене збережено. Перевірте доступ до інтернету та спробуйте ще раз.",
  "issue.cookies_refused":
    "Браузер не зберіг файл cookie, потрібний для активації. Дозвольте файли cookie для цього сайту або відкрийте цю сторінку в окремому вікні, а потім спробуйте ще раз.",
  "issue.server_busy": "Послуга зараз перевантажена. Спробуйте ще раз {delay}: введене збережено.",
  "issue.server_unavailable": "Послуга тимчасово недоступна. Спробуйте ще раз {delay}: введене збережено.",
  "issue.server_error": "Сталася помилка з нашого боку. Спробуйте ще раз {delay}: введене збережено.",
};

/** Ukrainian, as parents in France read it. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};

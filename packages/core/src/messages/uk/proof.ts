import type { TextsOf } from "../language.ts";

/** The Ukrainian texts of the steps that prove who somebody is: names and number, the code by SMS, FranceConnect. */
export const texts: TextsOf<"proof"> = {
  "identity.heading": "Активація лише для законних представників",
  "identity.names": "Підтвердження моєї особи",
  "identity.familyName": "Прізвище (nom)",
  "identity.givenName": "Ім’я (prénom)",
  "identity.noGivenName": "У мене немає імені (prénom)",
  "identity.mobile": "Мій номер мобільного телефону",
  "identity.mobileText":
    "Вкажіть номер мобільного телефону, який ви повідомили школі. Він потрібен, щоб активувати обліковий запис.",
  "identity.phone": "Номер мобільного телефону",
  "identity.phoneHint":
    "Для номерів за межами європейської Франції (métropole) вкажіть, будь ласка, знак + і код країни або регіону, наприклад +262 692 12 34 56.",
  "identity.understood": "Ми зрозуміли номер так: {phone}",
  "identity.otherWays": "Школа не знає вашого мобільного номера?",
  "issue.name_missing": "Введіть своє прізвище.",
  "issue.name_too_long": "Це прізвище задовге. Введіть щонайбільше 100 символів.",
  "issue.given_name_missing": "Введіть своє ім’я.",
  "issue.given_name_too_long": "Це ім’я задовге. Введіть щонайбільше 100 символів.",
  "issue.phone_empty": "Введіть номер свого мобільного телефону.",
  "issue.phone_not_digits":
    "У цьому номері є не лише цифри. Введіть його на зразок 06 12 34 56 78 або +687 75 12 34.",
  "issue.phone_placeholder": "Такого номера немає. Введіть той, який ви повідомили школі.",
  "issue.phone_too_short":
    "У цьому номері бракує цифр. За межами європейської Франції (métropole) почніть із коду, наприклад +687.",
  "issue.phone_too_long": "У цьому номері забагато цифр. Перевірте його.",
  "issue.phone_not_mobile": "Це не мобільний номер: на нього не можна надіслати SMS.",
  "issue.phone_invalid": "Схоже, такого номера немає. Перевірте його разом із кодом.",
  "smsCode.heading": "Код безпеки надіслано",
  "smsCode.text": {
    count: "count",
    one: "Ми щойно надіслали код безпеки (дійсний {count} хвилину) на цей номер: {phone}",
    few: "Ми щойно надіслали код безпеки (дійсний {count} хвилини) на цей номер: {phone}",
    many: "Ми щойно надіслали код безпеки (дійсний {count} хвилин) на цей номер: {phone}",
    other: "Ми щойно надіслали код безпеки (дійсний {count} хвилини) на цей номер: {phone}",
  },
  "smsCode.yourNumber": "той, який було вказано",
  "smsCode.codeHeading": "Введіть код безпеки з SMS",
  "smsCode.code": "Код безпеки",
  "smsCode.codeHint": {
    count: "length",
    one: "{length} цифра",
    few: "{length} цифри",
    many: "{length} цифр",
    other: "{length} цифри",
  },
  "smsCode.filled": "Код із SMS введено.",
  "smsCode.notReceived": "SMS із кодом не надійшло",
  "smsCode.expired": "Вам потрібен новий код",
  "smsCode.endsSoon": "Цей код перестане бути дійсним {delay}.",
  "smsCode.ended": "Надісланий код більше не дійсний.",
  "smsCode.resend": "Надіслати SMS ще раз",
  "smsCode.resendWait": "Ви зможете надіслати SMS ще раз {delay}.",
  "smsCode.resendSoon": "Незабаром ви зможете надіслати SMS ще раз.",
  "smsCode.resendReady": "Ви можете надіслати SMS ще раз.",
  "smsCode.resendExhausted": "SMS надіслано максимальну кількість разів.",
  "smsCode.resent": "Запит на нове SMS надіслано. Дійсний лише останній отриманий код.",
  "smsCode.otherWaysHeading": "Немає SMS?",
  "smsCode.otherWays":
    "Можливо, номер або ім’я не збігається із записаним у школі. Поверніться назад, щоб їх перевірити, або оберіть інший спосіб.",
  "smsCode.otherWaysRecorded":
    "Можливо, номер, записаний у школі, вже не ваш. Попросіть школу його перевірити або оберіть інший спосіб.",
  "smsCode.noCode": "Якщо в SMS немає коду, зробіть те, що в ньому написано.",
  "smsCode.methods": "Переглянути інші способи",
  "smsCode.signIn": "Увійти з ідентифікатором",
  "issue.sms_code_missing": "Введіть код із SMS.",
  "issue.sms_code_wrong": "Цей код неправильний. Перевірте останнє отримане SMS і спробуйте ще раз.",
  "issue.code_expired": "Цей код більше не дійсний. Надішліть SMS ще раз, щоб отримати новий.",
  "issue.sms_resend_too_soon": "SMS щойно надіслано. Зачекайте трохи, перш ніж просити нове.",
  "issue.sms_sends_exhausted":
    "SMS надіслано максимальну кількість разів. Оберіть інший спосіб або зверніться до школи.",
  "franceConnect.text":
    "Ви перейдете на сайт FranceConnect, щоб підтвердити свою особу, а потім повернетеся сюди, щоб завершити активацію.",
  "franceConnect.leaving": "Переходимо до FranceConnect…",
  "franceConnect.cancelled": "Підтвердження особи не завершено",
  "franceConnect.unavailable": "FranceConnect тимчасово недоступний",
  "franceConnect.refused": "Підтвердити особу не вдалося",
  "franceConnect.unmatched": "Ми не знайшли облікового запису для активації",
  "franceConnect.mobile_missing": "Школа не знає вашого мобільного номера",
  "franceConnect.late": "Підтвердьте свою особу ще раз",
  "franceConnect.otherWays": "Інші способи продовжити",
  "franceConnect.sms": "Отримати код через SMS",
  "franceConnect.letter": "Увійти з ідентифікатором",
  "issue.france_connect_cancelled":
    "Жодних даних не передано. Ви можете почати знову або обрати інший спосіб.",
  "issue.france_connect_refused":
    "Відповідь FranceConnect не вдалося прийняти. Почніть знову або оберіть інший спосіб.",
  "issue.france_connect_unmatched":
    "Ваші дані не відповідають жодному обліковому запису, який можна активувати цим способом. Якщо у вас уже є обліковий запис, увійдіть зі своїм ідентифікатором. Якщо ні, оберіть інший спосіб або попросіть школу перевірити, що в неї записано.",
  "issue.france_connect_mobile_missing":
    "Щоб продовжити, потрібен код із SMS. Попросіть школу записати ваш номер або оберіть інший спосіб.",
  "issue.france_connect_late":
    "Відповідь FranceConnect надійшла запізно або в інший браузер. Почніть звідси ще раз.",
};

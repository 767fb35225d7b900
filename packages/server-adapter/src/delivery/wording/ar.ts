import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in Arabic, and of the page that its link opens.
 *
 * The reader is addressed in the plural, which is polite for a mother and a father alike. Values that may be in Latin letters stand in
 * isolates (U+2068, U+2069).
 */
export const arabicConfirmation: ConfirmationTexts = {
  lang: "ar",
  dir: "rtl",
  isFollowedByFrench: true,
  subject: "تأكيد بريدكم الإلكتروني لحساب ÉduConnect",
  greeting: (person) => `مرحبًا \u2068${person}\u2069،`,
  asked: (identifier) =>
    `أنتم بصدد تفعيل حسابكم على ÉduConnect. معرّفكم (identifiant) هو \u2068${identifier}\u2069.`,
  active: (identifier) => `حسابكم على ÉduConnect مفعّل. معرّفكم (identifiant) هو \u2068${identifier}\u2069.`,
  confirm: "لإنهاء التفعيل، يرجى تأكيد بريدكم الإلكتروني بالضغط على هذا الرابط:",
  confirmActive: "يرجى تأكيد هذا البريد الإلكتروني بالضغط على هذا الرابط:",
  action: "تأكيد بريدي الإلكتروني",
  code: "هل بدأتم التفعيل على جهاز آخر؟ يرجى إدخال هذا الرمز فيه:",
  validity: (duration) => `مدة صلاحية الرابط والرمز: ${duration}.`,
  linkValidity: (duration) => `مدة صلاحية الرابط: ${duration}.`,
  notAsked: "إذا لم تطلبوا شيئًا، يرجى فتح الرابط واختيار «هذا لا يخصّني»: لن يُستعمل بريدكم الإلكتروني.",
  purpose:
    "إذا نسيتم المعرّف أو كلمة المرور أو فقدتموهما، يمكنكم بفضل هذا البريد الإلكتروني استرجاع المعرّف أو اختيار كلمة مرور جديدة.",
  signedOut:
    "إذا تم تسجيل خروجكم، يرجى إدخال المعرّف وكلمة المرور التي اخترتموها في صفحة تسجيل الدخول إلى ÉduConnect.",
  help: "إذا واجهتم صعوبة، تجدون في هذه الصفحة معلومات وطريقة الاتصال بخدمة المساعدة في منطقتكم التعليمية (académie):",
  sentBy: (serviceName) => `رسالة مرسلة تلقائيًا من \u2068${serviceName}\u2069.`,
  needsScript:
    "يرجى تفعيل JavaScript لتأكيد بريدكم الإلكتروني. إذا كانت الرسالة تتضمن رمزًا، يمكنكم أيضًا إدخاله في صفحة التفعيل.",
};

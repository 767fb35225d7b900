import type { TextsOf } from "../language.ts";

/** The Arabic texts of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "تأكيد بريدي الإلكتروني",
  "emailConfirm.text": "تؤكدون العنوان \u2068{email}\u2069 لحساب ÉduConnect الذي معرّفه:",
  "emailConfirm.loading": "جارٍ التحقق من الرابط…",
  "emailConfirm.disown": "هذا لا يخصّني",
  "emailConfirm.confirmedHeading": "تم تأكيد بريدكم الإلكتروني",
  "emailConfirm.confirmedHere": "يتواصل تفعيل حسابكم.",
  "emailConfirm.confirmedElsewhere":
    "يرجى العودة إلى الصفحة التي بدأتم فيها التفعيل: فهي تنتقل تلقائيًا إلى الخطوة التالية. يمكنكم إغلاق هذه الصفحة.",
  "emailConfirm.disownedHeading": "شكرًا على إبلاغنا",
  "emailConfirm.disownedText":
    "لن يُستعمل عنوان البريد الإلكتروني هذا لهذا الحساب. ليس عليكم فعل أي شيء آخر، ويمكنكم إغلاق هذه الصفحة.",
  "emailConfirm.failedHeading": "لا يمكن استعمال هذا الرابط",
  "issue.confirmation_link_unknown": "هذا الرابط ناقص أو غير معروف. يرجى فتحه مباشرة من الرسالة الإلكترونية.",
  "issue.confirmation_link_expired":
    "لم يعد هذا الرابط صالحًا. يرجى العودة إلى صفحة التفعيل واختيار «إعادة إرسال الرسالة الإلكترونية».",
  "issue.confirmation_link_used": "سبق استعمال هذا الرابط: عنوانكم مؤكَّد. يرجى العودة إلى صفحة التفعيل.",
  "issue.confirmation_link_disowned": "أجبتم بأن الرسالة لا تخصّكم، ولم يعد هذا الرابط صالحًا.",
  "issue.confirmation_link_replaced":
    "أُرسلت إليكم رسالة إلكترونية أحدث. يرجى استعمال الرابط الموجود في آخر رسالة وصلتكم.",
  "emailConfirm.return": "متابعة التفعيل",
};

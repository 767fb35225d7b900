import type { TextsOf } from "../language.ts";

/** The Turkish texts of the page that the confirmation link opens. */
export const texts: TextsOf<"confirmation-link"> = {
  "emailConfirm.heading": "E-posta adresimi onaylıyorum",
  "emailConfirm.text":
    "{email} adresini, kullanıcı adı aşağıda yazılı ÉduConnect hesabı için onaylıyorsunuz:",
  "emailConfirm.loading": "Bağlantı kontrol ediliyor…",
  "emailConfirm.disown": "Bu ben değilim",
  "emailConfirm.confirmedHeading": "E-posta adresiniz onaylandı",
  "emailConfirm.confirmedHere": "Hesabınızın etkinleştirilmesi devam ediyor.",
  "emailConfirm.confirmedElsewhere":
    "Etkinleştirmeye başladığınız sayfaya dönün: kendiliğinden ilerler. Bu sayfayı kapatabilirsiniz.",
  "emailConfirm.disownedHeading": "Bize haber verdiğiniz için teşekkürler",
  "emailConfirm.disownedText":
    "Bu e-posta adresi bu hesap için kullanılmayacak. Yapmanız gereken başka bir şey yok; bu sayfayı kapatabilirsiniz.",
  "emailConfirm.failedHeading": "Bu bağlantı kullanılamıyor",
  "issue.confirmation_link_unknown": "Bu bağlantı eksik veya bilinmiyor. Doğrudan e-postadan açın.",
  "issue.confirmation_link_expired":
    "Bu bağlantı artık geçerli değil. Etkinleştirme sayfasına dönün ve “E-postayı yeniden gönder”i seçin.",
  "issue.confirmation_link_used":
    "Bu bağlantı daha önce kullanıldı: adresiniz onaylandı. Etkinleştirme sayfasına dönün.",
  "issue.confirmation_link_disowned": "Bunun siz olmadığını bildirdiniz: bu bağlantı artık geçerli değil.",
  "issue.confirmation_link_replaced":
    "Size daha yeni bir e-posta gönderildi. Son gelen e-postadaki bağlantıyı kullanın.",
  "emailConfirm.return": "Etkinleştirmeye dön",
};

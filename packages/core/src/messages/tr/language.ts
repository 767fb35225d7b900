import type { Language, TextsOf } from "../language.ts";

/** The texts in Turkish of every screen and of the sign-in. */
const signIn: TextsOf<"sign-in"> = {
  lang: "tr",
  dir: "ltr",
  cancel: "Vazgeç",
  newWindow: "yeni pencere",
  later: "daha sonra",
  sending: "Gönderiliyor…",
  loading: "Yükleniyor…",
  slow: "Bu işlem her zamankinden uzun sürüyor. Lütfen bekleyin: yazdıklarınız saklandı.",
  "password.show": "Şifreyi göster",
  "password.hide": "Şifreyi gizle",
  "password.shown": "Şifre görünüyor.",
  "password.hidden": "Şifre gizlendi.",
  "errors.heading": "Bir sorun var",
  "errors.prefix": "Hata:",
  "login.eyebrow.guardian": "Öğrenci velisi",
  "login.eyebrow.pupil": "Öğrenci",
  "login.heading": "ÉduConnect hesabımla giriş yapıyorum",
  "login.identifier": "Kullanıcı adı (identifiant)",
  "login.identifierPlaceholder": "Örneğin p.nomXX",
  "login.password": "Şifre (mot de passe)",
  "login.submit": "Giriş yap",
  "login.recoverIdentifier": "Kullanıcı adınızı mı unuttunuz?",
  "login.recoverPassword": "Şifrenizi mi unuttunuz?",
  "login.noAccount": "Hesabım yok",
  "login.methods": "Bir hesap hangi yollarla etkinleştirilir?",
  "login.or": "veya",
  "login.franceConnectHeading": "FranceConnect ile giriş yapıyorum",
  "login.franceConnect": "S'identifier avec FranceConnect",
  "login.franceConnectAbout": "FranceConnect nedir?",
  "login.franceConnectText":
    "FranceConnect sayesinde, zaten sahip olduğunuz bir hesapla Fransız devletinin birçok hizmetine girebilirsiniz. ÉduConnect için de kullanabilirsiniz!",
  "login.replaceHeading": "Bu tarayıcıda başka bir etkinleştirme sürüyor",
  "login.replaceText":
    "Devam ederseniz, burada başlatılan etkinleştirme iptal edilir. Daha önce etkinleştirilmiş bir hesap bundan etkilenmez.",
  "login.replaceConfirm": "Diğerini iptal et ve devam et",
  "notice.unavailable.heading": "Hizmet şu anda kullanılamıyor",
  "notice.unavailable.text": "Bu sizden kaynaklanmıyor. Birkaç dakika sonra yeniden deneyin.",
  "notice.retry": "Yeniden dene",
  "issue.generic": "Yanıtınız kabul edilemedi. Kontrol edin, sonra yeniden deneyin.",
  "issue.triesLeft": {
    count: "triesLeft",
    one: "{triesLeft} deneme hakkınız kaldı.",
    other: "{triesLeft} deneme hakkınız kaldı.",
  },
  "issue.identifier_missing": "Kullanıcı adınızı girin.",
  "issue.identifier_too_long": "Bu kullanıcı adı çok uzun. Mektupta yazanı aynen girin.",
  "issue.identifier_is_email": "E-posta adresinizi değil, p.nomXX biçimindeki kullanıcı adınızı girin.",
  "issue.password_missing": "Şifrenizi girin.",
  "issue.credentials_refused":
    "Kullanıcı adı veya şifre doğru değil. Mektupta yazdıkları gibi girin; hesabı daha önce etkinleştirdiyseniz kendi seçtiğiniz şifreyi yazın.",
  "issue.credentials_locked": "Çok fazla deneme yapıldı. Lütfen {delay} yeniden deneyin.",
  "issue.address_refused":
    "Bu internet bağlantısından çok fazla deneme yapıldı. Lütfen {delay} yeniden deneyin.",
  "issue.provisional_password_expired":
    "Bu geçici şifre artık geçerli değil. Okuldan yeni bir mektup isteyin.",
  "issue.field_missing": "Bir yanıt eksik. Tamamlayın, sonra yeniden deneyin.",
  "issue.field_too_short": "Bu yanıt çok kısa. Kontrol edin.",
  "issue.field_too_long": "Bu yanıt çok uzun. Kontrol edin.",
  "issue.field_malformed": "Bu yanıt beklenen biçimde değil. Kontrol edin.",
  "issue.request_invalid": "Bir yanıt beklenen biçimde değil. Kontrol edin, sonra yeniden deneyin.",
  "issue.network_failed":
    "Bağlantı kurulamadı: yazdıklarınız saklandı. İnternet bağlantınızı kontrol edin, sonra yeniden deneyin.",
  "issue.cookies_refused":
    "Tarayıcınız, etkinleştirme için gereken çerezi saklamadı. Bu site için çerezlere izin verin veya bu sayfayı ayrı bir pencerede açın, sonra yeniden deneyin.",
  "issue.server_busy": "Hizmet şu anda çok yoğun. Lütfen {delay} yeniden deneyin: yazdıklarınız saklandı.",
  "issue.server_unavailable":
    "Hizmet şu anda kullanılamıyor. Lütfen {delay} yeniden deneyin: yazdıklarınız saklandı.",
  "issue.server_error": "Bizde bir hata oluştu. Lütfen {delay} yeniden deneyin: yazdıklarınız saklandı.",
};

/** Turkish, as parents in France read it. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};

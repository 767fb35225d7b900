import type { TextsOf } from "../language.ts";

/** The Turkish texts of the password screen, its rules and its help. */
export const texts: TextsOf<"password"> = {
  "password.heading": "Yeni şifremi seçiyorum",
  "password.identifier": "Kullanıcı adı",
  "password.new": "Şifre",
  "password.confirmation": "Yeni şifre (tekrar)",
  "password.canContinue":
    "Daha önce bir şifre seçtiniz. Onu kullanmaya devam edebilir veya başka bir şifre seçebilirsiniz.",
  "password.keep": "Şifrem kalsın",
  "password.rules": "Şifre:",
  "password.met": "tamam",
  "password.unmet": "eksik",
  "password.allMet": "Şifre bütün kurallara uyuyor.",
  "password.rulesLeft": {
    count: "count",
    one: "Uyulması gereken {count} kural daha var.",
    other: "Uyulması gereken {count} kural daha var.",
  },
  "password.strength": "Şifrenin gücü:",
  "strength.weak": "Zayıf",
  "strength.fair": "Orta",
  "strength.strong": "Güçlü",
  "rule.uppercase": "1 büyük harf içermelidir",
  "rule.lowercase": "1 küçük harf içermelidir",
  "rule.digit": "1 rakam içermelidir",
  "rule.special_character": "Şu özel karakterlerden 1 tanesini içermelidir: {characters}",
  "rule.character_kinds": "Bu ölçütlerden {required} tanesine uymalıdır",
  "rule.minimum_bits": "Daha uzun olmalı veya daha çok türde karakter içermelidir",
  "rule.minimum_length": "En az {minimum} karakter içermelidir",
  "rule.maximum_length": "En fazla {maximum} karakter içermelidir",
  "password.helpHeading": "Güvenli bir şifre oluşturmak için yardım",
  "password.helpIntro": "En güvenlisi ve akılda en kolay kalanı, birkaç kelimelik bir paroladır:",
  "password.helpChoose": "birbiriyle ilgisi olmayan, rastgele dört veya beş kelime seçin;",
  "password.helpJoin": "kelimeleri bir işaretle ayırın, bir büyük harf ve bir rakam ekleyin;",
  "password.helpPicture": "bunları birleştiren bir sahne hayal edin: böylece aklınızda kalır.",
  "password.helpAvoid":
    "Yakınlarınızın adlarını ve doğum tarihlerini, klavyede yan yana duran tuşları ve başka yerde kullandığınız şifreleri kullanmayın.",
  "password.helpKeep":
    "Tarayıcınız veya bir şifre yöneticisi sizin için bir şifre oluşturup saklayabilir. Şifrenizi kimseye, okula bile söylemeyin.",
  "issue.password_needs_uppercase": "Şifreye bir büyük harf ekleyin.",
  "issue.password_needs_lowercase": "Şifreye bir küçük harf ekleyin.",
  "issue.password_needs_digit": "Şifreye bir rakam ekleyin.",
  "issue.password_needs_special_character": "Şifreye şu özel karakterlerden birini ekleyin: {characters}",
  "issue.password_needs_more_kinds":
    "Şifre şu ölçütlerden {required} tanesine uymalıdır: büyük harf, küçük harf, rakam, özel karakter.",
  "issue.password_needs_more_bits": "Şifreyi uzatın veya daha çok türde karakter kullanın.",
  "issue.password_too_short": "Şifre en az {minimum} karakter içermelidir.",
  "issue.password_too_long": "Şifre en fazla {maximum} karakter içermelidir.",
  "issue.password_not_unicode": "Şifrede okunamayan bir karakter var. Silip yeniden yazın.",
  "issue.password_too_common": "Bu şifre çok yaygın. Kimsenin tahmin edemeyeceği bir şifre seçin.",
  "issue.password_contains_name":
    "Şifrede soyadınız, adınız veya kullanıcı adınız geçiyor. Başka bir şifre seçin.",
  "issue.password_is_provisional": "Mektuptakinden farklı bir şifre seçin.",
  "issue.new_password_missing": "Bir şifre seçin.",
  "issue.password_confirmation_missing": "Şifreyi ikinci kez girin.",
  "issue.password_mismatch": "İki şifre farklı. İki alana da aynısını girin.",
};

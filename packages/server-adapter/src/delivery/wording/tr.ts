import type { ConfirmationTexts } from "./confirmation-texts.ts";

/**
 * The words of the confirmation mail in Turkish, and of the page that its link opens.
 *
 * The reader is addressed with « siz ».
 */
export const turkishConfirmation: ConfirmationTexts = {
  lang: "tr",
  dir: "ltr",
  isFollowedByFrench: true,
  subject: "ÉduConnect hesabınız için e-posta adresinizi onaylayın",
  greeting: (person) => `Merhaba ${person},`,
  asked: (identifier) =>
    `ÉduConnect hesabınızı etkinleştiriyorsunuz. Kullanıcı adınız (identifiant): ${identifier}`,
  active: (identifier) => `ÉduConnect hesabınız etkin. Kullanıcı adınız (identifiant): ${identifier}`,
  confirm: "Etkinleştirmeyi bitirmek için e-posta adresinizi bu bağlantıdan onaylayın:",
  confirmActive: "Bu e-posta adresini bu bağlantıdan onaylayın:",
  action: "E-posta adresimi onaylıyorum",
  code: "Etkinleştirmeye başka bir cihazda mı başladınız? O cihazda bu kodu girin:",
  validity: (duration) => `Bağlantının ve kodun geçerlilik süresi: ${duration}.`,
  linkValidity: (duration) => `Bağlantının geçerlilik süresi: ${duration}.`,
  notAsked:
    "Bir talepte bulunmadıysanız bağlantıyı açıp “Bu ben değilim” seçeneğini seçin: adresiniz kullanılmayacaktır.",
  purpose:
    "Kullanıcı adınızı veya şifrenizi unutur ya da kaybederseniz bu adres sayesinde kullanıcı adınızı geri alabilir veya yeni bir şifre seçebilirsiniz.",
  signedOut:
    "Oturumunuz kapandıysa ÉduConnect giriş sayfasında kullanıcı adınızı ve seçtiğiniz şifreyi girin.",
  help: "Zorluk yaşarsanız bu sayfada bilgi ve eğitim bölgenizin (académie) yardım hizmetine nasıl ulaşacağınız yer alır:",
  sentBy: (serviceName) => `Otomatik gönderilen mesaj. Gönderen: ${serviceName}`,
  needsScript:
    "E-posta adresinizi onaylamak için JavaScript'i etkinleştirin. E-postada bir kod varsa onu etkinleştirme sayfasında da girebilirsiniz.",
};

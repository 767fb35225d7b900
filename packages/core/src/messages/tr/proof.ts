import type { TextsOf } from "../language.ts";

/** The Turkish texts of the steps that prove who somebody is: names and number, the code by SMS, FranceConnect. */
export const texts: TextsOf<"proof"> = {
  "identity.heading": "Etkinleştirme yalnızca yasal temsilciler içindir",
  "identity.names": "Kimliğimi onaylıyorum",
  "identity.familyName": "Soyadı (nom)",
  "identity.givenName": "Adı (prénom)",
  "identity.noGivenName": "Adım (prénom) yok",
  "identity.mobile": "Cep telefonu numaramı giriyorum",
  "identity.mobileText":
    "Okula verdiğiniz cep telefonu numarasını girin. Hesabınızı etkinleştirmek için gereklidir.",
  "identity.phone": "Cep telefonu numarası",
  "identity.phoneHint":
    "Fransa anakarası (métropole) dışındaki numaralar için lütfen + ile başlayan ülke veya bölge kodunu da girin, örneğin +262 692 12 34 56.",
  "identity.understood": "Anlaşılan numara: {phone}",
  "identity.otherWays": "Okul cep telefonu numaranızı bilmiyor mu?",
  "issue.name_missing": "Soyadınızı girin.",
  "issue.name_too_long": "Bu soyadı çok uzun. En fazla 100 karakterle girin.",
  "issue.given_name_missing": "Adınızı girin.",
  "issue.given_name_too_long": "Bu ad çok uzun. En fazla 100 karakterle girin.",
  "issue.phone_empty": "Cep telefonu numaranızı girin.",
  "issue.phone_not_digits":
    "Bu numarada rakamdan başka bir şey var. 06 12 34 56 78 veya +687 75 12 34 gibi girin.",
  "issue.phone_placeholder": "Bu numara yok. Okula verdiğiniz numarayı girin.",
  "issue.phone_too_short":
    "Bu numarada rakam eksik. Fransa anakarası (métropole) dışında, +687 gibi bir kodla başlayın.",
  "issue.phone_too_long": "Bu numarada fazla rakam var. Kontrol edin.",
  "issue.phone_not_mobile": "Bu bir cep telefonu numarası değil: SMS alamaz.",
  "issue.phone_invalid": "Bu numara yok gibi görünüyor. Numarayı ve kodunu kontrol edin.",
  "smsCode.heading": "Bir güvenlik kodu gönderildi",
  "smsCode.text": "Az önce şu numaraya bir güvenlik kodu ({count} dakika geçerli) gönderdik: {phone}",
  "smsCode.yourNumber": "girdiğiniz numara",
  "smsCode.codeHeading": "SMS ile gelen güvenlik kodunu giriyorum",
  "smsCode.code": "Güvenlik kodu",
  "smsCode.codeHint": "{length} rakam",
  "smsCode.filled": "SMS ile gelen kod girildi.",
  "smsCode.notReceived": "Kod bana SMS ile gelmedi",
  "smsCode.expired": "Yeni bir kod gerekiyor",
  "smsCode.endsSoon": "Bu kod {delay} geçersiz olacak.",
  "smsCode.ended": "Gönderilen kod artık geçerli değil.",
  "smsCode.resend": "SMS'i yeniden gönder",
  "smsCode.resendWait": "SMS'i {delay} yeniden gönderebilirsiniz.",
  "smsCode.resendSoon": "SMS'i birazdan yeniden gönderebilirsiniz.",
  "smsCode.resendReady": "SMS'i yeniden gönderebilirsiniz.",
  "smsCode.resendExhausted": "SMS gönderme sınırına ulaşıldı.",
  "smsCode.resent": "Yeni bir SMS istendi. Yalnızca gelen son kod geçerlidir.",
  "smsCode.otherWaysHeading": "SMS gelmedi mi?",
  "smsCode.otherWays":
    "Numara veya ad, okulun kaydettiğiyle aynı olmayabilir. Kontrol etmek için geri dönün veya başka bir yol seçin.",
  "smsCode.otherWaysRecorded":
    "Okulun kaydettiği numara artık sizin olmayabilir. Okuldan kontrol etmesini isteyin veya başka bir yol seçin.",
  "smsCode.noCode": "SMS'te kod yoksa, SMS'te yazanı yapın.",
  "smsCode.methods": "Diğer yolları gör",
  "smsCode.signIn": "Kullanıcı adıyla giriş yap",
  "issue.sms_code_missing": "SMS ile gelen kodu girin.",
  "issue.sms_code_wrong": "Bu kod doğru değil. Gelen son SMS'i kontrol edin, sonra yeniden deneyin.",
  "issue.code_expired": "Bu kod artık geçerli değil. Yeni bir kod almak için SMS'i yeniden gönderin.",
  "issue.sms_resend_too_soon": "Az önce bir SMS gönderildi. Yenisini istemeden önce biraz bekleyin.",
  "issue.sms_sends_exhausted":
    "SMS gönderme sınırına ulaşıldı. Başka bir yol seçin veya okulla iletişime geçin.",
  "franceConnect.text":
    "Kimliğinizi FranceConnect ile doğrulamak için bu sayfadan ayrılacak, sonra etkinleştirmeyi tamamlamak için geri döneceksiniz.",
  "franceConnect.leaving": "FranceConnect'e yönlendiriliyorsunuz…",
  "franceConnect.cancelled": "Kimlik doğrulamayı tamamlamadınız",
  "franceConnect.unavailable": "FranceConnect şu anda kullanılamıyor",
  "franceConnect.refused": "Kimlik doğrulama başarılı olmadı",
  "franceConnect.unmatched": "Etkinleştirilecek bir hesap bulamadık",
  "franceConnect.mobile_missing": "Okul cep telefonu numaranızı bilmiyor",
  "franceConnect.late": "Kimliğinizi yeniden doğrulamanız gerekiyor",
  "franceConnect.otherWays": "Devam etmenin diğer yolları",
  "franceConnect.sms": "SMS ile kod al",
  "franceConnect.letter": "Kullanıcı adıyla giriş yap",
  "issue.france_connect_cancelled":
    "Hiçbir bilgi aktarılmadı. Yeniden başlayabilir veya başka bir yol seçebilirsiniz.",
  "issue.france_connect_refused":
    "FranceConnect'in yanıtı kabul edilemedi. Yeniden başlayın veya başka bir yol seçin.",
  "issue.france_connect_unmatched":
    "Kimliğiniz, bu yolla etkinleştirebileceğiniz bir hesapla eşleşmiyor. Zaten bir hesabınız varsa kullanıcı adınızla giriş yapın. Yoksa başka bir yol seçin veya okuldan kayıtlarını kontrol etmesini isteyin.",
  "issue.france_connect_mobile_missing":
    "Devam etmek için SMS ile gelen bir kod gerekir. Okuldan numaranızı kaydetmesini isteyin veya başka bir yol seçin.",
  "issue.france_connect_late":
    "FranceConnect'in yanıtı çok gecikti veya başka bir tarayıcıya geldi. Buradan yeniden başlayın.",
};

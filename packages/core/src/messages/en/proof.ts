import type { TextsOf } from "../language.ts";

/** The English texts of the steps that prove who somebody is: names and number, the code by SMS, FranceConnect. */
export const texts: TextsOf<"proof"> = {
  "identity.heading": "Activation is for legal guardians only",
  "identity.names": "Confirm my identity",
  "identity.familyName": "Family name",
  "identity.givenName": "First name",
  "identity.noGivenName": "I don't have a first name",
  "identity.mobile": "Enter my mobile number",
  "identity.mobileText":
    "Give the mobile number that the school knows. It is required to activate your account.",
  "identity.phone": "Mobile number",
  "identity.phoneHint":
    "For numbers outside mainland France, please begin with + and the country or region code, for example +262 692 12 34 56.",
  "identity.understood": "Number understood: {phone}",
  "identity.otherWays": "Does the school not have your mobile number?",
  "issue.name_missing": "Enter your family name.",
  "issue.name_too_long": "This name is too long. Enter it in 100 characters at most.",
  "issue.given_name_missing": "Enter your first name.",
  "issue.given_name_too_long": "This first name is too long. Enter it in 100 characters at most.",
  "issue.phone_empty": "Enter your mobile number.",
  "issue.phone_not_digits":
    "This number contains something other than digits. Enter it like 06 12 34 56 78 or +687 75 12 34.",
  "issue.phone_placeholder": "This number does not exist. Enter the one that you gave to the school.",
  "issue.phone_too_short":
    "Digits are missing from this number. Outside mainland France, begin with the code, such as +687.",
  "issue.phone_too_long": "This number has too many digits. Check it.",
  "issue.phone_not_mobile": "This is not a mobile number: it could not receive text messages.",
  "issue.phone_invalid": "This number does not seem to exist. Check it, its code included.",
  "smsCode.heading": "A security code has been sent",
  "smsCode.text": "We have just sent a security code (valid for {count} minutes) to {phone}",
  "smsCode.yourNumber": "the number given",
  "smsCode.codeHeading": "Enter the security code received by text message",
  "smsCode.code": "Security code",
  "smsCode.codeHint": "{length} digits",
  "smsCode.filled": "The code received by text message has been filled in.",
  "smsCode.notReceived": "I have not received the code",
  "smsCode.expired": "You need a new code",
  "smsCode.endsSoon": "This code will no longer be valid {delay}.",
  "smsCode.ended": "The code sent is no longer valid.",
  "smsCode.resend": "Send the text message again",
  "smsCode.resendWait": "You can send the text message again {delay}.",
  "smsCode.resendSoon": "You can soon send the text message again.",
  "smsCode.resendReady": "You can send the text message again.",
  "smsCode.resendExhausted": "The text message has been sent as many times as possible.",
  "smsCode.resent": "A new text message has been requested. Only the last code received is valid.",
  "smsCode.otherWaysHeading": "No text message?",
  "smsCode.otherWays":
    "The number or the name may not be what the school has noted. Go back to check them, or choose another way.",
  "smsCode.otherWaysRecorded":
    "The number that the school has noted may no longer be yours. Ask the school to check it, or choose another way.",
  "smsCode.noCode": "If the text message contains no code, do what it says.",
  "smsCode.methods": "See the other ways",
  "smsCode.signIn": "Sign in with an identifier",
  "issue.sms_code_missing": "Enter the code received by text message.",
  "issue.sms_code_wrong": "This code is not right. Check the last text message received, then try again.",
  "issue.code_expired": "This code is no longer valid. Send the text message again to get a new one.",
  "issue.sms_resend_too_soon":
    "A text message has just been sent. Wait a little before asking for another one.",
  "issue.sms_sends_exhausted":
    "The text message has been sent as many times as possible. Choose another way or contact the school.",
  "franceConnect.text":
    "You will leave this page to identify yourself with FranceConnect, then return to finish the activation.",
  "franceConnect.leaving": "You are being taken to FranceConnect…",
  "franceConnect.cancelled": "You did not finish signing in with FranceConnect",
  "franceConnect.unavailable": "FranceConnect is not available at the moment",
  "franceConnect.refused": "Signing in with FranceConnect did not work",
  "franceConnect.unmatched": "We found no account to activate",
  "franceConnect.mobile_missing": "The school does not have your mobile number",
  "franceConnect.late": "Please sign in with FranceConnect again",
  "franceConnect.otherWays": "Other ways to continue",
  "franceConnect.sms": "Receive a code by text message",
  "franceConnect.letter": "Sign in with an identifier",
  "issue.france_connect_cancelled":
    "No information was passed on. You can start again, or choose another way.",
  "issue.france_connect_refused":
    "FranceConnect's answer could not be accepted. Start again, or choose another way.",
  "issue.france_connect_unmatched":
    "Your identity does not match an account that you can activate in this way. If you already have an account, sign in with your identifier. If not, choose another way or ask the school to check what it has noted.",
  "issue.france_connect_mobile_missing":
    "A code by text message is needed to continue. Ask the school to note your number, or choose another way.",
  "issue.france_connect_late":
    "FranceConnect's answer took too long, or it came back in another browser. Start again from here.",
};

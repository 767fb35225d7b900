import type { TextsOf } from "../language.ts";

/** The Spanish texts of the steps that prove who somebody is: names and number, the code by SMS, FranceConnect. */
export const texts: TextsOf<"proof"> = {
  "identity.heading": "La activación está reservada a los representantes legales",
  "identity.names": "Confirmar mi identidad",
  "identity.familyName": "Apellido",
  "identity.givenName": "Nombre",
  "identity.noGivenName": "No tengo nombre de pila",
  "identity.mobile": "Indicar mi número de teléfono móvil",
  "identity.mobileText":
    "Indique el número de teléfono móvil que comunicó al centro escolar. Es imprescindible para activar su cuenta.",
  "identity.phone": "Número de teléfono móvil",
  "identity.phoneHint":
    "Para los números de fuera de la Francia metropolitana, indique el prefijo, por ejemplo +262 692 12 34 56.",
  "identity.understood": "Número entendido: {phone}",
  "identity.otherWays": "¿El centro escolar no conoce su número de móvil?",
  "issue.name_missing": "Introduzca su apellido.",
  "issue.name_too_long": "Este apellido es demasiado largo. Introdúzcalo con 100 caracteres como máximo.",
  "issue.given_name_missing": "Introduzca su nombre.",
  "issue.given_name_too_long": "Este nombre es demasiado largo. Introdúzcalo con 100 caracteres como máximo.",
  "issue.phone_empty": "Introduzca su número de teléfono móvil.",
  "issue.phone_not_digits":
    "Este número contiene algo que no son cifras. Introduzca, por ejemplo, 06 12 34 56 78 o +687 75 12 34.",
  "issue.phone_placeholder": "Este número no existe. Introduzca el que comunicó al centro escolar.",
  "issue.phone_too_short":
    "Faltan cifras en este número. Fuera de la Francia metropolitana, empiece por el prefijo, por ejemplo +687.",
  "issue.phone_too_long": "Este número tiene demasiadas cifras. Compruébelo.",
  "issue.phone_not_mobile": "Este número no es de un teléfono móvil: no podría recibir SMS.",
  "issue.phone_invalid": "Este número parece no existir. Compruébelo, incluido el prefijo.",
  "smsCode.heading": "Se ha enviado un código de seguridad",
  "smsCode.text": "Acabamos de enviar un código de seguridad (válido durante {count} min) al {phone}",
  "smsCode.yourNumber": "número indicado",
  "smsCode.endsSoon": "Este código dejará de ser válido {delay}.",
  "smsCode.ended": "El código enviado ya no es válido.",
  "smsCode.codeHeading": "Introducir el código de seguridad recibido por SMS",
  "smsCode.code": "Código de seguridad",
  "smsCode.codeHint": "{length} cifras",
  "smsCode.filled": "Se ha rellenado el código recibido por SMS.",
  "smsCode.notReceived": "No he recibido el código por SMS",
  "smsCode.expired": "Necesita un código nuevo",
  "smsCode.resend": "Reenviar el SMS",
  "smsCode.resendWait": "Podrá reenviar el SMS {delay}.",
  "smsCode.resendSoon": "Pronto podrá reenviar el SMS.",
  "smsCode.resendReady": "Ya puede reenviar el SMS.",
  "smsCode.resendExhausted": "El SMS se ha enviado el máximo de veces posible.",
  "smsCode.resent": "Se ha pedido un nuevo SMS. Solo es válido el último código recibido.",
  "smsCode.otherWaysHeading": "¿No llega el SMS?",
  "smsCode.otherWays":
    "Puede que el número o el nombre no coincida con lo que el centro escolar ha registrado. Vuelva atrás para comprobarlos o elija otro método.",
  "smsCode.otherWaysRecorded":
    "Puede que el número que el centro escolar ha registrado ya no sea el suyo. Pídale que lo compruebe o elija otro método.",
  "smsCode.noCode": "Si el SMS no contiene ningún código, siga lo que indica.",
  "smsCode.methods": "Ver los otros métodos",
  "smsCode.signIn": "Iniciar sesión con un identificador",
  "issue.sms_code_missing": "Introduzca el código recibido por SMS.",
  "issue.sms_code_wrong":
    "Este código no es correcto. Compruebe el último SMS recibido e inténtelo de nuevo.",
  "issue.code_expired": "Este código ya no es válido. Reenvíe el SMS para recibir uno nuevo.",
  "issue.sms_resend_too_soon": "Acaba de salir un SMS. Espere un poco antes de pedir otro.",
  "issue.sms_sends_exhausted":
    "El SMS se ha enviado el máximo de veces posible. Elija otro método o póngase en contacto con el centro escolar.",
  "franceConnect.text":
    "Va a salir de esta página para identificarse con FranceConnect y después volverá para terminar la activación.",
  "franceConnect.leaving": "Abriendo FranceConnect…",
  "franceConnect.cancelled": "No ha terminado la identificación",
  "franceConnect.unavailable": "FranceConnect no está disponible en este momento",
  "franceConnect.refused": "La identificación no se ha completado",
  "franceConnect.unmatched": "No hemos encontrado ninguna cuenta que activar",
  "franceConnect.mobile_missing": "El centro escolar no conoce ningún número de móvil",
  "franceConnect.late": "Hay que repetir la identificación",
  "franceConnect.otherWays": "Las otras formas de continuar",
  "franceConnect.sms": "Recibir un código por SMS",
  "franceConnect.letter": "Iniciar sesión con un identificador",
  "issue.france_connect_cancelled":
    "No se ha transmitido ninguna información. Puede empezar de nuevo o elegir otro método.",
  "issue.france_connect_refused":
    "No se ha podido aceptar la respuesta de FranceConnect. Empiece de nuevo o elija otro método.",
  "issue.france_connect_unmatched":
    "Su identidad no corresponde a una cuenta que pueda activar de esta forma. Si ya tiene una cuenta, inicie sesión con su identificador. Si no, elija otro método o pida al centro escolar que compruebe lo que ha registrado.",
  "issue.france_connect_mobile_missing":
    "Hace falta un código por SMS para continuar. Pida al centro escolar que registre su número o elija otro método.",
  "issue.france_connect_late":
    "La respuesta de FranceConnect ha tardado demasiado o ha llegado a otro navegador. Empiece de nuevo desde aquí.",
};

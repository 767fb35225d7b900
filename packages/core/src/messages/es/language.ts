import type { Language, TextsOf } from "../language.ts";

/** The texts in Spanish of every screen and of the sign-in. */
const signIn: TextsOf<"sign-in"> = {
  lang: "es",
  dir: "ltr",
  cancel: "Cancelar",
  newWindow: "ventana nueva",
  later: "más tarde",
  sending: "Enviando…",
  loading: "Cargando…",
  slow: "Está tardando más de lo habitual. Espere un momento: lo que ha escrito se conserva.",
  "password.show": "Mostrar la contraseña",
  "password.hide": "Ocultar la contraseña",
  "password.shown": "La contraseña está visible.",
  "password.hidden": "La contraseña está oculta.",
  "errors.heading": "Hay un problema",
  "errors.prefix": "Error:",
  "login.eyebrow.guardian": "Madre, padre o tutor",
  "login.eyebrow.pupil": "Alumno",
  "login.heading": "Iniciar sesión con mi cuenta ÉduConnect",
  "login.identifier": "Identificador",
  "login.identifierPlaceholder": "Formato p.nomXX",
  "login.password": "Contraseña",
  "login.submit": "Iniciar sesión",
  "login.recoverIdentifier": "¿Ha olvidado el identificador?",
  "login.recoverPassword": "¿Ha olvidado la contraseña?",
  "login.noAccount": "No tengo cuenta",
  "login.methods": "¿Cómo se puede activar una cuenta?",
  "login.or": "o",
  "login.franceConnectHeading": "Iniciar sesión con FranceConnect",
  "login.franceConnect": "S'identifier avec FranceConnect",
  "login.franceConnectAbout": "¿Qué es FranceConnect?",
  "login.franceConnectText":
    "FranceConnect le da acceso a muchos servicios del Estado francés con una cuenta que ya tiene. ¡Utilícelo para ÉduConnect!",
  "login.replaceHeading": "Hay otra activación en curso en este navegador",
  "login.replaceText":
    "Si continúa, se abandona la activación iniciada aquí. En una cuenta que ya está activa no se pierde nada.",
  "login.replaceConfirm": "Abandonar la otra y continuar",
  "notice.unavailable.heading": "El servicio no está disponible en este momento",
  "notice.unavailable.text": "No es culpa suya. Inténtelo de nuevo dentro de unos minutos.",
  "notice.retry": "Intentar de nuevo",
  "issue.generic": "No se ha podido aceptar su respuesta. Compruébela e inténtelo de nuevo.",
  "issue.triesLeft": {
    count: "triesLeft",
    one: "Le queda {triesLeft} intento.",
    other: "Le quedan {triesLeft} intentos.",
  },
  "issue.identifier_missing": "Introduzca su identificador.",
  "issue.identifier_too_long": "Este identificador es demasiado largo. Copie el que figura en la carta.",
  "issue.identifier_is_email":
    "Introduzca su identificador, con el formato p.nomXX, y no su dirección de correo electrónico.",
  "issue.password_missing": "Introduzca su contraseña.",
  "issue.credentials_refused":
    "El identificador o la contraseña no son correctos. Cópielos de la carta o, si la cuenta ya está activa, escriba la contraseña que eligió.",
  "issue.credentials_locked": "Ha habido demasiados intentos. Inténtelo de nuevo {delay}.",
  "issue.address_refused":
    "Ha habido demasiados intentos desde esta conexión a internet. Inténtelo de nuevo {delay}.",
  "issue.provisional_password_expired":
    "Esta contraseña provisional ya no es válida. Pida una nueva carta al centro escolar.",
  "issue.field_missing": "Falta una respuesta. Complétela e inténtelo de nuevo.",
  "issue.field_too_short": "Esta respuesta es demasiado corta. Compruébela.",
  "issue.field_too_long": "Esta respuesta es demasiado larga. Compruébela.",
  "issue.field_malformed": "Esta respuesta no tiene el formato esperado. Compruébela.",
  "issue.request_invalid": "Una respuesta no tiene el formato esperado. Compruébela e inténtelo de nuevo.",
  "issue.network_failed":
    "La conexión ha fallado: lo que ha escrito se conserva. Compruebe su acceso a internet e inténtelo de nuevo.",
  "issue.cookies_refused":
    "El navegador no ha guardado la cookie que necesita la activación. Permita las cookies de este sitio o abra esta página en una ventana aparte e inténtelo de nuevo.",
  "issue.server_busy":
    "Muchas personas están usando el servicio. Inténtelo de nuevo {delay}: lo que ha escrito se conserva.",
  "issue.server_unavailable":
    "El servicio no está disponible en este momento. Inténtelo de nuevo {delay}: lo que ha escrito se conserva.",
  "issue.server_error":
    "Se ha producido un error por nuestra parte. Inténtelo de nuevo {delay}: lo que ha escrito se conserva.",
};

/** Spanish, as written in Spain. */
export const language: Language = {
  "sign-in": signIn,
  flow: () => import("./flow.ts"),
  proof: () => import("./proof.ts"),
  password: () => import("./password.ts"),
  services: () => import("./services.ts"),
  "confirmation-link": () => import("./confirmation-link.ts"),
  portal: () => import("./portal.ts"),
};

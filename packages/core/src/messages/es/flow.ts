import type { TextsOf } from "../language.ts";

/** The Spanish texts of the steps between the sign-in and the end. */
export const texts: TextsOf<"flow"> = {
  "eyebrow.guardian": "Representante legal (représentant légal)",
  "eyebrow.pupil": "Alumno",
  title: "Activación de la cuenta",
  back: "Anterior",
  next: "Siguiente",
  confirm: "Confirmar",
  "contact.heading": "¿Necesita ayuda?",
  "contact.text": "Póngase en contacto con el centro escolar: {name}",
  "contact.phone": "Teléfono: {phone}",
  "contact.email": "Correo electrónico: {email}",
  "contact.unknown": "Póngase en contacto con el centro escolar de su hijo o hija.",
  "locked.heading": "Este paso está cerrado por un tiempo",
  "locked.text": "Ha habido demasiados intentos. Podrá volver a empezar {delay}.",
  "issue.step_locked": "Ha habido demasiados intentos. Podrá volver a empezar {delay}.",
  "abandon.heading": "¿Abandonar la activación?",
  "abandon.text":
    "Volver atrás pone fin a esta activación. Tendrá que empezarla de nuevo desde el principio.",
  "abandon.confirm": "Abandonar la activación",
  "abandon.cancel": "Continuar la activación",
  "success.services": "Acceder a mis servicios",
  "services.signOut": "Cerrar sesión",
  "services.signedInAs": "Sesión de {name}",
  "issue.flow_missing": "Esta activación ya no está abierta aquí. Inicie sesión de nuevo para reanudarla.",
  "issue.flow_moved": "Ha reanudado esta activación en otro dispositivo. Continúe allí.",
  "issue.revision_stale": "Este paso ha cambiado en otra pestaña. Este es el punto en el que está.",
  "issue.event_not_accepted": "Este paso ya no está abierto. Este es el punto en el que está.",
  "issue.session_missing": "Su sesión ha terminado. Inicie sesión de nuevo.",
  "issue.route_closed": "Este método no está disponible aquí. Elija otro.",
  "issue.sms_unavailable":
    "En este momento no se pueden enviar SMS. Inténtelo de nuevo {delay} o elija otro método.",
  "issue.france_connect_unavailable":
    "FranceConnect no responde. Inténtelo de nuevo {delay} o elija otro método.",
  "issue.return_url_refused": "FranceConnect no está disponible desde esta página. Elija otro método.",
  "timeLimit.flow": "Si no hace nada, esta activación terminará {delay}.",
  "timeLimit.flowLast":
    "Esta activación terminará {delay} y ese tiempo no se puede ampliar. Podrá empezarla de nuevo enseguida.",
  "timeLimit.session": "Si no hace nada, su sesión terminará {delay}.",
  "timeLimit.sessionLast":
    "Su sesión terminará {delay} y ese tiempo no se puede ampliar. Podrá iniciar sesión de nuevo enseguida.",
  "timeLimit.continue": "Continuar",
  "timeLimit.extended": "Puede continuar: se ha ampliado el tiempo.",
  progress: "Paso {current} de {total}",
  "children.heading": "Confirmar mi vínculo con los alumnos",
  "children.text":
    "Para acceder a los servicios de los alumnos que figuran a continuación, debe confirmar que es su representante legal e indicar la fecha de nacimiento de cada uno.",
  "children.guardian": "Soy representante legal de este alumno",
  "children.notGuardian": "No soy representante legal de este alumno",
  "children.birthDate": "Fecha de nacimiento",
  "children.noBirthDate":
    "El centro escolar no ha registrado la fecha de nacimiento de este alumno. Debe confirmar el vínculo; hasta entonces, usted no puede acceder a los servicios del alumno.",
  "children.place": "Alumno {current} de {total}",
  "children.initial": "Alumno cuyo nombre empieza por {name}",
  "children.unnamed": "Alumno",
  "children.initialWhy":
    "Es posible que varias personas se llamen como usted: mientras no se confirmen las fechas de nacimiento, solo mostramos la inicial de cada alumno.",
  "children.count": {
    count: "total",
    one: "{current} de {total} alumno completado",
    other: "{current} de {total} alumnos completados",
  },
  "children.none": "No hay ningún alumno vinculado a su cuenta.",
  "children.refuseHeading": "¿No es representante legal de ninguno de estos alumnos?",
  "children.refuseText":
    "Si confirma, su cuenta seguirá inactiva y se informará de su respuesta al centro escolar.",
  "children.refuseConfirm": "Confirmar mi respuesta",
  "children.refuseCancel": "Cambiar mis respuestas",
  "date.day": "Día",
  "date.month": "Mes",
  "date.year": "Año",
  "date.dayPlaceholder": "DD",
  "date.monthPlaceholder": "MM",
  "date.yearPlaceholder": "AAAA",
  "birthDate.heading": "Confirmar mi fecha de nacimiento",
  "birthDate.text": "Debe ser la que el centro escolar ha registrado.",
  "birthDate.legend": "Fecha de nacimiento",
  "email.heading": "Indicar mi dirección de correo electrónico",
  "email.text":
    "Indique una dirección de correo electrónico válida. Es imprescindible para activar su cuenta. En ella recibirá también los mensajes de ÉduConnect y ayuda si olvida su identificador o su contraseña.",
  "email.textOptional":
    "En ella recibirá los mensajes de ÉduConnect y ayuda si olvida su identificador o su contraseña. También puede indicarla más tarde.",
  "email.label": "Dirección de correo electrónico",
  "email.confirmation": "Confirmación de la dirección de correo electrónico",
  "email.given": "Dirección ya indicada: {email}",
  "email.keep": "Conservar esta dirección",
  "email.skip": "Saltar este paso",
  "email.suggestion": "¿Quería escribir {email}?",
  "email.accept": "Utilizar {email}",
  "emailSent.heading": "Se ha enviado un correo",
  "emailSent.text":
    "Acabamos de enviar las instrucciones para terminar la activación de su cuenta a {email}.",
  "emailSent.yourAddress": "su dirección de correo electrónico",
  "emailSent.spam": "Si no llega en 5 minutos, mire en la carpeta de correo no deseado (spam).",
  "emailSent.link": "Haga clic en el enlace del correo para confirmar su dirección.",
  "emailSent.waiting":
    "Esta página avanza sola en cuanto se confirma el enlace, incluso en otro dispositivo.",
  "emailSent.codeHeading": "¿Lee el correo en otro dispositivo?",
  "emailSent.code": "Código de seguridad recibido por correo",
  "emailSent.codeHint": "El correo contiene también un código de {length} cifras.",
  "emailSent.submit": "Confirmar el código",
  "emailSent.notReceived": "No he recibido el correo",
  "emailSent.resend": "Reenviar el correo",
  "emailSent.resendWait": "Podrá reenviar el correo {delay}.",
  "emailSent.resendSoon": "Pronto podrá reenviar el correo.",
  "emailSent.resendReady": "Ya puede reenviar el correo.",
  "emailSent.resendExhausted":
    "El correo se ha enviado el máximo de veces posible. Compruebe la dirección y la carpeta de spam.",
  "emailSent.resent": "Se ha enviado un nuevo correo.",
  "emailSent.correct": "Me he equivocado en mi dirección de correo",
  "notice.allRefused.heading": "Su cuenta no está activa",
  "notice.allRefused.text":
    "Ha indicado que no es representante legal de ninguno de los alumnos propuestos. Se ha informado al centro escolar. Si es un error, vuelva atrás para cambiar sus respuestas.",
  "notice.awaitingSchool.heading": "El centro escolar debe confirmar su vínculo con los alumnos",
  "notice.awaitingSchool.text":
    "El centro escolar no ha registrado la fecha de nacimiento de los alumnos. Ha recibido su solicitud y debe confirmar su vínculo antes de que se active la cuenta.",
  "notice.closed.heading": "La activación está cerrada",
  "notice.closed.text":
    "Ha habido demasiados intentos. Póngase en contacto con el centro escolar: comprobará la información registrada y le dirá cómo continuar.",
  "notice.expired.heading": "El tiempo para activar su cuenta se ha agotado",
  "notice.expired.text":
    "Empiece de nuevo la activación. Si su carta ya no es válida, pida una nueva al centro escolar.",
  "notice.abandoned.heading": "Ha abandonado la activación",
  "notice.abandoned.text": "Su cuenta no está activa. Puede empezar de nuevo cuando quiera.",
  "notice.restart": "Volver al inicio de sesión",
  "notice.moved.heading": "La activación continúa en otro dispositivo",
  "notice.moved.text": "Continúe allí o inicie sesión para reanudar la activación en esta página.",
  "issue.child_unanswered": "Indique si es representante legal de este alumno.",
  "issue.birth_date_missing": "Introduzca la fecha de nacimiento.",
  "issue.birth_date_empty": "Complete la fecha: día, mes y año.",
  "issue.birth_date_not_digits": "Introduzca la fecha solo con cifras.",
  "issue.birth_date_day_out_of_range": "El día debe estar entre 1 y 31.",
  "issue.birth_date_month_out_of_range": "El mes debe estar entre 1 y 12.",
  "issue.birth_date_two_digit_year": "Introduzca el año con sus 4 cifras.",
  "issue.birth_date_year_malformed": "El año debe tener 4 cifras.",
  "issue.birth_date_impossible": "Esta fecha no existe. Compruebe el día y el mes.",
  "issue.birth_date_in_future": "Esta fecha es futura. Compruebe el año.",
  "issue.birth_date_unrecorded":
    "El centro escolar no ha registrado su fecha de nacimiento. Póngase en contacto con él para activar su cuenta.",
  "issue.children_changed": "La lista de alumnos ha cambiado. Compruebe sus respuestas e inténtelo de nuevo.",
  "issue.birth_date_too_old": "Esta fecha es demasiado antigua. Compruebe el año.",
  "issue.ofChild": "{child}: {text}",
  "issue.birth_date_wrong":
    "Esta fecha no es la que el centro escolar ha registrado. Compruébela e inténtelo de nuevo.",
  "issue.birth_dates_wrong":
    "Al menos una fecha no es la que el centro escolar ha registrado. Compruebe todas las fechas e inténtelo de nuevo.",
  "issue.email_missing": "Introduzca su dirección de correo electrónico.",
  "issue.email_invalid":
    "Esta dirección de correo electrónico no es válida: debe parecerse a nombre@ejemplo.fr.",
  "issue.email_too_long": "Esta dirección de correo electrónico es demasiado larga. Compruébela.",
  "issue.email_confirmation_missing": "Introduzca la dirección de correo electrónico por segunda vez.",
  "issue.email_mismatch":
    "Las dos direcciones de correo electrónico son diferentes. Introduzca dos veces la misma.",
  "issue.email_disowned":
    "La persona que recibió el correo respondió que no se trataba de ella. Compruebe su dirección de correo electrónico.",
  "issue.code_missing": "Introduzca el código recibido por correo.",
  "issue.code_not_digits": "El código solo contiene cifras. Compruébelo.",
  "issue.code_length": "El código tiene {length} cifras. Compruébelo.",
  "issue.code_wrong": "Este código no es correcto. Compruebe el último correo recibido e inténtelo de nuevo.",
  "issue.resend_too_soon": "Acaba de salir un correo. Espere un poco antes de pedir otro.",
  "issue.sends_exhausted":
    "El correo se ha enviado el máximo de veces posible. Compruebe la dirección y la carpeta de spam.",
  "issue.texts_exhausted":
    "Se han pedido demasiados SMS. Inténtelo de nuevo {delay} o elija otro método. Lo que ha escrito se conserva.",
  "issue.flow_restart":
    "Esta activación ya no está abierta aquí. Todavía no se había confirmado nada: empiece de nuevo cuando quiera.",
};

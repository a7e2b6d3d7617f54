import { MAX_DIGESTS } from "../domain/kernel/digest-limits.ts";
import {
  DAY_REMINDER_TIME,
  DECLINE_UNDO_MINUTES,
  EDIT_WINDOW_MINUTES,
  JOB_LIFE_WITH_RENEWALS_DAYS,
  MAILBOXES_AN_HOUR,
  MAX_JOINED_REWARDS,
  MAX_LIVE_JOBS,
  MAX_OFFERS_A_DAY,
  QUESTIONS_A_SIDE,
  REMEMBER_DAYS,
  RECEIPT_TTL_MINUTES,
  REWARD_MISSING_DAYS,
  RENEW_WITHIN_DAYS,
} from "../domain/kernel/limits.ts";
import type { DomainErrorCode } from "../domain/kernel/errors.ts";

/** Why something can't be done as things are, and what to do instead. */
export const DOMAIN_MESSAGES: Readonly<Record<DomainErrorCode, string>> = {
  invalid: "Hay algo que corregir. Revisa los campos marcados y vuelve a enviarlo.",
  conflict: "Alguien ha cambiado esto a la vez que tú. Vuelve a cargar la página y mira cómo está ahora.",
  linkExpired:
    "Este enlace ya no funciona porque ha caducado. Pide que te enviemos otro en «¿Has perdido tu enlace?», al pie de cada página.",
  linkUnknown: "No reconocemos este enlace. Comprueba que lo has copiado entero del correo.",
  receiptUnknown: `Esto solo se puede hacer en los ${String(RECEIPT_TTL_MINUTES)} minutos siguientes a enviarlo, y una vez. Si no te llega el correo, rellena el formulario otra vez.`,
  alreadyConfirmed:
    "Ya está confirmado con el enlace del correo, así que desde aquí no se puede anular. Usa el enlace de gestión que te hemos enviado.",
  actionNotAllowed: "Este enlace no permite hacer eso. Usa uno de los botones de su página.",

  cookieWithoutAddress: `Este navegador se guardó cuando aún no se podían olvidar todos a la vez. Pulsa «Olvidar este navegador» en cada uno de los tuyos; los demás caducan solos a los ${String(REMEMBER_DAYS)} días.`,

  jobNotFound: "No encontramos este favor. Puede que la dirección esté mal o que ya no esté publicado.",
  jobUnconfirmed: "Este favor todavía no está confirmado. Ábrelo con el enlace del correo de confirmación.",
  jobOpen: "Este favor está abierto y sin asignar, así que eso todavía no se puede hacer.",
  jobHeld: "Este favor está en revisión. Espera a que una persona lo mire: te avisaremos por correo.",
  jobAssigned: "Este favor ya está asignado. Si la persona elegida no puede seguir, volverá a abrirse.",
  jobDelivered: "Quien se encarga ya ha dicho que está hecho. Espera a que quien lo pidió lo confirme.",
  jobDone: "Este favor ya está hecho. No queda nada pendiente.",
  jobExpired: "El plazo de este favor ya ha terminado. Quien lo pidió puede renovarlo o pedirlo de nuevo.",
  jobWithdrawn: "Quien pidió este favor lo ha retirado. Mira otros favores abiertos en el tablón.",
  jobHidden:
    "La moderación ha ocultado este favor. Si es tuyo y crees que es un error, recurre desde tu enlace.",
  jobErased: "Este favor se ha borrado y ya no queda nada de él.",
  renewTooLate: `Han pasado más de ${String(RENEW_WITHIN_DAYS)} días desde que caducó y ya no se puede renovar. Puedes pedirlo otra vez.`,
  renewalsUsedUp: `Este favor ya ha estado publicado ${String(JOB_LIFE_WITH_RENEWALS_DAYS)} días, que es el máximo. Puedes pedirlo otra vez.`,
  tooManyJobs: `Ya tienes ${String(MAX_LIVE_JOBS)} favores en marcha, que es el máximo. Cierra o retira alguno y confirma este después.`,
  tooManyOffers: `Ya has enviado ${String(MAX_OFFERS_A_DAY)} propuestas hoy, que es el máximo. Esta podrás confirmarla a partir de mañana.`,
  tooManyMailboxes: `Has usado ${String(MAILBOXES_AN_HOUR)} direcciones de correo distintas en una hora, que es el máximo. Guarda tu texto, espera una hora y vuelve a enviarlo, o usa una de esas direcciones.`,
  tooManyDigests: `Ya tienes ${String(MAX_DIGESTS)} alertas en marcha, que es el máximo. Quita alguna desde el enlace de sus correos y confirma esta después.`,
  noticesOff:
    "Ya dejaste los avisos de esta conversación. Para recibirlos otra vez, elígelo al comentar en ella.",
  digestOff: "Esta alerta ya no está en marcha. Si quieres recibirla otra vez, pídela de nuevo en el tablón.",

  offerNotFound: "No encontramos esa propuesta. Puede que quien la envió la haya borrado.",
  dayNotAgreed:
    "Para este favor no acordasteis un día, así que no hay de qué avisar. Apúntatelo en tu calendario.",
  reminderTooLate: `Ya es tarde para recordártelo el día antes: se envía a las ${DAY_REMINDER_TIME}. Apúntatelo en tu calendario.`,
  undoTooLate: `Solo se puede deshacer durante ${String(DECLINE_UNDO_MINUTES)} minutos, y ya han pasado: se lo hemos dicho a quien se ofreció. Si quiere, puede volver a ofrecerse.`,
  jobChanged: "El favor ha cambiado desde que lo leíste. Vuelve a leerlo antes de decidir.",
  mentionChanged: "La mención ha cambiado mientras la leías: mírala otra vez.",
  mentionNotFound: "Esa mención ya no se ve en el artículo.",
  mentionOver: "Esta mención ya está decidida, o su página ya no está.",
  commentChanged: "El comentario ha cambiado desde que lo leíste. Vuelve a leerlo antes de decidir.",
  offerChanged: "La propuesta ha cambiado desde que la leíste. Vuelve a leerla antes de decidir.",
  ownFavour:
    "Este favor lo pediste tú, así que no puedes ofrecerte a hacerlo. Mira otros favores abiertos en el tablón.",
  offerAlreadySent:
    "Ya tienes una propuesta en marcha para este favor. Cámbiala desde el enlace de gestión que te enviamos por correo, o retírala allí antes de confirmar otra.",
  dropOutFirst: "Todavía cuentan contigo para este favor. Primero avisa de que no puedes y después bórrala.",
  offerUnconfirmed:
    "Esta propuesta todavía no está confirmada. Ábrela con el enlace del correo de confirmación.",
  offerSent: "Esta propuesta está enviada y espera respuesta, así que eso no se puede hacer ahora.",
  offerAccepted: "Esta propuesta está aceptada. Si no puedes seguir, usa «Romper el acuerdo».",
  offerDeclined: "Esta propuesta ya tiene respuesta: la rechazaron. No queda nada por hacer.",
  offerWithdrawn: "Esta propuesta está retirada. Si el favor sigue abierto, puede enviarse otra.",
  offerStandby:
    "Esta propuesta está en espera porque se aceptó otra. Avisaremos si el favor vuelve a abrirse.",
  offerOutdated:
    "El favor cambió después de enviarse esta propuesta. Hace falta que quien se ofrece lo lea y la confirme de nuevo.",
  offerExpired: "Esta propuesta ha caducado. Si el favor sigue abierto, puede enviarse otra.",
  offerNotChosen: "Este favor terminó sin esta propuesta. Mira otros favores abiertos en el tablón.",
  offerHeld: "Esta propuesta está en revisión. Espera a que una persona la lea: te avisaremos por correo.",
  offerRejected: "Esta propuesta no se envió, así que ya no se puede cambiar.",

  questionsFull: `Ya has enviado ${String(QUESTIONS_A_SIDE)} mensajes sobre esta propuesta, que es el máximo. Con lo que ya os habéis dicho, toca decidir.`,
  questionsClosed: "En esta propuesta ya no se admiten preguntas: una de las dos partes prefiere no seguir.",
  questionDecided: "Sobre este mensaje ya se ha decidido. Vuelve a la cola.",
  questionChanged: "Este mensaje ha cambiado desde que lo leíste. Vuelve a leerlo antes de decidir.",
  thankTooLate:
    "Ya no podemos hacer llegar un agradecimiento de este favor: los datos de contacto de una de las dos partes se han borrado.",
  thanksNotFound:
    "La otra parte no ha escrito ningún agradecimiento, o lo ha borrado. No queda nada por hacer.",
  thanksDecided: "Sobre este agradecimiento ya se ha decidido. Vuelve a cargar la página y mira cómo está.",
  thanksChanged: "El agradecimiento ha cambiado desde que lo leíste. Vuelve a leerlo antes de decidir.",
  ownReward:
    "Este favor lo pediste tú. Para ofrecer más, cambia la recompensa desde el enlace de gestión que te enviamos por correo.",
  rewardAlreadyJoined:
    "Ya has sumado una recompensa a este favor. Retírala desde el enlace que te enviamos por correo antes de sumar otra.",
  rewardsFull: `Este favor ya tiene ${String(MAX_JOINED_REWARDS)} recompensas sumadas, que es el máximo. Gracias igualmente.`,
  rewardAgreed:
    "Ya hay una persona aceptada para hacer este favor y cuenta con tu recompensa, así que no se puede retirar.",
  rewardMissingTooLate: `Han pasado más de ${String(REWARD_MISSING_DAYS)} días desde que el favor se dio por hecho. Escríbenos y lo miramos.`,
  rewardNotMissing: "Nadie ha dicho que falte la recompensa de este favor. No queda nada por hacer.",
  rewardUnconfirmed:
    "Esta recompensa todavía no está confirmada. Ábrela con el enlace del correo de confirmación.",
  rewardHeld: "Esta recompensa está en revisión. Espera a que una persona la mire: te avisaremos por correo.",
  rewardJoined: "Esta recompensa ya está sumada al favor, así que eso no se puede hacer.",
  rewardRevoked: "Esta recompensa está retirada. Si el favor sigue abierto, puedes sumar otra.",
  rewardRejected: "Esta recompensa no se publicó, así que ya no se puede cambiar.",
  rewardUsed: "El favor está hecho y esta recompensa contó para él. Ya no se puede cambiar.",
  rewardLapsed: "El favor terminó sin hacerse y esta recompensa ya no cuenta. No queda nada por hacer.",
  articleNotFound: "No encontramos ese artículo. Vuelve a la lista de artículos y ábrelo desde allí.",
  commentsClosed:
    "Los comentarios de este artículo están cerrados. Puedes escribirnos desde la página de contacto.",
  commentNotYours:
    "Desde este navegador no se puede cambiar este comentario. Usa el enlace que te enviamos por correo cuando lo escribiste.",
  commentNotFound: "No encontramos ese comentario. Puede que se haya borrado.",
  commentUnconfirmed:
    "Este comentario todavía no está confirmado. Ábrelo con el enlace del correo de confirmación.",
  commentHeld: "Este comentario está en revisión. Espera a que una persona lo lea: avisaremos por correo.",
  commentApproved: "Este comentario ya está publicado, así que eso no se puede hacer.",
  commentRejected: "Este comentario no se publicó, así que ya no se puede cambiar.",
  commentSpam: "Este comentario se marcó como spam y ya no se puede cambiar.",
  commentDeleted: "Este comentario ya está borrado. No queda nada por hacer.",
  editWindowOver: `Han pasado más de ${String(EDIT_WINDOW_MINUTES)} minutos o ya te han respondido. Usa el enlace de gestión que te enviamos por correo.`,
  reportUnconfirmed: "Este aviso todavía no está confirmado.",
  reportChanged: "Este aviso ya se ha decidido o ha cambiado. Vuelve a la cola.",
  appealUsed:
    "Ya recurriste y lo volvió a mirar una persona: cada cosa se puede recurrir una vez. Lo que decidió está en esta página.",
  notSignedIn: "Para decidir hay que haber entrado en la moderación: pide otro enlace y vuelve a intentarlo.",
  nothingToModerate: "Eso ya no está, o su identificador no es de aquí. Vuelve a la cola.",
  questionNotFound:
    "No encontramos esa pregunta. Puede que haya cambiado de dirección: búscala en las preguntas frecuentes.",
};

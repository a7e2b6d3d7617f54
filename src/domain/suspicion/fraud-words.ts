/**
 * What fraud sounds like in Spanish. Patterns are tried on text in lower case without accents (`foldForSpam`), so `ñ` is written `n` here.
 */

/** Somebody else's money through your account, or somebody else's parcels through your home. */
export const MULE: readonly RegExp[] = [
  /\brecib\w+\b.{0,25}\b(?:transferencias?|dinero|pagos)\b.{0,100}\b(?:comision|te quedas?)\b/,
  /\b(?:recib\w+|ingres\w+|transf\w+)\b.{0,60}\b(?:en|a|por|usando) (?:tu|su|vuestra|una) cuenta\b.{0,120}\b(?:reenvi\w+|envi\w+|transf\w+|retir\w+|comision|porcentaje|te quedas?|quedarte)\b/,
  /\brecib\w+\b.{0,25}\b(?:transferencias?|dinero|pagos?|bizums?)\b.{0,60}\b(?:me l[ao]s? (?:pas\w+|envi\w+|mand\w+)|reenvi\w+|en bitcoins?|en criptomonedas?)\b/,
  /\b(?:usar|utilizar|(?:prestar?|alquilar?|ceder?|dejar?)(?:me|nos)?) (?:tu|su) cuenta (?:bancaria|del banco|corriente|de (?:paypal|bizum|binance))\b/,
  /\b(?:alquil|compr|vend)\w+ (?:tu )?cuentas? (?:bancarias?|de (?:banco|paypal|bizum|binance))\b/,
  /\babrir\b.{0,30}\bcuentas? (?:bancarias?|en (?:un|el|varios) bancos?)\b.{0,40}\ba tu nombre\b/,
  /\bcobrar (?:cheques|talones|giros)\b.{0,60}\b(?:envi\w+|transf\w+|devolv\w+|te quedas?)\b/,
  /\b(?:cheque|talon|giro)\b.{0,60}\b(?:mas importe|de mas|la diferencia|lo que sobre)\b/,
  /\bte quedas? (?:con )?(?:el|un) \d{1,2} ?(?:%|por ciento)/,
  /\bagente (?:financiero|de pagos|de transferencias)\b/,
  /\brecib\w+ (?:unos |los )?paquetes\b.{0,60}\b(?:en tu (?:casa|domicilio|direccion))\b.{0,80}\breenvi\w+/,
  /\b(?:western union|moneygram)\b/,
];

/** Money for likes, follows or reviews: the first step of the "task" fraud. */
export const PAID_LIKES: readonly RegExp[] = [
  /\b(?:valora|puntua)\w*\b.{0,30}\b(?:5|cinco) estrellas\b.{0,60}(?:\bte pag\w+|\bpagamos\b|\bcobr\w+|\bgan[ae]s?\b)/,
  /(?:\bpag\w+|\bgan[ae]s?\b|\bcobr\w+).{0,20}\bpor (?:cada )?(?:likes?|me gusta|resenas?)\b/,
  /\b(?:dar|dando|das|dale|dejar|dejando|dejas|poner|poniendo|escribir)(?: (?:un|unos|el|los|muchos|\d+))? (?:likes?|me gusta|resenas?|(?:5|cinco) estrellas)\b.{0,100}(?:\bpag\w+|\bcobr\w+|\bganas\b|€|\beuros\b)/,
  /(?:\bpag\w+|\bgan[ae]\w*|\bcobr\w+|€|\beuros?\b).{0,60}\b(?:dando|dar|dejando|siguiendo|poniendo) (?:likes?|me gusta|resenas?|a canales|a cuentas|cuentas|perfiles)\b/,
  /(?:\bpag\w+|\bgan\w+|\bcobr\w+|€|\beuros?\b).{0,40}\b(?:por|a) cada (?:likes?|me gusta|resena|suscripcion|seguidor|video que veas)\b/,
  /\b(?:suscrib\w+|sigue|seguir)\b.{0,20}\b(?:canales|cuentas|perfiles)\b.{0,80}\b(?:te pag\w+|pagamos|ganas|cobras)\b/,
  /\btareas? (?:sencillas?|simples?|faciles?|diarias?)\b.{0,80}\b(?:telegram|whatsapp|app|movil)\b.{0,80}(?:\bganas?\b|\bcobr\w+|€|\beuros?\b)/,
  /\bresenas? (?:falsas?|de (?:5|cinco) estrellas|positivas?)\b.{0,60}(?:\bte pag\w+|\bpagamos\b|\bcobr\w+|€|\beuros?\b)/,
  /\b(?:pagamos|te pag\w+) por (?:likes?|resenas?|me gusta)\b/,
];

/** The other side has to pay something first. */
export const ADVANCE_MONEY: readonly RegExp[] = [
  /\b(?:en cuanto|cuando|despues de que) (?:abones|pagues|ingreses|envies|hagas)\b.{0,30}\b(?:fianza|deposito|tasas?|bizum|gastos|seguro|senal)\b/,
  /\bpagas? (?:primero|antes)\b.{0,60}\b(?:y te (?:mando|envio)|gastos|seguro)\b/,
  /\b(?:tienes que|hay que|debes|deberas|tendras que|necesito que|es necesario|basta con)\b(?=.{0,80}(?:€|\beuros?\b|\bdinero\b|\bbizum\b|\bpago\b|\bimporte\b|\bfianza\b|\btransferencia\b)).{0,30}\b(?:pag|ingres|envi|mand|hag|hac|abon|deposit|transf|adelant)\w+\b.{0,60}\b(?:por adelantado|por anticipado|previamente|antes de (?:empezar|recibir|cobrar|enviar|entregar))\b/,
  /\b(?:tienes que|hay que|debes|deberas|tendras que)\b.{0,20}\b(?:pagar|abonar|ingresar|depositar)\b.{0,30}\b(?:tasas?|fianza|deposito|gastos|inscripcion|tramites?|seguro|aduanas?)\b/,
  /\b(?:antes de (?:empezar|recibir|cobrar)|primero)\b.{0,20}\b(?:tienes que|hay que|debes|deberas|tendras que) (?:pagar|abonar|ingresar|depositar)\b/,
  /\b(?:tienes que|hay que|debes|deberas|tendras que) hacer (?:un|una) (?:deposito|ingreso|pago|transferencia|bizum)\b.{0,30}(?:€|\beuros?\b)/,
  /\b(?:envia|manda|haz|ingresa|transfiere|paga)(?:me|nos)?\b.{0,25}(?:\bbizum\b|\bdinero\b|\btransferencia\b|\d ?€|\d ?euros).{0,60}\b(?:antes|adelant\w+|primero|reserv\w*|senal)\b/,
  /\b(?:tasa|gastos|cuota|pago) (?:inicial|de (?:gestion|inscripcion|registro|tramitacion|aduanas?|activacion|liberacion))\b.{0,80}(?:€|\beuros?\b|\bbizum\b)/,
  /\b(?:herencia|loteria)\b.{0,80}\b(?:millon(?:es)?|desbloque\w+|liberar(?:l[ao])?|repart\w+|donar(?:l[ao])?)\b/,
  /\b(?:he|has|hemos) ganado\b.{0,30}\b(?:loteria|premio|sorteo)\b.{0,120}\b(?:datos bancarios|repart\w+|cuenta|tasas?|iban)\b/,
  /\b(?:caja|maleta|maletin|cofre)\b.{0,15}\b(?:dinero|oro|dolares)\b/,
  /\bcompr\w+\b.{0,20}\btarjetas? (?:de )?(?:regalo|prepago|google play|itunes|steam|amazon)\b.{0,80}\b(?:codigos?|fotos?|numeros?)\b/,
];

/** A made-up third party holds the money, or wants card data and codes to pay it out. */
export const FAKE_ESCROW: readonly RegExp[] = [
  /\b(?:servicio|empresa|plataforma|agente|sistema|compania)\b.{0,20}\b(?:de custodia|de deposito en garantia|escrow|fideicomiso)\b/,
  /\bel (?:pago|dinero)\b.{0,30}\b(?:retenido|bloqueado|en custodia|protegido)\b.{0,80}\b(?:hasta|libera\w*|enlace|correo|confirm\w+)\b/,
  /\b(?:mensajero|transportista|courier|repartidor)\b.{0,60}\b(?:entreg\w+|llev\w+|dar\w*)\b.{0,15}\b(?:el dinero|un sobre|el sobre|el efectivo)\b/,
  /\b(?:enlace|link)\b.{0,40}\b(?:para (?:cobrar|recibir (?:el|tu) (?:pago|dinero))|(?:introduc|confirm)\w+ tu tarjeta)\b/,
  /\b(?:numero|datos|foto|cvv)\b.{0,20}\b(?:de (?:tu|la|su)|tu) tarjeta\b/,
  /\b(?:envia|manda|pasa|dime|dame|facilita)(?:me|nos)?\b.{0,20}\b(?:datos bancarios|datos de tu cuenta|tu iban|tus claves|tu pin)\b/,
  /\bcodigo\b.{0,30}\b(?:sms|verificacion|whatsapp)\b.{0,40}\b(?:dime|dime?lo|envia\w*|manda\w*|pasa\w*|reenvi\w+)\b/,
  /\b(?:dime|envia\w*|manda\w*|pasa\w*|reenvi\w+)\b.{0,40}\bcodigo\b.{0,30}\b(?:sms|de verificacion|whatsapp)\b/,
  /\b(?:foto|copia|imagen)\b.{0,20}\bde(?:l)? (?:tu )?(?:dni|nie|pasaporte)\b.{0,60}\b(?:pago|pagar\w*|cobrar|cuenta|verific\w+)\b/,
];

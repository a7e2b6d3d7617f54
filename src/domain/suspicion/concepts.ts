/**
 * What frauds are made of, whatever they are about: somebody wants money, data or an account, promises something, can't be met, is in
 * a hurry. Each is weak alone, since honest favours have each of them too. Patterns are tried on `foldForSpam`'s text (`ñ` is `n`).
 */

/** The reader pays, lends or covers something, before anything happens. */
export const PAY_FIRST: readonly RegExp[] = [
  /\b(?:que|si) (?:me|nos|le) (?:lo |la )?(?:ingres|envi|mand|adelant|pagu|transf|gir|abon|haga)\w*\b.{0,40}(?:\d|€|euros|dinero|bizum|billete|mitad|senal|importe)/,
  /\b(?:mandame|enviame|ingresame|adelantame|girame|transfiereme|pagame|hazme|mandeme|envieme|ingreseme|mandalos|ingresas|adelantas)\b.{0,40}(?:\d|€|euros|dinero|bizum|mitad|senal|giro)/,
  /\b(?:abon|pag|ingres|deposit|adelant|anticip|cubr|recarg)\w*\b.{0,50}\b(?:tasas?|tramites?|gestion|seguro|transporte|envio|portes|expediente|inscripcion|formacion|curso|reserva|fianza|deposito|aduanas?|material|activacion|apertura|vacunas?|embalaje|notari\w+|timbre|licencia|kit|comision|saldo|registro|certificado|uniforme|multa)\b/,
  /\b(?:tasas?|seguro|transporte|curso|kit|comision|deposito|fianza|senal|material|expediente|uniforme|licencia)\b.{0,50}\b(?:se (?:abon|pag|cobr|ingres)\w+|por adelantado|antes de|al principio|al inicio|de arranque|reembols\w+|se te devuelven?|se devuelven?|se descuent\w+)/,
  /\b(?:en cuanto|cuando) (?:vea|lleguen?|reciba|tenga|confirme|me llegu?en?|me conste)\b.{0,40}\b(?:ingreso|pago|dinero|importe|resguardo|bizum|salgo|salen|te (?:mando|envio|doy|digo))/,
  /\b(?:pago|se paga|pagas|cobro|se cobra|se abona) (?:\w+ )?(?:antes de|por adelantado|anticipad\w|primero|al principio|al inicio)\b/,
  /\bprimero (?:el|la|un|una|se|me|haces|pagas|hay)\b.{0,40}\b(?:codigo|pago|paga|ingreso|bizum|transferencia|senal|fianza|contrato)\b/,
  /\b(?:primer mes|dos meses|un mes)\b.{0,40}\b(?:deposito|fianza|por adelantado|senal|aparta\w*)\b/,
  /\b(?:senal|reserva) de \d/,
  /\b(?:te|le|os) (?:devuelvo|reintegro|reembolso|devolvere)\b.{0,40}\b(?:doble|todo|con \w+ mas|intereses|importe)\b/,
];

/** Papers, cards, passwords and codes of the reader. */
export const ASKS_SECRETS: readonly RegExp[] = [
  /\b(?:env[ie]\w*|mand\w+|pas(?:a|as|ame|anos|es|eme|arme|arnos)|facilit\w+|da(?:me|nos|rme|rnos)|dime\w*|digas|pon(?:es|er|ga|gas)?|introduc\w+|adjunt\w+|valid[ea]\w*|confirm[ae]\w*|pedimos|pedire\w*|cedern\w+|entregarn\w+|necesit(?:o|amos|are|aremos)|copiar?|rellen\w+|solo)\b.{0,45}\b(?:dni|documento|documentacion|carne|pasaporte|nominas?|iban|tarjeta|claves?|contrasenas?|pin|cvv|banca online|usuario|selfie?|firma|acceso|numero de cuenta|datos (?:bancarios|personales)|domicilio completo|numero secreto|credenciales)\b/,
  /\b(?:dni|documento|pasaporte|tarjeta|iban|nominas?|carne)\b.{0,30}\b(?:escaneado|por (?:las dos|ambas|los dos) \w+|por delante|selfie?|sosteniendo\w*|a color|de atras)\b/,
  /\b(?:codigos?|digitos|cifras|numer(?:o|os|ito)|clave|sms)\b.{0,60}\b(?:reenv\w+|me l[ao]s? (?:dices|pasas|mandas|copias|reenvias)|dime\w*|copiar aqui|me (?:digas|pases|mandes|copies|dictes)|dictame\w*|pasame\w*|mandame\w*)/,
  /\b(?:me (?:digas|pases|mandes|copies|dictes|reenvies|dices|pasas)|dime|pasame|dictame|mandame|reenviame)\b.{0,40}\b(?:codigos?|digitos|cifras|numer(?:os|ito)|clave|sms|contrasena)\b/,
  /\bnumeros? de (?:la |tu |su )?tarjeta\b|\btres (?:numeros )?de (?:atras|detras)\b|\bcodigo de seguridad\b/,
  /\b(?:escane\w+)\b.{0,20}\b(?:codigo|qr)\b/,
  /\binstal\w+\b.{0,40}\b(?:programa|aplicacion|app|anydesk|teamviewer)\b.{0,60}\b(?:acceso|remot\w+|control\w*|banco|raton)\b|\banydesk\b|\bteamviewer\b/,
  /\b(?:dale|pulsas?|apruebas?|aceptas?|aceptar)\b.{0,40}\b(?:pin|clave|solicitud|aviso)\b/,
];

/** An account, a card, a name or a home of somebody else's is to be used. */
export const USES_YOURS: readonly RegExp[] = [
  /\b(?:tu|su|la suya|una|con) cuentas? (?:bancarias?|del banco|corriente|joven|en cualquier|online|espanola|de (?:repart\w+|vender|paypal|bizum))\b/,
  /\ba (?:tu|su) nombre\b/,
  /\b(?:alquil|compr|ced|prest|dej)\w*\b.{0,25}\b(?:perfil\w*|cuentas?|tarjetas? (?:prepago|sim|de movil)|lineas?|whatsapp|wasap|identidad)\b/,
  /\b(?:te|le) (?:entra|entran|llega|llegan|ingresan|ingresaremos|caen?|hacen)\b.{0,60}\b(?:pasta|dinero|transferencias?|ingresos?|paquetes?|cajas?|bizum)\b/,
  /\b(?:reenv[ii]\w*|remit\w+|repart\w+|sacas?|sacar|saques|retir\w+|convert\w+)\b.{0,40}\b(?:resto|efectivo|cajeros?|importes?|moneda digital|criptomonedas?|almacen|extranjero|paquetes?|bultos?|central)\b/,
  /\b(?:te quedas|te llevas|comision)\b.{0,25}(?:\d ?%|por ciento|por (?:operacion|cada|vuelta|envio|paquete|transferencia))/,
  /\b(?:recepcion|recib\w+) (?:de )?(?:pagos?|mercancia|paqueteria|transferencias?|fondos)\b/,
  /\bcomprobante de que\b|\bpersonas? con papeles\b|\bvinculad[oa] a nuestro\b/,
];

/** Money that is too good, or certain. */
export const BIG_PROMISE: readonly RegExp[] = [
  /\d ?(?:€|euros|eur|netos|limpios)? ?(?:al dia|diarios?|a la semana|semanales|cada dia|por semana)\b.{0,40}(?:\bmovil\b|\bcasa\b|\bsolo\b|\bsin\b|\bfacil\b|\blimpios\b|!)/,
  /\b(?:gan|sac|cobr|gener|factur)\w+\b.{0,25}\d+ ?(?:€|euros|eur|netos|limpios)? ?(?:al dia|diarios?|a la semana|semanales|cada|por hora|por tarea|al mes)\b/,
  /\b(?:asegurad[oa]s?|garantizad[oa]s?|sin (?:ningun )?riesgo|100 ?% (?:real|legal|seguro|fiable)|nadie pierde)\b/,
  /\b(?:duplic|triplic|multiplic)\w+\b|\bel doble\b|\bbeneficios?\b|\brentabilidad\b|\bganancias?\b|\bingresos (?:extra|pasivos|diarios)\b/,
  /\b(?:sin experiencia|desde (?:tu )?casa|desde el movil|en tus ratos libres|horario (?:a elegir|flexible|libre)|actividad flexible|incorporacion inmediata)\b/,
  /\b(?:enhorabuena|felicidades)\b.{0,80}\b(?:ganador|ganado|elegid\w|seleccionad\w|premio|sorteo)\b|\bha (?:sido|resultado) (?:elegid|ganador|seleccionad)\w*/,
  /\binver(?:sion|tir|tido|siones)\b|\bplataforma\b.{0,60}\b(?:retir\w+|comision|saldo)\b|\blibertad financiera\b|\bmi mentora?\b|\b(?:con|en) la primera nomina\b|\bbroker\b|\btrading\b|\bforex\b|\bsenales\b|\busdt\b|\bmonedas? digital\w*\b|\bgrupo vip\b|\barbitraje\b.{0,20}\bcripto/,
  /\b(?:equipo|negocio|linea|red)\b.{0,60}\b(?:invit|met|recluta)\w+\b.{0,30}\b(?:conocidos|amigos|colegas|personas|gente)\b/,
];

/** The other side can't be seen, called or met. */
export const CANT_MEET: readonly RegExp[] = [
  /\bno (?:puedo|se puede|podemos|hace falta|acepto|es posible) (?:ensenar\w*|ver\w*|quedar|visitar\w*|hablar|atender|llamar|coger)\b|\bsin (?:ver\w*|visitas?|entrevista|pisar)\b|\bno se hace entrevista\b|\bestoy reunid[oa]\b/,
  /\b(?:vivo|trabajo|estoy|resido|destinad[oa])\b.{0,40}\b(?:londres|extranjero|plataforma petrolifera|barco|mision|dubai|fuera de espana|otro pais|otra ciudad|de viaje|irlanda|suiza|alemania|estados unidos|siria|africa|francia|inglaterra|noruega)\b.{0,120}\b(?:llaves|mensajer\w+|envi\w+|pag\w+|dinero|ingres\w+|corazon|transf\w+|maleta|correo)\b/,
  /\b(?:mensajer[oi]a?|transportista|chofer|courier|agencia de transportes?|conductor|empresa de (?:paqueteria|transportes?|mensajeria))\b.{0,100}\b(?:abon\w+|pag\w+|dinero|sobre|tasa|seguro|enlace|tarjeta|recog\w+|cobra)\b/,
  /\b(?:hijo|hermano|marido|esposo|tia|jefe|socio)\b.{0,60}\b(?:extranjero|dubai|aduanas?|retenid[oa]|mision)\b/,
  /\b(?:cirujano|militar|soldado|ingeniero|capitan|marinero|general)\b.{0,120}\b(?:viud[oa]|mision|corazon|amor|amistad|hogar|maleta|carino|conocer\w*)\b/,
  /\b(?:amor|querida|carino mio|corazon|preciosa|mi vida|mi reina|dulce)\b.{0,150}\b(?:escrib\w+|conocer\w*|billete|visado|hospital|pasaje|vuelo|dinero|abrace|compensar\w*|euros|€|correo)\b/,
];

/** Asked not to look closely. */
export const HUSH: readonly RegExp[] = [
  /\b(?:nada (?:raro|ilegal)|(?:totalmente|todo|completamente|cien por cien|100 ?%) legal|es legal|no (?:preguntes|hace falta que preguntes|abrir los paquetes|lo comentes|cuelgues?)|sin preguntas|nadie (?:controla|se entera|mira|pregunta)|no se enteran?|sin que se (?:de cuenta|entere)|sin rastro|discrecion|discret[oa]s?|confidencial|es lo normal|no te preocupes|no se preocupe|tu te olvidas|mejor si|para no pagar|no quieren que|por la molestia|lo hace mucha gente)\b/,
  /\b(?:soy muy formal|persona de confianza|gente honesta|persona honesta|hombre de buena fe|buen corazon|de corazon|particular seri[oa]|dios (?:la|lo|le|te|os) (?:bendiga|guarde|pague)|temeros[oa] de dios|que el senor)\b/,
  /\bno (?:soy un (?:timo|estafador)|es (?:una? )?(?:estafa|timo))\b|\bno te (?:va a )?cuesta nada\b/,
];

/** No time to think. */
export const HURRY: readonly RegExp[] = [
  /\b(?:plazas limitadas|ultimas plazas|quedan (?:\w+ )?(?:vacantes|plazas)|solo (?:hasta|hoy|por hoy)|antes de que cierre|hoy mismo|ahora mismo|cupo|en 24 horas|hasta esta (?:tarde|noche)|de inmediato|ultima hora|hay much[oa]s? (?:familias|gente|interesad\w+)|se lo queda quien|sera (?:eliminado|bloqueado|cancelad\w)|caduca|urgente\w*)\b/,
];

/** The talk goes on where nobody looks. */
export const MOVES_ELSEWHERE: readonly RegExp[] = [
  /\b(?:escrib|habl|agreg|anad|contact|mand|busc|unete|entra|sig[ua]|encontr|pas[ae]|pid|vemos|cuento|di|dej)\w*\b.{0,40}(?:\b(?:telegram|whats?app?|wasap|guasap|privado|canal|grupo|chat|signal|instagram|otro sitio)\b|@\w{3,}|t\.me)/,
  /\b(?:por|en|al) (?:privado|mi canal|otro sitio|telegram)\b|\bt\.me\b|\bwa\.me\b/,
  /\b(?:escrib|contact|envi|mand|dirij)\w*\b.{0,40}\w@\w|\bdeje?me su (?:correo|numero|telefono)\b|\b(?:pasame|dame|dejame) tu (?:numero|correo|telefono|whatsapp|wasap)\b/,
  /\bpor aqui no\b|\bfuera de (?:la web|esta pagina|aqui|la pagina)\b/,
];

/** What nobody may sell. */
export const ILLEGAL: readonly RegExp[] = [
  /\b(?:entrar|entro|hacke\w+|espi\w+|accedo|acceder)\b.{0,40}\b(?:instagram|correo|whatsapp|cuenta|movil|perfil|facebook)\b.{0,60}\b(?:sin que|pareja|novi[oa]|ex|prueba|se entere)\b|\bhacke\w+|\brecuper\w+\b.{0,30}\b(?:cuentas? robad\w+|fondos|dinero perdido|cripto\w*|estaf\w+)\b/,
  /\b(?:carnet?|permiso)\b.{0,30}\bsin (?:examin\w+|examen|ir)\b|\b(?:titulos?|certificados?|nominas?|justificantes?|facturas?|bajas?|padron|papeles|documentos?)\b.{0,60}\b(?:falsific\w+|fals[oa]s?|sin (?:estudiar|examen|ir)|registrad\w+|se deja una senal|a medida)\b/,
  /\b(?:modific|cambi|borr|quit)\w+\b.{0,30}\b(?:notas?|multas?|antecedentes|deudas|asnef|puntos)\b/,
  /\bsin receta\b|\b(?:viagra|cialis|ozempic|pastillas azules|anabolizantes|esteroides|marihuana|cogollos|cbd)\b/,
  /\b(?:resenas?|opiniones|valoraciones|estrellas)\b.{0,50}\b(?:paquete|perfiles|te dejo|dejarte|positivas?|vend\w+|cinco|compra\w*)\b|\b(?:cinco|5) estrellas\b/,
  /\bseguidores\b.{0,50}\b(?:reales|garantiz\w+|por \d|no se caen|€|euros)|\b(?:insignia|verificacion) azul\b|\b(?:me gusta|likes?)\b.{0,60}(?:\bpag\w+|\babon\w+|€|\beuros\b|\bcobr\w+)/,
  /\bcita previa\b.{0,80}\b(?:asegurad\w+|por cita|pago|€|euros)\b|\bamanad[oa]s?\b|\bcombinada\b/,
  /\b(?:replicas?|imitacion(?:es)?)\b.{0,30}\b(?:relojes|bolsos|zapatillas|aaa|lujo)\b|\breplica aaa\b/,
];

/** Credit for whoever no bank gives any. */
export const LOAN: readonly RegExp[] = [
  /\b(?:prestamos?|creditos?|financiacion|capital|fondos)\b.{0,80}\b(?:particular\w*|sin aval|sin nomina|interes|morosos|impagad\w+|asnef|cuotas|al \d|hoy|72 horas|24 horas|honest\w+|asegurad\w+|serias?|cuenta)\b/,
  /\b(?:otorg|conced)\w+\b.{0,60}\b(?:prestamos?|creditos?|euros|dinero)\b|\blistas? de morosos\b/,
];

/** A business that speaks to everybody. */
export const ADVERT: readonly RegExp[] = [
  /\b(?:presupuesto (?:gratis|gratuito|sin (?:ningun )?compromiso)|sin compromiso|anos de experiencia|lider(?:es)? en|empresa (?:lider|de)|nuestr[oa]s? (?:agencia|clientes|productos?|servicios?|maquinas|web|tienda|catalogo|oferta\w*)|mejores precios|precio cerrado|desde \d+ ?(?:€|euros)?(?:\/mes| al mes)|visit(?:a|e|en)(?:nos)? (?:mi|nuestra|en)|te invito a (?:conocer|ver|visitar)|os invito a|auditoria|primera pagina de google|posicion\w+ (?:tu|su)|cupon|codigo promocional|descuento|oferta|2x1|envio (?:gratis|discreto|rapido|frio)|registro gratuito|prueba (?:gratis|gratuita|de 24)|suscribete|toda espana|24 ?h(?:oras)?|stock)\b/,
  /\b(?:casino|ruleta|tragaperras|giros gratis|bono de bienvenida|apuest[ae]s?|cuotas|jackpot|slots?|bingo online|webcam|chicas|solteras|maduras|escorts?|iptv|tarot|videncia|videntes?|amarres|adelgaza\w*|pierde \d+ kilos|quemagrasas|potencia masculina)\b/,
  /\[url=|<a href=|\bbacklinks?\b|\bseo\b|\blink building\b|\b(?:mi|nuestro|su) (?:blog|web|canal|sitio|tienda) ?[:(]|\bvisita mi\b/,
  /\b(?:great|nice|website|your site|your blog|please|best price|check|click|cheap|thanks|we are|hello|dear)\b.{0,100}\b(?:the|and|my|your|our|for|you)\b/,
];

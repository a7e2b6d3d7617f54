/**
 * What things, animals, places and people errands are about: nobody asks for «pequeños arreglos», but for a hinge. Several to a
 * line, since what has every word of a query is found in any case.
 */
const AT_HOME = [
  "cambiar bombilla, lámpara, enchufe, interruptor o fusible",
  "cisterna, váter, ducha o lavabo que no para y pierde agua",
  "silicona de la bañera, mampara, azulejos, juntas y rodapiés",
  "engrasar cerradura, bisagra, pomo o puerta que roza el suelo",
  "lijar y barnizar parqué, ventanas, toldos, estores y vallas",
  "mosquiteras, burletes, aislar del frío, ruido o humedades",
  "gotelé, papel pintado, grietas y agujeros en el techo",
  "colgar un televisor o la tele",
  "espejo, percha, columpio o hamaca",
  "atornillar, clavar, soldar o pegar con cola",
  "termo eléctrico, radiador, estufa o aire acondicionado",
  "lavavajillas, horno o campana extractora que no desagua",
  "cafetera, tostadora, batidora, plancha, aspirador o reloj",
  "reparar gafas, radio antigua, paraguas o juguete",
  "limpiar a fondo cristales, cocina, baño y oficina",
  "fregar platos, barrer, planchar camisas y tender",
  "desmontar cama, cuna, mesa, silla o cajonera",
  "afilar cuchillos y tijeras",
  "esperar al cartero, al del gas o un paquete",
  "prestar escalera, carretilla, desbrozadora o carpa",
] as const;

const ON_THE_WAY = [
  "bajar colchón, frigorífico, alfombra o piano al portal",
  "vaciar el piso de un familiar que falleció",
  "chófer o conductor con camión para escombros y chatarra",
  "llevarme al aeropuerto, a la estación o al hospital",
  "transportar maletas o una bicicleta a otra ciudad",
  "recoger y devolver las llaves de un Airbnb",
  "arrancar el coche sin batería con pinzas en el garaje",
  "cambiar una rueda con pinchazo, el aceite o el filtro",
  "lavar el coche, la tapicería y los faros, pasar la ITV",
  "cadena, frenos, sillín y puesta a punto antes de la ruta",
] as const;

const ANIMALS_AND_GARDEN = [
  "cuidar gallinas, hámster, loro o caballo en agosto",
  "dar de comer a los peces, jaula y acuario",
  "paseador o residencia canina en el puente",
  "desbrozar finca, segar, podar seto, parra o palmera",
  "quitar malas hierbas, abono, maceta, riego y semillas",
  "vendimia, aceituna, naranjas, almendras y leña",
  "nido de avispas, hormigas, cucarachas o ratones",
] as const;

const FAMILY = [
  "niñera de bebés por la noche o el sábado",
  "sacar de paseo a mi abuela",
  "mi madre, mi suegra, mi tía o mi hermano",
  "señora que vive sola y le hagan la compra",
  "alzhéimer, párkinson, ceguera o sordera",
  "leerle el periódico a mi abuelo jubilado",
  "jugar al ajedrez, mus, dominó o parchís",
  "ponerle gotas, duchar, dar de cenar y acostar a un enfermo",
] as const;

const LESSONS = [
  "física, química, biología y lengua de bachillerato",
  "matemáticas, estadística y contabilidad de la ESO",
  "latín, griego, historia, filosofía y dibujo",
  "repaso de verano, mi hijo ha suspendido",
  "enseñar a leer y escribir",
  "multiplicar, dictados y dislexia",
  "aprender a nadar, patinar, conducir o tocar la batería",
  "francés, italiano, portugués, ruso o chino",
  "catalán, euskera, gallego, árabe, rumano, ucraniano",
  "sacarme el B1, B2, DELE o First",
  "logopeda, solfeo, canto y flauta",
] as const;

const MACHINES_AND_PICTURES = [
  "formatear el portátil viejo",
  "tablet u ordenador que va lento o está bloqueado",
  "router, cable, señal y contraseña del wifi en la habitación",
  "sintonizar canales, Netflix, mando, antena y altavoz",
  "pasar fotos del móvil al ordenador o a un USB",
  "cambiar batería, cargador o teclado, no se enciende",
  "antivirus, copia de seguridad y actualización",
  "hoja de Excel, PowerPoint, macros y bases de datos",
  "foto para el currículum o el carné",
  "reportaje de comunión, bautizo o cumpleaños",
  "editar un vídeo o subtítulos",
  "grabar con dron o cámara",
  "retocar una foto vieja, escanear, hacer un álbum",
  "cintas VHS, casetes y negativos a digital",
] as const;

const SEWN_AND_WRITTEN = [
  "coser un botón suelto",
  "dobladillo o bajo de un pantalón, falda, abrigo o forro",
  "modista, vestido de novia, traje de flamenca o fallera",
  "jersey, bufanda, manta, cojín y bordado",
  "tapizar silla, cabecero o butaca",
  "traducción jurada, extranjería, NIE y nacionalidad",
  "empadronamiento, pasaporte, renovar el DNI o el padrón",
  "solicitar beca, subsidio, paro o pensión",
  "papeleo de herencia, notario o testamento",
  "reclamar a la compañía de la luz o recurrir una multa",
  "revisar contrato de alquiler o de seguro",
  "corregir textos y cartas",
  "pasar apuntes o un manuscrito",
  "encuesta para mi tesis de la universidad",
  "dibujar un cartel",
  "rótulo, escaparate y tarjetas",
] as const;

const PARTIES_AND_SPORT = [
  "globos, piñata, castillo hinchable y Reyes Magos",
  "camareros, azafatas y presentador de ceremonias",
  "decorar local, escenario, mesas y guirnaldas",
  "despedida de soltera, graduación y fin de curso",
  "buscar voluntariado",
  "verbena, mercadillo o carrera popular",
  "busco bajista, cantante, coro, tenor o grupo de versiones",
  "mesa de sonido, micrófonos y maqueta",
  "pareja para sevillanas, bachata o tango",
  "salir a correr con un compañero",
  "compañero de pádel, tenis o gimnasio",
  "portero, árbitro y entrenador para un partido el domingo",
  "excursión para subir un monte",
  "senderismo, escalada o natación",
  "barbacoa, croquetas caseras, catering y menú semanal",
  "amasar pan, pasteles y conservas",
  "manicura, cejas, trenzas, tinte y buzoneo",
  "modelo para unas fotos",
  "juegos de mesa y consola",
] as const;

/** The things and people that errands are about. */
export const THINGS_OF_ERRANDS: readonly string[] = [
  ...AT_HOME,
  ...ON_THE_WAY,
  ...ANIMALS_AND_GARDEN,
  ...FAMILY,
  ...LESSONS,
  ...MACHINES_AND_PICTURES,
  ...SEWN_AND_WRITTEN,
  ...PARTIES_AND_SPORT,
];

/** How those ask who look for work, by the hour or for a summer. */
export const WORK_BY_THE_HOUR: readonly string[] = [
  "trabajo de unas horas",
  "trabajo los fines de semana o en verano",
  "trabajo de estudiante",
  "trabajo de canguro o de limpieza",
  "trabajar desde casa",
  "sin experiencia previa",
  "empleo para mayores de 50",
  "camarero, chófer, dependienta, peón, mozo o repartidor",
  "laburo, pega o temporada",
  "acabo de llegar de Colombia, Venezuela o Marruecos",
  "pagarme el alquiler o la matrícula",
  "ganar dinero rápido y honrado",
];

### Qué falló y qué hacer. Junto a un campo: una frase, en imperativo, sin punto final.

error-prefix = Error:
errors-title = { $n ->
    [one] Hay una cosa que corregir
    [2] Hay dos cosas que corregir
    [3] Hay tres cosas que corregir
    [4] Hay cuatro cosas que corregir
   *[other] Hay { $n } cosas que corregir
}

error-name-missing = Escriba su nombre completo
error-name-long = Escriba un nombre de 100 caracteres como máximo
error-name-characters = Escriba su nombre sin caracteres de control ni invisibles
error-name-letter = Escriba un nombre con al menos una letra
error-name-link = Escriba su nombre sin direcciones web
error-email-missing = Escriba su dirección de correo
error-email-shape = Escriba una dirección como nombre@example.org
error-email-domain = Revise lo que sigue a la @: allí no se puede enviar correo
error-email-reach = Escriba una dirección sin acentos ni otras letras especiales antes de la @: no podemos enviar correo a las demás
error-email-long = Escriba una dirección de correo más corta
error-line-missing = Complete esta línea
error-tags-many = Puede haber 20 etiquetas como máximo
error-notes-many = Ya hay 50 notas: borre una primero
error-tag-missing = Escriba la etiqueta
error-tag-comma = Una etiqueta no lleva coma
error-line-long = Acorte esta línea
error-line-link = Escriba esta línea sin direcciones web ni de correo
error-line-characters = Escriba esta línea sin caracteres de control ni invisibles
error-text-missing = Complete este texto
error-text-long = Acorte este texto
error-text-characters = Escriba este texto sin caracteres de control ni invisibles
error-date = Escriba una fecha
error-time = Escriba una fecha y una hora
error-language = Elija uno de los idiomas
error-color = Elija un color o escríbalo con seis cifras, por ejemplo 17603f
error-cursor = Esta página de la lista no es válida. Empiece por la primera
error-id = Esta dirección no es válida
error-choice = Elija una de las respuestas
error-slug-shape = Use de 2 a 80 letras minúsculas sin acento, números y guiones sencillos, como registros-judiciales
error-slug-taken = Otra petición ya tiene esta dirección. Elija otra
error-token = Este formulario venció. Envíelo otra vez
error-code = El código no coincide. Copie las ocho letras y números del mensaje más reciente
error-word = Esa no es la palabra del mensaje. Mire otra vez y escríbala
error-word-missing = Escriba la palabra del mensaje
error-reason-late = Confirmó hace más de una hora. Copie sus palabras, pida el enlace en «Cambiar o retirar mi firma», al pie, y envíelas desde allí
error-words-spent = Tres intentos no coincidieron. Con un mensaje nuevo puede volver a intentarlo
error-updates-missing = Elija sí o no
error-password-short = Use al menos 12 caracteres
error-password-long = Use 128 caracteres como máximo
error-password-common = Esa frase de acceso es de las primeras que se intentan adivinar. Elija otra
error-password-context = Elija una frase sin su nombre, su dirección ni el nombre de su organización
error-password-current = Esta no es su frase de acceso actual
error-password-same = Las dos frases de acceso no son iguales. Escríbalas otra vez
error-sign-in = El correo o la frase de acceso no son correctos. Revíselos e inténtelo otra vez
error-second-code = Este código no es correcto o ya se usó. Espere el siguiente y escríbalo
error-second-over = Pasó demasiado tiempo o fallaron cinco códigos. Escriba otra vez su frase de acceso

## Páginas

problem-400-title = No pudimos leer la solicitud
problem-400-text = Algo llegó dañado. Regrese, recargue la página e inténtelo otra vez.
problem-401-title = Su sesión terminó
problem-401-text = No se aceptó el formulario porque su sesión terminó. Inicie sesión en otra ventana, regrese aquí, recargue la página y envíelo otra vez.
problem-403-guard = Este formulario es de una sesión anterior. Copie lo que escribió, recargue la página y envíelo otra vez.
problem-403-origin = Este formulario se envió desde otro sitio y no lo aceptamos. Abra la página aquí y envíelo desde ella.
problem-403-title = No tiene permiso
problem-403-text = Su cuenta no tiene permiso para ver o cambiar esto. Consulte con quien sea titular de su organización.
problem-403-second-factor = Su organización pide un segundo factor a quienes ven las direcciones de quienes firman. Configúrelo en Su cuenta y vuelva.
problem-404-title = Esta página no existe
problem-404-text = Quizá la dirección esté mal escrita o la página nunca haya existido. Revise el enlace o busque entre todas las peticiones.
problem-405-title = Esto no se puede hacer aquí
problem-405-text = La página no acepta este tipo de solicitud. Regrese y use los botones de la página.
problem-404-link = Los enlaces de los mensajes solo funcionan completos, y a este le falta algo. Abra el mensaje otra vez y toque su botón, o copie la dirección entera.
problem-404-hours = Con menos de mil firmas, el número solo se da por día, para que una hora no delate quién firmó.
problem-409-title = Ya no es posible
problem-409-text = Algo cambió desde que abrió la página. Regrese, recárguela y mire otra vez.
problem-410-title = Esta página se retiró
problem-410-text = El contenido se retiró y no se puede recuperar.
problem-413-title = Es demasiado texto
problem-413-text = El formulario que envió es demasiado grande. Acorte lo que escribió y envíelo otra vez.
problem-415-title = No podemos leer este formato
problem-415-text = Envíe el formulario desde la propia página, sin comprimir y con la codificación habitual.
problem-422-title = Corrija esto, por favor
problem-422-text = Algo de lo que escribió no se puede usar así. Regrese, corríjalo y envíelo otra vez.
problem-429-title = Demasiados intentos
problem-429-text = Hubo demasiadas solicitudes desde su conexión. Espere unos minutos e inténtelo otra vez.
problem-429-sign-in = Hubo demasiados intentos. Espere un minuto y medio, o elija una frase de acceso nueva por correo.
problem-500-title = Algo falló de nuestro lado
problem-500-text = El error es nuestro, no suyo. Ya quedó registrado. Inténtelo otra vez en unos minutos.
problem-501-title = Aquí solo respondemos en JSON
problem-501-text = Esta dirección no tiene XML. Omita el formato o pida json.
problem-503-title = En este momento no podemos atender esto
problem-503-text = El sitio tiene demasiadas visitas o está en mantenimiento. Es posible que no se haya guardado lo que enviaba: envíelo otra vez en un minuto.
problem-request = Si nos escribe, mencione { $id }.
problem-home = Ver todas las peticiones

## Saving, addresses, codes

error-not-saved = No pudimos guardar su firma en este momento y todavía no cuenta. Lo que escribió sigue aquí: toque el botón otra vez dentro de un momento.
error-frame-old = El formulario llevaba mucho tiempo abierto. Lo que escribió sigue aquí: toque el botón una vez más.
error-email-suggestion = Revise la dirección de correo. ¿Quiso escribir { $email }?
error-promise-missing = Elija a qué se compromete
error-role-missing = Escriba su ocupación
error-affiliation-missing = Escriba su escuela, universidad o trabajo
error-place-missing = Escriba su ciudad o estado
error-postcode-missing = Escriba su código postal
error-country-missing = Escriba su país
error-promises-lines = Escriba aquí tantas promesas como en el idioma original de la petición, una por línea y en el mismo orden
error-promises-many = Escriba como máximo 8 promesas
error-promises-twice = La misma promesa aparece aquí dos veces
error-promise-stands = Alguien ya eligió una promesa que falta aquí. Puede moverla o cambiar sus palabras, pero no quitarla
error-names-hidden = Los nombres no pueden ser públicos si no se muestran. Permita el nombre o desmarque la casilla de abajo
error-code-often = Se probaron demasiados códigos. Use el enlace del mensaje o vuelva en diez minutos.
error-too-many-forms = Muchísimas personas están firmando desde su red. Inténtelo de nuevo en unos minutos o con otra conexión. Lo que escribió sigue aquí.
error-code-spent = El código fue incorrecto cinco veces. Use el enlace del mensaje.
error-host = Escriba el nombre de un servidor, como mastodon.social
error-remark-long = Use 500 caracteres como máximo
error-remark-characters = Escríbalo sin caracteres de control ni invisibles
error-remark-link = Escríbalo sin direcciones web ni de correo
error-nonce = La página estuvo abierta demasiado tiempo. Toque el botón otra vez.
problem-403-token = Falta el token, o aquí no abre nada.
problem-409-token = Alguien ya revocó o sustituyó este token, o ha caducado. Mire la lista.
problem-409-page-old = La página estuvo abierta demasiado tiempo, así que no se hizo nada. Regrese, recárguela e inténtelo otra vez.
problem-409-last-owner = Una organización necesita titular. Primero tiene que haber otra persona titular.
problem-409-frame-old = El formulario se envió hace más de una hora y esta página ya no lo reconoce. Con el enlace de nuestro mensaje todavía puede confirmar su firma.
problem-503-many = Muchísimas personas están usando esto desde su red. Inténtelo de nuevo en unos minutos o con otra conexión.
problem-409-form-gone = Después se envió otro formulario desde este navegador, así que aquí no se hizo nada. Recargue la página o use el enlace del mensaje.

error-domains = Escriba dominios como example.org, uno por línea
error-domains-many = Escriba como máximo 20 dominios
error-email-watched = Es posible que las personas a quienes se dirige esto puedan leer el correo de esta dirección. Use una privada o marque la casilla de abajo para usarla de todos modos
error-address-late = El formulario no está abierto ahora, así que no se puede cambiar la dirección

## What was typed into a form that was not taken

sent-again = Enviar otra vez
sent-written = Lo que escribió

## Lo que escribe el equipo organizador

error-reopen-late = Elija un último día anterior: los datos de quienes firmaron se borran el día que se les dijo
error-rewording = Todavía no se guardó nada. Elija si se corrige la ortografía o si se pide otra cosa
error-title-missing = Escriba un título
error-ask-missing = Diga en una o dos frases qué se pide
error-body-missing = Escriba el texto que se firma
error-none-published = Marque al menos un idioma: una petición abierta necesita un texto que mostrar
error-goal = Escriba un número entero a partir de 1, o deje el campo vacío
error-zone = Elija una zona horaria de la lista, por ejemplo America/Mexico_City
error-closes-past = Elija un día y una hora que aún no hayan pasado
error-closes-early = Elija un último día que sea después del primero
error-closes-gap = Esa hora no existe ese día: se adelantan los relojes. Elija otra
error-closes-keeps = Elija un último día anterior, o menos meses: a quien firmó se le dijo hasta qué día se conservan sus datos
error-keeps = Escriba un número entero de meses, de 1 a 24
error-keeps-longer = Escriba los meses actuales o menos: a quien firmó se le dijo que sus datos no se conservan más tiempo
error-founders-many = Escriba 40 organizaciones como máximo
error-kind-stands = Alguien firmó mientras tanto: el tipo ya no se puede cambiar
error-risk-stands = Ya hay personas que firmaron porque se les prometió confidencialidad: deje la casilla marcada. Para mostrar nombres, cree otra petición
error-step-day = Elija el día
error-step-words = Diga qué pasará
error-steps-many = Puede haber 12 pasos como máximo. No se pierde nada: vacíe los que no necesite y luego guarde
error-delivery-name = Escriba a quién se entrega
error-delivery-many = Puede haber 10 destinatarios como máximo. No se pierde nada: vacíe los que no necesite y luego guarde
error-delivery-day = Elija el día en que se entregó
error-delivery-future = Elija hoy o un día anterior
error-delivery-number = Escriba un número entero
error-delivery-named = No puede haber más nombres que firmas entregadas
error-delivery-sha = Escriba 64 cifras y letras de la a a la f, o déjelo vacío
error-source-name = Escriba un nombre
error-source-code = Use de 1 a 40 letras sin acentos, cifras, guiones y guiones bajos
error-source-code-signer = Elija otro código: los enlaces personales de quienes firman se parecen a este
error-source-code-taken = Otro enlace o aliado de esta petición ya tiene este código
error-sources-many = Puede haber 200 enlaces y aliados como máximo. Elimine un enlace que nadie haya usado
error-partner-name-stays = El nombre se queda: con él se preguntó a quienes firman por los correos. Agregue otro aliado
error-member-role = Falta la función
error-member-already = Esta persona ya trabaja aquí
error-invitations-many = Hoy ya se invitó a 100 personas. Mañana se puede de nuevo
error-partner-site = Escriba la dirección de un sitio, como https://example.org, una por línea
error-partner-site-http = La dirección de un sitio tiene que empezar con https://
error-partner-site-wide = El asterisco puede ir delante de un nombre que sea del aliado, como https://*.example.org
error-partner-sites-many = Escriba 20 sitios como máximo
error-no-state = Elija al menos una
error-no-column = Elija al menos una columna que quepa en la herramienta.
error-column-opt-in = Marque opt_in: sin ella, esta herramienta toma a todas las personas por quienes aceptaron.
error-no-purpose = Diga para qué es la lista.
error-no-recipient = Diga quién recibe el archivo.
error-export-busy = Ya se está preparando una lista. Inténtelo de nuevo cuando esté.
error-export-disk = El disco no admite más, así que no se pudo escribir el archivo. Quien administra este sitio puede hacer espacio.
error-export-options = Lo que eligió entonces ya no está. Elija de nuevo en «Exportar».

## Las preguntas propias del equipo organizador

error-reply = { $question } – { $said }
error-reply-missing = Responda esta pregunta
error-reply-gone = Elija otra vez: una de las respuestas ya no se ofrece
error-reply-number = Escriba un número de 15 cifras como máximo, sin espacios ni separadores de miles
error-reply-date = Escriba un día, por ejemplo 2027-05-03
error-question-label = Escriba la pregunta
error-question-purpose = Diga para qué son las respuestas: quienes firman lo leen junto a la pregunta
error-question-option = Escriba qué dice esta respuesta, o marque que se quita
error-question-means = Diga abajo si es la misma respuesta mejor dicha u otra respuesta
error-question-options-few = Ofrezca al menos dos respuestas para elegir
error-question-options-many = Puede haber 30 respuestas como máximo. No se pierde nada: vacíe las que no necesite y luego guarde
error-question-options-ever = Esta pregunta ya tuvo 100 respuestas para elegir. Empiece una pregunta nueva
error-question-options-twice = Dos respuestas dicen lo mismo. Cambie una
error-question-phone = No pedimos números de teléfono: en malas manos sirven para amenazar, y una lista de nombres no los necesita. Pregunte mejor si se aceptan correos. Si se refiere a otra cosa, dígalo con otras palabras
error-question-birth = No pedimos fechas de nacimiento: con un nombre bastan para hacerse pasar por alguien. Si la edad importa, ofrezca grupos de edad para elegir. Si se refiere a otra cosa, dígalo con otras palabras
error-question-identity = No pedimos números de documentos de identidad, pasaportes, seguros ni parecidos: sirven para robar identidades y aquí nadie puede comprobarlos. Omita la pregunta. Si se refiere a otra cosa, dígalo con otras palabras
error-question-immigration = No preguntamos por la situación migratoria ni por la nacionalidad: quien obtenga la lista puede hacer daño con ella. Omita la pregunta. Si se refiere a otra cosa, dígalo con otras palabras
error-question-risk = Donde firmar puede poner a alguien en peligro no se pregunta nada que se responda con palabras propias: ahí se escribe quién es uno y dónde trabaja. Ofrezca respuestas para elegir
error-question-gone = Esta pregunta cambió mientras tanto. Mírela otra vez
error-questions-many = Puede haber 30 preguntas como máximo. Quite una antes
error-questions-long = Puede haber 5 preguntas de texto largo como máximo. Pida un texto corto o quite una antes
error-questions-ever = Esta petición ya tuvo 100 preguntas. Vuelva a poner una de las que se quitaron

## Pictures

error-picture-missing = Elija una imagen
error-picture-again = Elija el archivo otra vez: no se pudo conservar
error-picture-large = Elija una imagen de 10 MB como máximo
error-picture-wide = Elija una imagen de 36 megapíxeles y 10 000 píxeles por lado como máximo
error-picture-small = Elija una imagen de al menos 600 píxeles de ancho y 400 de alto
error-picture-kind = Elija una imagen PNG, JPEG o WebP
error-picture-svg = No se puede usar un dibujo SVG. Guárdelo como imagen PNG y elija esa
error-picture-heic = No se pueden usar imágenes HEIC ni AVIF. Guarde una copia como JPEG y elija esa; también sirve una captura de pantalla
error-picture-cmyk = Esta imagen tiene los colores de una imprenta (CMYK). Guarde una copia en RGB y elija esa
error-picture-broken = Esta imagen está dañada o incompleta. Elija otra
error-picture-busy = Se están revisando demasiadas imágenes. Espere un minuto y elíjala otra vez
error-alt-missing = Diga qué muestra la imagen

## La configuración de una organización

error-cover-contrast = Elija un color más oscuro: entre las letras claras del título y este color hay un contraste de { $ratio } a 1, y para leerlas hace falta 4,5 a 1. El más parecido que sirve es { $color }
error-pen-contrast = Elija un color más oscuro: entre los enlaces de este color y el papel claro hay un contraste de { $ratio } a 1, y para leerlos hace falta 4,5 a 1. El más parecido que sirve es { $color }
error-languages-none = Elija al menos un idioma
error-second-own = Active primero un segundo factor en su propia cuenta. Si no, esta regla también le cerraría el paso
error-organization-name = Escriba el nombre de la organización exactamente como está escrito
error-batch-cause = Elija por qué
error-batch-note = Diga qué es
error-batch-same = Tiene que aceptarlo otra persona: lo propuso usted
error-rule-empty = Diga al menos una cosa que tengan en común: así serían todas
error-token-scopes = Marque al menos una cosa que abra.
error-token-petitions = Elija como máximo 50 peticiones de esta organización.
error-token-networks = Alguna de estas no es una red ni una dirección, o hay más de 50. Escriba una por línea, como 192.0.2.0/24.
error-token-days = Escriba un número de días de 1 a 365.
error-token-many = Hay 100 tokens que funcionan. Revoque alguno que nadie necesite.
error-webhook-url = Escriba una dirección como https://example.org/ruta, sin nombre ni contraseña
error-webhook-https = Escriba una dirección que empiece por https://
error-webhook-port = Escriba una dirección con el puerto 443 u 8443, o sin puerto
error-webhook-private = Escriba una dirección de la internet pública
error-webhook-kinds = Elija al menos un evento
error-webhook-details = Elija solo claves: su función no permite llevarse listas de firmas
error-webhook-risk = Elija solo claves: esta petición es de alto riesgo

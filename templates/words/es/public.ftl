### Páginas públicas. Una clave que termina en -html lleva marcas: solo <b> y <a>, nunca atributos.
### { $kind } es letter, pledge o petition.

site-name = Peticiones
language-name = Español
nav-skip = Ir al contenido
nav-skip-form = Ir al formulario
nav-language = Idioma
nav-menu = Menú
nav-main = Principal
title-error = Error: { $title }
yes = Sí
no = No
optional = (opcional)
print-sign-at = Firme en línea: { $address }

## Tiempo transcurrido

ago-now = ahora mismo
ago-minutes = hace { $n } min
ago-hours = { $n ->
    [one] hace { $n } hora
   *[other] hace { $n } horas
}
ago-days = { $n ->
    [one] ayer
   *[other] hace { $n } días
}
ago-months = { $n ->
    [one] hace un mes
   *[other] hace { $n } meses
}
ago-years = { $n ->
    [one] hace un año
   *[other] hace { $n } años
}

## El recuento

signed-html = { $n ->
    [one] <b>{ $n }</b> persona ha firmado
   *[other] <b>{ $n }</b> personas han firmado
}
pledged-html = { $n ->
    [one] <b>{ $n }</b> persona se ha comprometido
   *[other] <b>{ $n }</b> personas se han comprometido
}
confirmed-html = { $n ->
    [one] <b>{ $n }</b> firma confirmada hasta ahora
   *[other] <b>{ $n }</b> firmas confirmadas hasta ahora
}
signed-over-html = { $n ->
    [one] <b>{ $n }</b> persona firmó
   *[other] <b>{ $n }</b> personas firmaron
}
signed-first = Firme entre las primeras personas
to-go = { $left ->
    [one] Falta { $left } para llegar a { $goal }
   *[other] Faltan { $left } para llegar a { $goal }
}
goal-met = Meta de { $goal } alcanzada
goal-met-on = Meta de { $goal } alcanzada el { $date }
goal-why = Por qué { $goal }:
since-yesterday = { $n ->
    [one] { $n } desde ayer
   *[other] { $n } desde ayer
}
strokes = { $n ->
    [one] { $n } de { $goal } firmas
   *[other] { $n } de { $goal } firmas
}
as-of = Dato de las { $time }. Tenemos un problema técnico y la cifra puede ir con retraso.

## Una petición

eyebrow-to = { $kind ->
    [letter] Carta abierta para { $target }
    [pledge] Compromiso ante { $target }
   *[petition] Petición ante { $target }
}
eyebrow = { $kind ->
    [letter] Carta abierta
    [pledge] Compromiso
   *[petition] Petición
}
untranslated = Este texto aún no está traducido.
started-by = Iniciativa de
preview = Vista previa. Solo el equipo organizador ve esta página y todavía nadie puede firmar.
section-sign = { $kind ->
    [letter] Firme esta carta
    [pledge] Asuma este compromiso
   *[petition] Firme esta petición
}
form-title = { $kind ->
    [pledge] Haga esta promesa
   *[petition] Añada su nombre
}
form-promise = Me comprometo
promise-mark = Me comprometo:
promises-title = A qué se compromete la gente
promises-counted = { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}
form-name = Nombre completo
form-email = Correo electrónico
form-email-hint = Para un solo mensaje de confirmación. Nunca se muestra.
form-listed = Aparece junto a su nombre
form-role = Ocupación
form-affiliation = Centro de estudios o de trabajo
form-place = Localidad o región
form-about = Sobre usted
form-updates = ¿Puede { $organization } escribirle por correo electrónico sobre esta campaña?
form-updates-several = ¿Quién puede escribirle por correo electrónico sobre esta campaña?
form-updates-several-hint = Cada organización escribe solo a quien marca su casilla. Si no marca ninguna, nadie le escribe.
form-updates-founder = { $organization } puede escribirme por correo electrónico sobre esta campaña
form-public = { $shown ->
    [counted] Solo contar mi firma, sin mi nombre
    [place] { $kind ->
        [letter] Mostrarme en público y en la carta que se entregue solo como «una persona de» la localidad indicada
        [pledge] Mostrarme en público con este compromiso solo como «una persona de» la localidad indicada
       *[petition] Mostrarme en público y en la petición que se entregue solo como «una persona de» la localidad indicada
    }
    [name] { $kind ->
        [letter] Mostrar mi nombre en público y en la carta que se entregue
        [pledge] Mostrar mi nombre en público con este compromiso
       *[petition] Mostrar mi nombre en público y en la petición que se entregue
    }
   *[detail] { $kind ->
        [letter] Mostrar mi nombre, y lo que indiqué junto a él, en público y en la carta que se entregue
        [pledge] Mostrar mi nombre, y lo que indiqué junto a él, en público con este compromiso
       *[petition] Mostrar mi nombre, y lo que indiqué junto a él, en público y en la petición que se entregue
    }
}
form-public-choice = ¿Qué pueden ver de usted otras personas?
form-public-hint = Si no lo marca, su firma cuenta sin su nombre.
form-public-never = Aquí no se muestra ningún nombre: su firma cuenta sin el suyo.
form-public-always = { $shown ->
    [name] { $kind ->
        [letter] En esta carta lo que pesa son los nombres: el suyo será público, aquí y en la carta que se entregue.
        [pledge] En este compromiso lo que pesa son los nombres: el suyo será público.
       *[petition] En esta petición lo que pesa son los nombres: el suyo será público, aquí y en la petición que se entregue.
    }
   *[detail] { $kind ->
        [letter] En esta carta lo que pesa son los nombres: el suyo, y lo que indique junto a él, será público, aquí y en la carta que se entregue.
        [pledge] En este compromiso lo que pesa son los nombres: el suyo, y lo que indique junto a él, será público.
       *[petition] En esta petición lo que pesa son los nombres: el suyo, y lo que indique junto a él, será público, aquí y en la petición que se entregue.
    }
}
form-leave-empty = Deje este campo vacío
form-keeps = { $organization } conserva sus datos hasta el { $date }.
form-keeps-after = { $organization } conserva sus datos hasta { $months ->
    [one] un mes
   *[other] { $months } meses
} después del cierre.
form-privacy = Cómo usamos sus datos
form-button = { $kind ->
    [letter] Firmar la carta
    [pledge] Comprometerme
   *[petition] Firmar la petición
}
closed-title = { $kind ->
    [letter] Esta carta está cerrada
    [pledge] Este compromiso está cerrado
   *[petition] Esta petición está cerrada
}
closed-on = Se cerró el { $date }. Gracias a todas las personas que firmaron.
closed-outcome = Cómo terminó
paused-title = La recolección de firmas está en pausa
paused-text = El equipo organizador ha pausado la recolección de firmas por ahora. No se pierde ninguna firma. Vuelva más tarde, por favor.
coming-title = Todavía no se puede firmar
coming-text = { $kind ->
    [letter] Podrá firmar esta carta a partir del { $date }.
    [pledge] Podrá asumir este compromiso a partir del { $date }.
   *[petition] Podrá firmar esta petición a partir del { $date }.
}
petition-removed = El equipo organizador ha retirado esta petición.
latest-title = Últimas firmas
latest-private = Una persona que apoya
latest-place = Una persona de { $place }
latest-private-detail = Prefiere no mostrar su nombre
next-title = Qué pasará ahora
foot-contact = Escribir al equipo organizador
foot-accessibility = Accesibilidad
foot-privacy = Privacidad
foot-back = { $kind ->
    [letter] Volver a la carta
    [pledge] Volver al compromiso
   *[petition] Volver a la petición
}
foot-all = Todas las peticiones
foot-organize = Para quienes organizan

## La lista de firmantes

signers-title = Quiénes han firmado
signers-listed-html = { $listed ->
    [one] <b>{ $listed }</b> de las { $n } personas que han firmado muestra aquí su nombre. Las demás cuentan sin él.
   *[other] <b>{ $listed }</b> de las { $n } personas que han firmado muestran aquí su nombre. Las demás cuentan sin él.
}
signers-listed-few-html = { $n ->
    [one] Por ahora, <b>{ $n }</b> persona muestra aquí su nombre.
   *[other] Por ahora, <b>{ $n }</b> personas muestran aquí su nombre.
}
signers-all = Ver todos los nombres
signers-search = Buscar por nombre, ocupación, centro de estudios o de trabajo
signers-find = Buscar
signers-clear = Quitar la búsqueda
signers-groupings = Agrupar los nombres
signers-by-name = De la A a la Z
signers-by-role = Por ocupación
signers-by-affiliation = Por centro de estudios o de trabajo
signers-letters = Letras
signers-first = Primeras firmas
signers-none = Todavía nadie muestra aquí su nombre.
signers-none-found = Ningún nombre de la lista coincide con «{ $words }».
signers-no-groups = Ningún grupo tiene aún cinco nombres.
signers-cut = Coinciden más de 100 nombres. Se muestran 100; añada otra palabra para acotar la búsqueda.
signers-small-groups = No se muestran los grupos de menos de cinco nombres.
signers-pages = Páginas
signers-previous = Página anterior
signers-next = Página siguiente

## Todas las peticiones

browse-title = Peticiones abiertas
browse-none = En este momento no hay ninguna petición abierta.

## Revise su correo

check-tab = Confirme su correo
check-thanks = Gracias.
check-title = Revise su correo para terminar.
check-text-html = Hemos enviado un mensaje a <b>{ $email }</b>. Ábralo y pulse su botón. Su firma cuenta desde ese momento.
check-again = Enviarlo otra vez
check-again-done = Le enviamos el mensaje otra vez. Puede tardar hasta diez minutos; abra el más reciente.
check-again-enough = Ya hemos enviado este mensaje varias veces. Espere un poco, mire en el correo no deseado o en promociones, o use otra dirección.
check-other = Usar otra dirección
check-other-label = Nueva dirección de correo
check-other-button = Enviarlo allí
check-other-done = Hemos enviado el mensaje a la nueva dirección.
check-suggestion-html = ¿Es correcta la dirección? ¿Quería escribir <b>{ $email }</b>?
check-spam = Suele llegar en un minuto. Si no llega, busque «{ $sender }» en el correo no deseado o en promociones.
check-code-summary = Escribir el código
check-code-label = Código del mensaje
check-code-hint = Ocho letras y cifras, como abcd-2345. Las mayúsculas y los guiones no importan.
check-code-button = Contar mi firma
line-title = { $kind ->
    [letter] Su firma en la carta
    [pledge] Su firma en el compromiso
   *[petition] Su firma en la petición
}
line-pending = pendiente
line-unnamed = Cuenta sin su nombre
progress-label = Avance

## Confirmar

confirm-tab = Confirme su firma
confirm-title = Un clic y su firma cuenta
confirm-intro = { $kind ->
    [letter] Está a punto de firmar esta carta abierta. Compruebe que todo esté bien.
    [pledge] Está a punto de asumir este compromiso. Compruebe que todo esté bien.
   *[petition] Está a punto de firmar esta petición. Compruebe que todo esté bien.
}
confirm-name = Nombre
confirm-listed = Cómo aparece su firma
confirm-shown = { $shown ->
    [detail] En público, con su nombre y lo que figura junto a él
    [name] En público, solo con su nombre
    [place] En público, como una persona de { $place }
   *[counted] Cuenta sin su nombre
}
confirm-updates = Correos de { $organization }
confirm-updates-yes = Sí, sobre esta campaña
confirm-updates-no = No
confirm-button = Contar mi firma
confirm-reject = No fui yo
confirm-word = ¿Qué palabra aparece en el mensaje?
confirm-word-hint = El mensaje con el enlace contiene una palabra. Si usted la elige, sabemos que lo abrió una persona y no un programa.
confirm-code = Código del mensaje
confirm-code-hint = Dos palabras elegidas no coincidieron. En su lugar, escriba las ocho letras y cifras del mensaje.

## Firmado

signed-tab = Su firma
signed-number = { $n ->
    [one] Su firma es la número { $n }
   *[other] Su firma es la número { $n }
}
signed-on = Contada el { $date }.
signed-thanks = Gracias. Ha firmado.
signed-already-title = Ya había firmado
signed-already-text = Su firma se contó el { $date }. No hace falta nada más.
signed-already-undated = Ya tenemos su firma. No hace falta nada más.
signed-removed-title = Su firma no cuenta
signed-withdraw = Retirar mi firma
share-title = ¿Quién más debería firmar?
share-text = { $kind ->
    [letter] Los primeros días son los que más suman. Envíe esto a alguien de su profesión que pondría su nombre junto al suyo.
    [pledge] Los primeros días son los que más suman. Envíe esto a una amistad que asumiría este compromiso junto a usted.
   *[petition] Los primeros días son los que más suman. Envíe esto a una persona que pondría su nombre junto al suyo.
}
# La vía preferida primero: whatsapp sms email facebook linkedin bluesky mastodon.
share-order = whatsapp facebook email sms bluesky mastodon linkedin
share-message = He firmado «{ $title }». ¿Quién más firma? { $link }
share-subject = ¿Quién más firma?
share-whatsapp = WhatsApp
share-sms = Mensaje de texto
share-email = Correo
share-facebook = Facebook
share-linkedin = LinkedIn
share-bluesky = Bluesky
share-mastodon = Mastodon
share-sheet = Compartir
share-link = Su enlace
share-copy = Copiar
share-copied = Copiado
share-qr = Código QR de su enlace
share-beside = ¿Hay alguien a su lado?
share-scan = Que lo escanee y firme en su propio teléfono.
mastodon-title = Compartir en Mastodon
mastodon-server = Su servidor
mastodon-server-hint = Por ejemplo, mastodon.social. No lo guardamos.
mastodon-button = Ir allí

## Por qué firma la gente

why-tab = Por qué ha firmado
why-title = { $kind ->
    [pledge] ¿Por qué asume este compromiso?
   *[petition] ¿Por qué ha firmado?
}
why-label = Su motivo
why-hint = El equipo organizador lo lee primero. Si lo publica, su nombre de pila aparece al lado siempre que usted muestre su nombre. Máximo 500 caracteres, sin direcciones web.
why-button = Enviar mi motivo
why-take = Retirarlo
why-back = Volver a su firma
why-standing = { $state ->
    [typed] Guardado. El equipo organizador lo leerá cuando usted confirme desde su correo.
    [unsent] Esto se escribió antes de que usted confirmara y todavía no se ha enviado. Envíelo si es lo que quiere decir, o retírelo.
    [published] Está en la página. Si lo cambia, el equipo organizador lo leerá de nuevo primero.
    [private] El equipo organizador lo ha leído y no lo publica.
   *[waiting] Guardado. El equipo organizador lo lee antes que nadie.
}
confirm-promise = Su compromiso
signed-promise = Su compromiso:
confirm-reason = Su motivo, para que lo lea el equipo organizador
voices-title = { $kind ->
    [pledge] Por qué asumen este compromiso
   *[petition] Por qué firman
}
voices-report = Denunciar
voices-report-what = lo que dice { $name }
report-title = ¿Denunciar este motivo?
report-text = El equipo organizador lo ha leído y publicado. Si insulta o pone en peligro a alguien, o no es verdad, avísele.
report-button = Denunciarlo
reported-title = Gracias
reported-text = Hemos avisado al equipo organizador. Lo que denuncian varias personas se retira de la página hasta que se lee de nuevo.

## Retirar la firma, no fui yo, enlace caducado

withdraw-title = ¿Retirar su firma?
withdraw-text-html = Su firma dejará de contar y de aparecer en <b>{ $title }</b>, y el recuento bajará en uno.
withdraw-button = Retirar mi firma
withdraw-keep = Mantener mi firma
withdrawn-title = Su firma se ha retirado
withdrawn-text-html = Su firma ya no cuenta en <b>{ $title }</b>.
withdrawn-undo = He cambiado de opinión: cuenten mi firma
not-me-title = Gracias por avisarnos
not-me-text-html = No se ha contado nada en <b>{ $title }</b> y hemos borrado los datos que se escribieron. No volveremos a escribir a esta dirección por este asunto.
not-me-why = Alguien escribió su dirección, quizá por error.
gone-title = Este enlace ya no funciona
gone-text = Los enlaces de nuestros mensajes funcionan durante siete días. Si todavía no ha firmado, puede firmar de nuevo: bastan veinte segundos.
gone-button = Ver todas las peticiones

## Correo capturado (desarrollo)

dev-mail-title = Correo capturado
dev-mail-text = Nada sale de este equipo: estos son los mensajes que se habrían enviado.
dev-mail-none = Todavía no hay mensajes.
dev-mail-to = Para { $address }
dev-mail-links = Enlaces del mensaje
dev-mail-headers = Cabeceras
dev-mail-plain = Texto
dev-mail-source = HTML, en código
dev-mail-back = Todos los mensajes

## Badge

badge-label = firmas
badge-of = { $n } de { $goal }

## What happens next

next-today = Hoy
next-confirm = Usted confirma desde su correo.
next-close = { $kind ->
    [letter] Último día para firmar la carta.
    [pledge] Último día para asumir el compromiso.
   *[petition] Último día para firmar la petición.
}
next-from-now = A partir de ahora
next-after = Después
next-updates = El equipo organizador escribe a quienes aceptaron recibir correos.
check-your-address = la dirección que indicó

## Privacy

privacy-title = Cómo usamos sus datos
privacy-who-title = Quién los guarda
privacy-who = { $organization } guarda lo que usted escribe. Las preguntas y solicitudes se dirigen a { $contact }.
privacy-what-title = Qué se guarda
privacy-what = Su nombre, su dirección de correo, su ocupación, su centro de estudios o de trabajo y su localidad si los indicó, sus respuestas, por qué vía llegó si su enlace lo decía, su motivo si lo dijo, el texto exacto que firmó y la fecha. No se guarda ninguna dirección de red.
privacy-why-title = Para qué
privacy-why = Para contar a cada persona una sola vez y para entregar la petición. Su correo se usa para un único mensaje de confirmación y, solo si aceptó, para novedades de esta campaña. Nunca se muestra.
privacy-receives-title = Quién recibe qué
privacy-receives = El equipo organizador de { $organization } ve la lista de quienes firmaron. No se comunica nada a otros sitios.
privacy-receives-founders = Lo piden varias organizaciones. Cada una de estas recibe el nombre y el correo de quienes le dijeron que sí a ella, y de nadie más:
privacy-receives-target = La cifra y los nombres de quienes los muestran se entregan a:
privacy-kept = La lista se guarda legible en el servidor de este sitio, sin sellar: quien lo administra podría leerla. Sus registros no contienen nombres, correos ni direcciones de red.
privacy-public-title = Qué ven otras personas
privacy-public = { $listing ->
    [never] No se muestra ningún nombre: su firma cuenta sin el suyo.
    [always] En esta lista lo que pesa son los nombres: el formulario lo dice encima del botón, y el suyo se muestra en cuanto usted confirma. Se ve lo que dice el formulario y nada más.
   *[asked] Solo lo que usted eligió en el formulario y nada más. Si no eligió nada, su firma cuenta sin su nombre.
}
privacy-long-title = Por cuánto tiempo
privacy-long = Lo que escribe se borra a los siete días si no lo confirma. Una firma confirmada puede cambiarse, retirarse o borrarse mientras se conserve, con el enlace del mensaje que recibió o con «Cambiar o retirar mi firma», abajo.
privacy-keeps = Los datos de quienes firman se conservan hasta el { $date }, { $months ->
    [one] un mes
   *[other] { $months } meses
} después del último día para firmar, y se borran al terminar ese día. Puede llegar antes, si el equipo organizador cierra o acorta el plazo, pero nunca después. La cifra se queda, sin nombres.
privacy-keeps-after = Los datos de quienes firman se conservan hasta { $months ->
    [one] un mes
   *[other] { $months } meses
} después del cierre, y se borran al terminar ese día. La cifra se queda, sin nombres.
privacy-kept-until = La recolección de firmas está cerrada. Los datos de quienes firmaron se conservaron hasta el { $date } y están borrados. La cifra se queda, sin nombres.
privacy-keeps-over = La recolección de firmas está cerrada. Los datos de quienes firmaron se conservan hasta el { $date } y se borran al terminar ese día. La cifra se queda, sin nombres.
privacy-cookies-title = Cookies
privacy-cookies = Ninguna para leer. Una, durante los siete días siguientes a la firma, para que pueda confirmar con un solo clic desde el mismo navegador.

## Accessibility

accessibility-title = Accesibilidad
accessibility-aim = Estas páginas son para todas las personas: con teclado, con lector de pantalla, sin scripts, a 320 píxeles o con el texto al doble de tamaño, en claro y en oscuro. Están hechas para cumplir las WCAG 2.2, nivel AA.
accessibility-how = Cada vez que el servicio cambia, un programa revisa cada página y cada uno de sus estados en busca de fallos conocidos, y se recorre solo con el teclado el camino desde la lectura hasta la confirmación.
accessibility-limits-title = Lo que sabemos
accessibility-limits = Los textos y las imágenes que escribe el equipo organizador son suyos, igual que los logotipos de las organizaciones. Una revisión automática no lo encuentra todo: lo que encuentre una persona con lector de pantalla puede ser distinto.
accessibility-write-title = Si algo se lo impide
accessibility-write = Escriba a { $organization }, a { $contact }. Diga qué página era y con qué la leía.

## Unsubscribe

unsubscribe-title = ¿Dejar de recibir mensajes?
unsubscribe-text = No escribiremos a esta dirección durante un año, salvo que usted nos pida algo, como el enlace a su firma. La firma que haya confirmado queda como está.
unsubscribe-button = No me escriban
unsubscribed-title = No le escribiremos más
unsubscribed-text = Durante un año, esta dirección no recibirá mensajes de este sitio, salvo los que usted pida, como el enlace a su firma. La firma que haya confirmado queda como está.

## Novedades

updates-title = Novedades
updates-feed = Seguir las novedades en un canal de noticias
update-about = Novedades sobre
update-edited = modificada
update-preview = Vista previa. Esta página solo la ve el equipo organizador.
update-to-petition = Leer y firmar
update-gone = El equipo organizador ha retirado esta novedad.

## Alto riesgo

risk-leave = Salir de esta página ahora mismo
risk-way-out = Salida
risk-address = Use una dirección privada, no una que puedan leer en su trabajo o en su centro de estudios.
risk-sure = Usar esta dirección de todos modos

## Vistas previas de enlaces

og-locale = es_ES
card-signed = { $kind ->
    [pledge] { $n }+ compromisos
   *[petition] { $n }+ firmas
}
card-first = { $kind ->
    [pledge] Sea de las primeras personas en comprometerse
   *[petition] Sea de las primeras personas en firmar
}

## La propia firma

foot-own = Cambiar o retirar mi firma
signed-own = Ver o cambiar todo lo que se guarda de mí
own-title = Su firma
own-saved = Guardado. Así se muestra desde ahora.
own-standing = { $state ->
    [counted] Cuenta desde el { $date }.
    [held] Confirmada el { $date }. Está en revisión y todavía no cuenta.
    [withdrawn] Retirada. Se había confirmado el { $date }.
   *[removed] El equipo organizador la sacó del recuento. Se había confirmado el { $date }.
}
own-change = Cambiarla
own-save = Guardar los cambios
own-held = Lo que se guarda de usted
own-held-text = Esto es todo, junto con lo que ve en el formulario de arriba.
own-fact-signed = Firmada
own-fact-confirmed = Confirmada
own-fact-number = Número cuando se contó por primera vez
own-fact-language = Idioma
own-fact-text = Texto que firmó
own-fact-text-is = { $title }, versión { $n }
own-fact-source = De dónde llegó
own-fact-promise = A qué se comprometió
own-fact-reason = Por qué firmó
own-fact-share = Código de su enlace para compartir
own-fact-sorted = Se ordena en la lista como
own-fact-first = Entre las primeras firmas
own-reason = Contar por qué firmó, cambiarlo o retirarlo
own-fact-keeps = Sus datos se conservan hasta
own-fact-keeps-after = { $months ->
    [one] un mes
   *[other] { $months } meses
} después del cierre
own-consents = A qué dijo sí o no, y cuándo
own-means = { $means ->
    [own-page] en esta página
    [stop-link] con el enlace para no recibir correos
   *[form] al firmar
}
own-letters = Mensajes que se le enviaron
own-letter = { $kind ->
    [confirm] Confirme su firma
    [already] Ya había firmado
    [own] El enlace a esta página
   *[other] Mensaje
}
own-data = Descargarlo todo (JSON)
own-leave = Retirarse
own-erase = Borrar mis datos
own-erased = Los datos de esta firma se borraron: lo pidió quien firmó, o terminó el plazo de conservación. Aquí nada dice de quién era.
erase-title = ¿Borrar sus datos?
erase-text-html = Se borran su nombre, su dirección y todo lo demás que indicó en <b>{ $title }</b>. No se puede deshacer, y el enlace a su firma deja de funcionar.
erase-all-text = Borrarlo todo: el recuento baja en uno.
erase-counted-text = Borrar mis datos, pero contar mi firma: la cifra no cambia y usted cuenta como una persona sin nombre. Queda un rastro cifrado de su dirección, que no permite leerla, para que nadie cuente dos veces.
erase-all = Borrarlo todo
erase-counted = Borrar mis datos, pero contar mi firma
erase-keep = No hacer nada y volver
ask-own-title = Cambiar o retirar mi firma
ask-own-text = Escriba la dirección con la que firmó. Si ha firmado, le enviamos un enlace a una página donde puede ver todo lo que se guarda, corregirlo, elegir qué ven otras personas, retirar la firma o borrarla. No hace falta ninguna cuenta.
ask-own-email = Correo con el que firmó
ask-own-email-hint = La respuesta aquí es siempre la misma, haya firmado o no.
ask-own-button = Enviarme el enlace
ask-own-sent = Si esta dirección ha firmado, el mensaje con el enlace está en camino. Puede tardar unos minutos; mire también en el correo no deseado.

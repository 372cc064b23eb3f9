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
signed-first = Sea de las primeras personas en firmar
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
    [letter] Carta abierta a { $target }
    [pledge] Compromiso dirigido a { $target }
   *[petition] Petición a { $target }
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
    [pledge] Súmese a este compromiso
   *[petition] Agregue su nombre
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
form-email-hint = Para confirmar su firma. Nunca se muestra.
form-listed = Aparece junto a su nombre
form-role = Ocupación
form-affiliation = Escuela, universidad o trabajo
form-place = Ciudad o estado
form-postcode = Código postal
form-country = País
form-about = Sobre usted
form-unlisted = Solo lo ven quienes organizan
form-updates = ¿Puede { $organization } escribirle por correo electrónico sobre esta campaña?
form-updates-several = ¿Quién puede escribirle por correo electrónico sobre esta campaña?
form-updates-several-hint = Cada organización escribe solo a quien marca su casilla. Si no marca ninguna, nadie le escribe.
form-updates-founder = { $organization } puede escribirme por correo electrónico sobre esta campaña
# What stands beside a name, after "with my" or "with your".
listed-role = ocupación
listed-affiliation = escuela o trabajo
listed-place = ciudad
listed-details = información
form-public = { $shown ->
    [counted] Contar mi firma, pero sin mostrar mi nombre
    [place] { $kind ->
        [letter] Mostrar solo mi ciudad («Una persona de Calder Bay»), sin mi nombre, en la página de la carta y en la carta que se entregue
        [pledge] Mostrar solo mi ciudad («Una persona de Calder Bay»), sin mi nombre, en la página del compromiso
       *[petition] Mostrar solo mi ciudad («Una persona de Calder Bay»), sin mi nombre, en la página de la petición y en la petición que se entregue
    }
    [name] { $kind ->
        [letter] Mostrar mi nombre en la página de la carta y en la carta que se entregue
        [pledge] Mostrar mi nombre en la página del compromiso
       *[petition] Mostrar mi nombre en la página de la petición y en la petición que se entregue
    }
   *[detail] { $kind ->
        [letter] Mostrar mi nombre con mi { $listed } en la página de la carta y en la carta que se entregue
        [pledge] Mostrar mi nombre con mi { $listed } en la página del compromiso
       *[petition] Mostrar mi nombre con mi { $listed } en la página de la petición y en la petición que se entregue
    }
}
form-public-choice = ¿Qué pueden ver otras personas?
form-public-hint = Si no marca esta casilla, su firma cuenta, pero su nombre no se muestra.
form-public-never = Aquí no se muestra ningún nombre: su firma cuenta, pero su nombre no se muestra.
form-public-always = { $shown ->
    [name] { $kind ->
        [letter] En esta carta lo que importa son los nombres: el suyo será público, aquí y en la carta que se entregue.
        [pledge] En este compromiso lo que importa son los nombres: el suyo será público.
       *[petition] En esta petición lo que importa son los nombres: el suyo será público, aquí y en la petición que se entregue.
    }
   *[detail] { $kind ->
        [letter] En esta carta lo que importa son los nombres: el suyo será público, con su { $listed }, aquí y en la carta que se entregue.
        [pledge] En este compromiso lo que importa son los nombres: el suyo será público, con su { $listed }.
       *[petition] En esta petición lo que importa son los nombres: el suyo será público, con su { $listed }, aquí y en la petición que se entregue.
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
    [pledge] Asumir el compromiso
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
paused-text = El equipo organizador puso en pausa la recolección de firmas por ahora. No se pierde ninguna firma. Vuelva más tarde, por favor.
coming-title = Todavía no se puede firmar
coming-text = { $kind ->
    [letter] Podrá firmar esta carta a partir del { $date }.
    [pledge] Podrá asumir este compromiso a partir del { $date }.
   *[petition] Podrá firmar esta petición a partir del { $date }.
}
petition-removed-title = Esta petición se retiró
petition-removed = El equipo organizador retiró esta petición.
petition-off = Esta petición no está disponible en este momento. No se pierde ninguna firma.
reworded = { $counted ->
    [one] Ha firmado { $counted } persona; este texto, { $n }.
   *[other] Han firmado { $counted } personas; este texto, { $n }.
}
reworded-on = Lo que se pide se cambió el { $date }: vea todas las versiones.
wordings-title = Todas las versiones
wordings-text = Quien firma queda vinculado a las palabras que leyó. Cuando el equipo organizador las cambia, las anteriores siguen aquí.
wordings-from = Desde el { $date }
wordings-first = El primer texto en este idioma.
wordings-before = Estas palabras sustituyeron a otras.
wordings-mend = El equipo organizador corrigió la ortografía.
wordings-change = El equipo organizador cambió lo que se pide.
wordings-signed = { $n ->
    [0] No lo firmó nadie de quienes cuentan.
    [one] Lo firmó { $n } persona de las que cuentan.
   *[other] Lo firmaron { $n } personas de las que cuentan.
}
wordings-show = Leerlo
latest-title = Últimas firmas
latest-private = Una persona firmante
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
signers-search = Buscar por nombre, ocupación, escuela, universidad o trabajo
signers-find = Buscar
signers-clear = Quitar la búsqueda
signers-groupings = Agrupar los nombres
signers-by-name = De la A a la Z
signers-by-role = Por ocupación
signers-by-affiliation = Por escuela, universidad o trabajo
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
check-text-html = Abra el mensaje que enviamos a <b>{ $email }</b> y toque «Confirmar mi firma». Su firma cuenta desde ese momento.
check-again = Enviarlo otra vez
check-again-done = Le enviamos el mensaje otra vez, tres veces como máximo. Abra el más reciente y mire también en el correo no deseado (spam).
check-other = Usar otra dirección
check-other-label = Nueva dirección de correo
check-other-button = Enviarlo allí
check-other-done = Si su firma aún no estaba confirmada, el mensaje va ahora a la nueva dirección y el primero deja de servir.
check-suggestion-html = ¿Es correcta la dirección? ¿Quería escribir <b>{ $email }</b>?
check-spam = Suele llegar en un minuto; cuando muchas personas firman a la vez desde una misma red, puede tardar unos minutos. Si no llega, busque «{ $sender }» en el correo no deseado (spam) o en promociones. Una dirección recibe como máximo tres de estos mensajes por semana; después, «Cambiar o retirar mi firma» al pie de esta página le trae uno más.
check-forget = ¿No es usted? Olvidar estos datos aquí
check-anywhere-text = Si acaba de enviar el formulario, abra el mensaje que le enviamos y toque «Confirmar mi firma». Su firma cuenta desde ese momento.
check-anywhere-code = Confirmar con dirección y código
check-anywhere-email = La dirección de correo con la que firmó
check-code-summary = Escribir el código
check-code-label = Código del mensaje
check-code-hint = Ocho letras y números, como abcd-2345. Las mayúsculas y los guiones no importan.
check-code-button = Confirmar mi firma
line-title = { $kind ->
    [letter] Su firma en la carta
    [pledge] Su firma en el compromiso
   *[petition] Su firma en la petición
}
line-pending = pendiente
line-unnamed = Cuenta sin mostrar su nombre
progress-label = Avance

## Confirmar

confirm-tab = Confirme su firma
confirm-title = Confirme su firma
confirm-intro = { $kind ->
    [letter] Está a punto de firmar esta carta abierta. Revise que todo esté correcto.
    [pledge] Está a punto de asumir este compromiso. Revise que todo esté correcto.
   *[petition] Está a punto de firmar esta petición. Revise que todo esté correcto.
}
confirm-name = Nombre
confirm-listed = Cómo aparece su firma
confirm-shown = { $shown ->
    [detail] En público, con su nombre y lo que aparece aquí junto a él
    [name] En público, solo con su nombre
    [place] En público, como una persona de { $place }
   *[counted] Cuenta sin mostrar su nombre
}
confirm-updates = Correos de { $organization }
confirm-updates-yes = Sí, sobre esta campaña
confirm-updates-no = No
confirm-changed = El equipo organizador ha cambiado lo que se pide desde que usted rellenó el formulario. Si confirma, su firma cuenta por las palabras que leyó entonces.
confirm-changed-link = Ver todas las versiones
confirm-button = Confirmar mi firma
confirm-reject = No fui yo
confirm-word = ¿Qué palabra aparece en el mensaje?
confirm-word-hint = El mensaje con el enlace contiene una palabra. Si usted la escribe, sabemos que lo leyó una persona y no un programa.
confirm-words-spent = Tres palabras no coincidieron. Con un mensaje nuevo puede volver a intentarlo.
confirm-letter = Enviarme un mensaje nuevo
confirm-letter-sent = Va en camino un mensaje nuevo. Puede tardar unos minutos. Abra el más reciente y escriba su palabra aquí o allí.
confirm-letter-enough = Ya enviamos este mensaje varias veces. Pida uno más en «Cambiar o retirar mi firma», al pie de esta página.

## Firmado

signed-tab = Su firma
signed-number = { $n ->
    [one] Su firma es la número { $n }
   *[other] Su firma es la número { $n }
}
signed-on = Contada el { $date }.
signed-thanks = Gracias. Ya firmó.
signed-already-title = Ya había firmado
signed-already-text = Su firma se contó el { $date }. No hace falta nada más.
signed-already-undated = Ya tenemos su firma. No hace falta nada más.
signed-removed-title = Su firma no cuenta
signed-by-anybody = Si acaba de tocar «Confirmar mi firma», su firma quedó confirmada. El enlace de su mensaje dice en todo momento cómo está.
signed-forget = ¿No es usted? Olvidarlo en este navegador
settled-title = Cómo está esta firma
settled-standing = { $state ->
    [counted] Cuenta. Se confirmó el { $date }.
    [held] Se confirmó el { $date }.
    [withdrawn] Está retirada. Se había confirmado el { $date }.
   *[removed] El equipo organizador la sacó del recuento. Se había confirmado el { $date }.
}
settled-change = ¿Es suya? Para cambiarla o retirarla, pida el enlace: lo enviamos a su buzón.
signed-withdraw = Retirar mi firma
share-title = ¿Quién más debería firmar?
share-text = { $kind ->
    [letter] La mayoría firma en los primeros días. Envíe esto a alguien de su profesión que también firmaría.
    [pledge] La mayoría se suma en los primeros días. Envíe esto a una amistad que también asumiría este compromiso.
   *[petition] La mayoría firma en los primeros días. Envíe esto a una persona que también firmaría.
}
# La vía preferida primero: whatsapp sms email facebook linkedin bluesky mastodon.
share-order = whatsapp facebook email sms bluesky mastodon linkedin
share-message = Firmé «{ $title }». ¿Quién más firma? { $link }
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
mastodon-button = Ir a ese servidor

## Por qué firma la gente

why-tab = Por qué firmó
why-title = { $kind ->
    [pledge] ¿Por qué asume este compromiso?
   *[petition] ¿Por qué firmó?
}
why-label = Su motivo
why-hint = El equipo organizador lo lee primero. Si lo publica, su nombre de pila aparece al lado siempre que usted muestre su nombre. Máximo 500 caracteres, sin direcciones web.
why-button = Enviar mi motivo
why-take = Borrar mi motivo
why-back = Volver a su firma
why-standing = { $state ->
    [typed] Guardado. El equipo organizador lo leerá cuando usted confirme desde su correo.
    [unsent] Esto se escribió antes de que usted confirmara y todavía no se envió. Envíelo si es lo que quiere decir, o bórrelo.
    [published] Está en la página. Si lo cambia, el equipo organizador lo leerá de nuevo primero.
    [private] El equipo organizador lo leyó y no lo publica.
   *[waiting] Guardado. El equipo organizador lo lee antes que nadie.
}
confirm-promise = Su compromiso
signed-promise = Su compromiso:
confirm-reason = Su motivo, para que lo lea el equipo organizador
voices-title = { $kind ->
    [pledge] Por qué asumen este compromiso
   *[petition] Por qué firman
}
voices-report = Reportar
voices-report-what = lo que dice { $name }
report-title = ¿Reportar este mensaje?
report-text = El equipo organizador lo leyó y lo publicó. Si insulta o pone en peligro a alguien, o no es verdad, avísele.
report-button = Reportarlo
reported-title = Gracias
reported-text = El equipo organizador ve su reporte. Si varias personas reportan lo mismo, se le pide que lo lea otra vez; hasta que decida, sigue en la página.

## Retirar la firma, no fui yo, enlace caducado

withdraw-title = ¿Retirar su firma?
withdraw-text-html = Su firma dejará de contar y de aparecer en <b>{ $title }</b>, y el recuento bajará en uno.
withdraw-button = Retirar mi firma
withdraw-keep = Mantener mi firma
withdrawn-title = Su firma quedó retirada
withdrawn-text-html = Su firma ya no cuenta en <b>{ $title }</b>.
withdrawn-undo = Cambié de opinión: quiero que mi firma cuente
withdrawn-told = Le enviamos un mensaje por si cambia de opinión. Sirve durante 30 días.
withdrawn-untold = No enviamos ningún mensaje sobre esto, para que nadie lo encuentre. Si cambia de opinión, hágalo aquí antes de que pase un día. Después puede firmar de nuevo.
withdraw-told = Le enviamos un mensaje por si cambia de opinión, que sirve durante 30 días.
withdraw-untold = No enviamos ningún mensaje sobre esto.
back-title = ¿Quiere que su firma vuelva a contar?
back-text = Usted la retiró. Con la palabra del mensaje vuelve a contar.
back-button = Quiero que mi firma cuente
back-late = El plazo terminó: se puede durante 30 días y solo mientras se pueda firmar.
word-letter = Enviarme un mensaje nuevo con la palabra
not-me-title = Gracias por avisarnos
not-me-text-html = No se contó nada en <b>{ $title }</b> y borramos los datos que se escribieron. Durante 30 días no escribiremos a esta dirección por este asunto si la escribe otra persona.
not-me-self = ¿Quiere firmar usted? Puede hacerlo aquí.
not-me-why = Alguien escribió su dirección, quizá por error.
gone-title = Este enlace ya no funciona
gone-text = Los enlaces para confirmar una firma funcionan durante siete días, y solo si se copian completos.
gone-code = El código del mensaje también sirve: escríbalo en la página donde firmó.
gone-new = Para recibir un enlace nuevo, abra lo que firmó y elija «Cambiar o retirar mi firma» al pie de la página. Si todavía no firmó, puede firmar de nuevo: bastan veinte segundos.
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

## Privacy

privacy-title = Cómo usamos sus datos
privacy-who-title = Quién los guarda
privacy-who = { $organization } guarda lo que usted escribe. Las preguntas y solicitudes se dirigen a { $contact }.
privacy-who-alone = { $organization } guarda lo que usted escribe y no ha indicado ninguna dirección a la que escribir. Lo que se guarda sobre usted puede verlo, cambiarlo y borrarlo por su cuenta: «Cambiar o retirar mi firma», al pie de esta página, le envía el enlace.
privacy-what-title = Qué se guarda
privacy-what = Su nombre, su dirección de correo, su ocupación, su escuela, universidad o trabajo y su ciudad o estado si los indicó, sus respuestas, por qué vía llegó si su enlace lo decía, su motivo si lo dijo, el texto exacto que firmó y la fecha. No guardamos su dirección IP. Hasta que confirme, siete días como máximo, una huella cifrada dice si la misma conexión abre el enlace; de ella no se lee la dirección, y después se borra.
privacy-why-title = Para qué
privacy-why = Para contar a cada persona una sola vez y para entregar la petición. Su correo se usa para mensajes sobre su propia firma: para confirmarla y cuando se pide su enlace, un cambio o un borrado. Las novedades de esta campaña le llegan solo si aceptó. Nunca se muestra.
privacy-receives-title = Quién recibe qué
privacy-receives = El equipo organizador de { $organization } ve la lista de quienes firmaron. No se comunica nada a otros sitios.
privacy-receives-founders = Lo piden varias organizaciones. Cada una de estas recibe el nombre y el correo de quienes le dijeron que sí a ella, y de nadie más:
privacy-receives-target = La cifra y los nombres de quienes los muestran se entregan a:
privacy-kept = La lista se guarda sin cifrar en el servidor de este sitio: quien lo administra podría leerla. El programa de este sitio no anota en sus registros nombres, correos ni direcciones IP de quienes lo visitan.
privacy-public-title = Qué ven otras personas
privacy-public = { $listing ->
    [never] No se muestra ningún nombre: su firma cuenta, pero su nombre no se muestra.
    [always] En esta lista lo que importa son los nombres: el formulario lo dice encima del botón, y el suyo se muestra en cuanto usted confirma. Se ve lo que dice el formulario y nada más.
   *[asked] Solo lo que usted eligió en el formulario y nada más. Si no eligió nada, su firma cuenta, pero su nombre no se muestra.
}
privacy-long-title = Por cuánto tiempo
privacy-long = Lo que escribe se borra a los siete días si no lo confirma. Puede cambiar, retirar o borrar una firma confirmada mientras se conserve, con el enlace del mensaje que recibió o con «Cambiar o retirar mi firma», abajo.
privacy-keeps = Los datos de quienes firman se conservan hasta el { $date }, { $months ->
    [one] un mes
   *[other] { $months } meses
} después del último día para firmar, y se borran al terminar ese día. Puede llegar antes, si el equipo organizador cierra o acorta el plazo, pero nunca después. El total se conserva, sin nombres.
privacy-keeps-after = Los datos de quienes firman se conservan hasta { $months ->
    [one] un mes
   *[other] { $months } meses
} después del cierre, y se borran al terminar ese día. El total se conserva, sin nombres.
privacy-kept-until = La recolección de firmas está cerrada. Los datos de quienes firmaron se conservaron hasta el { $date } y están borrados. El total se conserva, sin nombres.
privacy-keeps-over = La recolección de firmas está cerrada. Los datos de quienes firmaron se conservan hasta el { $date } y se borran al terminar ese día. El total se conserva, sin nombres.
privacy-cookies-title = Cookies
privacy-cookies = Ninguna para leer. Dos como máximo después de firmar: una, hasta siete días, para que el mismo navegador pueda confirmar sin más preguntas, y otra, hasta una hora, para que las páginas siguientes le muestren lo que envió.

## Accessibility

accessibility-title = Accesibilidad
accessibility-aim = Queremos que todas las personas puedan usar estas páginas: con teclado, con lector de pantalla, sin scripts, a 320 píxeles o con el texto al doble de tamaño, en claro y en oscuro. Están hechas para cumplir las WCAG 2.2, nivel AA.
accessibility-how = Cada vez que el servicio cambia, un programa revisa las páginas en busca de fallos conocidos, en claro y en oscuro y en tres anchos, y se recorre solo con el teclado el camino desde la lectura hasta la confirmación.
accessibility-limits-title = Problemas conocidos
accessibility-limits = Los textos y las imágenes que escribe el equipo organizador son suyos, igual que los logotipos de las organizaciones. Una revisión automática no lo encuentra todo: lo que encuentre una persona con lector de pantalla puede ser distinto.
accessibility-write-title = Si algo se lo impide
accessibility-write = Escriba a { $organization }, a { $contact }. Diga qué página era y con qué la leía.
accessibility-write-alone = { $organization } no ha indicado ninguna dirección a la que escribir. Quizá quien le pasó esta página sepa cómo ponerse en contacto.

## Unsubscribe

unsubscribe-title = ¿Dejar de recibir novedades?
unsubscribe-text = Durante un año no enviaremos novedades a esta dirección. Seguirá llegando lo que se pida con ella: el mensaje para confirmar una firma o el enlace a la firma. La firma que haya confirmado queda como está.
unsubscribe-button = No me envíen novedades
unsubscribed-title = No le enviaremos novedades
unsubscribed-text = Durante un año, esta dirección no recibirá novedades de este sitio. Seguirá llegando lo que se pida con ella: el mensaje para confirmar una firma o el enlace a la firma. La firma que haya confirmado queda como está.

## Novedades

updates-title = Novedades
updates-feed = Seguir las novedades por RSS
update-about = Novedades sobre
update-edited = modificada
update-preview = Vista previa. Esta página solo la ve el equipo organizador.
update-to-petition = Leer y firmar
update-gone-title = Esta novedad se borró
update-gone = El equipo organizador borró esta novedad.

## Alto riesgo

risk-leave = Salir de esta página ahora
risk-way-out = Salida
risk-address = Use una dirección privada, no una que puedan leer en su trabajo, su escuela o su universidad.
risk-sure = Usar esta dirección de todos modos

## Vistas previas de enlaces

og-locale = es_ES
card-signed = { $kind ->
    [pledge] Más de { $n } compromisos
   *[petition] Más de { $n } firmas
}
card-first = { $kind ->
    [pledge] Sea de las primeras personas en sumarse
   *[petition] Sea de las primeras personas en firmar
}

## La propia firma

foot-own = Cambiar o retirar mi firma
signed-own = Ver o cambiar todo lo que se guarda de mí
own-title = Su firma
own-saved = Guardado. Donde aparece su firma, sus cambios ya están publicados.
own-again = Su firma vuelve a contar.
own-standing = { $state ->
    [counted] Cuenta desde el { $date }.
    [held] Confirmada el { $date }. Está en revisión y todavía no cuenta.
    [withdrawn] Retirada. Se había confirmado el { $date }.
   *[removed] El equipo organizador la sacó del recuento. Se había confirmado el { $date }.
}
own-change = Cambiar su firma
own-save = Guardar los cambios
own-held = Lo que guardamos de usted
own-held-text = Junto con el formulario de arriba, esto es todo.
own-fact-signed = Firmada
own-fact-confirmed = Confirmada
own-fact-number = El número de su firma
own-fact-language = Idioma
own-fact-text = Texto que firmó
own-fact-text-is = { $title }, versión { $n }
own-fact-source = De dónde llegó
own-fact-promise = A qué se comprometió
own-fact-reason = Por qué firmó
own-fact-share = Código de su enlace para compartir
own-fact-sorted = Se ordena en la lista como
own-fact-first = Entre las primeras firmas
own-reason = Decir por qué firmó, o cambiar o borrar su motivo
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
    [withdrawn] Su firma está retirada
   *[other] Mensaje
}
own-data = Descargarlo todo (JSON)
own-leave = Retirar o borrar
own-erase = Borrar mis datos
erased-title = Los datos quedaron borrados
erased-text-html = El nombre, la dirección y todo lo demás que se dio con esta firma en <b>{ $title }</b> quedaron borrados: lo pidió quien firmó, o terminó el plazo de conservación. Aquí nada dice de quién era.
erased-counts = { $state ->
    [counted] Se sigue contando, como alguien sin nombre.
   *[other] No se cuenta.
}
erase-title = ¿Borrar sus datos?
erase-text-html = Se borran su nombre, su dirección y todo lo demás que indicó en <b>{ $title }</b>. No se puede deshacer, y el enlace a su firma deja de funcionar.
erase-all-text = Borrarlo todo: el recuento baja en uno.
erase-counted-text = Borrar mis datos, pero contar mi firma: el total no cambia y usted cuenta como una persona sin nombre. Solo queda una huella cifrada, de la que no se puede obtener su dirección, para que nadie cuente dos veces.
erase-all = Borrarlo todo
erase-counted = Borrar mis datos, pero contar mi firma
erase-keep = Conservar todo y volver
erase-kept-out = El equipo organizador sacó esta firma del recuento y así se queda. Solo queda una huella cifrada, de la que no se puede obtener su dirección.
ask-own-title = Cambiar o retirar mi firma
ask-own-text = Escriba la dirección con la que firmó. Si firmó con ella, le enviamos un enlace a una página donde puede ver todo lo que guardamos, corregirlo, elegir qué ven otras personas, retirar la firma o borrarla. No necesita ninguna cuenta.
ask-own-email = Correo con el que firmó
ask-own-email-hint = Para protegerle, esta página nunca dice si una dirección firmó o no.
ask-own-button = Enviarme el enlace
ask-own-sent = Si esta dirección firmó, el mensaje con el enlace va en camino. Si su firma aún no está confirmada, el mensaje pide confirmarla. Puede tardar unos minutos, o hasta mañana si se pide por tercera vez en un día; mire también en el correo no deseado (spam).

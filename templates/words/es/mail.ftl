### Cartas. El asunto no pasa de 70 caracteres; { $title } y { $name } llegan ya recortados.
### { $kind } es letter, pledge o petition.


## Who writes where nothing may be told before a letter is opened

mail-sender-discreet = Confirmaciones

## Confirmar

mail-confirm-subject = Confirme su firma: { $title }
mail-confirm-subject-discreet = Confirme el mensaje que nos envió
mail-confirm-lead = { $name }, confirme su firma, por favor.
mail-confirm-lead-discreet = { $name }, confirme lo que nos envió.
mail-confirm-reminder = Firmó hace poco, pero su firma todavía no cuenta.
mail-confirm-button = Confirmar mi firma
mail-confirm-button-discreet = Confirmar
mail-confirm-until = El enlace funciona hasta el { $date }. Después de confirmar, muestra el estado de su firma.
mail-confirm-code = O escriba este código en la página donde firmó: { $code }
mail-confirm-word = Si la página le pide una palabra, es: { $word }
mail-confirm-code-html = O escriba este código en la página donde firmó: <b>{ $code }</b>
mail-confirm-word-html = Si la página le pide una palabra, es: <b>{ $word }</b>
mail-confirm-listed = Aparecerá así: { $line }
mail-confirm-unlisted = Su firma contará, pero su nombre no se mostrará.
mail-confirm-updates-yes = Correos con novedades: sí, de { $organizations }
mail-confirm-updates-no = Correos con novedades: no
mail-confirm-promise = Su compromiso: { $words }
mail-confirm-not-you = ¿No firmó usted? No haga nada: lo que se escribió desaparece { $days ->
    [one] en { $days } día
   *[other] a los { $days } días
}. O abra el enlace y toque «No fui yo».

## Ya contada

mail-already-subject = Ya había firmado: { $title }
mail-already-subject-discreet = No hace falta nada más
mail-already-lead = { $name }, ya había firmado. No hace falta nada más.
mail-already-lead-discreet = { $name }, ya teníamos su mensaje. No hace falta nada más.
mail-already-on = Su firma cuenta desde el { $date }. Firmar otra vez no cambia nada: cada persona cuenta una vez.
mail-already-undated = Firmar otra vez no cambia nada: cada persona cuenta una vez.
mail-already-again-discreet = Enviarlo otra vez no cambia nada.
mail-already-button = Ver o retirar mi firma
mail-already-button-discreet = Ver o retirar
mail-already-not-you = Si no fue usted quien lo intentó otra vez, no tiene que hacer nada.

## No fui yo

mail-acknowledge-subject = Lo borramos: { $title }
mail-acknowledge-lead = Gracias por avisarnos que no fue usted.
mail-acknowledge-text = Alguien escribió esta dirección en un formulario. No se contó nada y borramos lo que se escribió.
mail-acknowledge-quiet = Durante 30 días no escribiremos a esta dirección por este asunto si la escribe otra persona.

## Invitación para organizar

mail-invitation-subject = { $organization } le invita a organizar
mail-invitation-lead = { $inviter } le invita a trabajar en las peticiones de { $organization }.
mail-invitation-button = Aceptar la invitación
mail-invitation-until = El enlace funciona una sola vez, hasta el { $date }.
mail-invitation-not-you = Si no sabe por qué le invitan, no haga nada.

## Nueva frase de acceso

mail-reset-subject = Elija una nueva frase de acceso
mail-reset-lead = Alguien, probablemente usted, pidió una nueva frase de acceso para esta dirección.
mail-reset-button = Elegir una nueva frase de acceso
mail-reset-until = El enlace funciona una sola vez, durante { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
}.
mail-reset-not-you = Si no fue usted, no haga nada: su frase de acceso sigue igual.

## Se cambió la frase de acceso de una cuenta

mail-security-subject = Se cambió su frase de acceso
mail-security-passphrase = La frase de acceso de su cuenta se cambió el { $date } (UTC).
mail-security-reset = El { $date } (UTC) se eligió una nueva frase de acceso para su cuenta, con el enlace de un mensaje enviado a esta dirección.
mail-security-sessions = Se cerraron todas las demás sesiones.
mail-security-you = Si fue usted, no tiene que hacer nada.
mail-security-not-you = Si no fue usted, elija ahora una nueva frase de acceso y cambie también la contraseña de este correo: alguien podría estar leyéndolo.

## Segundo factor, códigos de recuperación, dirección de una cuenta

mail-second-on-subject = Se configuró un segundo factor
mail-second-on = El { $date } (UTC) se configuró un segundo factor para su cuenta: ahora, para entrar, hace falta un código de una aplicación.
mail-second-off-subject = Se desactivó su segundo factor
mail-second-off = El { $date } (UTC) se desactivó el segundo factor de su cuenta: para entrar basta la frase de acceso.
mail-second-taken = El { $date } (UTC) quien administra este sitio quitó el segundo factor de su cuenta: para entrar basta la frase de acceso.
mail-recovery-used-subject = Se usó un código de recuperación
mail-recovery-used = El { $date } (UTC) alguien que conocía la frase de acceso de su cuenta usó uno de sus códigos de recuperación en lugar de un código de la aplicación.
mail-recovery-new-subject = Tiene códigos de recuperación nuevos
mail-recovery-new = El { $date } (UTC) se crearon de nuevo los códigos de recuperación de su cuenta. Los anteriores ya no sirven.
mail-address-changed-subject = Se cambió la dirección de su cuenta
mail-address-from = El { $date } (UTC) su cuenta pasó a tener otra dirección. Ya no entra con esta, y los mensajes sobre la cuenta ya no llegan aquí.
mail-address-to = El { $date } (UTC) esta pasó a ser la dirección de su cuenta: desde ahora entra con ella.
mail-address-not-you = Si no fue usted, escriba cuanto antes a titulares de su organización o a quien administra este sitio.
mail-address-subject = ¿Es esta su nueva dirección?
mail-address-lead = Alguien que tiene una sesión abierta en una cuenta quiere usar esta dirección para ella.
mail-address-button = Usar esta dirección
mail-address-until = El enlace funciona una sola vez, durante una hora, en un navegador en el que tenga la sesión abierta.
mail-address-not-mine = Si no sabe nada de esto, no haga nada: no cambia nada.
mail-ended-subject = Se borró una organización de la que es titular
mail-ended = { $person } borró la organización { $organization } el { $date } (UTC). Sus borradores ya no existen y nadie trabaja para ella. Las peticiones que terminaron quedan como están.
mail-ended-not-you = Si no lo esperaba, escriba a quien lo hizo y a quien administra este sitio: aquí no se puede deshacer.
mail-place-subject = Cambió su lugar en una organización
mail-place-role = { $person } le dio otra función en { $organization } el { $date } (UTC). Ya está en vigor; en «Personas» se ve qué permite.
mail-place-owner = { $person } le hizo titular de { $organization } el { $date } (UTC). Desde ahora puede hacer allí todo.
mail-place-removed = { $person } le quitó de { $organization } el { $date } (UTC) y se cerraron todas sus sesiones. Su cuenta sigue existiendo.
mail-place-not-you = Si no lo esperaba, pregunte a quien lo hizo.
mail-list-taken-subject = Se descargó una lista de firmas
mail-list-taken = { $person } descargó una lista con direcciones de quienes firmaron con { $organization } el { $date } (UTC). En «Actividad» se ve cuál, y si ese día se descargaron más.
mail-list-taken-not-you = Si no lo esperaba, pregunte a quien lo hizo. Si se hizo con su cuenta y no fue usted, elija enseguida una frase de acceso nueva: así se cierran todas las sesiones.
mail-token-made-subject = Se creó un token: un programa puede entrar
mail-token-made = { $person } creó un token para { $organization } el { $date } (UTC). El programa que lo tenga puede hacer en nombre de { $organization } aquello para lo que se creó. En «Tokens», dentro de la configuración, se ve cuál es y se puede revocar.
mail-token-made-not-you = Si no lo esperaba, revoque el token y pregunte a quien lo creó. Si se hizo con su cuenta y no fue usted, elija enseguida una frase de acceso nueva: así se cierran todas las sesiones.
mail-by-operator = Quien administra este sitio
mail-batch-waits-subject = Una decisión sobre muchas firmas espera a otra persona
mail-batch-waits = El { $date } (UTC), { $person } propuso retener, contar o quitar muchas firmas a la vez en una petición de { $organization }. Otra persona tiene que estar de acuerdo; si nadie más puede, se hace al cabo de un día. En «Retenidas y decididas» de la petición se ve cuáles son, y se puede aceptar o detener.
mail-batch-waits-not-you = Si no lo esperaba, pregunte a quien lo hizo. Si se hizo con su cuenta y no fue usted, deténgalo y ponga enseguida una contraseña nueva: así se cierran todas las sesiones.
mail-webhook-off-subject = Un webhook se apagó
mail-webhook-off = El { $date } (UTC) se apagó el webhook de { $organization } hacia { $person }: el receptor dijo que ya no existe, o no aceptó nada en cinco días.
mail-webhook-off-now = Pregunte a quien lleva el receptor. En la página del webhook, en los ajustes de la organización, se ve qué se intentó, se puede activar y enviar otra vez lo abandonado, o eliminarlo.
mail-webhook-left-subject = Webhooks de alguien que se fue
mail-webhook-left = El { $date } (UTC), { $person } dejó de trabajar en { $organization }. Esta persona creó webhooks de la organización, que siguen avisando a otros programas de lo que pasa.
mail-webhook-left-now = Revíselos en los ajustes de la organización: elimine los que nadie necesita y dé un secreto nuevo a los demás si esta persona conocía el suyo.
mail-list-which = { $lines ->
    [one] Tiene una línea, de «{ $petition }».
   *[other] Tiene { $lines } líneas, de «{ $petition }».
}
mail-list-what-for = Finalidad: { $purpose }. El archivo es para: { $recipient }.
list-purpose = { $purpose ->
    [mailing] escribir a quienes aceptaron
    [delivery] entregar la petición
    [import] otra herramienta propia
    [checking] revisar firmas
    [archive] conservarla
   *[other] otra cosa
}

## Después de borrar los datos

mail-erased-subject = Sus datos quedaron borrados: { $title }
mail-erased-lead = Listo: borramos su nombre, su dirección y todo lo demás que nos dio.
mail-erased-text = Ya no están en la lista pública ni en lo que ven quienes organizan.
mail-erased-copies = No podemos recuperar las copias ya entregadas, por ejemplo en una carta: diríjase a quien las tenga.
mail-erased-quiet = También borramos esta dirección en cuanto salga este correo. Si alguien vuelve a firmar con ella, le avisaremos una vez al año como máximo.

## El enlace a la propia firma

mail-own-subject = Su firma: { $title }
mail-own-subject-discreet = El enlace que pidió
mail-own-lead = { $name }, este es el enlace a su firma.
mail-own-lead-discreet = { $name }, este es el enlace que pidió.
mail-own-button = Verla, cambiarla o retirarla
mail-own-not-you = Si no lo pidió usted, no haga nada: solo usted tiene el enlace.

## Después de retirar la firma

mail-withdrawn-subject = Su firma quedó retirada: { $title }
mail-withdrawn-lead = { $name }, su firma quedó retirada y ya no cuenta.
mail-withdrawn-button = Quiero que mi firma cuente
mail-withdrawn-not-you = Si la retiró usted, no tiene que hacer nada. Si no fue usted, o si cambió de opinión, puede deshacerlo hasta el { $date }.

## Después de un cambio de lo que se pide

mail-changed-subject = Cambió lo que usted firmó: { $title }
mail-changed-subject-discreet = Novedades sobre el mensaje que nos envió
mail-changed-lead = { $name }, el equipo organizador pide ahora algo distinto de lo que usted firmó.
mail-changed-text = Su firma sigue contando, para el texto que firmó. Puede leer ambos textos en la página donde firmó. Si ya no quiere que aparezca su nombre, puede retirarla.
mail-changed-button = Retirar mi firma

## A un aliado

mail-partner-subject = Lo que trajo su sitio: { $title }
mail-partner-lead = Usted es el contacto de { $partner }, que muestra el formulario de «{ $title }». Este enlace lleva a lo que llegó desde su sitio.
mail-partner-list = Entrega, una sola vez, la lista de quienes aceptaron que les escriban.
mail-partner-button = Ver lo que trajo su sitio
mail-partner-until = El enlace dura 24 horas. Si no sabe por qué recibe esto, no haga nada.

## A quien organiza, una vez al día si hay algo que contar

mail-digest-subject = Novedades de sus peticiones
mail-digest-lead = Esto es lo que pasó desde { $date } y lo que le espera.
mail-digest-site = El correo de este sitio
mail-digest-failed-all = { $n ->
    [one] No se pudo entregar { $n } mensaje. En «Correo» se ve por qué.
   *[other] No se pudieron entregar { $n } mensajes. En «Correo» se ve por qué.
}
mail-digest-unnamed = Una de sus peticiones, que los mensajes no nombran
mail-digest-first = { $n ->
    [one] Ya llegó la primera firma.
   *[other] Ya llegaron las primeras firmas: van { $n }.
}
mail-digest-goal = Se llegó a { $goal }: ya firmaron { $n } personas.
mail-digest-held = { $n ->
    [one] { $n } firma está retenida hasta que alguien decida.
   *[other] { $n } firmas están retenidas hasta que alguien decida.
}
mail-digest-reasons = { $n ->
    [one] { $n } motivo está por leer.
   *[other] { $n } motivos están por leer.
}
mail-digest-organizations = { $n ->
    [one] { $n } organización quiere aparecer en la lista.
   *[other] { $n } organizaciones quieren aparecer en la lista.
}
mail-digest-failed = { $n ->
    [one] { $n } mensaje no llegó a su buzón y ya no se intenta más.
   *[other] { $n } mensajes no llegaron a sus buzones y ya no se intenta más.
}
mail-digest-going = Los datos de todas las personas que firmaron se borran después del { $date }. Si todavía tiene que entregar la lista, hágalo antes.
mail-digest-more = { $n ->
    [one] Hay novedades de { $n } petición más.
   *[other] Hay novedades de { $n } peticiones más.
}
mail-digest-button = Ver sus peticiones
mail-digest-choose = Un mensaje así llega como mucho una vez al día. Dentro del sitio, en «Su cuenta», se elige de qué le avisamos.

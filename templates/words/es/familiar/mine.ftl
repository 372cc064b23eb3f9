### La propia firma, de tú. { $kind } es letter, pledge o petition.

withdraw-title = ¿Retirar tu firma?
withdraw-text-html = Tu firma dejará de contar y de aparecer en <b>{ $title }</b>, y el total bajará en uno.
withdrawn-title = Tu firma quedó retirada
withdrawn-text-html = Tu firma ya no cuenta en <b>{ $title }</b>.
withdrawn-told = Te enviamos un mensaje por si cambias de opinión. Su enlace sirve durante 30 días.
withdrawn-untold = No enviamos ningún mensaje sobre esto, para que nadie lo encuentre. Si cambias de opinión, deshazlo aquí antes de que pase un día. Después puedes firmar de nuevo.
withdraw-told = Te enviamos un mensaje por si cambias de opinión. Su enlace sirve durante 30 días.
back-title = ¿Quieres que tu firma vuelva a contar?
back-text = La retiraste. Con la palabra del mensaje vuelve a contar.
not-me-self = ¿Quieres firmar tú? Puedes hacerlo aquí.
not-me-why = Alguien escribió tu dirección, quizá por error.
gone-code = El código del mensaje también sirve: escríbelo en la página donde firmaste.
gone-new = Para recibir un enlace nuevo, abre lo que firmaste y elige «Cambiar o retirar mi firma» al pie de la página. Si tu firma no llegó a confirmarse, puedes firmar de nuevo: bastan veinte segundos.
unsubscribe-text = Durante un año no enviaremos novedades a esta dirección. Seguirá llegando lo que se pida con ella: el mensaje para confirmar una firma o el enlace a la firma. La firma que hayas confirmado queda como está.
unsubscribed-title = No te enviaremos novedades
unsubscribed-text = Durante un año, esta dirección no recibirá novedades de este sitio. Seguirá llegando lo que se pida con ella: el mensaje para confirmar una firma o el enlace a la firma. La firma que hayas confirmado queda como está.
own-title = Tu firma
own-saved = Guardado. Donde aparece tu firma, tus cambios ya están publicados.
own-again = Tu firma vuelve a contar.
own-change = Cambiar tu firma
own-held = Lo que guardamos de ti
own-fact-number = El número de tu firma
own-fact-text = Texto que firmaste
own-fact-source = De dónde llegaste
own-fact-promise = A qué te comprometiste
own-fact-reason = Por qué firmaste
own-fact-share = Código de tu enlace para compartir
own-reason = Decir por qué firmaste, o cambiar o borrar tu motivo
own-fact-keeps = Tus datos se conservan hasta
own-consents = A qué dijiste sí o no, y cuándo
own-mails = Mensajes que te enviamos
own-letter = { $kind ->
    [confirm] Confirma tu firma
    [already] Ya habías firmado
    [own] El enlace a esta página
    [withdrawn] Tu firma está retirada
   *[other] Mensaje
}
erase-title = ¿Borrar tus datos?
erase-text-html = Se borran tu nombre, tu dirección y todo lo demás que indicaste en <b>{ $title }</b>. No se puede deshacer, y el enlace a tu firma deja de funcionar.
erase-counted-text = Borrar mis datos, pero que mi firma cuente: el total no cambia y cuentas sin nombre. Solo queda una huella cifrada, de la que no se puede obtener tu dirección, para que nadie cuente dos veces.
erase-kept-out = El equipo organizador quitó esta firma del conteo, y eso no cambia. Solo queda una huella cifrada, de la que no se puede obtener tu dirección.
ask-own-text = Escribe la dirección con la que firmaste. Si firmaste con ella, te enviamos un enlace a una página donde puedes ver todo lo que guardamos, corregirlo, elegir qué ven otras personas, retirar la firma o borrarla. No necesitas ninguna cuenta.
ask-own-email = Correo con el que firmaste
ask-own-email-hint = Para protegerte, esta página nunca dice si una dirección firmó o no.
ask-own-sent = Si esta dirección firmó, el mensaje con el enlace va en camino. Si su firma aún no está confirmada, el mensaje pide confirmarla. Puede tardar unos minutos, o hasta mañana si lo pides por tercera vez en un día. Mira también en el correo no deseado (spam).
own-decision-answer = Si es un error, escribe a { $contact }.

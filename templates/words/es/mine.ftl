### La propia firma: verla, cambiarla, retirarla, borrarla; correo que no se quiere.
### { $kind } es letter, pledge o petition.

## Retirar la firma, no fui yo, enlace vencido

withdraw-title = ¿Retirar su firma?
withdraw-text-html = Su firma dejará de contar y de aparecer en <b>{ $title }</b>, y el total bajará en uno.
withdraw-button = Retirar mi firma
withdraw-keep = Mantener mi firma
withdrawn-title = Su firma quedó retirada
withdrawn-text-html = Su firma ya no cuenta en <b>{ $title }</b>.
withdrawn-undo = Cambié de opinión: quiero que mi firma cuente
withdrawn-told = Le enviamos un mensaje por si cambia de opinión. Su enlace sirve durante 30 días.
withdrawn-untold = No enviamos ningún mensaje sobre esto, para que nadie lo encuentre. Si cambia de opinión, deshágalo aquí antes de que pase un día. Después puede firmar de nuevo.
withdraw-told = Le enviamos un mensaje por si cambia de opinión. Su enlace sirve durante 30 días.
withdraw-untold = No enviamos ningún mensaje sobre esto.
back-title = ¿Quiere que su firma vuelva a contar?
back-text = Usted la retiró. Con la palabra del mensaje vuelve a contar.
back-button = Quiero que mi firma cuente
back-late = El plazo terminó: funciona durante 30 días y solo mientras se pueda firmar.
word-letter = Enviarme un mensaje nuevo con la palabra
not-me-title = Gracias por avisarnos
not-me-text-html = No se contó nada en <b>{ $title }</b> y borramos los datos que se escribieron. Durante 30 días no escribiremos a esta dirección por este asunto si la escribe otra persona.
not-me-self = ¿Quiere firmar usted? Puede hacerlo aquí.
not-me-why = Alguien escribió su dirección, quizá por error.
gone-title = Este enlace ya no funciona
gone-text = Los enlaces para confirmar una firma funcionan durante siete días, y solo si se copian completos.
gone-code = El código del mensaje también sirve: escríbalo en la página donde firmó.
gone-new = Para recibir un enlace nuevo, abra lo que firmó y elija «Cambiar o retirar mi firma» al pie de la página. Si su firma no llegó a confirmarse, puede firmar de nuevo: bastan veinte segundos.
gone-button = Ver todas las peticiones

## Unsubscribe

unsubscribe-title = ¿Dejar de recibir novedades?
unsubscribe-text = Durante un año no enviaremos novedades a esta dirección. Seguirá llegando lo que se pida con ella: el mensaje para confirmar una firma o el enlace a la firma. La firma que haya confirmado queda como está.
unsubscribe-button = No me envíen novedades
unsubscribed-title = No le enviaremos novedades
unsubscribed-text = Durante un año, esta dirección no recibirá novedades de este sitio. Seguirá llegando lo que se pida con ella: el mensaje para confirmar una firma o el enlace a la firma. La firma que haya confirmado queda como está.

## La propia firma

foot-own = Cambiar o retirar mi firma
signed-own = Ver o cambiar todo lo que se guarda de mí
own-title = Su firma
own-saved = Guardado. Donde aparece su firma, sus cambios ya están publicados.
own-again = Su firma vuelve a contar.
own-standing = { $state ->
    [counted] Cuenta desde el { $date }.
    [held] Confirmada el { $date }. Está en revisión y todavía no cuenta.
    [withdrawn] Retirada. Se confirmó el { $date }.
   *[removed] El equipo organizador la quitó del conteo. Se confirmó el { $date }.
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
own-fact-tags = Etiquetas que puso el equipo
own-fact-identifiers = Nombres con los que la conocen los programas del equipo
own-fact-note = Una nota del equipo
own-fact-decision = Lo que decidió el equipo
own-decision = { $act ->
    [count] Contada
    [hold] Retenida
   *[remove] Quitada
} el { $date }: { $cause }.
own-decision-answer = Si es un error, escriba a { $contact }.
own-cause = { $cause ->
    [program] el formulario parece llenado por un programa
    [invented] no es el nombre de una persona
    [twice] la misma persona firmó dos veces
    [other-person] alguien firmó en nombre de otra persona
    [abusive] el nombre ofende a alguien
    [mistake] se retuvo o se quitó por error
    [in-order] alguien la revisó y está en orden
   *[other] otro motivo
}
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
own-mails = Mensajes que se le enviaron
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
erased-text-html = El nombre, la dirección y todo lo demás que se dio con esta firma en <b>{ $title }</b> quedaron borrados: lo pidió quien firmó, o terminó el tiempo para conservarlos. Aquí nada dice de quién era.
erased-counts = { $state ->
    [counted] Sigue contando, sin nombre.
   *[other] No cuenta.
}
erase-title = ¿Borrar sus datos?
erase-text-html = Se borran su nombre, su dirección y todo lo demás que indicó en <b>{ $title }</b>. No se puede deshacer, y el enlace a su firma deja de funcionar.
erase-all-text = Borrarlo todo: el total baja en uno.
erase-counted-text = Borrar mis datos, pero que mi firma cuente: el total no cambia y usted cuenta sin nombre. Solo queda una huella cifrada, de la que no se puede obtener su dirección, para que nadie cuente dos veces.
erase-all = Borrarlo todo
erase-counted = Borrar mis datos, pero que mi firma cuente
erase-keep = Conservar todo y volver
erase-kept-out = El equipo organizador quitó esta firma del conteo, y eso no cambia. Solo queda una huella cifrada, de la que no se puede obtener su dirección.
ask-own-title = Cambiar o retirar mi firma
ask-own-text = Escriba la dirección con la que firmó. Si firmó con ella, le enviamos un enlace a una página donde puede ver todo lo que guardamos, corregirlo, elegir qué ven otras personas, retirar la firma o borrarla. No necesita ninguna cuenta.
ask-own-email = Correo con el que firmó
ask-own-email-hint = Para protegerle, esta página nunca dice si una dirección firmó o no.
ask-own-button = Enviarme el enlace
ask-own-sent = Si esta dirección firmó, el mensaje con el enlace va en camino. Si su firma aún no está confirmada, el mensaje pide confirmarla. Puede tardar unos minutos, o hasta mañana si lo pide por tercera vez en un día. Mire también en el correo no deseado (spam).

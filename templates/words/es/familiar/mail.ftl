### Cartas, de tú. El asunto no pasa de 70 caracteres; { $title } y { $name } llegan ya recortados.

mail-confirm-subject = Confirma tu firma: { $title }
mail-confirm-subject-discreet = Confirma el mensaje que nos enviaste
mail-confirm-lead = { $name }, confirma tu firma, por favor.
mail-confirm-lead-discreet = { $name }, confirma lo que nos enviaste.
mail-confirm-reminder = Firmaste hace poco, pero tu firma todavía no cuenta.
mail-confirm-until = El enlace funciona hasta el { $date }. Después de confirmar, muestra el estado de tu firma.
mail-confirm-code = O escribe este código en la página donde firmaste: { $code }
mail-confirm-word = Si la página te pide una palabra, es: { $word }
mail-confirm-code-html = O escribe este código en la página donde firmaste: <b>{ $code }</b>
mail-confirm-word-html = Si la página te pide una palabra, es: <b>{ $word }</b>
mail-confirm-listed = Aparecerás así: { $line }
mail-confirm-unlisted = Tu firma contará, pero tu nombre no se mostrará.
mail-confirm-promise = Tu compromiso: { $words }
mail-confirm-not-you = ¿No firmaste tú? No hagas nada: lo que se escribió desaparece { $days ->
    [one] en { $days } día
   *[other] a los { $days } días
}. O abre el enlace y toca «No fui yo».
mail-already-subject = Ya habías firmado: { $title }
mail-already-lead = { $name }, ya habías firmado. No hace falta nada más.
mail-already-lead-discreet = { $name }, ya teníamos tu mensaje. No hace falta nada más.
mail-already-on = Tu firma cuenta desde el { $date }. Firmar otra vez no cambia nada: cada persona cuenta una vez.
mail-already-not-you = Si no fuiste tú quien lo intentó otra vez, no tienes que hacer nada.
mail-acknowledge-lead = Gracias por avisarnos que no fuiste tú.
mail-erased-subject = Tus datos quedaron borrados: { $title }
mail-erased-lead = Listo: borramos tu nombre, tu dirección y todo lo demás que nos diste.
mail-erased-copies = No podemos recuperar las copias ya entregadas, por ejemplo en una carta: pregunta a quien las tenga.
mail-erased-quiet = También borramos esta dirección en cuanto salga este correo. Si alguien vuelve a firmar con ella, te avisaremos una vez al año como máximo.
mail-own-subject = Tu firma: { $title }
mail-own-subject-discreet = El enlace que pediste
mail-own-lead = { $name }, este es el enlace a tu firma.
mail-own-lead-discreet = { $name }, este es el enlace que pediste.
mail-own-not-you = Si no lo pediste tú, no hagas nada: solo tú tienes el enlace.
mail-withdrawn-subject = Tu firma quedó retirada: { $title }
mail-withdrawn-lead = { $name }, tu firma quedó retirada y ya no cuenta.
mail-withdrawn-not-you = Si la retiraste tú, no tienes que hacer nada. Si no fuiste tú, o si cambiaste de opinión, puedes deshacerlo hasta el { $date }.
mail-changed-subject = Cambió lo que firmaste: { $title }
mail-changed-subject-discreet = Cambió algo que firmaste
mail-changed-lead = { $name }, el equipo organizador pide ahora algo distinto de lo que firmaste.
mail-changed-text = Tu firma sigue contando, para el texto que firmaste. Puedes leer ambos textos en la página donde firmaste. Si ya no quieres que aparezca tu nombre, puedes retirarla.

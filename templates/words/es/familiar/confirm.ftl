### La página detrás del enlace del mensaje, y la que agradece y pide compartir, de tú. { $kind } es letter, pledge o petition.

confirm-tab = Confirma tu firma
confirm-title = Confirma tu firma
confirm-intro = { $kind ->
    [letter] Estás a punto de firmar esta carta abierta. Revisa que todo esté correcto.
    [pledge] Estás a punto de asumir este compromiso. Revisa que todo esté correcto.
   *[petition] Estás a punto de firmar esta petición. Revisa que todo esté correcto.
}
confirm-listed = Cómo aparece tu firma
confirm-shown = { $shown ->
    [detail] En público, con tu nombre y los datos que ves aquí
    [name] En público, solo con tu nombre
    [place] En público, como una persona de { $place }
   *[counted] Cuenta sin mostrar tu nombre
}
confirm-changed = El equipo organizador cambió lo que se pide después de que llenaste el formulario. Si confirmas, tu firma cuenta para el texto que leíste entonces.
confirm-word-hint = El mensaje con el enlace contiene una palabra. Si la escribes, sabemos que lo leyó una persona y no un programa.
confirm-words-spent = Tres intentos no coincidieron. Con un mensaje nuevo puedes volver a intentarlo.
confirm-letter-sent = Va en camino un mensaje nuevo. Puede tardar unos minutos. Abre el más reciente y escribe su palabra aquí o allí.
confirm-letter-enough = Ya enviamos este mensaje varias veces. Pide uno más en «Cambiar o retirar mi firma», al pie de esta página.
signed-tab = Tu firma
signed-stands = { $listed ->
    [yes] { $kind ->
        [letter] Tu nombre ya aparece al pie de la carta
        [pledge] Tu nombre ya aparece al pie del compromiso
       *[petition] Tu nombre ya aparece al pie de la petición
    }
   *[no] Tu firma ya cuenta
}{ $n ->
    [0] .
    [one] , junto a otra persona.
   *[other] , junto a { $n } personas más.
}
signed-thanks = Ya firmaste.
signed-stroke = El trazo más reciente es el tuyo.
signed-list = Ver tu nombre en la lista
signed-already-title = Ya habías firmado
signed-already-text = Tu firma cuenta desde el { $date }. No hace falta nada más.
signed-already-undated = Ya tenemos tu firma. No hace falta nada más.
signed-removed-title = Tu firma no cuenta
signed-by-anybody = Si acabas de tocar «Confirmar mi firma», tu firma quedó confirmada. Con el enlace de tu mensaje puedes revisarla cuando quieras.
signed-forget = ¿No eres tú? Olvidarlo en este navegador
settled-change = ¿Es tuya? Para cambiarla o retirarla, pide el enlace: te lo enviamos por correo.
share-text = { $kind ->
    [letter] La mayoría firma en los primeros días. Envía esto a alguien de tu profesión que también firmaría.
    [pledge] La mayoría se suma en los primeros días. Envía esto a una amistad que también asumiría este compromiso.
   *[petition] La mayoría firma en los primeros días. Envía esto a una persona que también firmaría.
}
share-link = Tu enlace
share-qr = Código QR de tu enlace
share-beside = ¿Hay alguien a tu lado?
mastodon-server = Tu servidor

### La página detrás del enlace del mensaje, y la que agradece y pide compartir.
### { $kind } es letter, pledge o petition.

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
    [detail] En público, con su nombre y los datos que ve aquí
    [name] En público, solo con su nombre
    [place] En público, como una persona de { $place }
   *[counted] Cuenta sin mostrar su nombre
}
confirm-updates = Correos de { $organization }
confirm-updates-yes = Sí, sobre esta campaña
confirm-updates-no = No
confirm-changed = El equipo organizador cambió lo que se pide después de que usted llenó el formulario. Si confirma, su firma cuenta para el texto que leyó entonces.
confirm-changed-link = Ver todas las versiones
confirm-button = Confirmar mi firma
confirm-reject = No fui yo
confirm-word = ¿Qué palabra aparece en el mensaje?
confirm-word-hint = El mensaje con el enlace contiene una palabra. Si usted la escribe, sabemos que lo leyó una persona y no un programa.
confirm-words-spent = Tres intentos no coincidieron. Con un mensaje nuevo puede volver a intentarlo.
confirm-letter = Enviarme un mensaje nuevo
confirm-letter-sent = Va en camino un mensaje nuevo. Puede tardar unos minutos. Abra el más reciente y escriba su palabra aquí o allí.
confirm-letter-enough = Ya enviamos este mensaje varias veces. Pida uno más en «Cambiar o retirar mi firma», al pie de esta página.

## Firmado

signed-tab = Su firma
signed-number = Firma { $n }
signed-thanks = Ya firmó.
signed-stands = { $listed ->
    [yes] { $kind ->
        [letter] Su nombre ya aparece al pie de la carta
        [pledge] Su nombre ya aparece al pie del compromiso
       *[petition] Su nombre ya aparece al pie de la petición
    }
   *[no] Su firma ya cuenta
}{ $n ->
    [0] .
    [one] , junto a otra persona.
   *[other] , junto a { $n } personas más.
}
signed-on = Cuenta desde el { $date }.
signed-stroke = El trazo más reciente es el suyo.
signed-list = Ver su nombre en la lista
signed-already-title = Ya había firmado
signed-already-text = Su firma cuenta desde el { $date }. No hace falta nada más.
signed-already-undated = Ya tenemos su firma. No hace falta nada más.
signed-removed-title = Su firma no cuenta
signed-by-anybody = Si acaba de tocar «Confirmar mi firma», su firma quedó confirmada. Con el enlace de su mensaje puede revisarla cuando quiera.
signed-forget = ¿No es usted? Olvidarlo en este navegador
settled-title = Estado de esta firma
settled-standing = { $state ->
    [counted] Cuenta. Se confirmó el { $date }.
    [held] Se confirmó el { $date }.
    [withdrawn] Está retirada. Se confirmó el { $date }.
   *[removed] El equipo organizador la quitó del conteo. Se confirmó el { $date }.
}
settled-change = ¿Es suya? Para cambiarla o retirarla, pida el enlace: se lo enviamos por correo.
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
share-by = Enviar por { $way }
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

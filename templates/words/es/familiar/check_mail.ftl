### Mientras el mensaje está en camino, de tú. { $kind } es letter, pledge o petition.

check-tab = Confirma tu correo
check-title = Revisa tu correo para terminar.
check-text-html = Abre el mensaje que enviamos a <b>{ $email }</b> y toca «Confirmar mi firma». Tu firma cuenta desde ese momento.
check-again-done = Te enviamos el mensaje otra vez, tres veces como máximo. Abre el más reciente y mira también en el correo no deseado (spam).
check-other-done = Si tu firma aún no estaba confirmada, el mensaje va ahora a la nueva dirección y el primero deja de servir.
check-suggestion-html = ¿Es correcta la dirección? ¿Quisiste escribir <b>{ $email }</b>?
check-spam = Suele llegar en un minuto. Cuando muchas personas firman a la vez desde una misma red, puede tardar unos minutos. Si no llega, busca «{ $sender }» en el correo no deseado (spam) o en promociones. Una dirección recibe como máximo tres de estos mensajes por semana. Después, pide uno más en «Cambiar o retirar mi firma», al pie de esta página.
check-forget = ¿No eres tú? Olvidar estos datos aquí
check-anywhere-text = Si acabas de enviar el formulario, abre el mensaje que te enviamos y toca «Confirmar mi firma». Tu firma cuenta desde ese momento.
check-anywhere-email = La dirección de correo con la que firmaste
line-title = { $kind ->
    [letter] Tu firma en la carta
    [pledge] Tu firma en el compromiso
   *[petition] Tu firma en la petición
}
line-unnamed = Cuenta sin mostrar tu nombre

### Mientras el mensaje está en camino.
### { $kind } es letter, pledge o petition.

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
check-suggestion-html = ¿Es correcta la dirección? ¿Quiso escribir <b>{ $email }</b>?
check-spam = Suele llegar en un minuto. Cuando muchas personas firman a la vez desde una misma red, puede tardar unos minutos. Si no llega, busque «{ $sender }» en el correo no deseado (spam) o en promociones. Una dirección recibe como máximo tres de estos mensajes por semana. Después, pida uno más en «Cambiar o retirar mi firma», al pie de esta página.
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

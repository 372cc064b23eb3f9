### La puesta en marcha: cuatro pasos desde el enlace inicial hasta la primera petición, y lo que quedó pendiente.

first-steps = Los cuatro pasos
first-step = { $step ->
    [you] Su cuenta
    [organization] Organización
    [mail] Correo
   *[petition] Primera petición
}
first-go-on = Guardar y seguir
first-later = Dejarlo para después
first-langs = Idiomas
first-langs-hint = En los que se escriben sus peticiones. Se cambian cuando haga falta en los ajustes de la organización.

first-mail-what = Cada firma se confirma desde un buzón de correo. Por eso no se publica nada hasta que el correo salga.
first-mail-untried = Nadie ha probado todavía si el correo sale. Envíese un mensaje de prueba.
first-mail-accepted = El correo sale: { $host } aceptó un mensaje.
first-mail-caught = El correo se queda en esta máquina, donde puede leerlo. Basta para probarlo todo; no le llega a nadie más.
first-mail-fails = El mensaje de prueba no se aceptó. Corrija esto y envíe otro.
first-mail-arrives = Si además llega, solo lo dice su buzón. Si no está o cayó en correo no deseado, compruebe que los registros SPF y DKIM de { $domain } nombren a { $host }: su proveedor de correo le dirá qué poner, y desde aquí no se puede ver.
first-mail-skip-warning = Puede seguir sin esto. Las peticiones quedan en borrador hasta que se acepte un mensaje de prueba.
first-mail-skip = Saltar este paso por ahora
first-mail-onward = Seguir

first-petition = Su primera petición
first-petition-button = Abrir el editor
first-example = Una carta puede ser así

## Lo que quedó pendiente

gaps-title = Falta por poner en marcha
gap-organization = Todavía no tiene ninguna organización.
gap-organization-way = Darle nombre
gap-mail-untried = Nadie ha probado si el correo sale. Hasta entonces no se puede publicar nada.
gap-mail-fails = El último mensaje de prueba no se aceptó. Hasta que se acepte uno no se puede publicar nada.
gap-mail-way = Probar el correo
gap-contact = { $organization } no tiene una dirección a la que puedan escribir quienes firman.
gap-contact-way = Indicar una
gap-petition = Todavía no tiene ninguna petición.
gap-petition-way = Empezar la primera

### Las cuentas de quienes organizan: las puertas y lo que hay detrás.

account-sign-in-title = Inicie sesión para organizar
account-to-sign-in = Ir al inicio de sesión

account-forgot-title = Elija una frase de acceso nueva
account-forgot-text = Díganos la dirección de su cuenta. Si existe, le enviamos un enlace que sirve una sola vez, durante 30 minutos.
account-forgot-button = Enviar el enlace
account-sent-title = Revise su correo
account-sent-text-html = Si <b>{ $email }</b> corresponde a una cuenta, le enviamos un mensaje con un enlace, tres veces cada tres horas como máximo. El enlace sirve una sola vez, durante 30 minutos.
account-sent-hint = ¿No llega en unos minutos? Busque en el correo no deseado (spam) o revise si la dirección está bien escrita.

account-reset-title = Elija una frase de acceso nueva
account-reset-text-html = Para la cuenta de <b>{ $email }</b>. Se cerrarán sus demás sesiones.
account-reset-button = Guardar y entrar
account-gone-title = Este enlace ya no sirve
account-gone-text = Ya se usó, ya venció o no se copió completo. Pida uno nuevo, o inicie sesión si tiene una frase de acceso.

account-set-up-title = Le damos la bienvenida
account-set-up-text = Nadie ha puesto en marcha este sitio todavía. Cuatro pasos breves llevan a la primera petición. Cada uno se guarda al momento: si lo deja a medias, vuelva a entrar y siga donde estaba.
account-set-up-button = Crear mi cuenta
account-organization = Organización
account-organization-name = Nombre de la organización
account-organization-hint = Quienes firman lo ven en cada petición y como remitente de cada mensaje.
account-contact = Dirección de contacto
account-contact-hint = Adónde puede escribir quien firma. Es pública: aparece en todas las páginas y en todos los mensajes. Mejor una dirección de la organización, no la suya personal. Si la deja vacía, no se muestra ninguna; puede cambiarla después.
account-you = Usted
account-name = Nombre completo
account-email-hint = Lo usará para entrar. Solo lo ven sus colegas.
account-new-password = Frase de acceso nueva
account-password-hint = Al menos 12 caracteres de cualquier tipo. Sirven bien cuatro palabras que no tengan nada que ver entre sí.
account-password-again = La misma, otra vez
account-current-password = Frase de acceso actual

account-invitation-title = Trabaje con { $organization }
account-invitation-text-html = Recibe la invitación como <b>{ $email }</b>, con esta función: { $role }
account-invitation-known = Ya tiene una cuenta. Acepte y después inicie sesión con su propia frase de acceso.
account-invitation-button = Aceptar
account-role-owner = titular
account-role-admin = administración
account-role-editor = edición de textos
account-role-moderator = moderación
account-role-analyst = análisis, ve los números
account-role-exporter = exportación, descarga la lista

account-browsers = { $n ->
    [one] Una sesión abierta
   *[other] { $n } sesiones abiertas
}
account-browser = Navegador
account-seen = Último uso: { $ago }
account-opened = Inicio de sesión: { $ago }
account-this-browser = Este navegador
account-unknown-browser = Navegador desconocido
account-end = Cerrar la sesión
account-end-others = Cerrar todas las demás
account-sessions-hint = Una sesión se cierra sola después de una hora sin uso y 12 horas después de entrar.

account-change-title = Cambie su frase de acceso
account-change-hint = Su sesión sigue abierta aquí y se cierra en todos los demás lugares.
account-change-button = Guardar la frase nueva

## A form that was sent after the session had ended

kept-title = Su sesión terminó
kept-text = Lo que escribió no se perdió: lo conserva esta página, pero todavía no se guardó. Inicie sesión aquí y volverá a estar en su formulario.
kept-note = Inició sesión otra vez. Lo que escribió está en el formulario y todavía no se guardó.
kept-press-title = Inició sesión otra vez
kept-press-text = Lo que eligió sigue aquí, pero todavía no se hizo nada.
kept-press-button = Enviar ahora
kept-other-title = Esto lo escribió otra persona
kept-other-text = Usted inició sesión como { $name }, y este formulario se escribió con otra cuenta. No se guardó. Si necesita el texto, cópielo de aquí.
kept-back = Volver a la consola

account-own-told = Elegir qué mensajes recibir
notices-title = De qué le avisamos
notices-text-html = Como mucho una vez al día, por la mañana, escribimos a <b>{ $email }</b> si pasó algo de esto. Ningún mensaje nombra a quienes firman.
notices-legend = Avisar cuando
notices-first = una petición tiene su primera firma
notices-goal = se llega a la meta, o a un número redondo si no hay meta
notices-decide = algo espera una decisión: firmas retenidas, motivos, organizaciones
notices-mail = hay mensajes que no llegaron y que ya no se intentan
notices-details = los datos de quienes firmaron se borran en 14 días
notices-hint = Solo se avisa de lo que su función permite ver.
notices-save = Guardar
notices-saved = Guardado.
notices-stop-title = ¿Dejar de recibir estos mensajes?
notices-stop-text = Ya no le avisaremos de lo que pasa con sus peticiones. Los mensajes que tratan de su propia cuenta siguen llegando.
notices-stop-button = No quiero avisos
notices-stopped-title = Ya no llegarán estos mensajes
notices-stopped-text = En «Su cuenta» se pueden volver a activar.
notices-stopped-to = Elegir de qué avisarme

account-own-held = Lo que guardamos de su cuenta
account-own-held-text = Un solo archivo con todo lo que este sitio guarda sobre usted como parte de un equipo: la cuenta, dónde trabaja, sesiones abiertas, enlaces enviados y lo que hizo en los últimos 24 meses.
account-own-data = Descargar todo (JSON)

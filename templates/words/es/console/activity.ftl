### Quién hizo qué: el registro de actividad de una organización.

activity-title = Registro de actividad
activity-what = Lo que ha hecho el equipo, lo más reciente primero. Nadie puede cambiar ni quitar una línea; se borran a los 24 meses.
activity-who = Quién
activity-kinds = Tipo
activity-show = Mostrar
activity-file = Descargar como tabla (CSV)
activity-all = Todo
activity-when = Cuándo (UTC)
activity-deeds = Qué
activity-before = Antes:
activity-after = Después:
activity-sides = Ver qué cambió
activity-newer = Más recientes
activity-older = Anteriores
activity-none = Aquí no se ha hecho nada todavía. La primera línea llega con la primera acción.
activity-none-such = No hay ninguna línea así.
activity-all-lines = Mostrar todas las líneas
activity-operator = Quien administra este sitio
activity-kind = { $kind ->
    [petition] Peticiones
    [signatures] Firmas y listas
    [people] Personas
    [organization] Organización
   *[account] Cuentas
}
activity-deed = { $deed ->
    [batch-counted] Decidió contar firmas retenidas o quitadas
    [batch-held] Decidió retener firmas
    [batch-removed] Decidió quitar firmas
    [batch-asked] Pidió a otra persona que aceptara una decisión sobre muchas firmas
    [batch-stopped] Detuvo una decisión sobre firmas
    [batch-back] Deshizo una decisión sobre firmas
    [signed-in] Inició sesión
    [name] Cambió su nombre
    [passphrase] Cambió la frase de acceso
    [reset] Eligió una frase de acceso nueva con un enlace recibido por correo
    [address] Cambió su dirección
    [factor-on] Activó un segundo factor
    [factor-off] Quitó un segundo factor
    [code-used] Usó un código de recuperación
    [codes] Creó nuevos códigos de recuperación
    [invited] Invitó a alguien
    [revoked] Retiró una invitación
    [joined] Aceptó una invitación
    [role] Cambió una función
    [removed] Quitó a alguien
    [handed-over] Traspasó la organización
    [left] Se fue
    [founded] Creó la organización
    [organization] Cambió lo que se dice de la organización
    [look] Cambió los colores
    [logo] Cambió el logotipo
    [beginnings] Cambió con qué empiezan las peticiones
    [rule-on] Hizo obligatorio el segundo factor
    [rule-off] Dejó de exigir el segundo factor
    [token] Creó el token
    [token-rotated] Sustituyó el token
    [token-revoked] Revocó el token
    [webhook-added] Creó un webhook
    [webhook-changed] Cambió un webhook
    [webhook-secret] Dio un secreto nuevo a un webhook
    [webhook-paused] Pausó un webhook
    [webhook-on] Activó un webhook
    [webhook-again] Hizo enviar otra vez mensajes a un webhook
    [webhook-off] Ya no recibe nada: el webhook está apagado
    [webhook-deleted] Eliminó un webhook
    [ended] Eliminó la organización
    [created] Empezó una petición
    [edited] Cambió una petición
    [wording] Cambió un texto
    [picture] Cambió la imagen
    [picture-off] Quitó la imagen
    [steps] Cambió lo que pasa después
    [delivery-plan] Cambió a quién se entrega la petición
    [delivered] Registró una entrega
    [delivery-changed] Cambió el registro de una entrega
    [delivery-back] Borró el registro de una entrega
    [questions] Cambió las preguntas del formulario
    [messages] Cambió los mensajes para compartir
    [published] Publicó
    [paused] Pausó
    [resumed] Reanudó
    [closed] Cerró
    [reopened] Volvió a abrir
    [taken-down] Retiró
    [archived] Archivó
    [unarchived] Devolvió a la lista
    [deleted] Borró un borrador
    [update] Publicó una novedad
    [update-changed] Cambió una novedad publicada
    [update-back] Retiró una novedad
    [link] Creó o renombró un enlace
    [partner] Añadió o cambió un aliado
    [partner-contact] Indicó el buzón de un aliado
    [partner-list] Descargó la lista de quienes le permiten escribir
    [source-paused] Pausó un enlace o aliado
    [source-resumed] Reanudó un enlace o aliado
    [source-deleted] Borró un enlace o aliado
    [merged] Unió variantes de instituciones o empresas
    [unmerged] Separó variantes de instituciones o empresas
    [book] Preparó un libro de firmas
    [listing] Cambió cómo aparece un nombre
    [noted] Anotó algo o cambió etiquetas de una firma
    [tagged] Puso una etiqueta a varias firmas
    [sent-link] Hizo enviar a alguien el enlace de su propia firma
    [took-held] Descargó todo lo que se guarda de alguien que firmó
    [letter] Pidió que se reenviara una confirmación
    [reasons] Decidió sobre motivos
    [endorsements] Decidió sobre una organización firmante
    [exported] Descargó la lista de firmas
    [people-read] Leyó quiénes firmaron, por primera vez ese día
   *[exported-organizations] Descargó la lista de organizaciones
}
people-may-activity = Leer el registro de actividad
activity-list = { $lines ->
    [one] Una línea. Finalidad: { $purpose }. Para: { $recipient }.
   *[other] { $lines } líneas. Finalidad: { $purpose }. Para: { $recipient }.
}

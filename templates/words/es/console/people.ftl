### Quién trabaja para una organización.

console-people = Equipo
people-title = Equipo
people-members = { $n ->
    [one] { $n } persona trabaja aquí
   *[other] { $n } personas trabajan aquí
}
people-name = Nombre
people-role = Función
people-role-name = { $role ->
    [owner] Titular
    [admin] Administración
    [editor] Edición
    [moderator] Moderación
    [analyst] Análisis
   *[exporter] Exportación
}
people-changes = Cambios
people-you = Usted
people-role-of = Función de { $name }
people-role-save = Guardar la función
people-seen = Entró por última vez { $ago }
people-seen-never = Nunca ha entrado
people-done = { $what ->
    [role] La función cambió. Ya está en vigor.
    [removed] Ya no forma parte del equipo y se cerraron todas sus sesiones.
    [handed-over] La organización cambió de manos. Usted ahora la administra.
    [revoked] La invitación se retiró. Su enlace ya no lleva a ninguna parte.
   *[invited] La invitación está en camino.
}
people-hand-over = Ceder la titularidad
people-hand-over-title = ¿Ceder { $organization } a { $name }?
people-hand-over-text = { $name } pasa a ser titular, con todos los derechos. Usted se queda en la administración y no puede deshacerlo por su cuenta.
people-remove = Quitar
people-remove-title = ¿Quitar a { $name }?
people-remove-text = Se cierran en el acto todas las sesiones de { $name }, que ya no puede hacer nada en { $organization }. Lo que hizo se queda.
people-leave = Dejar la organización
people-leave-title = ¿Dejar { $organization }?
people-leave-text = Desde ese momento no puede hacer nada en { $organization }. Si quiere volver, alguien de ahí tiene que invitarle de nuevo.
people-invited = { $n ->
    [one] { $n } invitación abierta
   *[other] { $n } invitaciones abiertas
}
people-until = Vale hasta el { $time } UTC
people-revoke = Retirar
people-invite-title = Invitar a alguien
people-invite = Enviar la invitación
people-invite-hint = Recibe un enlace que sirve una vez, durante 72 horas, solo para esta dirección y esta función.
people-rights = Qué puede hacer cada función
people-may = Derecho
people-may-numbers = Ver los números
people-may-names = Ver los nombres
people-may-addresses = Ver las direcciones de correo
people-may-list = Descargar la lista
people-may-decide = Decidir sobre firmas y razones
people-may-write = Escribir textos, enlaces y aliados
people-may-publish = Publicar, cerrar y retirar
people-may-organization = Cambiar lo que se dice de la organización
people-may-programs = Dejar entrar a programas con tokens
people-may-people = Invitar y quitar personas, cambiar funciones
people-may-owners = Nombrar y quitar titulares

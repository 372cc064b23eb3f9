### Webhooks: otros programas que se enteran de lo que pasa.

settings-webhooks = Webhooks
webhooks-what = Un webhook avisa a otro programa, como su base de contactos, de lo que pasa en sus peticiones, en cuanto pasa.
webhooks-none = Todavía no hay ningún webhook.
webhooks-many = Hay 20 webhooks, el máximo. Elimine uno para crear otro.
webhook-title = Webhook
webhook-new = Nuevo webhook
webhook-make = Crear el webhook
webhook-edit = Cambiar el webhook
webhook-edit-hint = El secreto sigue siendo el mismo, y también la lista de lo enviado. Si la dirección es otra, lo que está en espera se envía allí.
webhook-save = Guardar
webhook-deleted = El webhook se ha eliminado.
webhook-back = Todos los webhooks
webhook-where = Adónde
webhook-hears = Qué recibe
webhook-stands = Estado
webhook-many-kinds = { $n ->
    [one] { $n } evento
    [many] { $n } de eventos
   *[other] { $n } eventos
}
webhook-url = Dirección del receptor
webhook-url-hint = Empieza por https:// y está en la internet pública, puerto 443 u 8443.
webhook-kinds = Eventos
webhook-kinds-hint = De qué se avisa al receptor. Todo va firmado con un secreto que se muestra una sola vez.
webhook-kind = { $kind ->
    [signature-created] Alguien confirmó una firma desde su correo
    [signature-confirmed] Una firma cuenta
    [signature-withdrawn] Una firma ya no cuenta
    [petition-published] Se publica una petición
    [petition-updated] Se cambia una petición
    [petition-closed] Se cierra una petición
    [petition-goal_reached] Se alcanza la meta
    [petition-milestone_reached] Se alcanza un número redondo de firmas: 100, 200… 1000, 2000…
    [person-subscribed] Alguien permite que le escriban
    [unsubscribe-created] Alguien ya no quiere que le escriban
    [person-erased] Alguien borró sus datos
   *[export-ready] Una lista grande está lista
}
webhook-petition = Petición
webhook-every-petition = Todas las peticiones
webhook-format = Qué recibe sobre quienes firman
webhook-format-hint = Cada vez salen datos de quienes firman. En las peticiones de alto riesgo solo salen claves, se elija lo que se elija aquí.
webhook-format-long = { $format ->
    [full] Datos: nombre, correo electrónico y lo demás que hayan rellenado
    [osdi] Datos, en la forma en que los envía Action Network
   *[thin] Solo claves: el receptor pide más si se le permite
}
webhook-format-short = { $format ->
    [full] con datos
    [osdi] con datos, como Action Network
   *[thin] solo claves
}
webhook-state = { $state ->
    [on] Activo
    [paused] En pausa: lo que pasa queda en espera
    [gone] Apagado: el receptor dijo que ya no existe
   *[failing] Apagado: el receptor no aceptó nada en cinco días
}
webhook-secret-title = El secreto del webhook
webhook-secret-text = Entréguelo ahora al programa en { $host }: no se vuelve a mostrar. Con él, el programa comprueba que un mensaje viene de aquí.
webhook-secret-both = El secreto anterior sigue valiendo un día junto a este, para que no se pierda nada mientras tanto.
webhook-secret-onward = Ya lo tengo: seguir
webhook-about = Sobre el webhook
webhook-waits = Mensajes
webhook-numbers = { $waiting } en espera, { $failed } abandonados
webhook-secrets = Secreto
webhook-two-secrets = Dos secretos firman hasta el { $date } (UTC).
webhook-fails = El receptor no acepta nada desde el { $date } (UTC). Lo que pasa queda en espera. A los cinco días, el webhook se apaga.
webhook-test = Enviar una prueba
webhook-pause = Pausar
webhook-turn-on = Activar
webhook-renew = Nuevo secreto
webhook-again = Enviar otra vez
webhook-again-all = Enviar otra vez todo lo abandonado
webhook-delete = Eliminar el webhook
webhook-delete-title = ¿Eliminar este webhook?
webhook-delete-text = El programa en { $host } no se entera de nada más. También se borra lo que está en espera, y el registro. No se puede deshacer.
webhook-done = { $what ->
    [test] Va una prueba en camino: vuelva a cargar la página para ver qué pasó.
    [on] El webhook está activo.
    [paused] El webhook está en pausa. Lo que pasa queda en espera.
    [changed] El webhook se ha cambiado. Lo que está en espera va a la dirección que figura aquí.
   *[again] Se envía otra vez.
}
webhook-log = Lo enviado
webhook-log-hint = Se guarda 30 días. De lo que respondió el receptor solo se guarda el código de estado.
webhook-log-all = Mostrar todo
webhook-log-failed = Mostrar solo lo abandonado
webhook-log-none = Todavía nada.
webhook-when = Cuándo
webhook-what = Evento
webhook-delivery = { $state ->
    [waiting] En espera
    [taken] Aceptado
   *[given-up] Abandonado
}
webhook-due = Próximo intento: { $date } (UTC)
webhook-failure = { $why ->
    [name] no se encontró el servidor
    [private] el servidor no está en la internet pública
    [connection] sin conexión
    [tls] sin conexión segura: revise el certificado
    [late] no respondió a tiempo
    [secret] no hay con qué firmar: cree un secreto nuevo
   *[broken] se cortó la conexión
}
webhook-millis = { $n } ms

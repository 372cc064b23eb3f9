### Las páginas de quien lleva este sitio.

account-operator = Lleva este sitio
operator-menu = Este sitio
operator-health = Estado
operator-organizations = Organizaciones
operator-mail = Correo
operator-reports = Reportes de páginas
operator-events = Eventos

## Estado

operator-health-what = { $n ->
    [0] No hay nada que hacer.
    [one] Hay { $n } asunto que atender.
   *[other] Hay { $n } asuntos que atender.
}
operator-findings = Cómo está este sitio
operator-ready = Lo que lee un balanceador de carga
operator-verdict = { $verdict ->
    [wrong] Atender ya
    [soon] Atender pronto
    [unknown] No se puede saber desde aquí
   *[fine] Nada que hacer
}
operator-about = { $what ->
    [writes] Escritura
    [workers] Procesos internos
    [keeper] Tareas de fondo
    [mail] Envío de correo
    [queue] Cola de mensajes
    [database] Base de datos
    [space] Disco
    [backup] Copia de seguridad
    [backups] Copias automáticas
    [held] Correo tras restaurar
    [certificate] Certificado
    [proxies] Proxy
    [settings] Ajustes
    [files] Archivos
    [secrets] Claves
    [clock] Reloj
    [reach] Dirección
    [relay] Servidor de envío
    [spf] SPF
    [dkim] DKIM
    [dmarc] DMARC
    [ptr] Nombre de la dirección
   *[program] Programa
}
operator-writes = La base de datos acepta escrituras.
operator-writes-not = { $why ->
    [full] La base de datos no acepta escrituras: su disco está lleno. Nadie puede firmar hasta que haya espacio; después sigue sola.
    [fault] La base de datos no acepta escrituras: su disco da errores. Conviene revisar el disco y tener a mano una copia de seguridad.
    [read-only] La base de datos solo se puede leer: es una réplica o está montada así. Nadie puede firmar hasta que eso cambie.
   *[other] La base de datos no responde. Nadie puede firmar hasta que vuelva; el registro del programa dice más.
}
operator-workers = Todos los procesos internos están en marcha.
operator-worker-ended = El proceso { $name } ha terminado. El programa termina con él y se vuelve a iniciar; hay que hacer llegar a quienes lo mantienen las líneas anteriores del registro.
operator-worker-seen = En marcha { $ago }.
operator-worker-unseen = No se ha visto desde el inicio. Si sigue así dentro de un minuto, hay que reiniciar el programa.
operator-worker-silent = Se vio por última vez { $ago }: está bloqueado. Hay que reiniciar el programa y contar a quienes lo mantienen qué dice el registro.
operator-mail-in-time = Ningún mensaje pendiente lleva más de cinco minutos esperando.
operator-mail-late = Hay mensajes pendientes que llevan más de cinco minutos esperando. La página del correo dice por qué.
operator-database-file = SQLite en un solo archivo, { $size }. Último paso del esquema: { $schema }.
operator-database-server = PostgreSQL, { $size }. Último paso del esquema: { $schema }.
operator-database-away = La base de datos no responde: no se puede decir cuánto ocupa ni cuándo se copió por última vez.
operator-space = Quedan libres { $free } de { $all } donde está la carpeta de datos.
operator-space-little = Solo quedan libres { $free } de { $all } donde está la carpeta de datos. Hay que hacer espacio antes de que deje de escribirse.
operator-space-unknown = No se puede decir cuánto espacio queda donde está la carpeta de datos.
operator-space-server = Desde aquí no se ve cuánto le queda a la máquina de la base de datos.
operator-backup = La copia de seguridad más reciente se hizo { $ago }.
operator-backup-old = La copia de seguridad más reciente se hizo { $ago }. Hay que hacer una ahora y ver por qué no se hace una cada día.
operator-backup-none = No se ha hecho ninguna copia con «undersigned backup». Hay que hacer una, guardarla en otra máquina y guardar aparte el archivo de claves. Si la base de datos se copia de otra manera, conviene comprobar que de verdad ocurre.
operator-backups-trouble = { $why ->
    [full] No se pudo hacer la última copia de seguridad: no queda espacio donde se guardan las copias.
    [read-only] No se pudo hacer la última copia de seguridad: no se puede escribir donde se guardan las copias.
    [fault] No se pudo hacer la última copia de seguridad: el disco donde se guardan las copias da errores o no admite un archivo tan grande.
    [missing] No se pudo hacer la última copia de seguridad: la carpeta de las copias no existe. Puede que su disco no esté montado.
    [hook] La última copia de seguridad se hizo, pero falló el programa que se ejecuta después: puede que no haya salido de esta máquina.
   *[other] No se pudo hacer la última copia de seguridad; el registro del programa dice por qué.
} Se empezó { $ago }.
operator-mail-held = Esta base de datos se restauró { $ago } y no sale ningún mensaje hasta que alguien ejecute «undersigned mail release» en el servidor: lo que espera quizá se envió hace tiempo.
operator-https = El certificado vale hasta el { $date } y se renueva solo, o cuando cambian sus archivos.
operator-https-ends = El certificado solo vale hasta el { $date }. Hay que ver por qué nada lo renueva: desde entonces, el navegador advertirá a las visitas de que no entren.
operator-https-none = Aún no hay certificado: se está emitiendo. Nadie puede entrar en el sitio hasta que lo haya.
operator-https-refused = { $why ->
    [away] No se puede contactar con la autoridad que lo emite.
    [too-many] La autoridad que lo emite no admite por ahora más peticiones para este nombre.
    [not-ours] La autoridad que lo emite no encuentra este servidor bajo el nombre: el nombre debe apuntar aquí y el puerto 443 debe estar abierto.
    [name] La autoridad no emite certificados para este nombre; puede que un registro CAA designe a otra.
    [disk] El certificado no se puede guardar en la carpeta de datos.
   *[other] La autoridad lo rechaza; sus palabras están en el registro del programa.
} Se vuelve a intentar el { $at } UTC.
operator-proxies = No se ha encontrado ningún proxy que oculte la dirección de las visitas.
operator-program = Undersigned { $version }, en marcha desde el { $since } UTC ({ $ago }).
operator-megabytes = { $n } MB
operator-gigabytes = { $n } GB
operator-instance = Los procesos internos, los proxies y el tiempo en marcha son los de la instancia que responde; si hay varias, cada una tiene los suyos.

## Organizaciones

operator-organizations-what = Solo números: lo que escriben y quién firma es asunto suyo.
operator-organizations-newest = Primero las más recientes
operator-organizations-none = Todavía no hay ninguna organización aquí.
operator-organization = Organización
operator-members-what = Personas
operator-members = { $n ->
    [0] nadie
    [one] { $n } persona
   *[other] { $n } personas
}, { $owners ->
    [0] sin titular
    [one] { $owners } titular
   *[other] { $owners } titulares
}
operator-petitions-what = Peticiones
operator-petitions = { $state ->
    [draft] { $n ->
        [one] { $n } borrador
       *[other] { $n } borradores
    }
    [open] { $n ->
        [one] { $n } abierta
       *[other] { $n } abiertas
    }
    [closed] { $n ->
        [one] { $n } cerrada
       *[other] { $n } cerradas
    }
   *[removed] { $n ->
        [one] { $n } retirada
       *[other] { $n } retiradas
    }
}
operator-petitions-none = ninguna
operator-counted = Firmas contadas
operator-seen = Última visita
operator-seen-never = nunca

## Correo

operator-relay = El correo sale por { $host }, puerto { $port }, { $security ->
    [starttls] cifrado (STARTTLS).
    [tls] cifrado (TLS).
   *[none] sin cifrar: el servidor de envío está en esta máquina o en una red privada.
}
operator-relay-captured = El correo se queda en esta máquina y no le llega a nadie. Para enviarlo, hay que nombrar un servidor de envío en el ajuste «mail».
operator-sender = Se envía como { $email }.
operator-due = En espera, pendientes ya
operator-oldest = El más antiguo entró { $ago }
operator-queue-empty = No hay nada en espera
operator-later = En espera, para más tarde
operator-later-what = Les llegará el turno, o se vuelve a intentar
operator-accepted = El servidor de envío aceptó el último
operator-accepted-never = nunca
operator-put-off = Intentados, y se volverá a intentar
operator-failed = { $n ->
    [one] Abandonados en un día
   *[other] Abandonados en { $n } días
}
operator-failed-none = No se abandonó ningún mensaje.
operator-messages = { $n ->
    [one] { $n } mensaje
   *[other] { $n } mensajes
}
operator-trouble = { $trouble ->
    [away] No se pudo llegar al servidor de envío, o dejó de responder. Hay que ver si está en marcha y si el ajuste «mail» nombra bien el servidor y el puerto.
    [credentials] El servidor de envío no aceptó el usuario y la contraseña, o los pide. Hay que corregirlos en el ajuste «mail».
    [sender] El servidor de envío ya no deja pasar a este servidor o a su dirección remitente. Hay que preguntar a quien lo lleva qué remitentes acepta.
    [policy] Un proveedor de correo no quiere mensajes de este dominio. Hay que revisar SPF, DKIM y DMARC del dominio remitente.
    [mailbox] El buzón no existe, o su servidor no lo acepta. Unos pocos son normales: la gente se equivoca al escribir su dirección.
    [later] El servidor del buzón pidió volver más tarde, y tampoco entonces lo aceptó. Unos pocos son normales.
    [message] El servidor no aceptó el mensaje en sí. Si se repite, hay que avisar a quienes mantienen el programa.
    [unclear] La conexión se cortó después de entregar el mensaje: no se sabe si salió.
   *[other] El registro del programa dice más.
}
operator-code = La respuesta fue { $code }.
operator-test = Hacer una prueba
operator-test-what = Va un mensaje a { $email }, por el camino de todos: a la cola, al servidor de envío y al buzón.
operator-test-button = Enviarme un mensaje de prueba
operator-test-many = Se pidieron varios mensajes de prueba en pocos minutos. Hay que esperar dos minutos para pedir el siguiente.
operator-test-waits = El mensaje de prueba espera su envío. Por lo general tarda segundos.
operator-test-put-off = El mensaje de prueba todavía no se pudo entregar. Se vuelve a intentar el { $time } UTC, o en cuanto vuelva el servidor de envío.
operator-test-taken = El servidor de envío aceptó el mensaje de prueba el { $time } UTC (respuesta { $code }). Falta ver si llega, y a qué carpeta.
operator-test-failed = El mensaje de prueba fue rechazado y no se vuelve a intentar.
operator-test-skipped = El mensaje de prueba no se envió: este buzón recibió demasiados en una hora, o se borró de este sitio.
operator-test-again = Mirar otra vez

## Reportes de páginas

operator-reports-open = { $n ->
    [0] No hay nada pendiente.
    [one] Hay { $n } reporte pendiente.
   *[other] Hay { $n } reportes pendientes.
}
operator-reports-what = Se guardan medio año. Un reporte no oculta nada por sí solo, y no se dice a quienes organizan quién lo envió.
operator-reports-none = Nadie ha reportado una página en medio año.
operator-report-open = Pendiente
operator-report-dealt = Atendido el { $time } UTC
operator-report-about = Sobre
operator-report-site = Sobre una página del sitio que no es de ninguna petición
operator-report-hidden = una petición que no se muestra
operator-report-answer = Quiere una respuesta en
operator-report-no-answer = No dejó ninguna dirección.
operator-report-note = Nota propia
operator-report-deal = Atendido
operator-report-save = Guardar la nota
operator-report-reopen = Volver a dejarlo pendiente

## Eventos

operator-events-what = Donde muchas personas firman a la vez desde una misma red, como en un aula, sus mensajes salen a sesenta por minuto en lugar de veinte. Todas las instancias lo tienen en cuenta en diez segundos.
operator-events-running = { $n ->
    [0] Ningún evento
    [one] { $n } evento
   *[other] { $n } eventos
}
operator-events-none = No hay ninguna red nombrada.
operator-event-network = Red
operator-event-network-hint = Como 192.0.2.0/24 o 2001:db8::/48, o una sola dirección
operator-event-hours = Horas
operator-event-hours-hint = De 1 a { $n }
operator-event-petition = Petición
operator-event-petition-hint = La última parte de su dirección, si es solo para una petición
operator-event-every = Todas las peticiones
operator-event-until = Hasta
operator-event-ends = { $time } UTC
operator-event-end = Terminar
operator-event-new = Nombrar una red
operator-event-add = Nombrarla
operator-event-most = Como máximo { $n } a la vez.
operator-event-no-network = Hace falta una red como 192.0.2.0/24, o una sola dirección
operator-event-no-wide = Esa red es demasiado amplia: como máximo /16, o /32 en IPv6
operator-event-no-hours = Hace falta un número entero de horas, de 1 a 168
operator-event-no-petition = No hay ninguna petición en esa dirección
operator-event-no-many = Ya hay tantos eventos que no cabe otro: antes hay que terminar uno

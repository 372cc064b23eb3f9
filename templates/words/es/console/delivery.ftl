### La entrega de una petición.

delivery-title = Entrega
delivery-saved = Guardado.
delivery-recipients = Destinatarios
delivery-recipients-text = Diga a quién se entrega, { $n } como máximo, y qué día. Esto solo lo ve el equipo organizador; la página de la petición cuenta lo que se entregó si usted así lo quiere.
delivery-recipient = Destinatario { $n }
delivery-name = Nombre
delivery-office = Cargo u organismo (opcional)
delivery-day = Día previsto
delivery-day-hint = Cuándo piensan entregarla. Todavía puede cambiar.
delivery-stale = Otra persona guardó mientras usted escribía. Su texto sigue abajo: mire el de la otra persona en otra ventana y luego guarde.
delivery-name-them = Editar destinatarios y día
delivery-no-recipients = Todavía no hay ningún destinatario.
delivery-planned = Prevista para el { $date }.
delivery-no-day = Todavía no hay un día previsto.
delivery-checks = Antes de entregarla
delivery-done = Hecho
delivery-to-do = Pendiente
delivery-check-none = No hay ningún destinatario.
delivery-check-recipients = { $n ->
    [one] Hay un destinatario.
   *[other] Hay { $n } destinatarios.
}
delivery-check-closed = Está cerrada: el número ya no cambia.
delivery-check-draft = Es un borrador: todavía nadie puede firmarla.
delivery-check-open = Sigue abierta: siguen llegando firmas.
delivery-check-until = Sigue abierta hasta el { $date }: siguen llegando firmas.
delivery-close = Cerrarla
delivery-check-decided = Ninguna firma espera una decisión.
delivery-check-held = { $n ->
    [one] Hay una firma retenida que espera una decisión.
   *[other] Hay { $n } firmas retenidas que esperan una decisión.
}
delivery-decide = Decidir
delivery-check-confirmed = Ningún formulario espera confirmación.
delivery-check-waiting = { $n ->
    [one] Hay un formulario sin confirmar. No cuenta hasta que se confirme desde su correo.
   *[other] Hay { $n } formularios sin confirmar. No cuentan hasta que se confirmen desde su correo.
}
delivery-numbers = { $n ->
    [one] Cuenta una firma; con nombre: { $named }.
   *[other] Cuentan { $n } firmas; con nombre: { $named }.
}
delivery-records = Lo que se entregó
delivery-record = Registrar una entrega
delivery-edit = Cambiar el registro de una entrega
delivery-no-records = Todavía no se ha registrado ninguna entrega.
delivery-on = Día de la entrega
delivery-to = A quién
delivery-to-hint = Tal como debe leerse en la página de la petición, si se muestra allí.
delivery-how = Cómo
delivery-way = { $way ->
    [in-person] En persona
    [post] Por correo postal
    [mail] Por correo electrónico
   *[other] De otra manera
}
delivery-was = { $way ->
    [in-person] En persona; firmas con nombre: { $named }.
    [post] Por correo postal; firmas con nombre: { $named }.
    [mail] Por correo electrónico; firmas con nombre: { $named }.
   *[other] De otra manera; firmas con nombre: { $named }.
}
delivery-signatures = Firmas entregadas
delivery-signatures-hint = Aparece el número de ahora mismo. Cámbielo si el archivo era anterior.
delivery-named = Cuántas de ellas con nombre
delivery-sha = SHA-256 del archivo
delivery-sha-hint = Con él, cualquiera puede comprobar más adelante que un archivo es el que se entregó.
delivery-note = Nota
delivery-note-hint = Solo la ve el equipo organizador. 500 caracteres como máximo.
delivery-public = Mostrarlo en la página de la petición
delivery-public-hint = A quién, el día, el número de firmas y el SHA-256. Nunca el nombre de quien firmó.
delivery-is-public = En la página
delivery-is-private = Solo el equipo
delivery-answered = Escribir qué respondieron
delivery-take-back = Borrar este registro
delivery-take-back-title = ¿Borrar el registro de esta entrega?
delivery-take-back-text = Desaparece también de la página de la petición. El registro de actividad conserva que estuvo.

### El libro de firmas, como lo pide el equipo organizador.

book-title = Libro de firmas
book-make = Preparar el libro de firmas
book-make-text = Portada, texto, cifras y los nombres de quienes los muestran en la lista pública. Las demás personas se cuentan en una frase. No contiene ninguna dirección.
book-none-made = No se ha preparado ningún libro en las últimas 24 horas.
book-language = Idioma
book-paper-legend = Papel
book-paper = { $paper ->
    [letter] Carta (EE. UU.)
   *[a4] A4
}
book-order-legend = Orden de los nombres
book-order = { $order ->
    [day] Por el día en que firmaron
   *[name] Por apellido
}
book-by-legend = Encabezados
book-by = { $grouping ->
    [affiliation] Por centro de estudios o trabajo
    [place] Por ciudad o región
   *[nothing] Ninguno
}
book-breaks = Empezar página con cada encabezado
book-redacted = Omitir los nombres
book-redacted-hint = Números y barras negras, todas igual de largas, sin nada debajo. Encabezados solo para grupos de cinco o más.
book-recipient-hint = Queda en el registro de actividad.
book-two-ways = El PDF se prepara en unos momentos y los lectores de pantalla pueden leerlo. La página para imprimir tiene las letras de todas las escrituras de su navegador; existe hasta { $n } nombres.
book-pdf = Preparar el PDF
book-print = Abrir la página para imprimir
book-back = Volver a las opciones
book-job-progress = { $percent } % listo
book-job-wait = Puede salir de esta página y volver: el libro queda en «Entrega».
book-job-whole = { $names } nombres, { $pages } páginas, { $size } kB.
book-job-missing = { $n ->
    [one] Un nombre tiene letras que no están en las fuentes incluidas. { $letters } de ellas se imprimen como ¤; los lectores de pantalla conocen las correctas. La página para imprimir las tiene todas.
   *[other] { $n } nombres tienen letras que no están en las fuentes incluidas. { $letters } de ellas se imprimen como ¤; los lectores de pantalla conocen las correctas. La página para imprimir las tiene todas.
}
book-job-split = Tiene más de 500 páginas: el archivo es un ZIP con varios PDF.
book-job-text = Quien reciba este archivo puede leer los nombres que contiene. Su SHA-256 queda en el registro de actividad.
book-job-back = Volver a la entrega
delivery-book = Un libro de firmas de las últimas 24 horas
delivery-no-book = Ninguno: escribo el SHA-256
delivery-check-book = Un libro de firmas contiene todo tal como está ahora.
delivery-check-old-book = Desde el último libro de firmas llegaron o se fueron firmas.
delivery-check-no-book = Usted no ha preparado ningún libro de firmas en las últimas 24 horas.

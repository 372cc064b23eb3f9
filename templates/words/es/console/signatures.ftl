### Lo que quienes organizan ven de las firmas: resumen, lista, nombres y la lista descargada.

## Signatures

signature-state = { $state ->
    [counted] Contadas
    [held] Retenidas
    [withdrawn] Retiradas
    [removed] Eliminadas
    [waiting] En espera del correo
   *[all] Todas las confirmadas
}
signature-is = { $state ->
    [counted] Contada
    [held] Retenida
    [withdrawn] Retirada
    [waiting] En espera del correo
   *[removed] Eliminada
}
signature-reason = { $reason ->
    [erased] borrada por quien firmó
    [alias] otra dirección de un buzón que ya firmó
    [score] el formulario se llenó como lo hace un programa
   *[organizer] por el equipo organizador
}
signatures-filter = Qué firmas
signatures-search = Buscar a alguien que firmó
signatures-search-hint = Nombre, correo, escuela o trabajo
signatures-find = Buscar
signatures-clear = Quitar la búsqueda
signatures-none = { $state ->
    [counted] Todavía no hay firmas contadas. La primera debería ser la suya.
    [held] No hay nada retenido. Lo dudoso espera aquí hasta que alguien decida.
    [withdrawn] Nadie retiró su firma.
    [removed] No se eliminó nada.
   *[all] Todavía no firma nadie. La primera firma debería ser la suya.
}
signatures-waiting = { $n ->
    [0] Nadie está pendiente de confirmar.
    [1] Un formulario todavía no se confirma por correo.
   *[other] { $n } formularios todavía no se confirman por correo.
}
signatures-waiting-rule = Hasta que confirmen, nadie ve quién escribió qué. Con la dirección completa puede encontrar a esa persona aquí y pedir que se le envíe otra vez el mensaje.
signatures-form-waits = Alguien con esta dirección todavía no confirma: el formulario llegó el { $time }.
signatures-letter-again = Enviar el mensaje otra vez
signatures-letter-sent = Si hay un formulario pendiente y su mensaje puede enviarse otra vez, va en camino.
signatures-none-found = Nadie que haya firmado coincide con «{ $words }».
signatures-forgotten = Esta búsqueda ya no se conoce: aquí tienes la lista completa. Vuelve a buscar.
facets-title = Acotar
facets-more = Según las respuestas a tus preguntas
facets-hint = Los números son de quienes cuentan. Pulsa otra vez una opción para quitarla.
facets-none = Ninguna firma cumple todo eso.
facet-said-yes = Dijo sí al correo
facet-named = Nombre público
facet-tag = Etiqueta: { $tag }
signer-table = Tabla de firmas
signer-name = Nombre
signer-email = Correo
signer-state = Estado
signer-said = Preferencias
signer-at = Firmó
signer-erased = Datos personales borrados
signer-shown = { $shown ->
    [detail] Nombre y datos públicos
    [name] Nombre público
    [place] Solo la ciudad es pública
   *[counted] Nombre privado
}
signer-replies = { $n ->
    [one] { $n } respuesta
   *[other] { $n } respuestas
}
signer-updates = Acepta correos
signer-no-updates = No acepta correos
pager-newer = Más recientes
pager-older = Anteriores

## Overview

overview-since = Desde el { $date }.
overview-opens = Abre el { $date }.
overview-closes = Cierra el { $date }.
overview-keeps = Los datos se conservan hasta el { $date }.
overview-forgetting = Los datos se conservaron hasta el { $date } y se están borrando.
overview-forgotten = Los últimos datos de { $n ->
    [one] { $n } firma
   *[other] { $n } firmas
} se borraron el { $date }, como se prometió.
overview-export-first = Todo lo que dice quién firmó se borra después del { $date }. Exporte antes la lista si todavía la necesita.
overview-erased = { $n ->
    [one] { $n } persona borró sus datos en los últimos 30 días: bórrelos
   *[other] { $n } personas borraron sus datos en los últimos 30 días: bórrelos
} de todas las listas que haya exportado, o exporte de nuevo y borre las anteriores
overview-todo = Pendientes
overview-held = { $n ->
    [one] { $n } firma está retenida y no cuenta
   *[other] { $n } firmas están retenidas y no cuentan
}
overview-look = Verlas
overview-yesterday = desde ayer
overview-waiting = aún no han confirmado
overview-pace = { $left ->
    [one] Falta { $left }. Al ritmo de esta semana se alcanza la meta el { $date }.
   *[other] Faltan { $left }. Al ritmo de esta semana se alcanza la meta el { $date }.
}
overview-no-pace = { $left ->
    [one] Falta { $left }.
   *[other] Faltan { $left }.
}
overview-missed = { $left ->
    [one] Cerró cuando faltaba { $left } para la meta.
   *[other] Cerró cuando faltaban { $left } para la meta.
}
overview-latest = Últimas firmas
overview-all = Todas las firmas
overview-todo-none = Nada pendiente por ahora.
overview-first = Todavía no firmó nadie. La primera firma debería ser la tuya.
overview-sign = Firmar
overview-share = Compartir
overview-reported = { $n ->
    [one] { $n } motivo publicado fue denunciado por lectores
   *[other] { $n } motivos publicados fueron denunciados por lectores
}
overview-unpublished = El texto en este idioma no está publicado: { $language }
overview-untranslated = Todavía no hay texto en este idioma: { $language }
overview-export-anew = Exportar de nuevo
overview-yes = Aceptaron correos
overview-yes-share = { $n } % de las firmas que cuentan
overview-rate = Formularios confirmados
overview-percent = { $n } %
overview-forms = { $n ->
    [0] todavía no se envió ningún formulario
    [one] de { $n } formulario
   *[other] de { $n } formularios
}
overview-wait-minutes = { $n ->
    [one] la mitad en más o menos { $n } minuto
   *[other] la mitad en más o menos { $n } minutos
}
overview-wait-hours = { $n ->
    [one] la mitad en más o menos { $n } hora
   *[other] la mitad en más o menos { $n } horas
}
overview-wait-longer = la mitad después de más de un día
overview-uncounted = No cuentan: { $held } retenidas, { $withdrawn } retiradas, { $removed } eliminadas.
overview-ends = Cerrar o quitar
source-title = De dónde llegan las firmas
source-none = Todavía no llegó nadie por un enlace compartido. Cada firmante recibe un enlace para compartir.
source-name = Origen
source-counted = Contadas
source-signer = Enlace de una persona que firmó
source-share = { $n } de { $all } contadas
source-table = Lo que trajo cada origen
source-what = Las visitas y los formularios se cuentan para enlaces y aliados con nombre. De los demás se ve cuántas firmas cuentan.
chart-title = Firmas confirmadas
chart-range = Periodo del gráfico
chart-segment = { $range ->
    [hours] Primeras 48 horas
    [week] 7 días
    [total] Total acumulado
   *[all] Todo
}
chart-empty = El gráfico empieza con la primera firma confirmada.
chart-bar = { $day }: { $n }
chart-says = Gráfico de barras: { $n } en total; el día de más firmas fue el { $day }, con { $most }.
chart-says-total = Gráfico de barras del total acumulado, hasta { $n }.
chart-today = hoy, hasta ahora
chart-table = Ver como tabla
chart-day = Día
chart-number = Confirmadas
chart-hour = { $day }, { $time }
chart-hour-title = Hora
chart-this-hour = esta hora, hasta ahora
chart-says-hours = Gráfico de barras por hora: { $n } en total; la hora de más firmas empezó el { $day }, con { $most }.
chart-notes = Qué pasó
note-published = publicación
note-closed = cierre
note-reopened = reapertura
note-paused = pausa
note-resumed = continuación
note-taken-down = retirada del sitio
note-goal = meta alcanzada
note-update = novedad: { $title }

## Schools and employers

spellings-title = Instituciones y empresas
spellings-open = Unir variantes
spellings-what = Varias formas de escribir lo mismo pueden contarse juntas aquí bajo un solo título. Lo que escribió cada persona no cambia: ni en las páginas públicas, ni en las exportaciones, ni en su propia página.
spellings-search = Buscar por cómo empieza
spellings-all = Ver todo
spellings-alike = Se parecen
spellings-merge-these = Unir bajo «{ $title }»
spellings-table = Instituciones y empresas, con el número de firmas
spellings-name = Como se escribió, o tu título
spellings-written = Como se escribió
spellings-under = Variantes
spellings-heading = Título
spellings-heading-hint = Un título que ya existe se sigue usando.
spellings-merge = Unir lo marcado bajo el título
spellings-merge-all = { $n ->
    [one] Unir la variante encontrada ({ $n })
   *[other] Unir las { $n } variantes encontradas
}
spellings-too-many = Más de 10 000 variantes empiezan así. Con más letras se pueden unir todas bajo un título.
spellings-merged = { $n ->
    [0] El título cambió.
    [one] { $n } variante está ahora bajo el título.
   *[other] { $n } variantes están ahora bajo el título.
}
spellings-undo = Deshacer
spellings-undone = { $n ->
    [0] No quedaba nada por deshacer: alguien movió estas variantes después.
    [one] { $n } variante está donde estaba antes.
   *[other] { $n } variantes están donde estaban antes.
}
spellings-none = Todavía nadie con firma contada nombró una institución o empresa.
spellings-none-found = Ninguna institución o empresa empieza con «{ $words }».
spellings-more = Más
spellings-under-title = Variantes bajo un título
spellings-under-what = { $n ->
    [one] { $n } firma cuenta bajo este título. Marca lo que no corresponde.
   *[other] { $n } firmas cuentan bajo este título. Marca lo que no corresponde.
}
spellings-take-out = Sacar lo marcado
spellings-wrong-title = Escribe un título con letras o números
spellings-wrong-none = Marca al menos una línea
spellings-wrong-others = Ahora hay otras variantes que empiezan así. Revisa la lista y confirma de nuevo
spellings-wrong-gone = Estas variantes ya no están. Revisa la lista y marca de nuevo

## Taking the list

export-title = Exportar firmas
export-preset = Para qué herramienta
export-preset-hint = Decide cómo se llaman las columnas, para que la herramienta las reconozca. Las columnas que no caben en ella se omiten.
export-preset-name = { $preset ->
    [action_network] Action Network
    [nationbuilder] NationBuilder
    [civicrm] CiviCRM
    [mailchimp] Mailchimp
    [delivery] Entrega
   *[default] Cualquiera
}
export-preset-what = { $preset ->
    [action_network] Solo quienes aceptaron recibir correos, salvo que abajo pida a todas las personas.
    [nationbuilder] Necesita la columna opt_in: sin ella, todas las personas contarían como si hubieran aceptado.
    [civicrm] Solo los títulos exactos, y «No Bulk Emails» para quien dijo que no. Se omiten las respuestas y las columnas propias de este sitio.
    [mailchimp] Solo quienes aceptaron recibir correos, salvo que abajo pida a todas las personas. Los textos largos se cortan a los 255 bytes.
    [delivery] Para entregar la petición: nombre, localidad, cargo, institución y motivo, cada cosa solo si quien firmó la muestra. Sin direcciones, marque lo que marque abajo.
   *[default] Nombres de columna que la mayoría de las herramientas conoce.
}
export-format = Archivo
export-form = { $format ->
    [ndjson] JSON, una línea por firma: para programas, sin cambiar nada
    [xlsx] Libro (XLSX): para Excel y LibreOffice, cada celda como texto
   *[csv] Tabla (CSV): para hojas de cálculo y otras herramientas
}
export-bom = Marcar la tabla como UTF-8 para que Excel muestre los acentos
export-columns = Columnas
export-columns-hint = Tome solo lo que necesite. Con la dirección van siempre las dos columnas que dicen si se puede escribir a esa persona.
export-column = { $column ->
    [email] La dirección de correo.
    [first_name] El nombre de pila, si se distingue del apellido; si no, el nombre completo.
    [last_name] Los apellidos, o nada si no se pueden distinguir con seguridad.
    [full_name] El nombre tal como se escribió.
    [opt_in] Y o N: si la persona aceptó recibir correos.
    [opt_in_organizations] Cuáles de varias organizaciones pueden escribirle.
    [city] La localidad.
    [zip_code] El código postal, como texto.
    [country] El país, tal como se escribió.
    [role] A qué se dedica la persona.
    [affiliation] Dónde estudia o trabaja.
    [language] El idioma en que firmó.
    [source] El código del enlace o de la organización aliada por la que llegó.
    [signed_at] Cuándo se envió el formulario, en UTC.
    [status] Contada, retenida, retirada o eliminada.
    [visibility] Cuánto de la persona pueden ver los demás.
    [reason] El motivo, si está en la página de la petición.
    [promise] A qué se comprometió.
    [wording] Qué texto se firmó, por su SHA-256.
    [petition] La última parte de la dirección de la petición.
    [signer_ref] Una clave que es la misma para esta firma en todas las listas.
   *[answers] Las respuestas a sus propias preguntas, una columna por pregunta.
}
export-states = Qué firmas
export-erased = También las firmas cuyos datos se borraron: líneas sin nombre
export-who = Qué personas
export-opted-in = Aceptó recibir correos
export-opted-in-hint = A quien dijo que no no se le puede escribir, esté su dirección en la herramienta que esté.
export-opted-in-choice = { $choice ->
    [yes] Solo quienes aceptaron
    [all] Todas las personas
   *[preset] Según lo que pida la herramienta
}
export-founder = Para una organización fundadora
export-founder-hint = Su lista contiene solo a quienes aceptaron sus correos, y nada de lo que respondieron a otras.
export-founder-all = Todas
export-any = Cualquiera
export-language = Firmó en
export-source = Llegó por
export-answer = Respondió
export-since = Confirmada desde
export-since-hint = Un día, desde que empieza en la zona horaria de la petición. Vacío: todas.
export-use = Para qué
export-use-hint = Queda en el registro de actividad con el número de líneas y el SHA-256 del archivo, y se avisa por correo, una vez al día por petición y persona, a quienes son propietarios de la organización.
export-purpose = Finalidad
export-purpose-none = Elija una
export-purpose-other = La finalidad, con sus palabras
export-purpose-other-hint = Solo si eligió «otra cosa».
export-recipient = Quién recibe el archivo
export-recipient-hint = Una persona, un equipo o una herramienta: «nuestro equipo del boletín», «la alcaldía».
export-text = El archivo contiene datos personales. Guárdelo donde solo lo vea quien lo necesite y bórrelo cuando ya no haga falta.
export-large = Si son más de { $lines } firmas, el archivo se prepara mientras espera y puede descargarlo durante 24 horas.
export-earlier = Listas de las últimas 24 horas
export-button = Descargar
export-job-title = Lista grande
export-job-state = { $state ->
    [running] Se está preparando
    [ready] Lista
    [broken-off] Interrumpida
    [not-allowed] Detenida
    [unwritable] No se pudo escribir
   *[failed] No se pudo escribir
}
export-job-why = { $state ->
    [broken-off] El programa se detuvo mientras se preparaba la lista, o su archivo ya no está. No queda nada de ella.
    [not-allowed] Mientras se preparaba, usted no tenía permiso para descargar listas. No queda nada de ella.
    [unwritable] El disco no admite más, así que no se pudo escribir el archivo. No queda nada de él. Quien administra este sitio puede hacer espacio.
   *[failed] La base de datos no respondió, así que no se pudo escribir el archivo. No queda nada de él.
}
export-job-progress = { $done } de { $all } firmas revisadas
export-job-wait = Puede salir de esta página y volver: la lista sigue en «Exportar».
export-job-refresh = Actualizar
export-job-elsewhere = El archivo está en otro servidor de este sitio. Abra otra vez esta página: con la próxima visita puede llegar a él.
export-job-whole = { $lines } líneas, { $size } kB.
export-job-until = Solo usted puede descargarla, hasta el { $date }.
export-job-again = Prepararla otra vez
export-job-other = Exportar otra cosa
export-versions = Qué se firmó
export-versions-text = La columna «wording» identifica por su SHA-256 el texto que firmó cada persona: título, lo que se pide, destinatario y texto, separados por un byte cero.
export-version = { $language }, versión { $n }, del { $date }
export-sha = SHA-256

## Cómo aparece un nombre

listing-title = Cómo aparece este nombre
listing-sorted-as = Ordenar como
listing-sorted-as-hint = Primero los apellidos, por ejemplo «Cruz, María de la». Si lo deja vacío, lo deducimos según el idioma en que se firmó.
listing-first = Entre las primeras firmas: encima de la lista y en la página de la petición
listing-open = Cambiar cómo aparece

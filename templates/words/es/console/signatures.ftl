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
overview-held-what = no cuentan hasta que alguien decida
overview-removed = { $n ->
    [0] ninguna eliminada
    [one] y { $n } eliminada
   *[other] y { $n } eliminadas
}
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
source-title = De dónde llegan las firmas
source-none = Todavía no llegó nadie por un enlace compartido. Cada firmante recibe un enlace para compartir.
source-name = Origen
source-counted = Contadas
source-signer = Enlace de una persona que firmó
source-share = { $n } de { $all } contadas
chart-title = Firmas confirmadas
chart-range = Periodo del gráfico
chart-segment = { $range ->
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

## Taking the list

export-title = Exportar firmas
export-format = Archivo
export-form = { $format ->
    [ndjson] JSON, una línea por firma: para programas, sin omitir nada
   *[csv] Tabla (CSV): para hojas de cálculo y otras herramientas
}
export-bom = Marcar la tabla como UTF-8 para que Excel muestre los acentos
export-states = Qué firmas
export-who = Qué personas
export-opted-in = Solo quienes aceptaron recibir correos
export-founder = Para una organización fundadora
export-founder-hint = Su lista contiene solo a quienes aceptaron sus correos, y nada de lo que respondieron a otras.
export-founder-all = Todas
export-text = El archivo contiene nombres y direcciones. Guárdelo donde solo lo vea quien lo necesite. El registro del servidor anota que usted lo descargó.
export-button = Descargar
export-versions = Qué se firmó
export-versions-text = La última columna de la tabla identifica por su SHA-256 el texto que firmó cada persona: título, lo que se pide, destinatario y texto, separados por un byte cero.
export-version = { $language }, versión { $n }, del { $date }
export-sha = SHA-256

## Cómo aparece un nombre

listing-title = Cómo aparece este nombre
listing-sorted-as = Ordenar como
listing-sorted-as-hint = Primero los apellidos, por ejemplo «Cruz, María de la». Si lo deja vacío, lo deducimos según el idioma en que se firmó.
listing-first = Entre las primeras firmas: encima de la lista y en la página de la petición
listing-open = Cambiar cómo aparece

### La consola de quienes organizan.

console-sign-in = Entrar
console-sign-out = Salir
console-email = Correo electrónico
console-password = Frase de acceso
console-forgot = ¿Olvidó su frase de acceso?
console-overview = Resumen
console-signatures = Firmas
console-page-and-form = Página y formulario
console-petitions = Todas las peticiones
console-sessions = Mi cuenta
console-cancel = Cancelar
console-preview = Vista previa
console-publish = Publicar
console-close = Cerrar
console-export = Exportar
console-edit = Editar
console-view = Ver la página

## Petitions

kind = { $kind ->
    [letter] Carta abierta
    [pledge] Compromiso
   *[petition] Petición
}
kind-what = { $kind ->
    [letter] Quienes firman aparecen con su ocupación y su escuela, universidad o trabajo.
    [pledge] Un compromiso de hacer, o de no hacer, algo.
   *[petition] Le pide algo a alguien.
}
petition-state = { $state ->
    [draft] Borrador
    [coming] Aún no abierta
    [paused] En pausa
    [closed] Cerrada
    [removed] Retirada
   *[open] Abierta
}
manage-title = Peticiones
proxy-untrusted = Las visitas llegan a este sitio a través de un proxy de la red { $network } que el ajuste trusted-proxies no menciona. Para el sitio todas tienen la misma dirección, así que los límites por visitante no se aplican. Quien administra el servidor tiene que indicar el proxy en ese ajuste.
proxy-unreadable = Un proxy delante de este sitio envía direcciones de visitantes que no se pueden leer. Los límites por visitante no se aplican a quien llega por ahí. Quien administra el servidor encontrará una línea al respecto en el registro.
proxy-silent = Un proxy delante de este sitio no envía X-Forwarded-For. Para el sitio todas las visitas tienen la misma dirección, así que los límites por visitante no se aplican. Quien administra el servidor tiene que hacer que el proxy lo envíe.
manage-new = Crear una petición
manage-empty = Todavía no hay ninguna petición. La primera lleva unos cinco minutos.
manage-empty-reader = Todavía no hay ninguna petición. Tiene que empezarla alguien con permiso para escribirla.
manage-petition = Petición
manage-counted = Contadas
manage-change = Desde ayer
manage-off = No disponible en este momento: { $path } tiene un ajuste que este programa no conoce. Quien administra este sitio lo encuentra en el registro; no se pierde nada.
manage-closes = Cierra
manage-contact = Quienes firman pueden escribir a { $contact }.
manage-no-contact = Quienes firman no tienen adónde escribir: las páginas y los mensajes no indican ninguna dirección.
manage-contact-change = Cambiar
manage-archived = { $n ->
    [one] { $n } petición fuera de esta lista
   *[other] { $n } peticiones fuera de esta lista
}
manage-listed = Volver a la lista
manage-no-date = sin fecha

## Making one

draft-title = Crear una petición
draft-text = Con estas pocas palabras basta para empezar. Nada es público hasta que usted lo publique.
draft-organization = Organización
draft-lang = Idioma en que se escribe
draft-lang-hint = Las traducciones se añaden en el editor.
draft-slug-hint = Si lo deja vacío, se toma del título.
draft-button = Crear el borrador

## The editor

edit-text = Lo que guarde aquí se ve en unos segundos si la petición está abierta.
edit-saved = Guardado.
edit-title = Título
edit-title-hint = En la vista previa de un enlace caben hasta { $n } caracteres.
edit-target = A quién se dirige
edit-target-hint = La persona o el organismo que decide, con su artículo: «el Concejo Municipal». Un compromiso puede no tener destinatario.
edit-ask = Qué se pide
edit-ask-hint = Una o dos frases, mejor con menos de { $n } caracteres.
edit-ask-hint-pledge = Lo que se promete, en primera persona y en una o dos frases; mejor con menos de { $n } caracteres.
edit-body = El texto
edit-body-hint = Markdown: # para un título, * para una lista, **negrita**, [enlace](https://example.org). Sin HTML.
edit-promises = Qué se puede prometer
edit-promises-hint = Una frase por línea, en primera persona, por ejemplo: No solicitaré ningún empleo allí. Como máximo 8, en el mismo orden en cada idioma. Quien asume el compromiso elige una; si hay una sola línea, es la de todas las personas.
promises-name = Promesa
edit-publish-lang = Mostrar este texto a quien lee en { $language }
edit-untranslated = sin traducir
edit-unpublished = aún no se muestra
edit-published = se muestra
edit-part-what = Qué es
edit-part-when = Meta, comienzo y fin
edit-part-form = Qué pide el formulario además de nombre y correo
edit-part-mail = Mensajes a quienes firman
edit-kind = Tipo
edit-kind-fixed = Ya no cambia: alguien firmó.
edit-slug = Dirección
edit-slug-hint = El final del enlace: letras minúsculas, números y guiones. Ya no cambia una vez publicada la petición.
edit-slug-fixed = Ya circulan enlaces a ella.
edit-founders = Organizaciones fundadoras
edit-founders-hint = Figuran en la página desde el principio. Una por línea, 40 como máximo. Si hay dos o más, el formulario pregunta por cada una si puede escribir a quien firma, y cada una recibe solo los nombres y las direcciones de quienes le dijeron que sí.
edit-goal = Meta
edit-goal-hint = Si la deja vacía, la meta avanza sola antes de alcanzarse.
edit-reason = Qué significa la meta
edit-reason-hint = Se muestra junto a una meta fija, por ejemplo: el 5 % del estudiantado.
edit-opens = Primer día
edit-opens-hint = Si lo deja vacío, se abre en cuanto se publica. Hasta entonces, su página muestra el texto y este día.
edit-opens-time-hint = Si la deja vacía, el comienzo de ese día.
edit-closes = Último día
edit-closes-hint = Si lo deja vacío, sigue abierta hasta que alguien la cierre.
edit-closes-time = Hora
edit-closes-time-hint = Si la deja vacía, el final de ese día.
edit-zone = Zona horaria
edit-zone-hint = En ella se indican los días y las horas de esta petición, por ejemplo America/Mexico_City.
edit-keeps = Cuántos meses se conservan los datos de quienes firman
edit-keeps-hint = Después del cierre: entonces los nombres, las direcciones y todo lo que diga quién firmó se borran solos; el total se conserva. De 1 a { $n }. El formulario se lo dice a quien firma, así que, una vez publicada, solo puede acortarse.
edit-keeps-hint-open = Después del cierre: entonces los nombres, las direcciones y todo lo que diga quién firmó se borran solos; el total se conserva. De 1 a { $n }. Puede acortarse, pero no alargarse: es lo que se dijo a quien firmó.
edit-asks-role = Ocupación
edit-asks-affiliation = Escuela, universidad o trabajo
edit-asks-place = Ciudad o estado
edit-asks-postcode = Código postal
edit-asks-country = País
edit-asks = { $asked ->
    [optional] Se pide, puede quedar vacío
    [required] Se pide, es obligatorio
   *[off] No se pide
}
edit-most-public = Lo máximo que otras personas pueden ver de quien firma
edit-most-public-hint = Cada persona elige, hasta este límite. Nadie aparece sin haberlo elegido, y de quien antes eligió más no se mostrará desde ahora más que esto.
edit-shown = { $shown ->
    [counted] Nada: las firmas solo se cuentan
    [place] «Una persona de» su ciudad o estado, si usted lo pide
    [name] Solo el nombre
   *[detail] El nombre, con ocupación, escuela o trabajo y ciudad
}
edit-names-public = Los nombres siempre son públicos: el formulario lo avisa y no pregunta
edit-names-public-hint = Para cartas que importan por quienes las firman. El formulario lo dice encima del botón. Después, quien firmó todavía puede optar por que no se muestre su nombre.
edit-discreet = Correo discreto
edit-discreet-hint = El asunto no nombra la petición ni su tema.
edit-save = Guardar
edit-save-preview = Guardar y ver
edit-save-publish = Guardar e ir a publicar
edit-stale-title = Otra persona guardó mientras usted escribía
edit-stale-text = No se pierde nada: su texto sigue en el formulario. Esto es lo que se guardó entretanto, donde difiere. Incorpore lo que quiera conservar y después guarde.
edit-stale-empty = vacío
rewording-title = Está cambiando lo que la gente ha firmado
rewording-signed = { $n ->
    [0] Todavía no cuenta nadie que haya firmado estas palabras; alguien está a punto de hacerlo.
    [one] { $n } persona ha firmado las palabras tal como estaban.
   *[other] { $n } personas han firmado las palabras tal como estaban.
}
rewording-before = Como se firmó
rewording-after = Como quedaría
rewording-legend = ¿De qué se trata?
rewording-mend = Se corrige la ortografía: lo que se pide sigue siendo lo mismo. Todo el mundo puede leer ambos textos en la página de todas las versiones.
rewording-change = Se pide otra cosa. La página de la petición lo dice, con ambos textos y cuántas personas firmaron cada uno; quien firmó antes y aceptó recibir mensajes se entera, con un enlace para retirar su firma.
error-rewording = Todavía no se ha guardado nada. Diga si se corrige la ortografía o si se pide otra cosa

## Publishing

publish-title = Publicar
publish-ready = Todo listo
publish-missing = Todavía falta algo
publish-text = Desde ese momento cualquiera podrá verla y firmarla en
publish-button = Publicar ahora
publish-back = Volver al editor
publish-stale = Alguien guardó un cambio mientras usted leía. Mire la petición otra vez antes de publicarla.
check-done = Hecho:
check-advised = Consejo:
check-missing = Falta:
check-lang = Hay un texto que mostrar
check-lang-none = Marque al menos un idioma para mostrarlo
check-title-there = Cada texto que se muestra tiene título
check-title-none = Un texto que se muestra no tiene título
check-ask = Cada texto que se muestra dice qué se pide
check-ask-none = Un texto que se muestra no dice qué se pide
check-body = Cada texto que se muestra está completo
check-body-none = Un texto que se muestra está vacío
check-closes = El último día está por llegar, o no lo hay
check-closes-past = El último día ya pasó: elija otro
check-contact = Quienes firman saben adónde escribir
check-contact-none = Quienes firman no tienen adónde escribir: puede indicar una dirección en la lista de peticiones
check-target = Dice a quién se dirige
check-target-none = Diga a quién se dirige: la gente firma con más ganas
check-title-short = El título cabe en la vista previa de un enlace
check-title-long = Un título más corto cabe en la vista previa de un enlace
check-ask-short = Lo que se pide cabe en la vista previa de un enlace
check-ask-long = Si lo que se pide es más breve, cabe en la vista previa de un enlace

## Closing

close-title = ¿Cerrar esta petición?
close-text = Ya nadie podrá firmar. Su página se mantiene, con el recuento final y cómo terminó. Mientras se conserven los datos de quienes firmaron, podrá volver a abrirla.
close-outcome-title = Cómo terminó
close-stale = Todavía no se ha guardado nada suyo: lo que escribió sigue en el formulario de abajo. Mire qué hay de nuevo y vuelva a pulsar.
close-closed-on = Se cerró el { $date }.
close-outcome = Cómo terminó ({ $language })
close-outcome-hint = Se muestra en la página, encima del texto. También puede escribirlo más tarde.
close-button = Cerrarla

## Pausar, retirar

pause-title = ¿Pausar la recolección de firmas?
pause-text = Nadie podrá firmar hasta que usted la reanude. La página sigue visible y lo dice. Quienes ya firmaron todavía pueden confirmar por correo.
pause-button = Pausar
resume-title = ¿Reanudar la recolección de firmas?
resume-text = Desde este momento cualquiera puede volver a firmar.
resume-button = Reanudar
remove-title = ¿Retirar esta petición?
remove-text = Su página, sus números y sus insignias desaparecen en unos minutos para todo el mundo, y no se pueden recuperar. No podemos quitar las vistas previas de enlaces que otros servicios hayan guardado. Las firmas quedan en su poder, y quienes firmaron todavía pueden retirar la suya.
remove-button = Retirar la petición
reopen-title = ¿Volver a abrirla?
reopen-text = Desde este momento todo el mundo puede firmar de nuevo. Lo que dejaron quienes firmaron se borra al terminar el { $date }, como dicen sus páginas desde que cerró, y no más tarde: a quien firme ahora se le dice el mismo día.
reopen-closes-hint = El último día en que se puede firmar: a más tardar el { $date }, una semana antes de que se borre lo que dejaron quienes firmaron.
reopen-button = Volver a abrirla
error-reopen-late = Elija un último día anterior: lo que dejaron quienes firmaron se borra el día que se les dijo
delete-title = ¿Borrar este borrador?
delete-text = Sus textos desaparecen en todos los idiomas, para toda su organización, y no se pueden recuperar. Nadie más los ha visto.
delete-button = Borrar este borrador
archive-title = ¿Sacarla de la lista?
archive-text = Sale de su lista de peticiones. Sus direcciones siguen diciendo que fue retirada, y quienes firmaron conservan el acceso a su propia firma. Puede volver a ponerla en la lista.
archive-button = Sacarla de la lista
unarchive-title = ¿Volver a ponerla en la lista?
unarchive-text = Vuelve a estar en su lista de peticiones. Para los demás no cambia nada.
unarchive-button = Volver a ponerla en la lista
contact-title = Adónde pueden escribir quienes firman

## What went wrong

error-title-missing = Escriba un título
error-ask-missing = Diga en una o dos frases qué se pide
error-body-missing = Escriba el texto que se firma
error-none-published = Marque al menos un idioma: una petición abierta necesita un texto que mostrar
error-goal = Escriba un número entero a partir de 1, o deje el campo vacío
error-zone = Elija una zona horaria de la lista, por ejemplo America/Mexico_City
error-closes-past = Elija un día y una hora que aún no hayan pasado
error-closes-early = Elija un último día posterior al primero
error-closes-gap = Esa hora no existe ese día: se adelantan los relojes. Elija otra
error-closes-keeps = Elija un último día anterior, o menos meses: a quien firmó se le dijo hasta qué día se conservan sus datos
error-keeps = Escriba un número entero de meses, de 1 a 24
error-keeps-longer = Escriba los meses actuales o menos: a quien firmó se le dijo que sus datos no se conservan más tiempo
error-founders-many = Escriba 40 organizaciones como máximo
error-kind-stands = Alguien firmó entretanto: el tipo ya no cambia

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
signatures-waiting-rule = Hasta que confirmen, nadie ve quién escribió qué. Con la dirección completa puede encontrar a una persona aquí y pedir que se le envíe otra vez el mensaje.
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
signer-updates = Acepta correos
signer-no-updates = No acepta correos
pager = Páginas
pager-newer = Más recientes
pager-older = Anteriores

## Motivos

console-reasons = Motivos
reasons-many = Leer veinte a la vez
reasons-single = Leer uno a uno
reasons-missed = Quien lo escribió cambió o borró algo después de que usted lo leyera. Aquí está lo que queda por leer.
reasons-filter = Qué motivos
reasons-state = { $state ->
    [published] Publicados
    [private] En privado
    [hidden] Ocultos
   *[waiting] Por leer
}
reasons-none = { $state ->
    [published] Todavía no hay nada publicado.
    [private] No hay nada en privado.
    [hidden] No hay nada oculto.
   *[waiting] Nada que leer.
}
reasons-card = Motivo por leer
reasons-tick = Elegir lo que dice { $name }
reasons-named = Muestra su nombre
reasons-unnamed = No muestra su nombre
reasons-reports = { $n ->
    [one] Reportado una vez
   *[other] Reportado { $n } veces
}
reasons-decide = { $choice ->
    [publish] Publicar
    [keep] Dejar en privado
   *[hide] Ocultar
}
reasons-keys = Teclas: A publica, S deja en privado, R oculta, mientras esta ficha tiene el foco.
reasons-next = Más
overview-reasons = { $n ->
    [one] { $n } motivo por leer
   *[other] { $n } motivos por leer
}
overview-read = Leer

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
overview-todo = Pendiente de usted
overview-held = { $n ->
    [one] { $n } firma está retenida fuera del recuento
   *[other] { $n } firmas están retenidas fuera del recuento
}
overview-look = Verlas
overview-yesterday = desde ayer
overview-waiting = aún no han confirmado
overview-held-what = no se cuentan hasta que alguien decida
overview-removed = { $n ->
    [0] ninguna eliminada
    [one] y { $n } eliminada
   *[other] y { $n } eliminadas
}
overview-pace = { $left ->
    [one] Falta { $left }. Al ritmo de esta semana se llega el { $date }.
   *[other] Faltan { $left }. Al ritmo de esta semana se llega el { $date }.
}
overview-no-pace = { $left ->
    [one] Falta { $left }.
   *[other] Faltan { $left }.
}
overview-missed = { $left ->
    [one] Se cerró cuando faltaba { $left }.
   *[other] Se cerró cuando faltaban { $left }.
}
overview-latest = Últimas firmas
overview-all = Todas las firmas
source-title = De dónde llegan las firmas
source-none = Todavía no llegó nadie por un enlace suyo o de otra persona. Cada firmante recibe un enlace para compartir.
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
error-no-state = Elija al menos una

## Novedades

update-write = Escribir una novedad
update-text = Nada es público hasta que usted lo publique. Cada idioma va completo o se deja vacío.
update-live = Esta novedad es pública. Lo que guarde se muestra de inmediato, con la indicación de que fue modificada.
update-stale = Otra persona guardó mientras usted escribía. Su texto sigue abajo: mire el otro en otra ventana y luego guarde.
update-state = { $state ->
    [draft] Borrador
   *[published] Publicada
}
updates-none = Todavía no hay novedades. Cuente a quienes firmaron qué ha pasado desde entonces.
updates-not-now = Podrá escribir novedades cuando la petición esté publicada.
update-publish-title = ¿Publicar esta novedad?
update-publish-text = Aparecerá en la página de la petición y en sus canales RSS. No se envía ningún correo.
update-take-back = Borrar esta novedad
update-take-back-title = ¿Borrar esta novedad?
update-take-back-text = Desaparece de inmediato de la página y en unos minutos de los canales RSS, su enlace lo dice y su texto se borra.

## Cómo aparece un nombre

listing-title = Cómo aparece este nombre
listing-sorted-as = Ordenar como
listing-sorted-as-hint = Primero los apellidos, por ejemplo «Cruz, María de la». Si lo deja vacío, lo deducimos según el idioma en que se firmó.
listing-first = Entre las primeras firmas: encima de la lista y en la página de la petición
listing-open = Cambiar cómo aparece

## Alto riesgo

edit-part-risk = Si firmar es riesgoso
edit-high-risk = Firmar esto puede poner en peligro a las personas
edit-high-risk-hint = Nunca se muestra ningún nombre. Los mensajes no dicen de qué tratan antes de abrirse. El formulario advierte contra las direcciones del trabajo, la escuela o la universidad, y sus páginas ofrecen una salida inmediata.
edit-watched-domains = Dominios de correo de los que hay que advertir
edit-watched-domains-hint = Dominios del destinatario o de empresas, uno por línea, por ejemplo example.org. A quien escriba una dirección así se le pide otra privada, aunque puede seguir con ella.

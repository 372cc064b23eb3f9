### El editor: crear una petición y escribirla.

## Making one

draft-title = Crear una petición
draft-text = Con estas pocas palabras basta para empezar. Nada es público hasta que usted lo publique.
draft-organization = Organización
draft-lang = Idioma en que se escribe
draft-lang-hint = Las traducciones se agregan en el editor.
draft-slug-hint = Si lo deja vacío, se toma del título.
draft-button = Crear el borrador

## The editor

edit-text = Es pública: lo que actualice aquí se ve en unos segundos.
edit-text-draft = Nadie la ve hasta que la publique.
edit-tab-text = Texto
edit-tab-form = Formulario
edit-tab-dates = Fechas y meta
edit-tab-protection = Protección
edit-tab-unsaved = sin guardar
edit-languages = Idioma
edit-state = { $state ->
    [missing] falta
    [draft] borrador
    [stale] por revisar
   *[done] listo
}
edit-saved = Guardado. Nadie ve el borrador todavía.
edit-saved-open = Actualizado. La página lo muestra en unos segundos.
edit-title = Título
edit-title-hint = En la vista previa de un enlace caben hasta { $n } caracteres.
edit-target = A quién se dirige
edit-target-hint = La persona o el organismo que decide, con su artículo: «el Concejo Municipal». Un compromiso puede no tener destinatario.
edit-ask = Qué se pide
edit-ask-hint = Una o dos frases, mejor con menos de { $n } caracteres.
edit-ask-hint-pledge = Lo que se promete, en primera persona y en una o dos frases; mejor con menos de { $n } caracteres.
edit-body = El texto
edit-body-example =
    Estimadas concejalas, estimados concejales:

    La sala de lectura de la calle del Puerto cierra a las cinco de la tarde. A esa hora la mayoría trabajamos o estudiamos.

    El invierno pasado, doscientas personas se quedaron cada semana ante la puerta. El edificio se calienta de todos modos, y su personal ha dicho que se repartiría los turnos de la tarde.

    Les pedimos que la abran hasta las nueve de la noche, de lunes a viernes, desde el 1 de septiembre.

    Con un cordial saludo
edit-body-hint = Markdown: # para un título, * para una lista, **negrita**, [enlace](https://example.org). Sin HTML.
edit-promises = Qué se puede prometer
edit-promises-hint = Una frase por línea, en primera persona, por ejemplo: No solicitaré ningún empleo allí. Como máximo 8, en el mismo orden en cada idioma. Quien asume el compromiso elige una; si hay una sola línea, vale para todas las personas.
promises-name = Promesa
edit-publish-lang = Mostrar este texto a quien lee en { $language }
edit-shown-lang = Se muestra a quien lee
edit-promises-in = { $several ->
    [one] Qué se puede prometer
   *[other] Qué se puede prometer ({ $language })
}
edit-mend = Solo ortografía: las traducciones quedan como están
edit-mend-hint = Sin esta marca, cada traducción queda señalada hasta que alguien la revise de nuevo.
edit-stale-source = El original ahora dice otra cosa
edit-stale-source-text = Esto es lo que cambió desde la última vez que se comparó esta traducción con él.
edit-fits = Esta traducción corresponde al original tal como está ahora
edit-another-field = Otro campo
edit-part-address = Su enlace
edit-part-what = Qué es
edit-part-when = Meta, comienzo y fin
edit-part-form = El formulario
edit-part-mail = Mensajes a quienes firman
edit-kind = Tipo
edit-kind-fixed = Ya no se puede cambiar: alguien firmó.
edit-voice = Trato a quienes leen ({ $languages })
edit-voice-hint = En las páginas de la petición y en sus mensajes. Lo que usted escribe queda como está.
edit-how-addressed = Trato a quienes leen
edit-voice-name = { $voice ->
    [familiar] De confianza
   *[formal] De usted
}
edit-voice-choice = { $voice ->
    [familiar] De confianza: «{ $word }»
   *[formal] Formal: «{ $word }»
}
edit-slug = Dirección
edit-slug-hint = El final del enlace: letras minúsculas, números y guiones.
edit-slug-hint-open = El final del enlace: letras minúsculas, números y guiones. Los enlaces, códigos y recuadros con el anterior siguen funcionando.
edit-founders = Organizaciones fundadoras
edit-founders-hint = Aparecen en la página desde el principio. Una por línea, 40 como máximo. Si hay dos o más, el formulario pregunta por cada una si puede escribir a quien firma, y cada una recibe solo los nombres y las direcciones de quienes le dijeron que sí.
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
edit-zone-hint = Se usa para los días y las horas de esta petición, por ejemplo America/Mexico_City.
edit-keeps = Cuántos meses se conservan los datos de quienes firman
edit-keeps-hint = Se cuentan desde el cierre. Después, los nombres, las direcciones y todo lo que diga quién firmó se borran automáticamente; el total se conserva. De 1 a { $n }. El formulario se lo dice a quien firma, así que, una vez publicada, solo puede acortarse.
edit-keeps-hint-open = Se cuentan desde el cierre. Después, los nombres, las direcciones y todo lo que diga quién firmó se borran automáticamente; el total se conserva. De 1 a { $n }. Puede acortarse, pero no alargarse: es lo que se dijo a quien firmó.
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
edit-form-hint = El formulario como lo ve quien firma. Active solo lo que de verdad va a usar.
edit-form-always = Siempre se pide
edit-form-always-email = Siempre se pide, nunca se muestra
edit-form-own = Una pregunta propia
edit-form-promises = Se escribe en la página del texto
edit-form-mail = Correos sobre la campaña
edit-form-mail-hint = Siempre se pregunta. No se escribe a nadie que no haya dicho que sí.
edit-form-organizations = Además de personas
edit-most-public = Lo máximo que otras personas pueden ver de quien firma
edit-most-public-hint = Cada persona elige, hasta este límite. Nadie aparece sin haberlo elegido. Si alguien eligió más antes, desde ahora solo se muestra hasta aquí.
edit-shown = { $shown ->
    [counted] Nada: las firmas solo se cuentan
    [place] «Una persona de» su ciudad o estado, si usted lo pide
    [name] Solo el nombre
   *[detail] El nombre, con ocupación, escuela o trabajo y ciudad
}
edit-names-public = Los nombres siempre son públicos: el formulario lo avisa y no pregunta
edit-names-public-hint = Para cartas que importan por quienes las firman. El formulario lo dice encima del botón. Después, quien firmó todavía puede optar por que no se muestre su nombre.
edit-framing = El formulario en otros sitios
edit-framing-hint = Qué sitios pueden mostrar el formulario de esta petición en un recuadro de su propia página. El formulario sigue siendo de este sitio: lo que la gente escribe solo le llega a usted.
edit-framed = { $who ->
    [everybody] Cualquier sitio
    [partners] Los sitios de sus organizaciones aliadas
   *[nobody] Ningún otro sitio
}
edit-discreet = Correo discreto
edit-discreet-hint = El asunto no nombra la petición ni su tema.
edit-save = Guardar
edit-save-open = Actualizar la página
edit-keep = Dejar para después
edit-kept-at = Conservado a las { $time }. Todavía sin guardar.
edit-not-kept = No se pudo conservar lo que escribió. Guárdelo o cópielo en un lugar seguro.
edit-copy = { $who } escribió algo aquí el { $typed } que no está guardado. La página se guardó por última vez el { $saved }.
edit-copy-show = Mostrarlo
edit-copy-discard = Descartarlo
edit-copy-shown = Esto es lo que { $who } escribió el { $at }. Todavía no está guardado.
edit-looks = Cómo se ve
edit-looks-phone = La página en un teléfono
edit-looks-wide = La página en una pantalla ancha
edit-looks-hint = Así la verá el público. Aquí no se puede pulsar nada.

## Sus versiones

edit-versions = Versiones anteriores
edit-versions-link = { $n ->
    [one] Versiones anteriores (1)
   *[other] Versiones anteriores ({ $n })
}
edit-versions-back = Volver al editor
edit-versions-none = Aquí todavía no se cambió nada. Cada vez que alguien guarda, se conserva una versión.
edit-versions-changed = Qué cambió
edit-versions-first = Es la versión más antigua que se conserva.
edit-versions-same = Nada.
edit-versions-again = Retomar esta versión
edit-versions-again-hint = Pasa al editor. Nada se guarda hasta que pulse Guardar.
edit-version = Versión { $n }
edit-version-by = { $at }, { $who }
edit-version-from = a partir de la versión { $n }
edit-version-mend = ortografía
edit-version-shown = Esta es la versión del { $at }. Todavía no está guardada: lo guardado queda como está hasta que pulse Guardar.
edit-save-preview = Guardar y ver
edit-save-publish = Guardar e ir a publicar
edit-stale-title = Otra persona guardó mientras usted escribía
edit-stale-text = No se pierde nada: su texto sigue en el formulario. Esto es lo que se guardó mientras tanto, donde es distinto. Copie lo que quiera conservar y después guarde.
edit-stale-empty = vacío
rewording-title = Está cambiando lo que la gente ya firmó
rewording-signed = { $n ->
    [0] Todavía ninguna firma cuenta para este texto, pero alguien está a punto de confirmar.
    [one] { $n } persona firmó el texto como estaba.
   *[other] { $n } personas firmaron el texto como estaba.
}
rewording-before = Como se firmó
rewording-after = Como quedaría
rewording-legend = ¿Qué tipo de cambio es?
rewording-mend = Una corrección de ortografía: lo que se pide sigue siendo lo mismo. Cualquiera puede leer ambos textos en la página de todas las versiones.
rewording-change = Se pide otra cosa. La página de la petición lo dice, con ambos textos y cuántas personas firmaron cada uno. Quienes firmaron antes y aceptaron recibir mensajes reciben uno, con un enlace para retirar su firma.

## Alto riesgo

edit-part-risk = Si firmar es riesgoso
edit-high-risk = Firmar esto puede poner en peligro a las personas
edit-high-risk-hint = Cuando alguien haya firmado después de eso, la casilla ya no se puede desmarcar. Al marcarla cambia lo siguiente, también para quienes firmaron antes:
edit-risk-promise = Nunca se muestra ningún nombre. El formulario promete, a nombre de ustedes, que no le mostrarán los nombres a nadie: entreguen el número, nunca la lista. Los mensajes no dicen de qué tratan antes de abrirse.
edit-risk-form = El formulario no pide ocupación, escuela ni trabajo. Advierte contra las direcciones y los aparatos del trabajo, la escuela o la universidad, y sus páginas ofrecen una salida inmediata.
edit-risk-found = No aparece en la página de inicio de este sitio, ni en sus canales, ni en los buscadores: solo la encuentra quien tiene el enlace. Nada dice cuándo firmó la gente, no hay imagen para los enlaces compartidos y las organizaciones no pueden firmar.
edit-risk-links = Quienes firman no reciben un enlace propio. Lo que antes se contó por enlaces se borra y no vuelve.
edit-listed-risk = Mostrarla en las listas de todos modos
edit-listed-risk-hint = Entonces aparece en la página de inicio de este sitio y en los buscadores. Cualquiera puede encontrarla, también en el trabajo de quienes firman, y seguir el número desde el primer día.
edit-watched-domains = Dominios de correo de los que hay que advertir
edit-watched-domains-hint = Dominios del destinatario o de empresas, uno por línea, por ejemplo example.org. A quien escribe una de estas direcciones se le pide una privada, pero puede usarla de todos modos.

## Messages that signers pass on

share-texts-title = Mensajes para compartir
share-texts-text = A quienes firman les ofrecemos un mensaje para reenviar. Escriba aquí el suyo, o deje un campo vacío para usar el nuestro. El enlace de cada persona se añade al final.
share-texts-most = Hasta { $n } caracteres. El enlace se añade al final.
share-texts-stale = Alguien guardó esta petición después de que usted abriera esta página. Lo que escribió está abajo: guárdelo de nuevo para conservarlo.
share-text-any = En todas partes
share-text-subject = Asunto del correo

## Qué pasará ahora

step-text = Qué puede esperar la gente y cuándo: la entrega, una reunión, una respuesta. Los pasos aparecen en la página y después de firmar, en el orden de sus fechas; el primer y el último día para firmar se agregan solos. Para quitar un paso, déjelo vacío. Al guardar aparecen más renglones, hasta { $n }.
step-legend = Paso { $n }
step-day = Día
step-words = Qué pasará
step-words-in = Qué pasará ({ $language })
step-stale = Sus pasos están abajo. Abra esta página en otra ventana para ver lo que se guardó. Si guarda ahora, sus pasos reemplazan a los de la otra persona.

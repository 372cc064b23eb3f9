### The site itself: how signatures are checked, who runs it, reporting a page.

## How signatures are checked

trust-title = Cómo se comprueban las firmas
trust-confirmed-title = Confirmadas por correo
trust-confirmed = Después de cada firma enviamos un mensaje a la dirección que se escribió. La firma cuenta solo cuando su dueña o dueño abre el enlace y toca el botón, o escribe el código. Un enlace que solo se abre no cuenta nada. Si parece que lo tocó un programa, pedimos una palabra del mensaje.
trust-once-title = Cada persona una vez
trust-once = Una dirección cuenta una sola vez por petición. Otras formas de escribir el mismo buzón, con puntos o con algo añadido después de un signo más, sirven para dos nombres distintos como máximo, como cuando una pareja lo comparte. El equipo organizador puede retener o retirar firmas que parezcan inventadas. Quien firmó lo ve en su propia página.
trust-number-title = Qué significa el número
trust-number = Es el número de firmas confirmadas, y nada más. Baja cuando alguien retira la suya. Nadie puede comprar firmas ni sumar otras, tampoco el equipo organizador. Mientras se puede firmar, las páginas lo muestran a partir de 25.
trust-names-title = Quién ve qué
trust-names = Un nombre se muestra solo si su dueña o dueño lo permitió, y puede cambiarlo cuando quiera. En algunas cartas todos los nombres son públicos: el formulario lo dice antes de firmar. El equipo organizador ve los nombres y las direcciones de quienes firmaron. Otras organizaciones reciben una dirección solo si la persona le dijo que sí a esa organización. Cuánto tiempo se conservan los datos se explica en la página de privacidad de cada petición.
trust-tracking-title = Sin rastreo
trust-tracking = Estas páginas no cargan nada de otras empresas: ni contadores, ni píxeles, ni publicidad, ni tipografías ajenas. Ponemos una cookie solo cuando usted envía un formulario, para que la página siguiente reconozca su navegador. No guardamos su dirección IP. No hace falta una cuenta.
trust-limits-title = Lo que esto no puede demostrar
trust-limits = Una dirección confirmada no prueba que detrás haya una persona distinta: quien tiene varios buzones puede firmar varias veces. No revisamos documentos de identidad, ni queremos hacerlo. Y quien administra este sitio tiene su base de datos: hay que confiar en esa persona u organización.
trust-report = Reportar una página

## Who runs this site

imprint-title = Quién administra este sitio
imprint-operator = Este sitio lo administra { $operator }.
imprint-petitions = La organización que aparece en una petición escribió su texto y responde por él. Si da una dirección para escribirle, está en su página.

## Report a page

report-page-title = Reportar una página
report-page-text = Cuéntele a quien administra este sitio qué está mal en una página. Al equipo organizador de la petición no se le dice quién la reportó.
report-page-about = Usted reporta:
report-page-kind = ¿Qué está mal?
report-page-kind-is = { $kind ->
    [personal] Muestra datos personales de alguien sin permiso
    [impostor] Se hace pasar por otra persona u organización
    [unlawful] Es contraria a la ley
    [fraud] Pide dinero o contraseñas, o engaña
   *[other] Otra cosa
}
report-page-words = Cuente de qué se trata
report-page-words-hint = Qué frase, imagen o nombre, y dónde. Hasta 2000 caracteres.
report-page-email = Su correo
report-page-email-hint = Solo si quiere una respuesta. Lo ve quien administra este sitio y se borra con el reporte a los seis meses.
report-page-button = Enviar el reporte
report-page-done-title = Gracias por avisar
report-page-done = Su reporte queda guardado para quien administra este sitio. Si hay un peligro inmediato, llame al número de emergencias de su localidad.
report-page-back = Volver a la página
error-report-kind = Elija qué está mal
error-report-words = Diga en una frase qué está mal, para poder encontrarlo
error-report-many = Hoy llegaron demasiados reportes. Inténtelo de nuevo mañana.

## The message about a report

mail-report-subject = Reporte sobre una página: { $title }
mail-report-lead = Alguien reportó una página de su sitio.
mail-report-kind = Qué está mal: { $kind ->
    [personal] datos personales sin permiso
    [impostor] se hace pasar por otra persona u organización
    [unlawful] contraria a la ley
    [fraud] pide dinero o contraseñas, o engaña
   *[other] otra cosa
}
mail-report-words = Lo que escribió:
mail-report-email = Quiere una respuesta en { $email }.
mail-report-no-email = No dejó ninguna dirección.
mail-report-button = Ver la página
petition-imprint-title = Aviso legal
petition-imprint-who = { $organization } escribió el texto de esta petición y responde por él.
petition-imprint-site = Quién administra este sitio
organization-gone = Esta organización ya no existe. Las peticiones que inició se pueden seguir leyendo en sus propias direcciones.

## Quien lleva el sitio prueba si llegan los mensajes

mail-test-subject = Mensaje de prueba: ha llegado
mail-test-lead = El { $date } (UTC) se pidió este mensaje en la página del correo. Siguió el camino de todos los demás: de la cola al servidor de envío, y de ahí hasta aquí.
mail-test-lead-init = El { $date } (UTC) se configuró este sitio, que envió este mensaje directamente a su servidor de envío, como enviará todos los demás.
mail-test-text = Conviene mirar dónde está: si llegó a la carpeta de correo no deseado, los de las demás personas llegarán también ahí. Lo más frecuente es que al dominio remitente le falte SPF, DKIM o DMARC.
mail-test-button = Volver a la página del correo

## Quien llega cuando el sitio aún no tiene certificado

https-none-title = Este sitio todavía no está disponible
https-none = { $host } solo responde por HTTPS, y aún no tiene certificado.
https-why = { $why ->
    [away] No se puede contactar con la autoridad que lo emite. Se vuelve a intentar solo.
    [too-many] La autoridad que lo emite no admite por ahora más peticiones para este nombre. Se vuelve a intentar más tarde, solo.
    [not-ours] La autoridad que lo emite no encuentra este servidor bajo ese nombre. Quien administra el sitio debe hacer que el nombre apunte aquí y abrir el puerto 443.
    [name] La autoridad no emite certificados para este nombre. Quien administra el sitio encontrará el motivo en el registro.
    [disk] No se puede guardar: quien administra el sitio debe liberar espacio en el disco.
    [other] La autoridad que lo emite lo rechaza. Quien administra el sitio encontrará el motivo en el registro.
   *[none] Se está emitiendo. Vuelve en un minuto.
}

### Páginas de una petición: la página, su número, su imagen, la lista de todas.
### { $kind } es letter, pledge o petition.

## El conteo

signed-html = { $n ->
    [one] <b>{ $n }</b> persona ha firmado
   *[other] <b>{ $n }</b> personas han firmado
}
pledged-html = { $n ->
    [one] <b>{ $n }</b> persona se ha comprometido
   *[other] <b>{ $n }</b> personas se han comprometido
}
confirmed-html = { $n ->
    [one] <b>{ $n }</b> firma confirmada hasta ahora
   *[other] <b>{ $n }</b> firmas confirmadas hasta ahora
}
signed-over-html = { $n ->
    [one] <b>{ $n }</b> persona firmó
   *[other] <b>{ $n }</b> personas firmaron
}
signed-first = Sea de las primeras personas en firmar
to-go = { $left ->
    [one] Falta { $left } para llegar a { $goal }
   *[other] Faltan { $left } para llegar a { $goal }
}
goal-met = Meta de { $goal } alcanzada
goal-met-on = Meta de { $goal } alcanzada el { $date }
goal-why = Por qué { $goal }:
since-yesterday = { $n ->
    [one] { $n } desde ayer
   *[other] { $n } desde ayer
}
strokes = { $n ->
    [one] { $n } de { $goal } firmas
   *[other] { $n } de { $goal } firmas
}
as-of = Datos de las { $time }. Tenemos un problema técnico y el número puede estar atrasado.

## Una petición

eyebrow-to = { $kind ->
    [letter] Carta abierta a { $target }
    [pledge] Compromiso dirigido a { $target }
   *[petition] Petición a { $target }
}
# Cómo se une el artículo de a quién se dirige con la palabra anterior: lo que se encuentra, y lo que resulta.
eyebrow-joins = a el = al
eyebrow = { $kind ->
    [letter] Carta abierta
    [pledge] Compromiso
   *[petition] Petición
}
untranslated = Este texto aún no está traducido.
started-by = Iniciativa de
who-with = con
who-more = { $n ->
    [one] y { $n } más
   *[other] y { $n } más
}
fact-closes-html = Cierra el <b>{ $date }</b>, { $days ->
    [0] hoy
    [one] en { $days } día
   *[other] en { $days } días
}
fact-goes = Se entrega a:
bar-button = { $kind ->
    [pledge] Sumarme
   *[petition] Firmar
}
bar-signed = { $kind ->
    [pledge] compromisos
   *[petition] firmas
}
bar-closes = cierra el { $date }
register-next = Aquí va su nombre
form-see = { $shown ->
    [counted] Sin nombre
    [place] Ciudad
    [name] Nombre
   *[detail] Nombre y datos
}
form-sample = { $shown ->
    [place] Una persona de su ciudad
   *[counted] Una persona firmante
}
form-your-name = Su nombre
form-trust = Su firma cuenta cuando la confirma por correo. Sin rastreo.
preview = Vista previa. Solo el equipo organizador ve esta página y todavía nadie puede firmar.
section-sign = { $kind ->
    [letter] Firme esta carta
    [pledge] Asuma este compromiso
   *[petition] Firme esta petición
}
form-title = { $kind ->
    [pledge] Súmese a este compromiso
   *[petition] Agregue su nombre
}
form-promise = Me comprometo
promise-mark = Me comprometo:
promises-title = A qué se compromete la gente
promises-counted = { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}
form-name = Nombre completo
form-email = Correo
form-email-hint = Para confirmar. Nunca se publica.
form-listed = Aparece junto a su nombre
form-role = Ocupación
form-affiliation = Escuela o trabajo
form-place = Ciudad o estado
form-postcode = Código postal
form-country = País
form-about = Sobre usted
form-unlisted = Solo lo ven quienes organizan
form-updates = ¿Puede { $organization } escribirle por correo electrónico sobre esta campaña?
form-updates-several = ¿Quién puede enviarle correos sobre esto?
form-updates-several-hint = Solo le escriben las que usted marque.
form-updates-founder = { $organization } puede escribirme por correo electrónico sobre esta campaña
form-updates-partner = ¿Puede { $partner } escribirle por correo electrónico? Si dice que sí, { $partner } recibe su nombre y su dirección de correo.
form-updates-stated = { $question } (respuesta según la indica el programa «{ $program }»)
# What stands beside a name, after "with my" or "with your".
listed-role = ocupación
listed-affiliation = escuela o trabajo
listed-place = ciudad
listed-details = información
form-public = { $shown ->
    [counted] Que mi firma cuente, pero sin mostrar mi nombre
    [place] { $kind ->
        [letter] Mostrar solo mi ciudad («Una persona de Calder Bay»), sin mi nombre, en la página de la carta y en la carta que se entregue
        [pledge] Mostrar solo mi ciudad («Una persona de Calder Bay»), sin mi nombre, en la página del compromiso
       *[petition] Mostrar solo mi ciudad («Una persona de Calder Bay»), sin mi nombre, en la página de la petición y en la petición que se entregue
    }
    [name] { $kind ->
        [letter] Mostrar mi nombre en la página de la carta y en la carta que se entregue
        [pledge] Mostrar mi nombre en la página del compromiso
       *[petition] Mostrar mi nombre en la página de la petición y en la petición que se entregue
    }
   *[detail] { $kind ->
        [letter] Mostrar mi nombre con mi { $listed } en la página de la carta y en la carta que se entregue
        [pledge] Mostrar mi nombre con mi { $listed } en la página del compromiso
       *[petition] Mostrar mi nombre con mi { $listed } en la página de la petición y en la petición que se entregue
    }
}
form-public-choice = ¿Qué pueden ver otras personas?
form-public-hint = Si no marca esta casilla, su firma cuenta, pero su nombre no se muestra.
form-public-never = Aquí no se muestra ningún nombre: su firma cuenta, pero su nombre no se muestra.
form-public-always = { $shown ->
    [name] { $kind ->
        [letter] En esta carta lo que importa son los nombres: el suyo será público, aquí y en la carta que se entregue.
        [pledge] En este compromiso lo que importa son los nombres: el suyo será público.
       *[petition] En esta petición lo que importa son los nombres: el suyo será público, aquí y en la petición que se entregue.
    }
   *[detail] { $kind ->
        [letter] En esta carta lo que importa son los nombres: el suyo será público, con su { $listed }, aquí y en la carta que se entregue.
        [pledge] En este compromiso lo que importa son los nombres: el suyo será público, con su { $listed }.
       *[petition] En esta petición lo que importa son los nombres: el suyo será público, con su { $listed }, aquí y en la petición que se entregue.
    }
}
form-why-asked = Para qué:
form-no-reply = Sin respuesta
form-leave-empty = Deje este campo vacío
form-keeps = { $organization } conserva sus datos hasta el { $date }.
form-keeps-after = { $organization } conserva sus datos hasta { $months ->
    [one] un mes
   *[other] { $months } meses
} después del cierre.
form-privacy = Cómo usamos sus datos
form-button = { $kind ->
    [letter] Firmar la carta
    [pledge] Asumir el compromiso
   *[petition] Firmar la petición
}
closed-title = { $kind ->
    [letter] Esta carta está cerrada
    [pledge] Este compromiso está cerrado
   *[petition] Esta petición está cerrada
}
closed-on = Se cerró el { $date }. Gracias a todas las personas que firmaron.
closed-outcome = Cómo terminó
paused-title = La recolección de firmas está en pausa
paused-text = El equipo organizador puso en pausa la recolección de firmas por ahora. No se pierde ninguna firma. Vuelva más tarde, por favor.
coming-title = Todavía no se puede firmar
coming-text = { $kind ->
    [letter] Podrá firmar esta carta a partir del { $date }.
    [pledge] Podrá asumir este compromiso a partir del { $date }.
   *[petition] Podrá firmar esta petición a partir del { $date }.
}
petition-removed-title = Esta petición se retiró
petition-removed = El equipo organizador retiró esta petición.
petition-off = Esta petición no está disponible en este momento. No se pierde ninguna firma.
reworded = { $counted ->
    [one] { $counted } persona ya firmó; este texto, { $n }.
   *[other] { $counted } personas ya firmaron; este texto, { $n }.
}
reworded-on = Lo que se pide se cambió el { $date }: vea todas las versiones.
corrections-title = Correcciones del número
corrections-text = Cuando el equipo organizador encuentra firmas que no son lo que deberían, las saca de la cuenta o las devuelve a ella. Cada decisión queda aquí por día. De quién eran solo lo saben quienes firmaron, en su propia página.
corrections-none = No se ha corregido nada.
correction = { $act ->
    [count] { $n ->
        [one] Se volvió a contar { $n } firma.
       *[other] Se volvieron a contar { $n } firmas.
    }
    [hold] { $n ->
        [one] Se apartó { $n } firma para revisarla.
       *[other] Se apartaron { $n } firmas para revisarlas.
    }
   *[remove] { $n ->
        [one] Se quitó { $n } firma.
       *[other] Se quitaron { $n } firmas.
    }
}
correction-back = { $n ->
    [one] { $n } volvió después a su lugar.
   *[other] { $n } volvieron después a su lugar.
}
correction-cause = { $cause ->
    [program] { $n } llenadas por un programa
    [invented] { $n } sin nombre de persona
    [twice] { $n } firmadas dos veces
    [other-person] { $n } firmadas en nombre de otra persona
    [abusive] { $n } con un nombre que ofende a alguien
    [mistake] { $n } retenidas o quitadas por error
    [in-order] { $n } revisadas y en orden
   *[other] { $n } por otro motivo
}
corrections-link = Cómo se corrigió el número
wordings-title = Todas las versiones
wordings-text = Cada persona firmó el texto que leyó. Si el equipo organizador lo cambia, las versiones anteriores siguen aquí.
wordings-from = Desde el { $date }
wordings-first = El primer texto en este idioma.
wordings-before = Este texto reemplazó a otro anterior.
wordings-mend = El equipo organizador corrigió la ortografía.
wordings-change = El equipo organizador cambió lo que se pide.
wordings-signed = { $n ->
    [0] Ninguna firma cuenta para este texto.
    [one] { $n } firma cuenta para este texto.
   *[other] { $n } firmas cuentan para este texto.
}
wordings-show = Leerlo
latest-title = Últimas firmas
latest-private = Una persona firmante
latest-place = Una persona de { $place }
latest-private-detail = Prefiere no mostrar su nombre
handed-over-title = Entregada
handed-over = { $n ->
    [one] Entregada a { $recipient } el { $date } con una firma.
   *[other] Entregada a { $recipient } el { $date } con { $n } firmas.
}
handed-over-sum = SHA-256 del archivo:
next-title = Qué pasará ahora
foot-contact = Escribir al equipo organizador
foot-accessibility = Accesibilidad
foot-privacy = Privacidad
foot-back = { $kind ->
    [letter] Volver a la carta
    [pledge] Volver al compromiso
   *[petition] Volver a la petición
}
foot-trust = Cómo se comprueban las firmas
foot-report = Reportar esta página
foot-imprint = Quién administra este sitio
foot-operator = Este sitio lo administra { $operator }.
foot-promise = Cada firma se confirma por correo. Los nombres se muestran solo con permiso. Sin rastreo.
foot-organize = Para quienes organizan

## Todas las peticiones

browse-title = Peticiones abiertas
browse-none = Por ahora no hay ninguna petición abierta.
front-empty-title = Nadie ha puesto en marcha este sitio todavía.
front-empty-text = Hasta que alguien lo haga, aquí no hay nada que firmar.
front-empty-how = Para quien lo administra: al arrancar, el programa escribió en su registro un enlace de un solo uso. Ese enlace guía por todo lo demás. Vale una hora, y cada arranque del programa escribe uno nuevo.
front-tab = Peticiones, cartas abiertas y compromisos
front-title = Firme lo que defiende.
front-text = Peticiones, cartas abiertas y compromisos, a cargo de quienes los iniciaron. No hace falta una cuenta: firme aquí, confirme por correo, y su nombre se muestra solo si usted lo permite.
over-title = En qué quedaron las demás
over-line = { $n ->
    [one] Firmó { $n } persona. Se cerró el { $date }.
   *[other] Firmaron { $n } personas. Se cerró el { $date }.
}
organization-write = Escribir a { $contact }

## Badge

badge-label = firmas
badge-of = { $n } de { $goal }

## What happens next

next-today = Hoy
next-confirm = Usted confirma desde su correo.
next-open = { $kind ->
    [letter] Primer día para firmar la carta.
    [pledge] Primer día para asumir el compromiso.
   *[petition] Primer día para firmar la petición.
}
next-close = { $kind ->
    [letter] Último día para firmar la carta.
    [pledge] Último día para asumir el compromiso.
   *[petition] Último día para firmar la petición.
}
next-from-now = A partir de ahora
next-after = Después
next-updates = El equipo organizador escribe a quienes aceptaron recibir correos.
# Before a day, for whoever does not see its mark.
next-past = Ya pasó:
next-is-today = Hoy:
next-is-next = Próximo paso:

## Alto riesgo

risk-leave = Salir de esta página ahora
risk-leave-keys = O presione Mayús tres veces
risk-way-out = Salida
risk-leave-rest = “Salir de esta página ahora”, arriba, abre una enciclopedia en lugar de esta página. Lo que abrió antes queda en el historial de su navegador: una ventana privada no guarda nada.
risk-secret-title = Quién ve que usted firmó
risk-secret-shown = Nadie que visite estas páginas: su nombre no se muestra, y no hay lista de nombres, solo un número.
risk-secret-told = { $organization } lo ve y promete no mostrarle los nombres a nadie: ni en su trabajo, ni en su escuela o universidad.
risk-secret-told-several = { $organization } y las organizaciones que usted elija abajo lo ven. Prometen no mostrarle los nombres a nadie: ni en su trabajo, ni en su escuela o universidad.
risk-secret-site = Quien administra este sitio podría leer la lista, y un tribunal podría pedirla. No guardamos su dirección IP.
risk-address = Use una dirección privada, no una que puedan leer en su trabajo, su escuela o su universidad.
risk-device = Use su propio teléfono o computadora, no los de su trabajo, escuela o universidad, ni su red.
risk-sure = Usar esta dirección de todos modos
risk-mailbox-title = Para que nadie más lo lea
risk-mailbox-open = El mensaje no dice de qué trata hasta que usted lo abre.
risk-mailbox-close = Cuando haya confirmado, bórrelo y cierre su correo y esta página. Puede pedir otro enlace cuando quiera.
risk-receives-target = El número, sin nombres, se entrega a:
risk-cookies = Ninguna mientras solo lea. Dos después de firmar: para que el mismo navegador pueda confirmar sin más preguntas y para que las páginas siguientes le muestren lo que envió. Las dos desaparecen cuando cierra el navegador.
risk-share = Comparta esto solo con gente de confianza, desde su propio teléfono o computadora. El mensaje no dice que usted firmó.
risk-share-message = Mire esto: “{ $title }” { $link }
risk-no-history = Cuando firmar puede poner en peligro a las personas, no se muestra a nadie cuándo firmaron.

## Vistas previas de enlaces

# As networks write language and region; the second for petitions whose time zone is in Europe.
og-locale = es_LA
og-locale-europe = es_ES
card-signed = { $kind ->
    [pledge] Más de { $n } compromisos
   *[petition] Más de { $n } firmas
}
card-first = { $kind ->
    [pledge] Sea de las primeras personas en sumarse
   *[petition] Sea de las primeras personas en firmar
}

## Its picture

picture-by = Imagen: { $credit }
strokes-alt = { $n } trazos de recuento, { $each ->
    [1] uno por cada firma
   *[other] uno por cada { $each } firmas
}; los cinco más nuevos son amarillos.

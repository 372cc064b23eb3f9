# Decisiones sobre firmas: retenidas, por una regla, en grupo.

held-title = Retenidas y decididas
held-text = Las firmas retenidas no cuentan hasta que alguien decida. Nada se borra: lo que se decida se puede deshacer durante 30 días, y la persona afectada lo lee en su propia página, con el motivo.
held-none = No hay firmas retenidas.
held-group = { $reason ->
    [alias] Otra dirección de un buzón que ya firmó: { $n }
    [score] Formulario llenado como lo haría un programa: { $n }
    [erased] Borradas por quien firmó: { $n }
   *[organizer] Por decisión del equipo: { $n }
}
batch-act = { $act ->
    [count] Contarlas
    [hold] Retenerlas
   *[remove] Quitarlas
}
batches-title = Decisiones
batches-none = Todavía no se decidió nada.
batches-all = Todas las decisiones
batch-title = Una decisión sobre firmas
batch-line = { $act ->
    [count] { $n ->
        [one] Contar { $n } firma
       *[other] Contar { $n } firmas
    }
    [hold] { $n ->
        [one] Retener { $n } firma
       *[other] Retener { $n } firmas
    }
   *[remove] { $n ->
        [one] Quitar { $n } firma
       *[other] Quitar { $n } firmas
    }
}
batch-state = { $state ->
    [gathering] buscando
    [ready] sin confirmar
    [waiting] en espera
    [running] en curso
    [done] hecho
    [stopped] detenido
    [taking-back] se está deshaciendo
   *[taken-back] deshecho
}
batch-cause = { $cause ->
    [program] La llenó un programa
    [invented] No es el nombre de una persona
    [twice] Firmó dos veces
    [other-person] Firmaron en nombre de otra persona
    [abusive] El nombre ofende a alguien
    [mistake] Se retuvo o se quitó por error
    [in-order] Revisada y en orden
   *[other] Otra cosa
}
batch-stale = Alguien lo cambió mientras tanto. Así está ahora; lo suyo no se hizo.
batch-gathering = Se están buscando las firmas. No se mueve nada.
batch-look-again = Volver a mirar
batch-running = Hechas { $moved } de { $n }.
batch-taking-back = Se está deshaciendo.
batch-done = { $act ->
    [count] { $n ->
        [one] { $n } firma cuenta ahora.
       *[other] { $n } firmas cuentan ahora.
    }
    [hold] { $n ->
        [one] { $n } firma está retenida.
       *[other] { $n } firmas están retenidas.
    }
   *[remove] { $n ->
        [one] Se quitó { $n } firma.
       *[other] Se quitaron { $n } firmas.
    }
}
batch-taken-back = Se deshizo.
batch-not-back = { $n ->
    [one] { $n } queda como está: cambió después, o sus datos ya no existen.
   *[other] { $n } quedan como están: cambiaron después, o sus datos ya no existen.
}
batch-was-stopped = Se detuvo. No se movió nada.
batch-alone = Nadie más puede aceptarlo, así que espera un día y se hace entonces. Se avisó a todo el equipo, y quien pueda decidir puede detenerlo.
batch-waits = Espera a que otra persona lo acepte. Se les avisó por correo.
batch-agree-text = Alguien de su equipo le pide que lo acepte: mire primero de quiénes se trata.
batch-needs-second = Tantas firmas necesitan a una segunda persona: después de usted tiene que aceptarlo alguien más.
batch-needs-day = Tantas firmas necesitan a una segunda persona. Aquí nadie más puede decidir, así que se hará un día después, y se avisará a todo el equipo.
batch-which = Cuáles
batch-numbers = Ahora cuentan { $now }; serían { $then }.
batch-nobody = No hay ninguna así.
batch-more = { $n ->
    [one] Y { $n } más.
   *[other] Y { $n } más.
}
batch-said = Lo que se dijo
batch-why = Por qué
batch-why-hint = Quien firmó lo lee en su propia página.
batch-note = Nota
batch-note-hint = Queda con la decisión, y la leen las personas afectadas. No escriba nada sobre una persona en concreto.
batch-agree = Aceptar
batch-stop = Detenerlo
batch-back = Deshacerlo
batch-by = De { $who }, { $at }.
batch-with = Lo aceptó { $who }, { $at }.
batch-ended = Terminó { $at }.
batch-none-ticked = Marque antes al menos una firma.
rule-title = Buscar por una regla
rule-text = Después de un ataque: diga qué tienen en común. Antes de mover nada verá cuántas son, y algunas de ellas.
rule-act = Qué hacer con ellas
rule-act-is = { $act ->
    [count] Contar las retenidas
    [hold] Retener las que cuentan
   *[remove] Quitarlas, cuenten o estén retenidas
}
rule-again = Usar otra vez esta regla
rule-because = Retenidas porque
rule-source = Llegaron por
rule-source-hint = El código de un enlace o de una organización aliada, como en ?via=mesa-harlow
rule-domain = Dirección en
rule-domain-hint = Un dominio, como example.org; también vale lo que está debajo.
rule-name = El nombre contiene
rule-name-hint = Las mayúsculas y los acentos dan igual.
rule-when = Cuándo se envió el formulario, en { $zone }
rule-since = Desde el día
rule-since-time = Desde la hora
rule-until = Hasta el día
rule-until-time = Hasta la hora
rule-go = Buscarlas
one-title = Una firma
one-given = Lo que se dio
one-allowed = Lo que se permitió
one-nothing = No se preguntó nada.
one-letters = Mensajes enviados
one-language = Se firmó en
one-number = Número de firma
one-text = Texto firmado
one-source = Llegó por
one-decision = { $act ->
    [count] Contada
    [hold] Retenida
   *[remove] Quitada
}
one-decide = Dentro o fuera de la cuenta
one-decide-text = Antes de que pase nada dirá por qué; quien firmó lo lee en su propia página. Se puede deshacer durante 30 días.
one-act = { $act ->
    [count] Contarla
    [hold] Retenerla
   *[remove] Quitarla
}
signatures-tick = Elegir a { $name }
signatures-ticked = Con las marcadas

## Notas, etiquetas y lo que pide quien firmó

one-asked = Cuando quien firmó lo pide
own-link-text = Con su propio enlace puede ver, cambiar, llevarse y borrar todo. Llega a la dirección de la firma; tú no lo ves.
own-link-send = Enviar el enlace a su página
own-link-sent = El enlace va en camino a la dirección de esta firma, salvo que ese buzón no reciba nuestros mensajes.
own-link-lately = El enlace se le envió hace menos de una hora. Pídele que mire en el correo no deseado o vuelve a intentarlo más tarde.
take-held-text = Para quien ya no puede abrir ese correo. Asegúrate antes de que es esa persona. Queda anotado que lo descargaste.
take-held = Descargar todo lo que guardamos
notes-title = Notas y etiquetas
notes-text = Para ti y tu equipo. Quien firmó puede leerlas en su página y llevárselas, así que no escribas nada que no le dirías. Se borran cuando se borran sus datos.
note-words = Añadir una nota
note-tags = Etiquetas
note-tags-hint = Separadas por comas: prensa, mesa de Harlow
note-save = Guardar notas y etiquetas
note-saved = Guardado.
note-delete = Borrar esta nota
tag-label = Etiqueta para las marcadas
tag-put = Ponerla
tag-off = Quitarla
overview-unusual = { $n ->
    [one] Hay algo inusual entre quienes firmaron hace poco. Mira si son quienes dicen ser.
   *[other] Hay { $n } cosas inusuales entre quienes firmaron hace poco. Mira si son quienes dicen ser.
}
batch-noticed = El programa se fijó en ellas: en una hora llegaron muchas más que antes. Puede ser un ataque o una escuela cuyos estudiantes llegaron a la vez. No se ha hecho nada.

# Lo que se pregunta en el formulario con palabras propias.

questions-title = Preguntas
questions-text = Lo que se pregunta además del nombre y el correo, con sus propias palabras. Pregunte solo lo que de verdad va a usar: quienes firman leen junto a cada pregunta para qué es, ven y cambian sus respuestas en su propia página, y solo las leen usted y su equipo.
questions-stale = No se hizo nada. Estas son las preguntas como están ahora; vuelva a tocar lo que quería.
questions-on-form = En el formulario
questions-none = No pregunta nada propio. La mayoría de las peticiones no necesita más.
questions-cost = Lo que cuesta
questions-cost-asked = { $n ->
    [0] Ninguna pregunta además del nombre y el correo. No hay forma más rápida de firmar.
    [one] { $n } pregunta. Cuesta unas pocas firmas.
    [2] { $n } preguntas. Cuestan algunas firmas.
   *[other] { $n } preguntas. Habrá menos firmas.
}
questions-cost-required = { $n ->
    [one] Una de ellas es obligatoria.
   *[other] { $n } de ellas son obligatorias.
}
cost-whole = { $parts }. Con cada pregunta más se pierden algunas personas.
cost-must = { $n ->
    [one] { $n } campo obligatorio
   *[other] { $n } campos obligatorios
}
cost-may = { $n ->
    [one] { $n } que puede quedar vacío
   *[other] { $n } que pueden quedar vacíos
}
cost-choices = { $n ->
    [one] { $n } elección
   *[other] { $n } elecciones
}
questions-removed = Quitadas
questions-removed-text = Lo respondido se conserva: quienes firmaron lo ven y lo cambian en su propia página, y está al final de sus listas.
questions-back = Volver a las preguntas
question-new = Pregunta nueva
question-title = Pregunta
question-answered-by = Se responde con
question-kinds = No hay preguntas para números de teléfono, fechas de nacimiento, documentos de identidad ni situación migratoria.
question-kind = { $kind ->
    [one] Una opción
    [several] Varias opciones
    [short] Un texto corto
    [long] Un texto largo
    [number] Un número
    [date] Una fecha
   *[tick] Una casilla
}
question-kind-stays = Después no se puede cambiar, porque las respuestas tienen esa forma.
question-add = Escribir la pregunta
question-edit = Editar
question-up = Subir
question-down = Bajar
question-remove = Quitar
question-back = Volver a poner
question-removed-on = Quitada el { $date }
question-required-is = obligatoria
question-optional-is = opcional
question-off = No se pregunta: firmar aquí puede poner a alguien en peligro, y en un texto se escribe quién es uno.
question-langs = Idiomas
question-untranslated = todavía no
question-stale = Lo que escribió está abajo. Abra esta página en otra ventana para ver lo que se guardó. Si guarda ahora, lo suyo reemplaza eso.
question-translates = En el idioma propio de la petición, esta pregunta es:
question-label = Pregunta
question-purpose = Para qué se pregunta
question-purpose-hint = Quienes firman lo leen junto a la pregunta. Por ejemplo: Para reservar salas para la reunión.
question-hint = Cómo responder
question-hint-hint = Una ayuda breve, solo si la pregunta la necesita.
question-required = Es obligatoria. A quien ya firmó no se le vuelve a preguntar.
question-options = Respuestas para elegir
question-options-hint = Como máximo { $n }. Al guardar aparecen más renglones. Una respuesta que se quita conserva lo que se eligió.
question-options-translated = Qué respuestas hay y en qué orden es igual en todos los idiomas. Lo que deje vacío se muestra en el idioma propio de la petición. Aquí solo se traduce: para otra respuesta, cámbiela en el idioma propio de la petición.
question-option = Respuesta
question-option-is = Respuesta: { $words }
question-option-new = Respuesta nueva { $n }
question-option-drop = Quitar esta respuesta
question-option-up = Guardar y subirla
question-option-down = Guardar y bajarla
question-means = Puede que alguien haya elegido «{ $words }». ¿Qué significan las palabras nuevas?
question-means-mend = Lo mismo, mejor dicho: conservan su respuesta, con las palabras nuevas
question-means-other = Otra cosa: su respuesta sigue siendo «{ $words }», que ya no se ofrece, y esta es nueva

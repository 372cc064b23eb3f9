### La configuración de una organización.

console-settings = Configuración
settings-pages = Configuración
settings-saved = Guardado.
settings-stale = Alguien más guardó esta página después de que usted la abrió. Lo que escribió está abajo y todavía no se guardó: vea lo que hay ahora en otra ventana y después guarde.

## Lo que leen quienes firman

settings-details = Datos
settings-name-hint = Quienes firman lo ven en cada petición y como remitente de cada mensaje. Si lo cambia, la dirección de su página no cambia, ni tampoco el nombre en lo que la gente ya aceptó.
settings-imprint = Aviso legal
settings-imprint-hint = Quién responde por sus peticiones, según lo que pide la ley de su país: nombre, dirección, responsable. Tiene una página propia debajo de cada petición. Basta con un idioma; los demás muestran ese.

## Colores

settings-look = Aspecto
settings-look-text = Con dos colores, sus peticiones se reconocen como suyas. Todo lo demás se calcula a partir de ellos, para pantallas claras y oscuras. Deje los dos vacíos para usar los colores de este sitio. Las peticiones en las que firmar puede ser un peligro conservan los colores de este sitio.
settings-cover = Detrás del título
settings-cover-hint = Un color oscuro, porque las letras encima son claras. Seis cifras, por ejemplo 5a2550
settings-pen = Enlaces y botones
settings-pen-hint = Un color oscuro, porque se lee sobre papel claro. Seis cifras, por ejemplo 7a2f6c

## Logotipo

settings-logo = Logotipo
settings-logo-file = Imagen
settings-logo-hint = PNG, JPEG o WebP, de 2 MB como máximo. Aparece junto al nombre en sus peticiones y en su página. Quien no lo ve, escucha el nombre.
settings-logo-remove = Quitar el logotipo

## Con qué empiezan las peticiones

settings-beginnings = Peticiones nuevas
settings-beginnings-text = Así empieza una petición nueva. Las que ya existen conservan lo que tienen.
settings-langs = Idiomas
settings-langs-hint = Una petición nueva se escribe en uno de estos, y su editor tiene campos para cada uno.
settings-keeps = Meses que se guardan los datos de quienes firman
settings-keeps-hint = Se cuentan desde el fin de la petición, de 1 a 24. Cada petición puede elegir otro plazo mientras es un borrador, y después solo uno más corto.

## Lo que aceptan quienes firman

settings-consents = Consentimientos
consents-text = Estas son las frases que responden quienes firman. Son del programa y no se pueden editar. Cuando una frase cambia, porque el programa se actualiza o porque su organización cambia de nombre, se convierte en una versión nueva; quien respondió a una anterior conserva las palabras que leyó.
consents-purpose = { $purpose ->
    [updates] Mensajes sobre la campaña
   *[listing] Aparecer en la página
}
consents-none = Nadie ha respondido todavía. Con la primera respuesta, la frase aparece aquí.
consents-sentence = Frase
consents-version = Versión
consents-number = { $lang }, { $n }
consents-now = Se pregunta ahora
consents-since = Desde
consents-petitions = Peticiones

## Seguridad

settings-security = Seguridad
settings-second = ¿Necesitan un segundo factor todas las personas que pueden ver direcciones de quienes firman?
settings-second-hint = Quien no lo tenga deberá activarlo la próxima vez que abra una lista con direcciones, y antes no verá ninguna. Las demás páginas le siguen abiertas.
settings-second-own = Su propio segundo factor
settings-second-all = Todas las personas que pueden ver direcciones tienen un segundo factor.
settings-second-without = { $n ->
    [one] { $n } persona puede ver direcciones y todavía no tiene un segundo factor:
   *[other] { $n } personas pueden ver direcciones y todavía no tienen un segundo factor:
}

## El final

settings-delete = Borrar la organización
organization-delete-kept = Todavía no se puede borrar. Estas peticiones necesitan a alguien que responda por ellas:
organization-delete-open = Está publicada. Ciérrela primero.
organization-delete-details = Los datos de quienes firmaron se guardan hasta el { $date }. Después se puede borrar la organización.
organization-delete-unreadable = Ahora no se puede leer. Quien administra este sitio lo encuentra en el registro.
organization-delete-text = Todas las personas que trabajan aquí pierden el acceso en el acto, también usted. Desaparecen las invitaciones, las organizaciones aliadas y sus enlaces. Su página dice que la organización ya no existe, y cada titular recibe un mensaje. No se puede deshacer.
organization-delete-drafts = { $n ->
    [one] Se borra { $n } borrador.
   *[other] Se borran { $n } borradores.
}
organization-delete-over = { $n ->
    [one] { $n } petición terminada queda como registro público, con el nombre de su organización.
   *[other] { $n } peticiones terminadas quedan como registro público, con el nombre de su organización.
}
organization-delete-name = Nombre de la organización
organization-delete-name-hint = Escríbalo como está aquí: { $name }

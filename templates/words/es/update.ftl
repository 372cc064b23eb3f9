### Novedades de una petición.

## Novedades

updates-title = Novedades
updates-feed = Seguir las novedades por RSS
update-about = Novedades sobre
update-edited = modificada
update-preview = Vista previa. Esta página solo la ve el equipo organizador.
update-to-petition = Leer y firmar
update-gone-title = Esta novedad se borró
update-gone = El equipo organizador borró esta novedad.
update-answered = Qué respondió { $recipient }
update-answered-short = Qué respondieron

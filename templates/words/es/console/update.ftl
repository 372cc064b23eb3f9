### Novedades como las escribe el equipo organizador.

update-write = Escribir una novedad
update-text = Nada es público hasta que usted lo publique. Cada idioma va completo o se deja vacío.
update-live = Esta novedad es pública. Lo que guarde se muestra de inmediato, con la indicación de que fue modificada.
update-stale = Otra persona guardó mientras usted escribía. Su texto sigue abajo: mire el de la otra persona en otra ventana y luego guarde.
update-state = { $state ->
    [draft] Borrador
   *[published] Publicada
}
updates-none = Todavía no hay novedades. Diga a quienes firmaron qué pasó desde entonces.
updates-not-now = Podrá escribir novedades cuando la petición esté publicada.
update-publish-title = ¿Publicar esta novedad?
update-publish-text = Aparecerá en la página de la petición y en sus canales RSS. No se envía ningún correo.
update-take-back = Borrar esta novedad
update-take-back-title = ¿Borrar esta novedad?
update-take-back-text = Desaparece de inmediato de la página y en unos minutos de los canales RSS, su enlace lo dice y su texto se borra.

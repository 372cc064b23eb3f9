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
console-sessions = Sesiones abiertas
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

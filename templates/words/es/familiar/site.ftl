### Reportar una página de una petición que habla de tú.

report-page-text = Cuéntale a quien administra este sitio qué está mal en una página. Al equipo organizador de la petición no se le dice quién la reportó.
report-page-about = Reportas:
report-page-words = Cuenta de qué se trata
report-page-email = Tu correo
report-page-email-hint = Solo si quieres una respuesta. Lo ve quien administra este sitio y se borra con el reporte a los seis meses.
report-page-done = Tu reporte queda guardado para quien administra este sitio. Si hay un peligro inmediato, llama al número de emergencias de tu localidad.
error-report-kind = Elige qué está mal
error-report-words = Di en una frase qué está mal, para poder encontrarlo
error-report-many = Hoy llegaron demasiados reportes. Inténtalo de nuevo mañana.

### Publicar, cerrar, pausar, retirar.

## Publishing

publish-title = Publicar
publish-ready = Todo listo
publish-missing = Todavía falta algo
publish-text = Desde ese momento cualquiera podrá verla y firmarla en
publish-button = Publicar ahora
publish-back = Volver al editor
publish-stale = Alguien guardó un cambio mientras usted leía. Mire la petición otra vez antes de publicarla.
check-done = Hecho:
check-advised = Consejo:
check-missing = Falta:
check-lang = Hay un texto que mostrar
check-lang-none = Marque al menos un idioma para mostrarlo
check-title-there = Cada texto que se muestra tiene título
check-title-none = Un texto que se muestra no tiene título
check-ask = Cada texto que se muestra dice qué se pide
check-ask-none = Un texto que se muestra no dice qué se pide
check-body = Cada texto que se muestra está completo
check-body-none = Un texto que se muestra está vacío
check-closes = El último día está por llegar, o no lo hay
check-closes-past = El último día ya pasó: elija otro
check-contact = Quienes firman saben adónde escribir
check-contact-none = Quienes firman no tienen adónde escribir: puede indicar una dirección en la lista de peticiones
check-target = Dice a quién se dirige
check-target-none = Diga a quién se dirige: la gente firma con más ganas
check-title-short = El título cabe en la vista previa de un enlace
check-title-long = Un título más corto cabe en la vista previa de un enlace
check-ask-short = Lo que se pide cabe en la vista previa de un enlace
check-ask-long = Si lo que se pide es más breve, cabe en la vista previa de un enlace

## Closing

close-title = ¿Cerrar esta petición?
close-text = Ya nadie podrá firmar. Su página se mantiene, con el recuento final y cómo terminó. Mientras se conserven los datos de quienes firmaron, podrá volver a abrirla.
close-outcome-title = Cómo terminó
close-stale = Todavía no se ha guardado nada suyo: lo que escribió sigue en el formulario de abajo. Mire qué hay de nuevo y vuelva a pulsar.
close-closed-on = Se cerró el { $date }.
close-outcome = Cómo terminó ({ $language })
close-outcome-hint = Se muestra en la página, encima del texto. También puede escribirlo más tarde.
close-button = Cerrarla

## Pausar, retirar

pause-title = ¿Pausar la recolección de firmas?
pause-text = Nadie podrá firmar hasta que usted la reanude. La página sigue visible y lo dice. Quienes ya firmaron todavía pueden confirmar por correo.
pause-button = Pausar
resume-title = ¿Reanudar la recolección de firmas?
resume-text = Desde este momento cualquiera puede volver a firmar.
resume-button = Reanudar
remove-title = ¿Retirar esta petición?
remove-text = Su página, sus números y sus insignias desaparecen en unos minutos para todo el mundo, y no se pueden recuperar. No podemos quitar las vistas previas de enlaces que otros servicios hayan guardado. Las firmas quedan en su poder, y quienes firmaron todavía pueden retirar la suya.
remove-button = Retirar la petición
reopen-title = ¿Volver a abrirla?
reopen-text = Desde este momento todo el mundo puede firmar de nuevo. Lo que dejaron quienes firmaron se borra al terminar el { $date }, como dicen sus páginas desde que cerró, y no más tarde: a quien firme ahora se le dice el mismo día.
reopen-closes-hint = El último día en que se puede firmar: a más tardar el { $date }, una semana antes de que se borre lo que dejaron quienes firmaron.
reopen-button = Volver a abrirla
error-reopen-late = Elija un último día anterior: lo que dejaron quienes firmaron se borra el día que se les dijo
delete-title = ¿Borrar este borrador?
delete-text = Sus textos desaparecen en todos los idiomas, para toda su organización, y no se pueden recuperar. Nadie más los ha visto.
delete-button = Borrar este borrador
archive-title = ¿Sacarla de la lista?
archive-text = Sale de su lista de peticiones. Sus direcciones siguen diciendo que fue retirada, y quienes firmaron conservan el acceso a su propia firma. Puede volver a ponerla en la lista.
archive-button = Sacarla de la lista
unarchive-title = ¿Volver a ponerla en la lista?
unarchive-text = Vuelve a estar en su lista de peticiones. Para los demás no cambia nada.
unarchive-button = Volver a ponerla en la lista
contact-title = Adónde pueden escribir quienes firman

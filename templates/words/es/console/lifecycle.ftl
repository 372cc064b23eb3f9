### Publicar, cerrar, pausar, retirar.

## Publishing

publish-title = Publicar
publish-ready = Todo listo
publish-missing = Todavía falta algo
publish-text = Desde ese momento cualquiera podrá verla y firmarla en
publish-button = Publicar ahora
publish-back = Volver al editor
publish-stale = Alguien guardó un cambio mientras usted leía. Mire la petición otra vez antes de publicarla.
publish-mail = Sin correo nadie podría confirmar una firma. Todo lo que escribió está guardado, y se podrá publicar en cuanto se acepte un mensaje de prueba.
publish-mail-try = Probar el correo
publish-mail-ask = Pida a quien administra este sitio que envíe el mensaje de prueba.
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
check-closes = El último día todavía no llega, o no hay
check-closes-past = El último día ya pasó: elija otro
check-mail = El correo sale: las firmas se pueden confirmar
check-mail-untried = Nadie ha probado si el correo sale
check-mail-fails = El correo no sale: el último mensaje de prueba no se aceptó
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
close-text = Ya nadie podrá firmar. La página sigue visible, con el total final y cómo terminó. Mientras se conserven los datos de quienes firmaron, podrá volver a abrirla.
close-outcome-title = Cómo terminó
close-stale = Lo que escribió todavía no se guardó: sigue en el formulario de abajo. Mire qué hay de nuevo e inténtelo otra vez.
close-closed-on = Se cerró el { $date }.
close-outcome = Cómo terminó ({ $language })
close-outcome-hint = Se muestra en la página, encima del texto. También puede escribirlo más tarde.
close-button = Cerrarla

## Pausar, retirar

pause-title = ¿Pausar la recolección de firmas?
pause-text = Nadie podrá firmar hasta que usted la reanude. La página sigue visible y lo dice. Quienes ya firmaron todavía pueden confirmar por correo.
pause-button = Pausar
template-title = ¿Usar esta como plantilla?
template-text = Se crea un borrador nuevo con sus textos, formulario, preguntas y ajustes. Las firmas, las fechas, los pasos, la imagen, los enlaces y las organizaciones aliadas se quedan aquí.
template-button = Usar como plantilla
resume-later = Devolver los días de pausa: el último día para firmar pasa a ser el { $day }
resume-title = ¿Reanudar la recolección de firmas?
resume-text = Desde este momento cualquiera puede volver a firmar.
resume-button = Reanudar
remove-title = ¿Retirar esta petición?
remove-text = Su página, sus números y sus insignias desaparecen en unos minutos para todo el mundo, y no se pueden recuperar. No podemos quitar las vistas previas de enlaces que otros servicios hayan guardado. Usted conserva las firmas, y quienes firmaron todavía pueden retirar la suya.
remove-button = Retirar la petición
reopen-title = ¿Volver a abrirla?
reopen-text = Desde este momento todo el mundo puede firmar de nuevo. Los datos de quienes firmaron se borran al terminar el { $date }, como dicen sus páginas desde que cerró, y no después. A quien firme ahora se le dice la misma fecha.
reopen-closes-hint = El último día en que se puede firmar: a más tardar el { $date }, una semana antes de que se borren los datos de quienes firmaron.
reopen-button = Volver a abrirla
delete-title = ¿Borrar este borrador?
delete-text = Sus textos desaparecen en todos los idiomas, para toda su organización, y no se pueden recuperar. Nadie más los vio.
delete-button = Borrar este borrador
archive-title = ¿Sacarla de la lista?
archive-text = Sale de su lista de peticiones. Sus páginas siguen diciendo que se retiró, y quienes firmaron todavía pueden ver su propia firma. Puede volver a ponerla en la lista.
archive-button = Sacarla de la lista
unarchive-title = ¿Volver a ponerla en la lista?
unarchive-text = Vuelve a estar en su lista de peticiones. Para las demás personas no cambia nada.
unarchive-button = Volver a ponerla en la lista
organization-see = Verla como la ven quienes la visitan
organization-about = Quiénes son, en una frase
organization-about-hint = Aparece en su página, debajo del nombre. Puede quedar vacía.

# Enlaces que reparte el equipo, y organizaciones aliadas que muestran el formulario en sus sitios.

## Lo que trajo cada uno

source-code = Código
source-code-hint = Va al final del enlace. Déjelo vacío y lo formamos a partir del nombre. Después no se puede cambiar, porque los enlaces ya se habrán repartido.
source-code-stays = El código de sus enlaces no cambia.
source-opened = Veces abierto
source-sent = Formularios enviados
source-confirmed = Confirmadas
source-counted-now = Cuentan ahora
source-paused = En pausa
source-few = menos de 5
source-link = Enlace
source-copy = Copiar el enlace
source-copied = Copiado
source-report = Lo que trajo
source-how = Veces abierto: cuántas veces nuestro servidor envió la página a quien llegó por este enlace, sin cookies; quien la abre dos veces cuenta como dos, y no vemos una página que quedó guardada en el camino. Confirmadas: firmas que ese día se confirmaron por correo. Cuentan ahora: las que de ellas siguen contando.
source-days = Por día
source-day = Día
source-rate-title = Firmaron
source-rate = Firmó el { $n } %
source-no-days = Todavía no ha llegado nadie por este enlace.
source-delete = Eliminar
source-stale = No se ha perdido nada: lo que escribió está en el formulario de abajo. Compárelo con la página y luego guarde.

## Enlaces

links-title = Enlaces
links-text = Dé a una mesa, un boletín o una persona un enlace propio y vea cuántas firmas trae.
links-none = Todavía no hay ningún enlace. Ponga el nombre de un lugar donde reparte la petición, como «Mesa de la biblioteca».
links-all = Todos los enlaces
links-former = { $n ->
    [one] { $n } enlace retirado
   *[other] { $n } enlaces retirados
}
links-put-away = Enlaces retirados
link-new = Enlace nuevo
link-name = Nombre
link-name-hint = Solo para su equipo: quienes firman no lo ven.
link-make = Crear el enlace
link-put-away = Retirar
link-take-up = Volver a usarlo
link-put-away-text = Un enlace retirado aparece debajo de los demás. Sigue funcionando, y quien llega por él se cuenta. Un enlace que no trajo a nadie se puede eliminar.

## Organizaciones aliadas

partners-title = Aliados
partners-text = Deje que otras organizaciones muestren su formulario en sus propias páginas y vea cuántas firmas trae cada una. Lo que la gente escribe solo le llega a usted.
partners-none = Deje que otro sitio muestre su formulario.
partners-all = Todos los aliados
partners-framing = { $who ->
    [everybody] Ahora cualquier sitio puede mostrar el formulario en un recuadro, no solo los de sus aliados.
    [partners] Solo los sitios de sus aliados pueden mostrar el formulario en un recuadro.
   *[nobody] Ahora ningún otro sitio puede mostrar el formulario en un recuadro.
}
partners-framing-change = Cambiarlo
partner-new = Agregar un aliado
partner-add = Agregar el aliado
partner-name = Nombre del aliado
partner-name-hint = Quienes firman pueden leerlo junto al formulario en la página del aliado.
partner-sites = Sitios
partner-sites-hint = Los sitios que pueden mostrar el formulario en un recuadro, uno por línea, como https://example.org. Como máximo { $n }. Empiece con *. para todo lo que está debajo de un nombre: https://*.example.org
partner-asks = El formulario pregunta por los correos de este aliado
partner-asks-hint = En el recuadro de este aliado se pregunta a quienes firman si el aliado puede escribirles, en lugar de si pueden hacerlo sus organizaciones. Usted ve cuántas personas dijeron que sí. Desde entonces el nombre del aliado ya no cambia: la gente dijo que sí a ese nombre.
partner-posts = Los programas de las páginas de este aliado pueden enviar firmas
partner-posts-hint = Para aliados que hacen su propio formulario («blind POST»). Lo que envían es una firma como cualquier otra: cuenta cuando se confirma desde su buzón, y con ella nadie acepta recibir correos. Solo pueden hacerlo las páginas de los sitios de arriba.
partner-opted-in = Personas que dijeron que sí a sus correos: { $n }
partner-few = Los números del 1 al 4 aparecen como «menos de 5», y los días a partir de cinco formularios, para que nadie pueda adivinar quién firmó ahí.
partner-no-days = Los días aparecen a partir de cinco formularios.
partner-pause = Poner al aliado en pausa
partner-resume = Quitar la pausa
partner-pause-text = Mientras un aliado está en pausa, sus sitios no pueden mostrar el formulario. Las firmas que llegaron de ahí se quedan. Un aliado que no trajo a nadie se puede eliminar.

## Cómo lee un aliado por su cuenta

partner-contact = Dejar que el aliado lea por su cuenta
partner-contact-text = Indique un buzón del aliado. Recibirá un enlace a lo que ha traído y a la lista de quienes aceptaron su correo. Cada enlace dura 24 horas y entrega la lista una sola vez; el aliado pide otro por sí mismo.
partner-contact-email = Buzón del aliado
partner-contact-hint = Vacío: nadie lee, y los enlaces enviados no llevan a ninguna parte.
partner-contact-save = Guardar y enviar el enlace
partner-contact-back = Volver al aliado
partner-contact-told = { $what ->
    [sent] Guardado. El enlace va en camino.
   *[none] Retirado. Los enlaces enviados ya no llevan a ninguna parte.
}
partner-in-title = Lo que trajo su sitio
partner-in-text = Las organizaciones cuyo formulario muestra su sitio han indicado un buzón suyo. Escríbalo y recibirá un enlace a sus cifras y a la lista de quienes le permiten escribir.
partner-in-button = Enviar el enlace
partner-in-sent-html = Si <b>{ $email }</b> lee por algún aliado, el enlace va en camino.
partner-in-sent-hint = Llega en unos minutos y dura 24 horas. ¿No llegó nada? Pregunte a la organización qué buzón ha indicado.
partner-in-gone-title = Este enlace ya no lleva a ninguna parte
partner-in-gone-text = Era demasiado antiguo, su lista ya se había tomado o desde entonces se indicó otro buzón.
partner-in-again = Pedir otro enlace
partner-in-list = Quienes le permiten escribir
partner-in-opted = Firmantes que aceptaron su correo: { $n }
partner-in-list-text = La lista contiene nombres, direcciones y las palabras que cada persona aceptó. Desde ese momento usted responde por ella: úsela solo para lo que dicen esas palabras y quite a quien se lo pida. Este enlace la entrega una vez.
partner-in-take = Tomar la lista (CSV)
partner-in-taken = La lista ya se tomó con este enlace.
partner-in-until = Este enlace dura hasta { $time } UTC.

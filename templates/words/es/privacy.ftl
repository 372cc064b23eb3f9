### Qué pasa con lo que se escribe.

## Privacy

privacy-title = Cómo usamos sus datos
privacy-who-title = Quién los guarda
privacy-who = { $organization } guarda lo que usted escribe. Envíe sus preguntas y solicitudes a { $contact }.
privacy-who-alone = { $organization } guarda lo que usted escribe y no da ninguna dirección para escribirle. Usted puede ver, cambiar y borrar lo que guardamos de usted: «Cambiar o retirar mi firma», al pie de esta página, le envía el enlace.
privacy-what-title = Qué se guarda
privacy-what = Su nombre, su dirección de correo, su ocupación, su escuela, universidad o trabajo, su ciudad o estado, su código postal y su país si los indicó, sus respuestas, de dónde llegó si su enlace lo decía, su motivo si lo dijo, el texto exacto que firmó y la fecha. No guardamos su dirección IP. Hasta que confirme, siete días como máximo, una huella cifrada dice si la misma conexión abre el enlace. De ella no se puede obtener la dirección, y después se borra.
privacy-why-title = Para qué
privacy-why = Para contar a cada persona una sola vez y para entregar la petición. Su correo se usa para mensajes sobre su propia firma: para confirmarla y cuando alguien pide su enlace, cambiarla o borrarla. Las novedades de esta campaña le llegan solo si aceptó. Nunca se publica.
privacy-questions = El equipo organizador pregunta además esto. Solo ese equipo lee las respuestas; las suyas las puede ver y cambiar en su propia página, y se borran con sus datos.
privacy-receives-title = Quién recibe qué
privacy-receives = El equipo organizador de { $organization } ve la lista de quienes firmaron. No se comparte nada con otros sitios.
privacy-receives-founders = Lo piden varias organizaciones. Cada una de estas recibe el nombre y el correo de quienes le dijeron que sí a ella, y de nadie más:
privacy-receives-target = El total y los nombres de quienes los muestran se entregan a:
privacy-kept = La lista se guarda sin cifrar en el servidor de este sitio: quien lo administra podría leerla. El programa de este sitio no anota en sus registros nombres, correos ni direcciones IP de quienes lo visitan.
privacy-public-title = Qué ven otras personas
privacy-public = { $listing ->
    [never] No se muestra ningún nombre: su firma cuenta, pero su nombre no se muestra.
    [always] En esta lista lo que importa son los nombres: el formulario lo dice encima del botón, y el suyo se muestra en cuanto usted confirma. Se ve lo que dice el formulario y nada más.
   *[asked] Solo lo que usted eligió en el formulario y nada más. Si no eligió nada, su firma cuenta, pero su nombre no se muestra.
}
privacy-long-title = Por cuánto tiempo
privacy-long = Lo que escribe se borra a los siete días si no lo confirma. Puede cambiar, retirar o borrar una firma confirmada mientras se conserve, con el enlace del mensaje que recibió o con «Cambiar o retirar mi firma», abajo.
privacy-keeps = Los datos de quienes firman se conservan hasta el { $date }, { $months ->
    [one] un mes
   *[other] { $months } meses
} después del último día para firmar, y se borran al terminar ese día. Puede ser antes, si el equipo organizador cierra o acorta el plazo, pero nunca después. El total se conserva, sin nombres.
privacy-keeps-after = Los datos de quienes firman se conservan hasta { $months ->
    [one] un mes
   *[other] { $months } meses
} después del cierre, y luego se borran. El total se conserva, sin nombres.
privacy-kept-until = La recolección de firmas está cerrada. Los datos de quienes firmaron se conservaron hasta el { $date } y están borrados. El total se conserva, sin nombres.
privacy-keeps-over = La recolección de firmas está cerrada. Los datos de quienes firmaron se conservan hasta el { $date } y se borran al terminar ese día. El total se conserva, sin nombres.
privacy-backups = Por seguridad se hacen copias de toda la base de datos. Cada copia se borra al cabo de { $days ->
    [one] un día
   *[other] { $days } días
}, así que para entonces lo que se borra aquí ya no está en ninguna copia. Si hay que volver a poner una copia, lo que alguien borró o retiró desde entonces también se borra o se retira en ella.
privacy-sources-title = Cómo contamos de dónde llega la gente
privacy-sources = Si el enlace por el que usted llegó tiene un nombre, como el de una mesa, un boletín o el sitio de otra organización, contamos por día cuántas veces se abrió la página con él, sin cookies y sin anotar quién la abrió. Si usted firma, ese nombre se guarda con su firma. Cuando otra organización muestra este formulario en su propio sitio, el formulario dice de qué organización se trata; lo que usted escribe llega a los organizadores que se nombran arriba. Esa organización recibe su nombre y su dirección de correo solo si el formulario le pregunta si puede escribirle y usted dice que sí.
privacy-cookies-title = Cookies
privacy-cookies = Ninguna mientras solo lee. Dos como máximo después de firmar: una, hasta siete días, para que el mismo navegador pueda confirmar sin más preguntas, y otra, hasta una hora, para que las páginas siguientes le muestren lo que envió.

### Qué pasa con lo que se escribe, de tú.

privacy-title = Cómo usamos tus datos
privacy-who = { $organization } guarda lo que escribes. Envía tus preguntas y solicitudes a { $contact }.
privacy-who-alone = { $organization } guarda lo que escribes y no da ninguna dirección para escribirle. Puedes ver, cambiar y borrar lo que guardamos de ti: «Cambiar o retirar mi firma», al pie de esta página, te envía el enlace.
privacy-what = Tu nombre, tu dirección de correo, tu ocupación, tu escuela, universidad o trabajo, tu ciudad o estado, tu código postal y tu país si los indicaste, tus respuestas, de dónde llegaste si tu enlace lo decía, tu motivo si lo dijiste, el texto exacto que firmaste y la fecha. No guardamos tu dirección IP. Hasta que confirmes, siete días como máximo, una huella cifrada dice si la misma conexión abre el enlace. De ella no se puede obtener la dirección, y después se borra.
privacy-why = Para contar a cada persona una sola vez y para entregar la petición. Tu correo se usa para mensajes sobre tu propia firma: para confirmarla y cuando alguien pide su enlace, cambiarla o borrarla. Las novedades de esta campaña te llegan solo si aceptaste. Nunca se publica.
privacy-public = { $listing ->
    [never] No se muestra ningún nombre: tu firma cuenta, pero tu nombre no se muestra.
    [always] En esta lista lo que importa son los nombres: el formulario lo dice encima del botón, y el tuyo se muestra en cuanto confirmas. Se ve lo que dice el formulario y nada más.
   *[asked] Solo lo que elegiste en el formulario y nada más. Si no elegiste nada, tu firma cuenta, pero tu nombre no se muestra.
}
privacy-long = Lo que escribes se borra a los siete días si no lo confirmas. Puedes cambiar, retirar o borrar una firma confirmada mientras se conserve, con el enlace del mensaje que recibiste o con «Cambiar o retirar mi firma», abajo.
privacy-sources = Si el enlace por el que llegaste tiene un nombre, como el de una mesa, un boletín o el sitio de otra organización, contamos por día cuántas veces se abrió la página con él, sin cookies y sin anotar quién la abrió. Si firmas, ese nombre se guarda con tu firma. Cuando otra organización muestra este formulario en su propio sitio, el formulario dice de qué organización se trata; lo que escribes llega a los organizadores que se nombran arriba. Esa organización recibe tu nombre y tu dirección de correo solo si el formulario te pregunta si puede escribirte y dices que sí.
privacy-cookies = Ninguna mientras solo lees. Dos como máximo después de firmar: una, hasta siete días, para que el mismo navegador pueda confirmar sin más preguntas, y otra, hasta una hora, para que las páginas siguientes te muestren lo que enviaste.
privacy-questions = El equipo organizador pregunta además esto. Solo ese equipo lee las respuestas; las tuyas las puedes ver y cambiar en tu propia página, y se borran con tus datos.

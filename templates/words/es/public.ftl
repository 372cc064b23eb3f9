### Páginas públicas. Una clave que termina en -html lleva marcas: solo <b> y <a>, nunca atributos.
### { $kind } es letter, pledge o petition.

site-name = Peticiones
language-name = Español
# La palabra con la que este idioma se dirige a quien lee.
voice-word = usted
nav-skip = Ir al contenido
nav-skip-form = Ir al formulario
nav-language = Idioma
nav-menu = Menú
nav-main = Principal
title-error = Error: { $title }
yes = Sí
no = No
optional = (opcional)
print-names-at = Todos los nombres: { $address }
print-sign-at = Firme en línea: { $address }

## Tiempo transcurrido

ago-now = hace un momento
ago-minutes = hace { $n } min
ago-hours = { $n ->
    [one] hace { $n } hora
   *[other] hace { $n } horas
}
ago-days = { $n ->
    [one] ayer
   *[other] hace { $n } días
}
ago-months = { $n ->
    [one] hace un mes
   *[other] hace { $n } meses
}
ago-years = { $n ->
    [one] hace un año
   *[other] hace { $n } años
}

## Páginas para quienes organizan

console-untranslated = Una parte de las páginas para quienes organizan aún no está en español y aparece en inglés.

## Correo capturado (desarrollo)

dev-mail-title = Correo capturado
dev-mail-text = Nada sale de este equipo: estos son los mensajes que se habrían enviado.
dev-mail-none = Todavía no hay mensajes.
dev-mail-to = Para { $address }
dev-mail-links = Enlaces del mensaje
dev-mail-headers = Cabeceras
dev-mail-plain = Texto
dev-mail-source = HTML, en código
dev-mail-back = Todos los mensajes

## Accessibility

accessibility-title = Accesibilidad
accessibility-aim = Queremos que todas las personas puedan usar estas páginas: con teclado, con lector de pantalla, sin scripts, a 320 píxeles o con el texto al doble de tamaño, en claro y en oscuro. Están hechas para cumplir las WCAG 2.2, nivel AA.
accessibility-how = Cada vez que el servicio cambia, un programa revisa las páginas en busca de fallos conocidos, en claro y en oscuro y en tres anchos, y se recorre solo con el teclado el camino desde la lectura hasta la confirmación.
accessibility-limits-title = Problemas conocidos
accessibility-limits = Los textos, las imágenes y los logotipos que agregan el equipo organizador y las organizaciones son suyos. Una revisión automática no lo encuentra todo: una persona con lector de pantalla puede encontrar otros problemas.
accessibility-write-title = Si algo se lo impide
accessibility-write = Escriba a { $organization }, a { $contact }. Diga qué página era y con qué la leía.
accessibility-write-alone = { $organization } no da ninguna dirección para escribirle. Quizá quien le pasó esta página sepa cómo ponerse en contacto.

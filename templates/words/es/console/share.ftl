### Lo que quienes organizan reenvían, imprimen y cuelgan.

kit-title = Compartir
kit-new = Ya está publicada. Ahora, compártala.
kit-new-text = Fírmela, envíela a quienes conoce y cuelgue un cartel.
kit-draft = Todavía no hay nada que compartir
kit-draft-text = La página, el enlace y los carteles estarán aquí en cuanto se publique.
kit-removed = Se retiró. Su página ya no existe y no queda nada que compartir.
kit-coming = La página ya se puede leer. Se podrá firmar a partir del { $date }.
kit-paused = Las firmas están en pausa. El enlace lleva a la página, que lo dice.
kit-closed = Ya no se puede firmar. El enlace lleva a la página, que cuenta cómo terminó. Los mensajes y carteles pedían firmas, así que ya no están aquí.
kit-risk = Firmar puede poner a alguien en peligro. Por eso ningún enlace dice cómo llegó una persona y ningún mensaje dice que quien lo envía firmó.
kit-link = El enlace
kit-link-text = Abre la página en el idioma de cada persona.
kit-self = Firme primero
kit-self-text = { $kind ->
    [letter] Cuesta firmar una carta sin nombres. Además verá el correo que reciben quienes firman.
    [pledge] Cuesta asumir un compromiso sin nombres. Además verá el correo que recibe la gente.
   *[petition] Cuesta firmar una petición sin nombres. Además verá el correo que reciben quienes firman.
}
kit-self-button = Poner mi firma

## Mensajes

kit-messages = Mensajes listos para enviar
kit-messages-text = Cada uno lleva su propio enlace, para que después sepa cuál trajo a la gente.
kit-messages-risk = Invitan a leer y no dicen nada de quien los envía.
kit-messages-change = Cambiar los textos
kit-whatsapp = WhatsApp y Signal
kit-email = Correo electrónico
kit-subject = Asunto:
kit-open = Abrir

## Códigos y carteles

kit-code = Código QR
kit-code-text = Para mesas, presentaciones y diseños propios. Abre la página en el idioma de cada persona.
kit-code-says = Código QR que abre la página
kit-code-svg = SVG para diseño
kit-code-png = PNG para presentaciones
kit-pdf = PDF
kit-pdf-on = { $paper ->
    [letter] PDF, carta
   *[a4] PDF, A4
}
kit-print = Para imprimir y colgar
kit-print-text = En papel blanco; también se ve bien en blanco y negro. El nombre lleva a una página para imprimir; el PDF se puede llevar a una imprenta.
kit-form = { $form ->
    [flyer] Volante
    [tear-off] Cartel con tiras para arrancar
   *[poster] Cartel
}
kit-form-text = { $form ->
    [flyer] Con el comienzo del texto, para mesas y para repartir.
    [tear-off] Diez tiras con la dirección y el código, para llevar.
   *[poster] El título, lo que se pide y un código grande.
}
kit-pdf-lacks = El PDF no tiene todas las letras de este texto y omite lo que no puede mostrar. Use la página para imprimir: las tiene todas, y su navegador puede guardarla como PDF.
kit-print-how = Una hoja. Imprímala desde el navegador, sin encabezados ni pies de página.
kit-print-now = Imprimir
kit-back = Volver a Compartir

## Vistas previas

kit-cards = Cómo se ve el enlace al compartirlo
kit-cards-text = Esta imagen se hace con su título y su foto.
kit-cards-title = Cambiar el título
kit-cards-picture = Cambiar la foto
kit-cards-risk = El enlace no lleva imagen: las redes la guardarían.

kit-links = Un enlace para cada lugar
kit-links-text = Ponga nombre a una mesa, un boletín o una persona y vea cuántas firmas trajo cada enlace. Las organizaciones aliadas tienen su propio código.
kit-links-go = Enlaces por lugar
kit-partners-go = Organizaciones aliadas
kit-embed = En sitios de otras organizaciones
kit-embed-text = El formulario, el número o un botón en la página de una organización aliada: un solo código para pegar. Sin cookies ni rastreadores.
kit-embed-go = Crear el código
kit-embed-off = Por su configuración o su estado, esta petición no puede mostrarse en otros sitios.

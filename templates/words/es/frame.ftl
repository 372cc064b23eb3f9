# Una petición dentro de otro sitio.

frame-title = { $kind ->
    [letter] Firmar la carta: { $title }
    [pledge] Sumarse al compromiso: { $title }
   *[petition] Firmar la petición: { $title }
}
frame-by-html = Este formulario es de <b>{ $organization }</b>.
frame-by-partner-html = Este formulario es de <b>{ $organization }</b> y aparece en el sitio de <b>{ $partner }</b>.
frame-read = { $kind ->
    [letter] Leer la carta completa
    [pledge] Leer el compromiso completo
   *[petition] Leer la petición completa
}
frame-confirmed = Su correo quedó confirmado.
frame-signed = Guarde nuestro mensaje: con su enlace puede ver cómo está su firma, cambiarla o retirarla cuando quiera.
frame-pass-on = { $kind ->
    [letter] Abrir la carta y compartirla
    [pledge] Abrir el compromiso y compartirlo
   *[petition] Abrir la petición y compartirla
}
frame-paused-title = Este formulario está desactivado aquí
frame-paused-text = Puede leer el texto en nuestra propia página y firmar ahí mientras se reciban firmas.

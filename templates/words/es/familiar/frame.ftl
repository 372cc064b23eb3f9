# Lo mismo, de tú.

frame-confirmed = Tu correo quedó confirmado.
frame-signed = Guarda nuestro mensaje: con su enlace puedes ver cómo está tu firma, cambiarla o retirarla cuando quieras.
frame-paused-text = Puedes leer el texto en nuestra propia página y firmar ahí mientras se reciban firmas.

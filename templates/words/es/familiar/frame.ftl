# Lo mismo, de tú.

frame-signed = Tu correo quedó confirmado. Guarda nuestro mensaje: con su enlace puedes cambiar o retirar tu firma cuando quieras.
frame-paused-text = Puedes leer el texto en nuestra propia página y firmar ahí mientras se reciban firmas.

### Lo mismo que en la carpeta de arriba, de tú: solo lo que cambia. Lo demás se dice como allí.

voice-word = tú
print-sign-at = Firma en línea: { $address }
accessibility-write-title = Si algo te lo impide
accessibility-write = Escribe a { $organization }, a { $contact }. Di qué página era y con qué la leías.
accessibility-write-alone = { $organization } no da ninguna dirección para escribirle. Quizá quien te pasó esta página sepa cómo ponerse en contacto.

### Tokens: con lo que entran los programas.

settings-tokens = Tokens
token-text = Un token deja entrar a un programa: un script, su CRM, una herramienta que habla con Action Network. Abre lo que usted elija aquí y nada más, y nunca más de lo que puede hacer quien lo creó.
token-new = Nuevo token
token-none = Todavía no hay ningún token.
token-count = { $n ->
    [one] { $n } token
   *[other] { $n } tokens
}
token-name = Nombre
token-name-hint = Para qué sirve, para reconocerlo después: «CRM, cada noche».
token-scopes = Qué abre
token-scopes-hint = Marque solo lo que el programa necesita.
token-scope = { $scope ->
    [petitions-read] lee sus peticiones, también los borradores: textos, fechas, configuración.
    [petitions-write] empieza peticiones como borrador y las modifica.
    [counts-read] lee cuántas personas firmaron, y cuándo.
    [signatures-write] entrega firmas. Cada una se confirma desde su correo antes de contar.
    [people-read] lee quién firmó, con nombres y direcciones.
    [people-write] pone etiquetas a quienes firmaron, y las quita.
    [moderate] retira firmas.
   *[webhooks-manage] decide adónde se envían los avisos cuando alguien firma.
}
token-limits = Dónde
token-petitions = Solo estas peticiones
token-petitions-hint = Si no marca ninguna, abre todas las de la organización, también las futuras.
token-petitions-all = Todas las peticiones
token-petitions-gone = Las peticiones para las que era ya no existen.
token-networks = Solo desde estas redes
token-networks-hint = Una por línea, como 192.0.2.0/24 o una sola dirección. Déjelo vacío si el programa cambia de sitio.
token-days = Días hasta que caduque
token-days-hint = De 1 a 365. Un token que nadie recuerda debe caducar solo.
token-days-column = Caduca, último uso
token-until = Hasta el
token-used = Último uso: { $time } (UTC).
token-unused = Nunca se ha usado.
token-made-by = Creado por { $person }, { $date }.
token-lost = Quien lo creó ya no puede usar:
token-state = { $state ->
    [works] Funciona
    [replaced] Sustituido, caduca pronto
    [orphaned] Huérfano
    [revoked] Revocado
   *[expired] Caducado
}
token-orphaned = No abre nada: quien lo creó se ha ido, o ya no puede hacer nada de esto. Sustitúyalo, y será suyo; o revóquelo.
token-make = Crear el token
token-made-title = Su nuevo token
token-made-text = Cópielo ahora y guárdelo como una frase de acceso: nadie puede volver a mostrarlo. El programa lo envía en la cabecera OSDI-API-Token.
token-made-onward = Ya lo he copiado
token-rotate-title = Sustituirlo
token-rotate-text = Recibe un token nuevo para lo mismo. Hágalo cuando esté por caducar, o si alguien pudo haberlo visto.
token-rotate-ends = El token anterior caduca
token-rotate-day = en un día
token-rotate-now = ahora mismo
token-rotate = Sustituir el token
token-revoke-title = Revocarlo
token-revoke-text = El programa deja de entrar en su próxima solicitud. No se puede deshacer.
token-revoke = Revocar el token
token-revoked-note = Revocado. El programa ya no entra desde su próxima solicitud.
token-back = Todos los tokens

### What programs can ask, for whoever writes them.

api-title = Para programas
api-about = Los programas pueden leer las peticiones y sus firmas, y entregar firmas nuevas. La interfaz es la de Action Network (OSDI 1.2.0): los programas escritos para ella funcionan aquí en cuanto se cambia su dirección base.
api-base = Dirección base
api-token = Cabecera con el token, que crean las personas propietarias y administradoras en la consola, en Tokens
api-document = Documento OpenAPI 3.1
api-scripts-title = Use aquí sus programas de Action Network
api-scripts = Cree un token en la consola y póngalo donde estaba la clave de Action Network. Después cambie la dirección base:
api-parsons = parsons, antes de crear el conector:
api-osdi = osdi para Python:
api-curl = curl:
api-form-title = Un formulario en su propia página
api-form = Pegue esto en un bloque «HTML personalizado» de WordPress, o en cualquier página que admita un script, y ponga donde dice { $id } el identificador de la petición, que está al final de su dirección en la consola. Cambie los textos como quiera. Antes, la organización tiene que añadir su sitio en Aliados y marcar que envía firmas con programas.
api-blind = Ese formulario no necesita token. La respuesta solo dice que se ha recibido; la página no puede aceptar correos en nombre de nadie.
api-road-title = Qué es distinto aquí
api-road = Un programa nunca hace una firma que cuente. Lo que entrega es un formulario: a esa dirección le llega un correo, y la firma cuenta cuando se confirma desde su buzón. La respuesta es la misma se sepa lo que se sepa de la dirección, y los datos de quien firma solo cambian desde su propio buzón.
api-webhooks-title = Webhooks
api-webhooks = Los webhooks, que avisan a un programa de lo que pasa en cuanto pasa, se administran en { $base }: JSON sin más, con un token que tenga el permiso webhooks:manage. Los que envían datos de quienes firman se crean y se cambian en la consola.
api-operations-title = Direcciones
api-problems-title = Qué ha fallado
api-problems = Los errores son JSON (RFC 9457), con la frase también en «error». Su tipo lleva a uno de estos:
api-problem = { $name ->
    [invalid] Algo de lo enviado no es lo que tiene que ser; «errors» dice dónde.
    [token] No llegó ningún token, o ninguno que abra nada.
    [scope] El token no tiene este permiso, o está limitado a otras peticiones.
    [refused] Ningún programa puede hacer esto.
    [unknown] No hay nada en esta dirección, o este token no puede saberlo.
    [conflict] El estado en que está no lo permite ahora.
   *[idempotency-key] La misma Idempotency-Key se usó antes con otro contenido.
}

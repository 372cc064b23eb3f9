### La propia cuenta: nombre, dirección y segundo factor.

console-account = Su cuenta

## Name, language, and the ways to the rest

account-own-hint = Sus colegas ven su nombre.
account-lang = Idioma
account-lang-hint = De estas páginas y de los mensajes que le enviamos.
account-own-save = Guardar
account-own-address = Correo electrónico
account-own-security = Inicio de sesión
account-own-second-on = Activado
account-own-second-off = Desactivado

## Another address

address-title = Cambie su dirección de correo
address-text-html = Su cuenta tiene la dirección <b>{ $email }</b>. Enviamos un enlace a la nueva; funciona una sola vez, durante una hora. Hasta que lo abra aquí y confirme, no cambia nada.
address-new = Dirección nueva
address-button = Enviar el enlace
address-sent-html = Si <b>{ $email }</b> puede ser la dirección de su cuenta, hay un mensaje con un enlace en camino. Ábralo en este navegador.
address-confirm-title = ¿Usar esta dirección?
address-confirm-html = Desde ahora entraría con <b>{ $new }</b>, y los mensajes sobre su cuenta llegarían ahí y no a { $old }. Avisamos a las dos direcciones.
address-confirm-button = Usar la dirección nueva

## The second factor

second-title = Segundo factor
second-what = Con un segundo factor, para entrar hacen falta su frase de acceso y un código de seis cifras de una aplicación de su teléfono. Quien averigüe su frase no podrá entrar.
second-is-off = Todavía no tiene ninguno.
second-is-on = Activado desde el { $date }.
second-unreadable = Los códigos de su aplicación ya no sirven, porque se cambiaron las claves de este sitio. Use códigos de recuperación hasta que configure la aplicación otra vez.
second-begin = Configurarlo
second-anew = Configurar otro teléfono
second-anew-hint = El anterior sirve hasta que el nuevo dé su primer código.
second-codes-left = { $n ->
    [0] No le queda ningún código de recuperación.
    [one] Le queda un código de recuperación.
   *[other] Le quedan { $n } códigos de recuperación.
}
second-codes-few = Cree otros ahora: sin teléfono y sin códigos no podrá entrar.
second-renew = Crear códigos de recuperación nuevos
second-renew-hint = Los anteriores dejan de servir.
second-turn-off = Desactivarlo
second-turn-off-hint = Entonces basta la frase de acceso para entrar.

second-set-up-title = Configure un segundo factor
second-step-app = Abra en su teléfono una aplicación de autenticación. Sirve cualquiera que dé códigos de seis cifras.
second-step-scan = Escanee con ella esta imagen, o escriba la clave.
second-step-code = Escriba el código que muestra.
second-picture = Imagen para su aplicación de autenticación
second-key = Clave, para escribirla
second-set-up-hint = La clave es la misma durante una hora, también si vuelve a cargar esta página.
second-set-up-button = Activarlo

second-codes-title = Sus códigos de recuperación
second-codes-text = Anótelos o imprima esta página, y guárdela lejos del teléfono. Con cada código puede entrar una vez sin el teléfono. Solo se muestran ahora.
second-codes-onward = Ya los guardé

second-code-title = Un paso más
second-code-text = Su frase de acceso es correcta. Ahora, el código de su aplicación.
second-code = Código
second-code-hint = Seis cifras, de la aplicación de autenticación de su teléfono
second-recovery-summary = Usar un código de recuperación
second-recovery = Código de recuperación
second-recovery-hint = 26 letras y cifras; los espacios y las mayúsculas no importan
second-code-button = Entrar
second-code-anew = Empezar otra vez

second-ask-title = Antes de ver direcciones
second-ask-text = Está por ver direcciones de correo de personas que firmaron. Protéjalas con un segundo factor: un código de su teléfono, además de la frase de acceso. Lleva dos minutos.
second-ask-rule = { $organization } pide un segundo factor a quienes ven las direcciones de quienes firman.
second-ask-operator-title = Antes de ver las páginas de quien lleva el sitio
second-ask-operator = Usted lleva este sitio, y las páginas siguientes muestran cómo está. Proteja antes su cuenta con un segundo factor: un código de su teléfono, además de la frase de acceso. Lleva dos minutos.
second-ask-later = Ahora no
second-ask-later-hint = Preguntaremos otra vez en siete días.

## Proving again who one is

prove-title = ¿Sigue siendo usted?
prove-text = Esto puede hacer daño en malas manos, por eso pedimos otra vez lo que usa para entrar. Durante los cinco minutos siguientes no volvemos a pedirlo.
prove-kept = Lo que eligió queda en esta página y se hace en cuanto continúe.
prove-button = Continuar

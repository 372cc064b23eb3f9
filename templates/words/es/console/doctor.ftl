### Lo que encuentra la revisión: en la consola y en la línea de órdenes.

operator-doctor = Revisarlo todo ahora
operator-doctor-what = Esto consulta desde fuera la dirección del propio sitio, el servidor de nombres, el servidor de envío y la base de datos; no cambia nada y tarda hasta medio minuto.
operator-doctor-button = Revisar ahora
operator-doctor-found = Lo que se ha encontrado
operator-doctor-busy = Otra persona está haciendo la revisión en este momento. Conviene esperar medio minuto y volver a intentarlo.

## La máquina

doctor-settings = Los ajustes se pueden leer. Están en la línea de órdenes o en el entorno; no hay archivo de ajustes.
doctor-settings-file = Los ajustes se pueden leer; el archivo de ajustes es { $path }.
doctor-files = Las demás cuentas de esta máquina no pueden leer lo que se guarda, y se puede escribir en la carpeta de datos.
doctor-open = { $what ->
    [data] La carpeta de datos { $path } está abierta a otras cuentas (permisos { $mode }). Hay que ejecutar: chmod 700 { $path }
    [database] La base de datos { $path } está abierta a otras cuentas (permisos { $mode }). Hay que detener el programa y ejecutar: chmod 600 { $path }*
   *[key] La clave del certificado { $path } está abierta a todas las cuentas (permisos { $mode }). Hay que ejecutar: chmod o-rwx { $path }
}
doctor-data = { $why ->
    [missing] No existe la carpeta de datos { $path }, o esta cuenta no puede verla. Hay que corregir el ajuste «data», iniciar el programa una vez o hacer la revisión con la cuenta que lo ejecuta.
    [no-folder] { $path } no es una carpeta. Hay que corregir el ajuste «data».
    [mounted] La carpeta de datos { $path } está montada en modo de solo lectura. Hay que montarla de modo que se pueda escribir en ella.
    [mode] Ni su propia cuenta puede escribir en la carpeta de datos { $path }. Hay que ejecutar: chmod 700 { $path }
   *[account] Esta cuenta no puede escribir en la carpeta de datos { $path }. Conviene hacer la revisión con la cuenta que ejecuta el programa; si es esta misma, hay que ejecutar chown sobre la carpeta.
}
doctor-disk-hangs = El disco de la carpeta de datos no responde en diez segundos. Hay que revisar el disco y cómo está montado.
doctor-secrets = { $why ->
    [fit] El archivo de claves { $path } es aquel con el que se creó la base de datos.
    [noted] El archivo de claves { $path } existe; en el próximo inicio, la base de datos anotará que es el suyo.
    [first] Todavía no existe el archivo de claves { $path }: se crea en el primer inicio.
    [missing] No existe el archivo de claves { $path }, pero la base de datos se creó con uno. Hay que recuperarlo de la copia de seguridad; si se ha perdido para siempre, hay que detener todas las instancias y ejecutar: undersigned secrets adopt
    [foreign] El archivo de claves { $path } no es aquel con el que se creó la base de datos: ningún enlace ya enviado funcionaría. Hay que recuperar el correcto de la copia de seguridad; si se ha perdido para siempre, hay que detener todas las instancias y ejecutar: undersigned secrets adopt
    [open] Otras cuentas pueden leer el archivo de claves { $path }. Hay que ejecutar: chmod 600 { $path } – y, si alguien más ha podido leerlo, crear otras (undersigned secrets adopt).
    [shape] El archivo de claves { $path } no contiene claves. Hay que recuperar el correcto de la copia de seguridad.
    [disk] No se puede leer el archivo de claves { $path }. Conviene hacer la revisión con la cuenta que ejecuta el programa y ver de quién es el archivo.
   *[unknown] No se puede saber si el archivo de claves { $path } es el de la base de datos, porque no se la puede consultar.
}

## La base de datos

doctor-database = { $kind } { $version }, { $size }. Conserva todo lo que se dio por recibido y su esquema es el de este programa.
doctor-database-away = No se puede revisar la base de datos: { $why } Mientras siga así, nadie puede firmar.
doctor-database-why = { $why ->
    [missing] no existe ninguna base de datos en { $path }, o esta cuenta no puede verla.
    [empty] { $path } está vacío.
    [cut-off] { $path } es parte de una copia que quedó a medias; hay que usar otra copia de seguridad.
    [foreign] { $path } no es una base de datos de SQLite.
    [damaged] { $path } está dañado; hay que guardar una copia y restaurar una copia de seguridad.
    [unreadable] esta cuenta no puede abrir { $path }. SQLite tiene que poder leer el archivo y escribir en su carpeta: conviene hacer la revisión con la cuenta que ejecuta el programa y ver cómo está montado el disco.
    [faulty] su disco está lleno, o no devuelve lo que contiene.
    [busy] está ocupada o tarda demasiado en responder; conviene volver a intentarlo.
    [lost] la conexión se cortó durante la consulta.
    [password] la contraseña o el nombre de la cuenta no es correcto.
    [no-password] pide una contraseña, y la dirección no la lleva.
    [closed] no admite conexiones (véase datallowconn).
    [no-room] no le queda ninguna conexión libre (véase max_connections).
    [no-right] la cuenta no tiene permiso para conectarse a ella.
    [no-login] la cuenta no tiene permiso para iniciar sesión (véase ALTER ROLE .. LOGIN).
    [not-let-in] su pg_hba.conf no deja entrar desde esta máquina con esta cuenta, o solo por TLS.
    [peer] exige que la cuenta del sistema tenga el mismo nombre; hay que indicar el servidor y la contraseña.
    [no-tls] no habla TLS, y la dirección lo pide (sslmode).
    [build-without-tls] este programa se compiló sin TLS, y la dirección lo pide (sslmode); hay que compilarlo con --features postgres-tls.
    [certificate] su certificado no se acepta (véase sslrootcert).
    [no-host] no existe ningún servidor con ese nombre.
    [nothing-listens] no hay nada a la escucha en ese servidor y puerto; hay que ver si PostgreSQL está en marcha.
    [no-socket] no hay ningún socket en ese lugar; hay que ver si PostgreSQL está en marcha.
    [silent] el servidor no responde a tiempo; hay que revisar la red y el cortafuegos.
    [starting] se está iniciando; conviene volver a intentarlo.
    [ending] se está deteniendo.
    [no-account] no existe ninguna cuenta con ese nombre.
    [no-database] no existe ninguna base de datos con ese nombre.
    [general] hay que revisar el servidor, el nombre de la base de datos, el usuario y la contraseña, y ver si PostgreSQL está en marcha.
   *[refused] rechaza lo que se le pregunta; puede ser de otro programa.
}
doctor-database-silent = La base de datos no responde en diez segundos. Hay que ver si su servidor está sobrecargado o si su disco no responde; mientras siga así, nadie puede firmar.
doctor-database-network = El archivo de la base de datos está en un sistema de archivos de red ({ $kind }), cuyos bloqueos no son fiables. Hay que pasarlo a un disco de esta máquina o usar PostgreSQL.
doctor-database-copy = El archivo de la base de datos es una copia que todavía no se ha puesto en servicio; «undersigned serve» la deja lista.
doctor-database-careless = PostgreSQL funciona con { $name } = off: si se va la luz, puede perderse lo que ya se dio por recibido. Hay que ponerlo en on en postgresql.conf y recargar la configuración.
doctor-database-encoding = La base de datos guarda el texto como { $name }. Los nombres necesitan UTF8: hay que crear una base de datos nueva con codificación UTF8 y copiar esta con «undersigned backup».
doctor-database-connections = PostgreSQL deja { $there } conexiones a las cuentas corrientes, y una instancia usa hasta { $most }. Hay que aumentar max_connections.
doctor-schema-nothing = La base de datos todavía está vacía. «undersigned serve» crea su esquema.
doctor-schema-older = { $n ->
    [one] Al esquema le falta { $n } paso para llegar al de este programa. Conviene hacer una copia de seguridad y después iniciar esta versión, que lo pone al día.
   *[other] Al esquema le faltan { $n } pasos para llegar al de este programa. Conviene hacer una copia de seguridad y después iniciar esta versión, que lo pone al día.
}
doctor-schema-newer = La base de datos la escribió una versión más nueva de este programa. Hay que iniciar esa versión o restaurar una copia de seguridad anterior.

## El reloj

doctor-span = { $unit ->
    [seconds] { $n ->
        [one] { $n } segundo
       *[other] { $n } segundos
    }
    [minutes] { $n ->
        [one] { $n } minuto
       *[other] { $n } minutos
    }
    [hours] { $n ->
        [one] { $n } hora
       *[other] { $n } horas
    }
   *[days] { $n ->
        [one] { $n } día
       *[other] { $n } días
    }
}
doctor-clock = { $of ->
    [database] El reloj de esta máquina y el de la base de datos coinciden.
   *[answer] El reloj de esta máquina y el de lo que responde en la dirección del sitio coinciden.
}
doctor-clock-off = El reloj de esta máquina va { $span } { $way ->
    [ahead] por delante
   *[behind] por detrás
} { $of ->
    [database] del de la base de datos.
   *[answer] del de lo que responde en la dirección del sitio.
} Hay que poner ambos en hora por la red (timedatectl set-ntp true): los enlaces, las sesiones y los certificados caducan antes o después de lo debido.
doctor-clock-file = Nada de lo que hay en la base de datos es posterior al reloj de esta máquina. Desde aquí no se puede consultar ningún otro reloj.
doctor-clock-file-off = En la base de datos hay algo del { $at } UTC, { $span } más tarde de lo que marca el reloj de esta máquina. Hay que poner el reloj en hora por la red (timedatectl set-ntp true).
doctor-clock-unknown = No se puede consultar ningún otro reloj: no responden ni la base de datos ni la dirección del sitio.

## Desde fuera

doctor-reach = { $url } lleva a esta instalación.
doctor-reach-settings = Lo que está en marcha se inició con otra dirección del sitio, { $url }. Hay que reiniciarlo para que lea los ajustes actuales.
doctor-reach-version = Está en marcha la versión { $runs }, y este programa es la versión { $own }. Hay que reiniciarlo para que se sirva la versión nueva.
doctor-reach-partly = { $host } lleva a esta instalación, pero su dirección { $address } no: { $what ->
    [answer] allí responde otro servidor.
    [certificate] allí responde un servidor de cuyo certificado advierten los navegadores.
    [no-tls] lo que hay allí no habla TLS o no tiene certificado.
    [no-http] lo que hay allí no habla HTTP.
    [nothing] allí no hay nada a la escucha.
   *[silence] allí no responde nada.
} Hay que quitar esa dirección (A o AAAA) del DNS.
doctor-reach-no-name = El nombre { $host } no tiene ninguna dirección. Hay que crear, donde se registró el nombre, un registro (A, y AAAA si hay IPv6) con la dirección de esta máquina.
doctor-reach-elsewhere = El programa está en marcha aquí, pero { $url } lleva a { $address }, donde { $what ->
    [answer] responde otro servidor, o una instancia con otras claves. Hay que hacer que el nombre lleve aquí, o ver adónde envía el proxy a las visitas.
    [certificate] responde un servidor de cuyo certificado advierten los navegadores, así que no se puede saber si es este.
    [no-tls] lo que responde no habla TLS o todavía no tiene certificado.
    [no-http] lo que responde no habla HTTP. Hay que ver qué programa ocupa allí este puerto.
    [nothing] no hay nada a la escucha. Hay que hacer que el nombre lleve aquí y comprobar que el puerto y el proxy sean los correctos.
   *[silence] nadie responde. Algunas redes no permiten volver a ellas desde dentro: conviene probar desde un teléfono. Si tampoco funciona, hay que revisar el cortafuegos y el DNS.
}
doctor-reach-not-running = El programa no está en marcha: nada responde en { $listen }. Hay que iniciarlo (systemctl start undersigned) y ver en su registro por qué terminó.
doctor-reach-other-program = Lo que está a la escucha en { $listen } es otro programa, o uno que se inició con otras claves. Hay que ver cuál es (ss -ltnp) y detenerlo, o elegir otra dirección en «listen».
doctor-reach-untold = En { $url } { $what ->
    [answer] responde otro servidor.
    [certificate] responde un servidor de cuyo certificado advierten los navegadores.
    [no-tls] lo que responde no habla TLS o todavía no tiene certificado.
    [no-http] lo que responde no habla HTTP.
    [nothing] no hay nada a la escucha.
   *[silence] nadie responde.
} Lo que está a la escucha en { $listen }, en esta máquina, no tiene un certificado fiable: no se puede saber si es este programa. Hay que ver cuál es (ss -ltnp) y mirar su registro.
doctor-reach-no-secrets = { $what ->
    [answer] En la dirección del sitio responde un servidor. Sin el archivo de claves no se puede saber si es esta instalación.
    [certificate] En la dirección del sitio responde un servidor de cuyo certificado advierten los navegadores.
    [no-tls] Lo que responde en la dirección del sitio no habla TLS o todavía no tiene certificado.
    [no-http] Lo que responde en la dirección del sitio no habla HTTP.
    [nothing] En la dirección del sitio no hay nada a la escucha. Hay que iniciar el programa y comprobar que el nombre lleve aquí.
   *[silence] Desde aquí nadie responde en la dirección del sitio. Conviene probar desde un teléfono.
}
doctor-certificate = El certificado que reciben las visitas vale hasta el { $date }.
doctor-certificate-unknown = No se puede saber qué certificado reciben las visitas, porque no se ha podido llegar a nada que hable TLS.
doctor-certificate-warned = { $why ->
    [over] El certificado que reciben las visitas de { $host } ha caducado, o el reloj de esta máquina va por delante. Los navegadores advierten del sitio: hay que renovarlo o poner el reloj en hora.
    [not-yet] El certificado que reciben las visitas de { $host } todavía no vale, o el reloj de esta máquina va por detrás. Hay que poner el reloj en hora.
    [other-name] El certificado que reciben las visitas no es para { $host }. Los navegadores advierten del sitio: hay que ver quién lo sirve.
    [stranger] El certificado que reciben las visitas de { $host } es de una autoridad en la que los navegadores no confían. Hay que pedirlo a una en la que confíen.
   *[other] Los navegadores advierten del certificado que reciben las visitas de { $host }. Hay que pedir otro.
}
doctor-proxies = El proxy que hay delante está reconocido y dice para quién pregunta.
doctor-proxies-none = No hay ningún proxy delante.
doctor-proxies-unknown = No se puede saber qué dice un proxy que haya delante, porque no se ha llegado a esta instalación por su dirección.
doctor-workers-unknown = Los procesos internos solo se pueden consultar en una instancia que esté en marcha y responda, y no ha respondido ninguna.

## Correo

doctor-relay = El servidor de envío { $place } acepta a esta instalación. Si el correo llega, lo muestra un mensaje de prueba (Este sitio, Correo).
doctor-relay-not = { $why ->
    [host] No existe ningún servidor de envío con el nombre { $place }. Hay que corregir el ajuste «mail».
    [public] El servidor de envío { $place } tiene una dirección pública, y sin TLS no se le dice nada. Hay que usar smtp:// (STARTTLS) o smtps:// en el ajuste «mail».
    [away] No se puede llegar al servidor de envío { $place }, o no responde a tiempo. Hay que ver si está en marcha, si el ajuste «mail» indica el puerto correcto y si el proveedor deja salir correo.
    [no-starttls] El servidor de envío { $place } no ofrece STARTTLS, que es lo que pide smtp://. Hay que usar smtps:// si habla TLS desde el principio (por lo general, en el puerto 465), o smtp+insecure:// si está en esta máquina o en una red privada.
    [tls] Falla el TLS con el servidor de envío { $place }. Hay que ver si el puerto es de STARTTLS (smtp://, 587) o de TLS desde el principio (smtps://, 465), y si su certificado es para el nombre del ajuste «mail».
    [credentials] El servidor de envío { $place } no acepta el usuario y la contraseña, o los pide. Hay que corregirlos en el ajuste «mail».
   *[greeting] El servidor de envío { $place } no deja pasar a este servidor. Hay que preguntar a quien lo lleva de quién acepta correo.
}
doctor-names-silent = El servidor de nombres no responde por { $domain }, así que desde aquí no se puede saber.
doctor-spf = { $domain } dice qué servidores pueden enviar su correo (SPF).
doctor-spf-none = { $domain } no dice qué servidores pueden enviar su correo (SPF), así que buena parte acaba como correo no deseado. Hay que añadir un registro TXT en { $domain }: { $record } – con lo que indique el proveedor del servidor de envío tras «include:», si lo hay.
doctor-spf-many = { $domain } tiene más de un registro SPF, lo que equivale a ninguno. Hay que reunirlos en uno solo.
doctor-spf-all = El registro SPF de { $domain } permite que cualquiera envíe su correo. Debe terminar en -all o ~all.
doctor-dkim = { $why ->
    [there] La clave DKIM { $name } está publicada.
    [taken-back] La clave DKIM { $name } está revocada (su p= está vacío): lo que se firma con ella se rechaza. Hay que publicar la clave con la que firma el servidor de envío.
   *[none] No hay ninguna clave DKIM en { $name }. Hay que publicar el registro TXT que da el proveedor del servidor de envío.
}
doctor-dkim-unknown = Desde aquí no se puede saber si los mensajes de { $domain } van firmados (DKIM). Conviene enviar un mensaje de prueba a un proveedor grande y buscar «dkim=pass» en sus cabeceras, o indicar la clave: undersigned doctor --dkim-selector NOMBRE
doctor-dmarc = { $domain } dice qué hacer con el correo que no es suyo (DMARC).
doctor-dmarc-none = { $domain } no dice qué hacer con el correo que no es suyo (DMARC), y los proveedores grandes lo piden. Hay que añadir un registro TXT en { $name }: { $record }
doctor-dmarc-many = { $domain } tiene más de un registro DMARC, lo que equivale a ninguno. Hay que dejar uno solo.
doctor-ptr = Las direcciones de esta máquina tienen nombres que llevan de vuelta a ellas.
doctor-ptr-none = La dirección { $address } no tiene un nombre que lleve de vuelta a ella (PTR), así que muchos servidores no aceptan correo suyo. Hay que pedir al proveedor que le dé el nombre { $host }, o enviar a través de un servidor de envío suyo.
doctor-ptr-elsewhere = El servidor de envío está en otra máquina: el nombre de su dirección (PTR) no es asunto nuestro.
doctor-ptr-no-address = No se puede saber el nombre de la dirección de esta máquina (PTR), porque el nombre del sitio no tiene una dirección pública en el DNS.

### El código que pone una petición en páginas de otros sitios.

embed-code-title = En sitios de otras organizaciones
embed-code-text-top = Elija qué mostrar, copie el código y péguelo en el otro sitio. Lo que se firme ahí se cuenta aquí.
embed-code-partners-only = Solo pueden mostrarla los sitios de sus organizaciones aliadas.
embed-code-what = Qué mostrar
embed-code-kind = { $value ->
    [form] Formulario: se firma ahí mismo
    [progress] Avance: el número, las rayas y un botón
    [counter] Contador: el número en una línea
   *[button] Botón: lleva a la petición
}
embed-code-partner = En la página de
embed-code-partner-none = Nadie en particular
embed-code-lang = Idioma
embed-code-lang-own = El de cada persona
embed-code-look = Colores y esquinas
embed-code-look-hint = Un color son seis cifras, por ejemplo 17603f. Lo que quede vacío será como en nuestras páginas.
embed-code-accent = Botón y rayas
embed-code-ground = Fondo
embed-code-text = Texto
embed-code-radius = Esquinas, de 0 a 24
embed-code-contrast = El texto del botón se lee bien: { $ratio } a 1.
embed-code-unreadable = Un texto de ese color no se podría leer sobre ese fondo; en su lugar será negro o blanco.
embed-code-scheme-title = Claro u oscuro
embed-code-scheme = { $value ->
    [auto] Según el dispositivo de cada persona
    [light] Siempre claro
   *[dark] Siempre oscuro
}
embed-code-font-title = Tipo de letra
embed-code-font = { $value ->
    [system] La del dispositivo de cada persona
    [serif] Con serifas
   *[sans] Sin serifas
}
embed-code-show = Mostrar
embed-code-preview = Cómo se ve
embed-code-preview-text = Es el formulario real: quien firma aquí, firma de verdad.
embed-code-paste = Código para pegar
embed-code-frame = Un marco
embed-code-frame-text = Funciona en cualquier editor que acepte HTML. La segunda línea ajusta la altura; sin ella, el marco se desplaza por dentro.
embed-code-element = Un elemento
embed-code-element-text = Para sitios que escriben sus propias páginas. Si los scripts están desactivados, queda el enlace que contiene.
embed-code-link = Un enlace simple
embed-code-link-text = Funciona en todas partes, también en mensajes y wikis.
embed-code-more = Para editores y desarrolladores
embed-code-oembed = WordPress y otros editores incrustan esta dirección por sí solos
embed-code-json = El número en JSON
embed-code-digits = Solo el número
embed-code-badge = El número como insignia
embed-code-events = Cada cambio del número, para programas
embed-code-policy = Para sitios con una política de seguridad de contenido

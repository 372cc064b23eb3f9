### Páginas de una petición, de tú. { $kind } es letter, pledge o petition.

signed-first = Sé de las primeras personas en firmar
register-next = Aquí va tu nombre
form-sample = { $shown ->
    [place] Una persona de tu ciudad
   *[counted] Una persona firmante
}
form-your-name = Tu nombre
form-trust = Tu firma cuenta cuando la confirmas por correo. Sin rastreo.
section-sign = { $kind ->
    [letter] Firma esta carta
    [pledge] Asume este compromiso
   *[petition] Firma esta petición
}
form-title = { $kind ->
    [pledge] Súmate a este compromiso
   *[petition] Agrega tu nombre
}
form-listed = Aparece junto a tu nombre
form-about = Sobre ti
form-updates = ¿Puede { $organization } escribirte por correo electrónico sobre esta campaña?
form-updates-several = ¿Quién puede enviarte correos sobre esto?
form-updates-several-hint = Solo te escriben las que marques.
form-updates-partner = ¿Puede { $partner } escribirte por correo electrónico? Si dices que sí, { $partner } recibe tu nombre y tu dirección de correo.
form-public-hint = Si no marcas esta casilla, tu firma cuenta, pero tu nombre no se muestra.
form-public-never = Aquí no se muestra ningún nombre: tu firma cuenta, pero tu nombre no se muestra.
form-public-always = { $shown ->
    [name] { $kind ->
        [letter] En esta carta lo que importa son los nombres: el tuyo será público, aquí y en la carta que se entregue.
        [pledge] En este compromiso lo que importa son los nombres: el tuyo será público.
       *[petition] En esta petición lo que importa son los nombres: el tuyo será público, aquí y en la petición que se entregue.
    }
   *[detail] { $kind ->
        [letter] En esta carta lo que importa son los nombres: el tuyo será público, con tu { $listed }, aquí y en la carta que se entregue.
        [pledge] En este compromiso lo que importa son los nombres: el tuyo será público, con tu { $listed }.
       *[petition] En esta petición lo que importa son los nombres: el tuyo será público, con tu { $listed }, aquí y en la petición que se entregue.
    }
}
form-leave-empty = Deja este campo vacío
form-keeps = { $organization } conserva tus datos hasta el { $date }.
form-keeps-after = { $organization } conserva tus datos hasta { $months ->
    [one] un mes
   *[other] { $months } meses
} después del cierre.
form-privacy = Cómo usamos tus datos
paused-text = El equipo organizador puso en pausa la recolección de firmas por ahora. No se pierde ninguna firma. Vuelve más tarde, por favor.
coming-text = { $kind ->
    [letter] Podrás firmar esta carta a partir del { $date }.
    [pledge] Podrás asumir este compromiso a partir del { $date }.
   *[petition] Podrás firmar esta petición a partir del { $date }.
}
reworded-on = Lo que se pide se cambió el { $date }: mira todas las versiones.
next-confirm = Tú confirmas desde tu correo.
risk-address = Usa una dirección privada, no una que puedan leer en tu trabajo, tu escuela o tu universidad.
card-first = { $kind ->
    [pledge] Sé de las primeras personas en sumarse
   *[petition] Sé de las primeras personas en firmar
}

risk-leave-rest = “Salir de esta página ahora”, arriba, abre una enciclopedia en lugar de esta página. Lo que abriste antes queda en el historial de tu navegador: una ventana privada no guarda nada.
risk-secret-title = Quién ve que firmaste
risk-secret-shown = Nadie que visite estas páginas: tu nombre no se muestra, y no hay lista de nombres, solo un número.
risk-secret-told = { $organization } lo ve y promete no mostrarle los nombres a nadie: ni en tu trabajo, ni en tu escuela o universidad.
risk-secret-told-several = { $organization } y las organizaciones que marques abajo lo ven. Prometen no mostrarle los nombres a nadie: ni en tu trabajo, ni en tu escuela o universidad.
risk-secret-site = Quien administra este sitio podría leer la lista, y un tribunal podría pedirla. No guardamos tu dirección IP.
risk-device = Usa tu propio teléfono o computadora, no los de tu trabajo, escuela o universidad, ni la red de esos lugares.
risk-mailbox-open = El mensaje no dice de qué trata hasta que lo abres.
risk-mailbox-close = Cuando hayas confirmado, bórralo y cierra tu correo y esta página. Puedes pedir otro enlace cuando quieras.
risk-cookies = Ninguna mientras solo leas. Dos después de firmar: para que el mismo navegador pueda confirmar sin más preguntas y para que las páginas siguientes te muestren lo que enviaste. Las dos desaparecen cuando cierras el navegador.
risk-share = Comparte esto solo con gente de confianza, desde tu propio teléfono o computadora. El mensaje no dice que firmaste.
risk-share-message = Mira esto: “{ $title }” { $link }

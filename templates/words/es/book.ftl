### El libro de firmas, como lo lee quien lo recibe.

book-eyebrow = { $kind ->
    [letter] Firmas de la carta abierta
    [pledge] Firmas del compromiso
   *[petition] Firmas de la petición
}
book-asked-by = Iniciada por { $names }
book-to = A
book-total = { $n ->
    [0] Todavía no ha firmado nadie.
    [one] Ha firmado una persona.
   *[other] Han firmado { $n } personas.
}
book-named = { $n ->
    [one] Una de ellas aparece con nombre en este libro.
   *[other] { $n } de ellas aparecen con nombre en este libro.
}
book-left-out = { $n ->
    [one] Una de ellas muestra el nombre en público. En esta copia se omite.
   *[other] { $n } de ellas muestran el nombre en público. En esta copia se omiten.
}
book-unnamed = { $n ->
    [one] Una persona firmó sin mostrar el nombre: se cuenta y no se nombra.
   *[other] { $n } personas firmaron sin mostrar el nombre: se cuentan y no se nombran.
}
book-days = Primera firma, el { $first }; última, el { $last }.
book-as-of = Firmas confirmadas hasta el { $date }
book-letter = { $kind ->
    [letter] La carta tal como se firma
    [pledge] El compromiso tal como se firma
   *[petition] La petición tal como se firma
}
book-since = Con estas palabras desde el { $date }.
book-breakdown = { $grouping ->
    [place] Por ciudad o región
   *[affiliation] Por centro de estudios o trabajo
}
book-group = { $grouping ->
    [place] Ciudad o región
   *[affiliation] Centro de estudios o trabajo
}
book-signatures = Firmas
book-small = { $grouping ->
    [place] Otras ciudades y regiones, y grupos pequeños
   *[affiliation] Otros centros, y grupos pequeños
}
book-none = { $grouping ->
    [place] Sin indicar o sin mostrar
   *[affiliation] Sin indicar o sin mostrar
}
book-organizations = Organizaciones que firmaron
book-names = { $order ->
    [day] Nombres por el día en que firmaron
   *[name] Nombres por apellido
}
book-names-left-out = Quienes firmaron, sin sus nombres
book-others = { $grouping ->
    [affiliation] Sin centro de estudios o trabajo a la vista
    [place] Sin ciudad o región a la vista
   *[nothing] Las demás personas
}
book-nobody = Este libro no contiene nombres: todavía no ha firmado nadie.
book-none-named = Este libro no contiene nombres: ninguna de las personas que firmaron muestra el suyo en público.
book-withheld = Nombre omitido
book-page = Página { $n } de { $all }
book-part = Parte { $n } de { $all }
book-check = La petición: { $address }
book-sum = SHA-256 de la lista de nombres: { $sum }
book-how-title = Cómo se comprobaron estas firmas
book-how = Cada persona que se cuenta confirmó la firma con un enlace o un código enviado a su propio correo, y cada correo cuenta una sola vez. El equipo organizador retira las que resultan falsas.
book-as-written = Los nombres están tal como los escribió quien firmó. El centro de estudios o de trabajo dice quién es cada persona; nadie firma en nombre de su centro.
book-how-sum = El SHA-256 al pie de cada página es el de la lista de nombres: por cada uno, en el orden de este libro, una línea con el nombre, un tabulador y lo que figura debajo del nombre, terminada con un salto de línea, en UTF-8 (NFC).

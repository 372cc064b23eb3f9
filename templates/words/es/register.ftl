### La lista pública de quienes muestran su nombre.

## La lista de firmantes

signers-title = Quiénes han firmado
signers-listed-html = { $listed ->
    [one] <b>{ $listed }</b> de las { $n } personas que han firmado muestra aquí su nombre. Las demás cuentan sin él.
   *[other] <b>{ $listed }</b> de las { $n } personas que han firmado muestran aquí su nombre. Las demás cuentan sin él.
}
signers-listed-few-html = { $n ->
    [one] Por ahora, <b>{ $n }</b> persona muestra aquí su nombre.
   *[other] Por ahora, <b>{ $n }</b> personas muestran aquí su nombre.
}
signers-all = Ver todos los nombres
signers-search = Buscar por nombre, ocupación, escuela, universidad o trabajo
signers-find = Buscar
signers-clear = Quitar la búsqueda
signers-groupings = Agrupar los nombres
signers-by-name = De la A a la Z
signers-by-role = Por ocupación
signers-by-affiliation = Por escuela, universidad o trabajo
signers-letters = Letras
signers-first = Primeras firmas
signers-none = Todavía nadie muestra aquí su nombre.
signers-none-found = Ningún nombre de la lista coincide con «{ $words }».
signers-no-groups = Ningún grupo tiene aún cinco nombres.
signers-cut = Coinciden más de 100 nombres. Se muestran 100; agregue otra palabra para encontrar menos.
signers-small-groups = No se muestran los grupos de menos de cinco nombres.
signers-pages = Páginas
signers-previous = Página anterior
signers-next = Página siguiente
pager = Páginas

### A lista pública de quem mostra o nome.

## A lista de quem assinou

signers-title = Quem já assinou
signers-listed-html = { $listed ->
    [one] <b>{ $listed }</b> das { $n } pessoas que assinaram mostra o nome aqui. As outras contam sem nome.
   *[other] <b>{ $listed }</b> das { $n } pessoas que assinaram mostram o nome aqui. As outras contam sem nome.
}
signers-listed-few-html = { $n ->
    [one] <b>{ $n }</b> pessoa mostra o nome aqui até agora.
   *[other] <b>{ $n }</b> pessoas mostram o nome aqui até agora.
}
signers-all = Ver todos os nomes
signers-search = Buscar por nome, ocupação, escola ou trabalho
signers-find = Buscar
signers-clear = Limpar a busca
signers-groupings = Agrupar os nomes
signers-by-name = De A a Z
signers-by-role = Por ocupação
signers-by-affiliation = Por escola ou trabalho
signers-letters = Letras
signers-first = Primeiras assinaturas
signers-none = Ninguém mostra o nome aqui por enquanto.
signers-none-found = Nenhum nome da lista corresponde a “{ $words }”.
signers-no-groups = Nenhum grupo tem cinco nomes ainda.
signers-cut = A busca encontrou mais de 100 nomes. Estes são 100 deles; acrescente outra palavra para encontrar menos.
signers-small-groups = Grupos com menos de cinco nomes não aparecem.
signers-pages = Páginas
signers-previous = Página anterior
signers-next = Próxima página
pager = Páginas

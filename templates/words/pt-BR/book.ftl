### O livro de assinaturas, como o lê quem o recebe.

book-eyebrow = { $kind ->
    [letter] Assinaturas da carta aberta
    [pledge] Assinaturas do compromisso
   *[petition] Assinaturas da petição
}
book-asked-by = Iniciada por { $names }
book-to = Para
book-total = { $n ->
    [0] Ninguém assinou ainda.
    [one] Uma pessoa assinou.
   *[other] { $n } pessoas assinaram.
}
book-named = { $n ->
    [one] Uma delas aparece com o nome neste livro.
   *[other] { $n } delas aparecem com o nome neste livro.
}
book-left-out = { $n ->
    [one] Uma delas mostra o nome em público. Nesta cópia ele é omitido.
   *[other] { $n } delas mostram o nome em público. Nesta cópia eles são omitidos.
}
book-unnamed = { $n ->
    [one] Uma pessoa assinou sem mostrar o nome: é contada e não é nomeada.
   *[other] { $n } pessoas assinaram sem mostrar o nome: são contadas e não são nomeadas.
}
book-days = Primeira assinatura em { $first }, última em { $last }.
book-as-of = Assinaturas confirmadas até { $date }
book-letter = { $kind ->
    [letter] A carta como é assinada
    [pledge] O compromisso como é assinado
   *[petition] A petição como é assinada
}
book-since = Com estas palavras desde { $date }.
book-breakdown = { $grouping ->
    [place] Por cidade ou região
   *[affiliation] Por instituição de ensino ou trabalho
}
book-group = { $grouping ->
    [place] Cidade ou região
   *[affiliation] Instituição de ensino ou trabalho
}
book-signatures = Assinaturas
book-small = { $grouping ->
    [place] Outras cidades e regiões, e grupos pequenos
   *[affiliation] Outras instituições, e grupos pequenos
}
book-none = { $grouping ->
    [place] Não informado ou não mostrado
   *[affiliation] Não informado ou não mostrado
}
book-organizations = Organizações que assinaram
book-names = { $order ->
    [day] Nomes pelo dia da assinatura
   *[name] Nomes por sobrenome
}
book-names-left-out = Quem assinou, sem os nomes
book-others = { $grouping ->
    [affiliation] Sem instituição mostrada
    [place] Sem cidade ou região mostrada
   *[nothing] As demais pessoas
}
book-nobody = Este livro não contém nomes: ninguém assinou ainda.
book-none-named = Este livro não contém nomes: nenhuma das pessoas que assinaram mostra o nome em público.
book-withheld = Nome omitido
book-page = Página { $n } de { $all }
book-part = Parte { $n } de { $all }
book-check = A petição: { $address }
book-sum = SHA-256 da lista de nomes: { $sum }
book-how-title = Como estas assinaturas foram verificadas
book-how = Cada pessoa contada confirmou a assinatura por um link ou código enviado ao próprio e-mail, e cada e-mail conta uma única vez. A equipe organizadora retira as que se revelam falsas.
book-as-written = Os nomes estão como foram escritos por quem assinou. A instituição diz quem é a pessoa; ninguém assina em nome dela.
book-how-sum = O SHA-256 ao pé de cada página é o da lista de nomes: para cada um, na ordem deste livro, uma linha com o nome, uma tabulação e o que está abaixo do nome, encerrada por uma quebra de linha, em UTF-8 (NFC).

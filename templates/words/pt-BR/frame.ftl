# Um abaixo-assinado dentro de outro site.

frame-title = { $kind ->
    [letter] Assinar a carta: { $title }
    [pledge] Assumir o compromisso: { $title }
   *[petition] Assinar o abaixo-assinado: { $title }
}
frame-by-html = Este formulário é de <b>{ $organization }</b>.
frame-by-partner-html = Este formulário é de <b>{ $organization }</b> e aparece no site de <b>{ $partner }</b>.
frame-read = { $kind ->
    [letter] Ler a carta completa
    [pledge] Ler o compromisso completo
   *[petition] Ler o abaixo-assinado completo
}
frame-confirmed = Seu e-mail foi confirmado.
frame-signed = Guarde nossa mensagem: com o link dela você vê como está sua assinatura e pode alterá-la ou retirá-la quando quiser.
frame-pass-on = { $kind ->
    [letter] Abrir a carta e compartilhar
    [pledge] Abrir o compromisso e compartilhar
   *[petition] Abrir o abaixo-assinado e compartilhar
}
frame-paused-title = Este formulário está desativado aqui
frame-paused-text = Você pode ler o texto na nossa própria página e assinar lá enquanto as assinaturas estiverem abertas.
